//! The runtime's part of `api.txt`, read off its sources.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use syn::{
    Fields, File, FnArg, Generics, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, ItemTrait, PathArguments,
    ReceiverKind, ReturnType, Signature, TraitItem, Type, Visibility, parse_quote,
};

use quote::ToTokens;

use super::runtime::{exported_names, parsed, selected};
use super::{service, source};
use crate::rust::RustCrate;

/// A line, and the module that it comes from.
pub(super) type Line = (&'static str, String);

/// One line for each public item that the crate's root exports from the runtime.
pub(super) fn lines(krate: &RustCrate) -> Vec<Line> {
    let exported = exported_names(krate);
    let mut lines = lines_of_modules(selected(krate).collect(), &exported);
    let service = source::parsed(service::tokens(krate));
    add_items("service", &service, &exported, &mut lines);
    lines
}

/// The lines of modules. Parsing them takes longer than all else that is listed, and two descriptions that are compared
/// mostly have the same ones, so they are kept.
fn lines_of_modules(modules: Vec<(&'static str, &'static str)>, exported: &BTreeSet<String>) -> Vec<Line> {
    type Known = BTreeMap<(Vec<&'static str>, BTreeSet<String>), Vec<Line>>;
    static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
    let key = (modules.iter().map(|(name, _)| *name).collect(), exported.clone());
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(lines) = known().get(&key) {
        return lines.clone();
    }
    let mut lines = Vec::new();
    for (module, text) in modules {
        add_items(module, &parsed(text), exported, &mut lines);
    }
    known().insert(key, lines.clone());
    lines
}

fn add_items(module: &'static str, file: &File, exported: &BTreeSet<String>, lines: &mut Vec<Line>) {
    let mut texts = Vec::new();
    for item in &file.items {
        add_item(item, exported, &mut texts);
    }
    lines.extend(texts.into_iter().map(|text| (module, text)));
}

fn add_item(item: &Item, exported: &BTreeSet<String>, lines: &mut Vec<String>) {
    let is_exported = |name: &dyn ToString| exported.contains(&name.to_string());
    match item {
        Item::Struct(item) if is_exported(&item.ident) => add_struct(item, lines),
        Item::Enum(item) if is_exported(&item.ident) => add_enum(item, lines),
        Item::Trait(item) if is_exported(&item.ident) => add_trait(item, lines),
        Item::Type(item) if is_exported(&item.ident) => lines.push(format!("pub type {}", item.ident)),
        Item::Impl(item) if item.trait_.is_none() => add_methods(item, exported, lines),
        _ => {}
    }
}

fn add_struct(item: &ItemStruct, lines: &mut Vec<String>) {
    lines.push(format!("pub struct {}{}", item.ident, parameters(&item.generics)));
    for field in item.fields.iter().filter(|field| matches!(field.vis, Visibility::Public(_))) {
        if let Some(name) = &field.ident {
            lines.push(format!("pub {}::{name}: {}", item.ident, spell(&field.ty)));
        }
    }
}

fn add_enum(item: &ItemEnum, lines: &mut Vec<String>) {
    lines.push(format!("pub enum {}{}", item.ident, parameters(&item.generics)));
    for variant in &item.variants {
        lines.push(format!("pub {}::{}{}", item.ident, variant.ident, contents(&variant.fields)));
    }
}

fn add_trait(item: &ItemTrait, lines: &mut Vec<String>) {
    lines.push(format!("pub trait {}", item.ident));
    for member in &item.items {
        match member {
            TraitItem::Fn(method) => lines.push(format!("pub {}::{}", item.ident, signature(&method.sig))),
            TraitItem::Type(ty) => lines.push(format!("pub type {}::{}", item.ident, ty.ident)),
            TraitItem::Const(constant) => {
                lines.push(format!("pub const {}::{}: {}", item.ident, constant.ident, spell(&constant.ty)));
            }
            _ => {}
        }
    }
}

fn add_methods(item: &ItemImpl, exported: &BTreeSet<String>, lines: &mut Vec<String>) {
    let Type::Path(owner) = &*item.self_ty else { return };
    let Some(name) = owner.path.segments.last().map(|segment| segment.ident.to_string()) else { return };
    if !exported.contains(&name) {
        return;
    }
    let name = if is_specific(item) { spell(&item.self_ty).replace("runtime::", "") } else { name };
    for member in &item.items {
        match member {
            ImplItem::Fn(method) if matches!(method.vis, Visibility::Public(_)) => {
                lines.push(format!("pub {name}::{}", signature(&method.sig)));
            }
            ImplItem::Const(constant) if matches!(constant.vis, Visibility::Public(_)) => {
                lines.push(format!("pub const {name}::{}: {}", constant.ident, spell(&constant.ty)));
            }
            _ => {}
        }
    }
}

/// Whether methods are there for some types only, such as those of `ClientBuilder<Client>`.
fn is_specific(item: &ItemImpl) -> bool {
    let Type::Path(owner) = &*item.self_ty else { return false };
    let Some(PathArguments::AngleBracketed(arguments)) = owner.path.segments.last().map(|segment| &segment.arguments)
    else {
        return false;
    };
    let own: Vec<String> = item.generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    arguments.args.iter().any(|argument| !own.contains(&argument.to_token_stream().to_string()))
}

/// A method's name, what it takes and what it gives, on one line.
fn signature(signature: &Signature) -> String {
    let inputs: Vec<String> = signature.inputs.iter().map(input).collect();
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", spell(ty)),
    };
    format!("{}({}){output}", signature.ident, inputs.join(", "))
}

fn input(input: &FnArg) -> String {
    match input {
        FnArg::Receiver(receiver) => match &receiver.kind {
            ReceiverKind::Reference(_, _, None) => "&self".to_owned(),
            ReceiverKind::Reference(..) => "&mut self".to_owned(),
            _ => "self".to_owned(),
        },
        FnArg::Typed(typed) => spell(&typed.ty),
    }
}

/// The parameters of a type, without their bounds.
fn parameters(generics: &Generics) -> String {
    let names: Vec<String> = generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) }
}

/// What a variant holds.
fn contents(fields: &Fields) -> String {
    let types: Vec<String> = fields.iter().map(|field| spell(&field.ty)).collect();
    if types.is_empty() { String::new() } else { format!("({})", types.join(", ")) }
}

/// A type, laid out by the formatter that lays out the sources, on one line.
fn spell(ty: &Type) -> String {
    let alias = prettyplease::unparse(&parse_quote!(type Alias = #ty;));
    let words: Vec<&str> = alias.split_whitespace().collect();
    words.join(" ").trim_start_matches("type Alias = ").trim_end_matches(';').to_owned()
}
