//! The headers of a delivery, as whatever took it has them.

use std::collections::{BTreeMap, HashMap};

use http::HeaderMap;

/// The headers of a delivery: those of the crate `http`, which axum, hyper and most others have, or pairs of names and values,
/// as from a queue.
pub trait WebhookHeaders {
    /// The first value of this name, in whatever letter case, if it is text.
    fn value(&self, name: &str) -> Option<&str>;
}

impl WebhookHeaders for HeaderMap {
    fn value(&self, name: &str) -> Option<&str> {
        self.get(name)?.to_str().ok()
    }
}

/// The first value of a name.
fn find<'a, N: AsRef<str> + 'a, V: AsRef<str> + 'a>(
    mut pairs: impl Iterator<Item = (&'a N, &'a V)>,
    name: &str,
) -> Option<&'a str> {
    pairs.find(|(known, _)| known.as_ref().eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
}

impl<N: AsRef<str>, V: AsRef<str>> WebhookHeaders for [(N, V)] {
    fn value(&self, name: &str) -> Option<&str> {
        find(self.iter().map(|(name, value)| (name, value)), name)
    }
}

impl<N: AsRef<str>, V: AsRef<str>, const COUNT: usize> WebhookHeaders for [(N, V); COUNT] {
    fn value(&self, name: &str) -> Option<&str> {
        self.as_slice().value(name)
    }
}

impl<N: AsRef<str>, V: AsRef<str>> WebhookHeaders for Vec<(N, V)> {
    fn value(&self, name: &str) -> Option<&str> {
        self.as_slice().value(name)
    }
}

impl<N: AsRef<str>, V: AsRef<str>, S> WebhookHeaders for HashMap<N, V, S> {
    fn value(&self, name: &str) -> Option<&str> {
        find(self.iter(), name)
    }
}

impl<N: AsRef<str>, V: AsRef<str>> WebhookHeaders for BTreeMap<N, V> {
    fn value(&self, name: &str) -> Option<&str> {
        find(self.iter(), name)
    }
}
