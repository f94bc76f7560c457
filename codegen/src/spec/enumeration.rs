//! Reads enums.

use super::{
    description::{Enum, Item},
    enum_base::{EnumBase, base},
    item::{bare_item, item, owner, short_item},
    reader::Mapping,
    schema,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, code},
    yaml::{Entry, Faulty, Text, looks_like},
};

/// Reads an entry of `enums`.
pub(super) fn enumeration(entry: &Entry, diagnostics: &mut Diagnostics) -> Enum {
    let Entry { key, value } = entry;
    match Mapping::open(value, owner("enum", key), &key.span, &schema::ENUM, diagnostics) {
        Ok(mapping) => {
            let item = item(key, &mapping, diagnostics);
            values(&mapping, item, None, diagnostics)
        }
        Err(Faulty) => {
            Enum { item: bare_item(key), in_place: None, base: Err(Faulty), closed: false, values: Err(Faulty) }
        }
    }
}

/// Reads what an enum holds.
pub(super) fn values(mapping: &Mapping, item: Item, in_place: Option<Span>, diagnostics: &mut Diagnostics) -> Enum {
    let base = base(mapping, diagnostics);
    let read = |entry: &Entry, diagnostics: &mut Diagnostics| {
        if base == Ok(EnumBase::Text) {
            quoted(&entry.key, "value", base_of(&entry.key), diagnostics);
        }
        short_item(entry, "value", diagnostics)
    };
    Enum {
        item,
        in_place,
        base,
        closed: mapping.boolean("closed", diagnostics).unwrap_or_default(),
        values: mapping.require_each("values", diagnostics, read),
    }
}

/// The base under which a name would be what it looks like.
fn base_of(name: &Text) -> Option<EnumBase> {
    match name.value.as_str() {
        "true" | "false" => Some(EnumBase::Boolean),
        digits => digits.parse::<i64>().ok().map(|_| EnumBase::Integer),
    }
}

/// Remarks on the name of a value or variant that looks like something else than a text, which it is on the wire. Under a
/// base, a value is what it looks like.
pub(super) fn quoted(name: &Text, noun: &str, base: Option<EnumBase>, diagnostics: &mut Diagnostics) {
    let is_in_quotes = name.span.bytes.len() > name.value.len();
    let Some(kind) = looks_like(&name.value).filter(|_| !is_in_quotes) else { return };
    let message = format!("the {noun} {} looks like {kind}, but is a text", code(&name.value));
    let remark = Diagnostic::remark("unquoted-value", message, &name.span, "sent and read as a text");
    let or_base = base.map(|base| format!("; or write `base: {}`, if it is {kind} in JSON", base.as_str()));
    let or_base = or_base.unwrap_or_default();
    diagnostics.push(remark.help(format!("put it in quotes, so that readers see it: \"{}\"{or_base}", name.value)));
}
