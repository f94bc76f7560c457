//! Currencies.

use crate::runtime::values::identifier::identifier;

/// A currency by its three-letter ISO code, in lower case: `usd`.
///
/// Any text is taken, so that a currency which is new to the API breaks no caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(String);
identifier!(Currency);
