//! `api.txt`: one line for each public item, which is what a reviewer reads first.
//!
//! Behind `//` stands what an item is on the wire, so that a change of the protocol shows as well as one of the names.

use super::runtime_listing;
use crate::api::Location;
use crate::rust::{
    Attributes, Field, Identifier, Module, Name, OpenEnum, Parameter, Presence, Request, RustCrate, RustType, Struct,
};

/// What holds for every item of a kind, and would only be noise on a line of each.
const LEGEND: &[&str] = &[
    "# Every public item on a line, with what it is on the wire behind `//`.",
    "# Identifiers and enums: as_str, Display, FromStr, From<&str>, From<String>. Enums and errors: KNOWN, Unknown.",
    "# Objects: from_json, to_json, example. Operations: new, and a setter for each optional parameter.",
];

pub(super) fn text(krate: &RustCrate) -> String {
    let mut lines: Vec<String> = LEGEND.iter().map(|line| (*line).to_owned()).collect();
    lines.push(format!("pub const API_VERSION: &str // {}", quoted(&krate.api_version)));
    for module in &krate.modules {
        add_module(module, &mut lines);
    }
    lines.extend(runtime_listing::lines(krate));
    lines.join("\n") + "\n"
}

fn add_module(module: &Module, lines: &mut Vec<String>) {
    let name = module.name.as_str();
    lines.push(format!("pub mod {name}"));
    for Identifier { name: identifier, attributes } in &module.identifiers {
        lines.push(format!("pub struct {name}::{identifier}{}", mark(attributes)));
    }
    for item in &module.enums {
        add_enum(name, item, lines);
    }
    for item in &module.structs {
        add_struct(name, item, lines);
    }
    for request in &module.requests {
        add_request(name, request, lines);
    }
}

fn add_enum(module: &str, item: &OpenEnum, lines: &mut Vec<String>) {
    let name = &item.name;
    lines.push(format!("pub enum {module}::{name}{}", mark(&item.attributes)));
    for variant in &item.variants {
        let mark = mark(&variant.attributes);
        let status = variant.status.map(|status| format!("{status} ")).unwrap_or_default();
        lines.push(format!("pub {module}::{name}::{}{mark} // {status}{}", variant.name, quoted(&variant.wire)));
    }
}

fn add_struct(module: &str, item: &Struct, lines: &mut Vec<String>) {
    let name = &item.name;
    lines.push(format!("pub struct {module}::{name}{}", mark(&item.attributes)));
    for Field { name: field, attributes, wire, ty, presence } in &item.fields {
        let presence = match presence {
            Presence::Required => "",
            Presence::Optional => ", optional",
            Presence::Nullable => ", nullable",
        };
        let mark = mark(attributes);
        lines.push(format!("pub {module}::{name}::{field}: {}{mark} // {}{presence}", spell(ty), quoted(wire)));
    }
}

fn add_request(module: &str, request: &Request, lines: &mut Vec<String>) {
    let Request { function, operation, .. } = request;
    let error = &request.error.name;
    let required: Vec<String> =
        request.required().map(|given| format!(", {}: {}", given.name, spell(&given.ty))).collect();
    let (method, path, mark) = (request.method.as_str(), &request.path, mark(&request.attributes));
    lines.push(format!(
        "pub fn {module}::{function}(&client{}) -> Result<{}, Error<{error}>>{mark} // {method} {path}",
        required.concat(),
        spell(&request.returns),
    ));
    lines.push(format!("pub struct {module}::{operation}"));
    lines.extend(request.parameters.iter().map(|parameter| parameter_line(module, operation, parameter)));
    add_enum(module, &request.error, lines);
}

fn parameter_line(module: &str, operation: &Name, parameter: &Parameter) -> String {
    let place = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Body => "body",
    };
    let kind = if parameter.optional { "optional" } else { "required" };
    let (name, ty, mark) = (&parameter.name, spell(&parameter.ty), mark(&parameter.attributes));
    format!("pub {module}::{operation}::{name}: {ty}{mark} // {} in the {place}, {kind}", quoted(&parameter.wire))
}

fn mark(attributes: &Attributes) -> &'static str {
    if attributes.is_deprecated() { " (deprecated)" } else { "" }
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// A type as a reader would say it, without paths.
fn spell(ty: &RustType) -> String {
    match ty {
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::I64 => "i64".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::String => "String".to_owned(),
        RustType::Json => "Json".to_owned(),
        RustType::Amount => "Amount".to_owned(),
        RustType::Currency => "Currency".to_owned(),
        RustType::Decimal => "Decimal".to_owned(),
        RustType::Timestamp => "Timestamp".to_owned(),
        RustType::Local(name) => name.to_string(),
        RustType::Foreign(module, name) => format!("{module}::{name}"),
        RustType::Box(inner) => format!("Box<{}>", spell(inner)),
        RustType::Option(inner) => format!("Option<{}>", spell(inner)),
        RustType::Vec(inner) => format!("Vec<{}>", spell(inner)),
        RustType::Map(inner) => format!("BTreeMap<String, {}>", spell(inner)),
    }
}
