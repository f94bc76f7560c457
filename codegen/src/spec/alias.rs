//! Reads types that have names of their own.

use super::{
    bounds::bounds,
    description::Alias,
    item::{bare_item, item, owner},
    reader::Mapping,
    schema, type_expression,
};
use crate::{
    diag::Diagnostics,
    yaml::{Entry, Faulty},
};

/// Reads an entry of `aliases`.
pub(super) fn alias(entry: &Entry, diagnostics: &mut Diagnostics) -> Alias {
    let Entry { key, value } = entry;
    match Mapping::open(value, owner("alias", key), &key.span, &schema::ALIAS, diagnostics) {
        Ok(mapping) => Alias {
            item: item(key, &mapping, diagnostics),
            ty: mapping.require("type", diagnostics).and_then(|node| type_expression::read(node, diagnostics)),
            bounds: bounds(&mapping, diagnostics),
            secret: mapping.flag("secret", diagnostics),
        },
        Err(Faulty) => Alias { item: bare_item(key), ty: Err(Faulty), bounds: Err(Faulty), secret: Err(Faulty) },
    }
}
