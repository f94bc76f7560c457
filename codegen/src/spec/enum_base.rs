//! What the values of an enum are.

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
    pub(super) const ALL: [Self; 3] = [Self::Text, Self::Integer, Self::Boolean];

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
