//! The names of scalars.

use super::Scalar;
use crate::spec::Measure;

impl Scalar {
    /// The scalar of a name, if there is one.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scalar| scalar.facts().name == name)
    }

    /// The names of all scalars, without their forms.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().filter(|scalar| scalar.without_form() == **scalar).map(|scalar| scalar.facts().name)
    }

    /// The same without a form that it always has.
    #[must_use]
    pub fn without_form(self) -> Self {
        self.facts().name.split_once('(').and_then(|(name, _)| Self::of(name)).unwrap_or(self)
    }

    /// The names of those that are another one in a form of their own.
    pub fn names_in_forms(self) -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().filter(move |other| **other != self && other.without_form() == self).map(|it| it.facts().name)
    }

    /// The names of those of which bounds speak so.
    pub fn names_with(measure: Measure) -> impl Iterator<Item = &'static str> {
        Self::names().filter(move |name| Self::of(name).is_some_and(|scalar| scalar.facts().measure == measure))
    }
}
