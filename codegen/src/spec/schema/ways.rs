//! What can be said in one of several ways, each with what stands beside its key.

use super::kind::Way;

/// How requests can prove who sends them.
pub(in crate::spec) static SCHEMES: &[Way] =
    &[alone("bearer"), alone("basic"), alone("header"), alone("query"), alone("cookie"), alone("oauth2")];

/// How the variants of a union are told apart.
pub(in crate::spec) static TOLD: &[Way] = &[
    Way { key: "beside", needs: &[], takes: &["base"] },
    Way { key: "inside", needs: &[], takes: &["base"] },
    Way { key: "tag", needs: &["content"], takes: &["base"] },
    alone("by"),
];

/// How the next page of a list is found.
pub(in crate::spec) static NEXT_PAGE: &[Way] = &[
    Way { key: "last_item", needs: &["parameter"], takes: &["back"] },
    Way { key: "token", needs: &["parameter"], takes: &[] },
    alone("url"),
    Way { key: "offset", needs: &[], takes: &["limit"] },
    Way { key: "number", needs: &[], takes: &["first"] },
];

/// A way beside whose key nothing stands.
const fn alone(key: &'static str) -> Way {
    Way { key, needs: &[], takes: &[] }
}

impl Way {
    /// Whether a key says something beside that of the way.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.needs.iter().chain(self.takes).any(|known| *known == key)
    }
}
