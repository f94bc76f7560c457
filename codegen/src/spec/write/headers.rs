//! Headers of requests that are not parameters.

use super::{
    keys::{self, Keys},
    out::{Entry, Out},
};
use crate::spec::{Header, schema};

/// An entry of `headers`.
pub(super) fn header(Header { item, value }: &Header) -> Entry {
    let value = value.iter().flatten().next();
    let out = match value {
        Some(value) if keys::is_bare(item) => Out::text(value),
        value => Keys::of(&schema::HEADER).text("value", value).item(item).out(),
    };
    Entry::named(&item.name.value, out)
}
