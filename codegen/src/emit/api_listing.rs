//! `api.txt`: one line for each public item, which is what a reviewer reads first.
//!
//! Behind `//` stands what an item is on the wire, so that a change of the protocol shows as well as one of the names.

use super::runtime_listing;
use crate::rust::{
    Attributes, Field, Identifier, Limit, Module, Name, Need, OpenEnum, Parameter, Params, Part, Presence, Request,
    RustCrate, RustType, Struct, Union,
};

/// What holds for every item of a kind, and would only be noise on a line of each.
const LEGEND: &[&str] = &[
    "# Every public item on a line, with what it is on the wire behind `//`.",
    "# Identifiers and enums: as_str, Display, FromStr, From<&str>, From<String>. Enums and errors: KNOWN, Unknown.",
    "# Objects: from_json, to_json, example. Their kinds: Unknown.",
    "# Operations and objects of requests: new, and a setter for each optional parameter, or two if it can be unset.",
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
    let needs: Vec<String> = module.feature.needs.iter().map(|feature| format!(", {}", quoted(feature))).collect();
    lines.push(format!("pub mod {name} // feature {}{}", quoted(&module.feature.name), needs.concat()));
    for Identifier { name: identifier, attributes } in &module.identifiers {
        lines.push(format!("pub struct {name}::{identifier}{}", mark(attributes)));
    }
    for item in &module.enums {
        add_enum(name, item, lines);
    }
    for item in &module.structs {
        add_struct(name, item, lines);
    }
    for item in &module.params {
        add_params(name, item, lines);
    }
    for item in &module.unions {
        add_union(name, item, lines);
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
    if let Some(kind) = &item.kind {
        lines.push(format!("pub {module}::{name}::{}: {} // by {}", kind.name, spell(&kind.ty), quoted(&kind.tag)));
    }
}

fn add_params(module: &str, item: &Params, lines: &mut Vec<String>) {
    lines.push(format!("pub struct {module}::{}{}", item.name, mark(&item.attributes)));
    lines.extend(item.members.iter().map(|member| parameter_line(module, &item.name, member)));
}

fn add_union(module: &str, item: &Union, lines: &mut Vec<String>) {
    let name = &item.name;
    lines.push(format!("pub enum {module}::{name}{} // by {}", mark(&item.attributes), quoted(&item.tag)));
    for variant in &item.variants {
        let mark = mark(&variant.attributes);
        let data = variant.data.as_ref().map(|ty| format!("({})", spell(ty))).unwrap_or_default();
        lines.push(format!("pub {module}::{name}::{}{data}{mark} // {}", variant.name, quoted(&variant.wire)));
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
    if let Some(sender) = &request.sender {
        lines.push(format!("pub type {module}::{}<C> = SessionSender<C, {operation}>", sender.name));
    }
    add_enum(module, &request.error, lines);
}

fn parameter_line(module: &str, operation: &Name, parameter: &Parameter) -> String {
    let place = match parameter.part {
        Part::Path => " in the path",
        Part::Query => " in the query",
        Part::Body => " in the body",
        Part::Member => "",
        Part::Union => " and the member that it names",
        Part::Token => " in place of the API key",
    };
    let need = match parameter.need {
        Need::Required => "required",
        Need::Optional => "optional",
        Need::Clearable => "optional, can be unset",
    };
    let limits: Vec<String> = parameter.limits.iter().map(limit).collect();
    let (name, ty, mark) = (&parameter.name, spell(&parameter.ty), mark(&parameter.attributes));
    let (wire, limits) = (quoted(&parameter.wire), limits.concat());
    format!("pub {module}::{operation}::{name}: {ty}{mark} // {wire}{place}, {need}{limits}")
}

fn limit(limit: &Limit) -> String {
    match limit {
        Limit::MaxLength(most) => format!(", max_length {most}"),
        Limit::MaxItems(most) => format!(", max_items {most}"),
        Limit::Min(least) => format!(", min {least}"),
        Limit::Max(most) => format!(", max {most}"),
    }
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
        RustType::ApiKey => "ApiKey".to_owned(),
        RustType::Currency => "Currency".to_owned(),
        RustType::Decimal => "Decimal".to_owned(),
        RustType::Secret => "Secret".to_owned(),
        RustType::Timestamp => "Timestamp".to_owned(),
        RustType::Local(name) => name.to_string(),
        RustType::Foreign(module, name) => format!("{module}::{name}"),
        RustType::Expandable(id, object) => format!("Expandable<{}, {}>", spell(id), spell(object)),
        RustType::List(inner) => format!("List<{}>", spell(inner)),
        RustType::Page(inner) => format!("Page<{}>", spell(inner)),
        RustType::Box(inner) => format!("Box<{}>", spell(inner)),
        RustType::Option(inner) => format!("Option<{}>", spell(inner)),
        RustType::Vec(inner) => format!("Vec<{}>", spell(inner)),
        RustType::Map(inner) => format!("BTreeMap<String, {}>", spell(inner)),
    }
}
