//! How requests prove who sends them.

use super::attributes::Attributes;
use crate::api::Item;
pub use crate::api::SchemeKind;
use crate::rust::Name;

/// A way to prove who sends a request, and the methods by which a program gives what it takes.
#[derive(Debug)]
pub struct Scheme {
    /// The name of the method, which is that of the argument too if it takes one.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What the description says of it.
    pub item: Item,
    /// What is sent.
    pub kind: SchemeKind,
    /// Whether no call can be made without it.
    pub is_required: bool,
}

impl Scheme {
    /// The method of builders that takes what tokens are asked for with, and the place where they are to be had.
    #[must_use]
    pub fn from_elsewhere(&self) -> Name {
        self.suffixed("from")
    }

    /// The method that takes a token.
    #[must_use]
    pub fn token(&self) -> Name {
        self.suffixed("token")
    }

    fn suffixed(&self, suffix: &str) -> Name {
        Name::exact(&format!("{}_{suffix}", self.name.plain())).unwrap_or_default()
    }

    /// The method that takes what is sent as it is.
    #[must_use]
    pub fn given_name(&self) -> Name {
        if self.is_renewed() { self.token() } else { self.name.clone() }
    }

    /// The constant that says how a client gets tokens.
    #[must_use]
    pub fn constant(&self) -> Name {
        Name::exact(&format!("{}_TOKENS", self.name.plain().to_uppercase())).unwrap_or_default()
    }

    /// The variables of the environment from which documentation reads what it takes.
    #[must_use]
    pub fn variables(&self) -> Vec<String> {
        let name = self.name.plain();
        let variable = |argument: &str| {
            if argument == name { name.to_uppercase() } else { format!("{name}_{argument}").to_uppercase() }
        };
        let arguments = self.arguments().into_iter().map(|argument| argument.trim_start_matches("r#"));
        arguments.map(variable).collect()
    }

    /// Whether a client gets its tokens by itself.
    #[must_use]
    pub fn is_renewed(&self) -> bool {
        matches!(self.kind, SchemeKind::OAuth2 { .. })
    }

    /// The arguments by which a program gives what it takes.
    #[must_use]
    pub fn arguments(&self) -> Vec<&str> {
        match self.kind {
            SchemeKind::Basic => vec!["user", "password"],
            SchemeKind::OAuth2 { .. } => vec!["client_id", "client_secret"],
            _ => vec![self.name.as_str()],
        }
    }
}
