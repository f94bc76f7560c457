//! Which members of what is sent are known to what takes them.

use std::collections::HashSet;

/// The members that are known where an object is taken.
#[derive(Clone, Default)]
pub(super) struct Known<'u> {
    names: HashSet<&'u str>,
    /// Whether those of all other names are known too, as entries of a map.
    are_others: bool,
}

impl<'u> Known<'u> {
    /// Adds the name of a member.
    pub(super) fn add(&mut self, name: &'u str) {
        self.names.insert(name);
    }

    /// Adds all names.
    pub(super) fn add_others(&mut self) {
        self.are_others = true;
    }

    /// Adds what is known of one more variant.
    pub(super) fn join(&mut self, other: Self) {
        self.names.extend(other.names);
        self.are_others |= other.are_others;
    }

    /// Whether members of all names are known.
    pub(super) fn are_others(&self) -> bool {
        self.are_others
    }

    /// Whether the member of a name is known.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.are_others || self.names.contains(name)
    }
}

impl<'u> Extend<&'u str> for Known<'u> {
    fn extend<T: IntoIterator<Item = &'u str>>(&mut self, names: T) {
        self.names.extend(names);
    }
}
