//! What the values of an enum are.

use super::reader::{self, Mapping};
use crate::{
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, instead},
    yaml::{Faulty, Read, Text},
};

/// What the values of an enum are in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumBase {
    /// Strings.
    Text,
    /// Whole numbers of 64 bits.
    Integer,
    /// `true` and `false`.
    Boolean,
}

impl EnumBase {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Text, Self::Integer, Self::Boolean];

    /// The word for it: the name of the type that such values have.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
        }
    }
}

/// Reads `base`; texts if it is absent.
pub(super) fn base(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<EnumBase> {
    let Some(node) = mapping.get("base")? else { return Ok(EnumBase::Text) };
    let word = reader::text(node, "`base`", diagnostics)?;
    EnumBase::ALL.into_iter().find(|base| base.as_str() == word.value).ok_or_else(|| unknown(&word, diagnostics))
}

fn unknown(word: &Text, diagnostics: &mut Diagnostics) -> Faulty {
    let words = EnumBase::ALL.into_iter().map(EnumBase::as_str);
    let message = format!("`base` is {}, not {}", alternatives(words.clone()), code(&word.value));
    let help =
        instead(closest(&word.value, words), "write what the values are in JSON; without `base`, they are texts");
    diagnostics.push(Diagnostic::new("wrong-kind", message, &word.span, "this is none of them").help(help));
    Faulty
}
