//! URIs.

use crate::runtime::values::identifier::identifier;

/// A URI or a reference to one, such as `https://example.com/a?b=c`.
///
/// Any text is taken, and compared as text: what an address means is for whoever goes there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uri(String);
identifier!(Uri);
