//! How one endpoint's list is cut into pages, where the answer is a value of any type.

use super::types::Type;

/// How a list is cut into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    /// The members that lead to the items; none if the answer is the list.
    pub items: Vec<String>,
    /// What the items are.
    pub item: Type,
    /// How the next page is found.
    pub next: NextPage,
    /// Which page is the last one.
    pub last: LastPage,
}

/// How the next page is found. Parameters stand for themselves by their names on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// By what these members of the last item hold.
    LastItem {
        /// The members.
        member: Vec<String>,
        /// The parameter that takes it.
        parameter: String,
        /// The one that does so on the way back.
        back: Option<String>,
    },
    /// By what these members hold.
    Token {
        /// The members.
        member: Vec<String>,
        /// The parameter that takes it.
        parameter: String,
    },
    /// By the URL that these members hold.
    Url(Vec<String>),
    /// By the header `Link`.
    Link,
    /// By the number of items before it.
    Offset {
        /// The parameter that takes it.
        parameter: String,
        /// The one that says how many items a page holds.
        limit: Option<String>,
    },
    /// By its number.
    Number {
        /// The parameter that takes it.
        parameter: String,
        /// The number of the first page.
        first: i64,
    },
}

/// Which page is the last one, besides one that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastPage {
    /// No page says so.
    Unsaid,
    /// The one where these members are not `true`.
    More(Vec<String>),
    /// The one with which there are as many items as these members say.
    Total(Vec<String>),
}

impl Paging {
    /// The same, as a description says it on one line.
    #[must_use]
    pub fn in_words(&self) -> String {
        let items = Some(self.items.join(".")).filter(|items| !items.is_empty());
        let items = items.map(|items| format!("items: {items}, ")).unwrap_or_default();
        let last = match &self.last {
            LastPage::Unsaid => String::new(),
            LastPage::More(member) => format!(", more: {}", member.join(".")),
            LastPage::Total(member) => format!(", total: {}", member.join(".")),
        };
        format!("{items}next: {}{last}", self.next.in_words())
    }
}

impl NextPage {
    fn in_words(&self) -> String {
        let also = |key: &str, parameter: &Option<String>| {
            parameter.as_ref().map(|parameter| format!(", {key}: {parameter}")).unwrap_or_default()
        };
        match self {
            Self::LastItem { member, parameter, back } => {
                format!("{{last_item: {}, parameter: {parameter}{}}}", member.join("."), also("back", back))
            }
            Self::Token { member, parameter } => format!("{{token: {}, parameter: {parameter}}}", member.join(".")),
            Self::Url(member) => format!("{{url: {}}}", member.join(".")),
            Self::Link => "link".to_owned(),
            Self::Offset { parameter, limit } => format!("{{offset: {parameter}{}}}", also("limit", limit)),
            Self::Number { parameter, first } => format!("{{number: {parameter}, first: {first}}}"),
        }
    }
}
