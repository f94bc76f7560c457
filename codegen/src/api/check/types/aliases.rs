//! Checks types that have names of their own, each after the one for which it stands.

use super::{bounds, resolve::resolve};
use crate::{
    api::{
        check::{
            items::{self, Kind},
            symbols::{Named, Symbols},
        },
        model::{Alias, AliasId, Bounds, Sides, Type},
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, Severity, code},
    spec::{self, Description, Faulty, Read, TypeExpression},
};

/// How many types an alias may stand for, one in the other.
const DEEPEST: usize = 16;

/// Checks them all, and notes what each means.
pub(crate) fn check(description: &Description, symbols: &mut Symbols, diagnostics: &mut Diagnostics) -> Vec<Alias> {
    let written: Vec<&spec::Alias> = description.resources.iter().flat_map(|resource| &resource.aliases).collect();
    symbols.aliases = vec![Err(Faulty); written.len()];
    symbols.alias_bounds = vec![Bounds::default(); written.len()];
    let mut met = vec![false; written.len()];
    let mut checked: Vec<Option<Alias>> = written.iter().map(|_| None).collect();
    for start in 0..written.len() {
        for index in in_order(start, &written, &mut met, symbols, diagnostics) {
            checked[index] = Some(alias(AliasId(index), written[index], symbols, diagnostics));
        }
    }
    checked.into_iter().flatten().collect()
}

/// An alias and those to which it leads, as far as they were not met: the last one that it leads to comes first.
fn in_order(
    start: usize,
    written: &[&spec::Alias],
    met: &mut [bool],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Vec<usize> {
    let mut path = Vec::new();
    let mut at = Some(start);
    while let Some(index) = at.filter(|index| !met[*index]) {
        met[index] = true;
        path.push(index);
        at = written[index].ty.as_ref().ok().and_then(|ty| meant(ty, symbols));
    }
    if let Some(begin) = at.and_then(|again| path.iter().position(|index| *index == again)) {
        ring(path[begin..].iter().map(|index| written[*index]), diagnostics);
    }
    path.reverse();
    path
}

/// The alias that a type speaks of.
fn meant(ty: &TypeExpression, symbols: &Symbols) -> Option<usize> {
    match symbols.types.get(ty.plain_name()?) {
        Some(Named::Alias(id)) => Some(id.index()),
        _ => None,
    }
}

/// Reports aliases that stand for each other.
fn ring<'a>(aliases: impl Iterator<Item = &'a spec::Alias> + Clone, diagnostics: &mut Diagnostics) {
    let names: Vec<String> = aliases.clone().map(|alias| code(&alias.item.name.value)).collect();
    let message = format!("the alias {} stands for itself", names[0]);
    let next = names.iter().cycle().skip(1);
    let fault = Diagnostic::without_place(Severity::Fault, "infinite-alias", message);
    let fault = aliases
        .zip(next)
        .fold(fault, |fault, (alias, next)| fault.label(&alias.item.name.span, format!("stands for {next}")));
    diagnostics.push(fault.help("give one of them a type that is no alias of this circle"));
}

fn alias(id: AliasId, alias: &spec::Alias, symbols: &mut Symbols, diagnostics: &mut Diagnostics) -> Alias {
    let item = items::check(&alias.item, Kind::Alias, diagnostics);
    let ty = alias.ty.as_ref().map_err(|faulty| *faulty);
    let ty = ty.and_then(|ty| resolve(ty, None, symbols, diagnostics));
    let ty = ty.and_then(|ty| match problem(&ty) {
        Some((message, help)) => {
            let message = format!("the alias {} {message}", code(&item.name));
            diagnostics.push(Diagnostic::new("invalid-alias", message, &item.span, "this alias").help(help));
            Err(Faulty)
        }
        None => Ok(ty),
    });
    let bounds = ty.as_ref().map_or(Bounds::default(), |ty| bounds::check(&alias.bounds, ty, symbols, diagnostics));
    let secret = secret(alias, &ty, diagnostics);
    let named = ty.clone().map(|ty| match ty {
        Type::Scalar(Scalar::String) => Type::Text(id),
        ty => Type::Alias(id, Box::new(ty)),
    });
    symbols.aliases[id.index()] = named;
    symbols.alias_bounds[id.index()] = bounds.clone();
    Alias { item, ty: ty.unwrap_or(Type::Json), bounds, secret, uses: Sides::NONE }
}

/// What is wrong with what an alias stands for, and what to do about it.
fn problem(ty: &Type) -> Option<(&'static str, &'static str)> {
    match ty {
        Type::Nullable(_) => Some(("may be null", "leave out the `?`, and write it where the alias is used")),
        ty if depth(ty) > DEEPEST => {
            Some(("stands for more than 16 types in each other", "name an object for some of them"))
        }
        _ => None,
    }
}

fn depth(ty: &Type) -> usize {
    match ty {
        Type::List(inside) | Type::Map(inside) | Type::Nullable(inside) | Type::Alias(_, inside) => 1 + depth(inside),
        _ => 1,
    }
}

/// Whether an alias is a secret, which only a text can be.
fn secret(alias: &spec::Alias, ty: &Read<Type>, diagnostics: &mut Diagnostics) -> bool {
    let (Ok(Some(place)), Ok(ty)) = (&alias.secret, ty) else { return false };
    if *ty != Type::Scalar(Scalar::String) {
        let message = format!("the alias {} is secret, but is no `string`", code(&alias.item.name.value));
        let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
        diagnostics.push(fault.help("write `type: string`, or remove `secret`"));
    }
    true
}
