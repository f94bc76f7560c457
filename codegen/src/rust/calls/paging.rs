//! How the items of a list are taken out of its pages in Rust.

use crate::api::{Endpoint, Returns, Type};
use crate::rust::model::{PageStep, Paging};
use crate::rust::sides::Side;
use crate::rust::types::Types;

/// What requests have methods for besides, where they are for a list.
pub(in crate::rust) const METHOD_NAMES: &[&str] = &["items", "pages"];

/// What requests for this call have methods for besides.
pub(in crate::rust) fn methods(endpoint: &Endpoint) -> &'static [&'static str] {
    if endpoint.paging.is_some() { METHOD_NAMES } else { &[] }
}

/// Lowers what an endpoint says itself of its pages.
pub(in crate::rust) fn lower(endpoint: &Endpoint, types: &Types<'_>) -> Option<Paging> {
    let (paging, Returns::Value(answer)) = (endpoint.paging.as_ref()?, &endpoint.returns) else { return None };
    let mut ty = answer;
    let mut steps = Vec::new();
    for member in &paging.items {
        let Type::Object(id) = ty.without_null().meant() else { return None };
        let fields = &types.api[*id].fields;
        let index = fields.iter().position(|field| field.item.name == *member)?;
        let field = &fields[index];
        let held = types.of_field(&field.ty, *id, Side::Answer);
        steps.push(PageStep {
            field: types.names.objects[id.index()].fields[index].clone(),
            ty: if field.optional.response { held.optional() } else { held },
        });
        ty = &field.ty;
    }
    Some(Paging {
        item: types.of(&paging.item, Side::Answer),
        steps,
        items: paging.items.clone(),
        next: paging.next.clone(),
        last: paging.last.clone(),
        words: paging.in_words(),
    })
}
