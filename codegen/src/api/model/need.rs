//! Whether callers must give a value, and whether it may be null.

/// Whether callers must give a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be given.
    Required,
    /// It must be given, and may be null.
    RequiredNullable,
    /// It may be left out.
    Optional,
    /// It may be left out, and may be null, which unsets what the service has.
    OptionalNullable,
}

impl Need {
    /// Of what may be left out or not, and be null or not.
    #[must_use]
    pub fn of(is_optional: bool, is_nullable: bool) -> Self {
        match (is_optional, is_nullable) {
            (false, false) => Self::Required,
            (false, true) => Self::RequiredNullable,
            (true, false) => Self::Optional,
            (true, true) => Self::OptionalNullable,
        }
    }

    /// Whether it may be left out: then it has a setter, and is no argument.
    #[must_use]
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::OptionalNullable)
    }

    /// Whether it may be null.
    #[must_use]
    pub fn is_nullable(self) -> bool {
        matches!(self, Self::RequiredNullable | Self::OptionalNullable)
    }
}
