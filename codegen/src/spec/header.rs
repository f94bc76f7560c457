//! Reads headers of requests that are not parameters.

use super::{
    description::Header,
    item::{self, owner},
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::Diagnostics,
    yaml::{Entry, Faulty, Value},
};

/// `Name: text` is short for a header with this value that callers do not set.
pub(super) fn header(entry: &Entry, diagnostics: &mut Diagnostics) -> Header {
    let Entry { key, value } = entry;
    if !matches!(value.value, Value::Mapping(_)) {
        let text = reader::text(value, &crate::diag::code(&key.value), diagnostics);
        return Header { item: item::bare_item(key), value: text.map(Some) };
    }
    match Mapping::open(value, owner("header", key), &key.span, &schema::HEADER, diagnostics) {
        Ok(mapping) => {
            Header { item: item::item(key, &mapping, diagnostics), value: mapping.text("value", diagnostics) }
        }
        Err(Faulty) => Header { item: item::bare_item(key), value: Err(Faulty) },
    }
}
