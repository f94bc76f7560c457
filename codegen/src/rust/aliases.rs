//! Types with names of their own in Rust.

use super::attributes::attributes_with;
use super::bounds::{bounded, bounds, of_each};
use super::docs::Doc;
use super::former::former_with;
use super::model::{Alias, Bound, RustType};
use super::names::Case;
use super::scalars::SECRET;
use super::sides::Side;
use super::types::Types;
use crate::api::{self, AliasId, Api, Measure, Resource, Type};

/// Lowers the aliases of a resource, each for the sides on which it is another type.
pub(super) fn lower_aliases(resource: &Resource, types: &Types<'_>) -> Vec<Alias> {
    let sides = |id: &AliasId| {
        let alias = &types.api[*id];
        let met = [Side::Answer, Side::Request].into_iter().filter(|side| !alias.is_sided() || side.is_in(alias.uses));
        let most = if alias.is_sided() { 2 } else { 1 };
        met.take(most).map(|side| lower_alias(*id, side, types)).collect::<Vec<_>>()
    };
    resource.aliases.iter().flat_map(sides).collect()
}

fn lower_alias(id: AliasId, side: Side, types: &Types<'_>) -> Alias {
    let alias = &types.api[id];
    let ending = if alias.is_sided() { side.ending() } else { "" };
    let name = types.names.aliases[id.index()].on(side).1.clone();
    let bounds = bounds(&alias.bounds, &alias.ty);
    Alias {
        attributes: attributes_with(&alias.item, bounded(Doc::of(&alias.item.doc), &bounds, None, None))
            .formerly(former_with(&alias.item, Case::Camel, ending, &name)),
        ty: stood_for(alias, side, types),
        name,
        bounds,
    }
}

/// What an alias stands for; nothing if it is a type of its own.
fn stood_for(alias: &api::Alias, side: Side, types: &Types<'_>) -> Option<RustType> {
    match (alias.is_text(), alias.secret) {
        (true, false) => None,
        (true, true) => Some(SECRET),
        (false, _) => Some(types.of(&alias.ty, side)),
    }
}

/// The bounds that a value has by the aliases in its type, but for those that a type of its own checks by itself.
pub(super) fn aliased(ty: &Type, api: &Api) -> Vec<Bound> {
    let mut found = Vec::new();
    let (mut ty, mut lists, mut is_inside) = (ty, 0, false);
    loop {
        let (id, inside) = match ty {
            Type::List(inside) => {
                lists += 1;
                is_inside = true;
                ty = inside;
                continue;
            }
            Type::Map(inside) | Type::Nullable(inside) => {
                is_inside |= matches!(ty, Type::Map(_));
                ty = inside;
                continue;
            }
            Type::Alias(id, inside) => (id, Some(&**inside)),
            Type::Text(id) if api[*id].secret => (id, None),
            _ => return found,
        };
        // Of a list in a list, the outer one is not meant; all else is looked for in the items.
        let own = bounds(&api[*id].bounds, &api[*id].ty).into_iter().zip(&api[*id].bounds.list);
        found.extend(own.map(|(bound, described)| Bound {
            sentence: bound.sentence.map(|sentence| if is_inside { of_each(&sentence) } else { sentence }),
            lists: if described.kind.measure() == Measure::Items { lists } else { 0 },
            ..bound
        }));
        let Some(inside) = inside else { return found };
        ty = inside;
    }
}
