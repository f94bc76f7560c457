//! The public items of a crate, each on a line with what it is on the wire behind `//`.

use std::collections::HashMap;

use super::usages::{self, Speaker};
use crate::emit::runtime_listing;
use crate::emit::runtime_needs::askers;
use crate::emit::spelling::Spelling;
use crate::rust::{
    Attributes, Field, HeaderSetter, Limit, Module, Name, Need, OpenEnum, Parameter, Params, Part, Presence, Request,
    RustCrate, Sender, Struct, Union,
};
use crate::surface::{Origin, SurfaceLine, Usage};

/// Stands behind what is on its way out.
const DEPRECATED: &str = " (deprecated)";

/// All public items of a crate, as `api.txt` lists them.
#[must_use]
pub fn surface(krate: &RustCrate) -> Vec<SurfaceLine> {
    let version = format!("pub const API_VERSION: &str // {}", quoted(&krate.api_version));
    let usage = usages::version(&krate.name);
    let origin = Some(krate.version_origin.clone());
    let mut lines = vec![line(origin, version, Some(usage))];
    for module in &krate.modules {
        let speaker = Speaker::new(&krate.name, &module.name);
        let mut list = List { module: &module.name, speaker, spelling: Spelling::short(), lines: &mut lines };
        list.add_module(module);
    }
    let mut known = HashMap::new();
    for (module, text) in runtime_listing::lines(krate) {
        let askers = known.entry(module).or_insert_with(|| askers(krate, module).unwrap_or_default());
        lines.push(SurfaceLine { askers: askers.clone(), ..of_runtime(text, krate) });
    }
    lines
}

fn line(origin: Option<Origin>, text: String, usage: Option<Usage>) -> SurfaceLine {
    SurfaceLine { origin, text, askers: Vec::new(), former_of: None, usage }
}

/// An item of the runtime, which comes from the description only where it sets a header.
fn of_runtime(text: String, krate: &RustCrate) -> SurfaceLine {
    let sets = |owner: &str, name: &Name| {
        let method = text.strip_prefix("pub ").and_then(|text| text.strip_prefix(owner)?.strip_prefix("::"));
        method.and_then(|method| method.strip_prefix(name.as_str())).is_some_and(|rest| rest.starts_with('('))
    };
    for setter in &krate.header_setters {
        let HeaderSetter { name: present, attributes, .. } = setter;
        for name in std::iter::once(present).chain(&attributes.former) {
            // Builders are only there with a feature that brings a client.
            let usage = sets("Request", name).then(|| usages::header(&krate.name, name));
            if usage.is_some() || sets("ClientBuilder", name) {
                let is_former = name != present;
                let mark = if is_former { DEPRECATED } else { mark(attributes) };
                let former_of = is_former.then(|| present.to_string());
                return SurfaceLine { former_of, ..line(Some(attributes.origin.clone()), text + mark, usage) };
            }
        }
    }
    line(None, text, None)
}

/// The items of a module.
struct List<'a> {
    module: &'a Name,
    speaker: Speaker<'a>,
    spelling: Spelling,
    lines: &'a mut Vec<SurfaceLine>,
}

impl List<'_> {
    fn add(&mut self, origin: &Origin, text: String, usage: impl Into<Option<Usage>>) {
        self.lines.push(line(Some(origin.clone()), text, usage.into()));
    }

    /// A former name of what is called `present`.
    fn add_alias(&mut self, origin: &Origin, text: String, present: &Name, usage: impl Into<Option<Usage>>) {
        let former_of = Some(present.to_string());
        self.lines.push(SurfaceLine { former_of, ..line(Some(origin.clone()), text, usage.into()) });
    }

    /// The former names of the item of the line before.
    fn add_former(&mut self, kind: &str, name: &Name, attributes: &Attributes, usage: impl Fn(&Self, &Name) -> Usage) {
        for former in &attributes.former {
            let usage = usage(self, former);
            let text = format!("pub {kind}::{former} = {name}{DEPRECATED}");
            self.add_alias(&attributes.origin, text, name, usage);
        }
    }

    /// The former names of the type of the line before.
    fn add_former_type(&mut self, name: &Name, attributes: &Attributes) {
        let kind = format!("type {}", self.module);
        self.add_former(&kind, name, attributes, |list, former| list.speaker.former_type(name, former));
    }

    fn add_module(&mut self, module: &Module) {
        let Module { name, feature, .. } = module;
        let needs: Vec<String> = feature.needs.iter().map(|feature| format!(", {}", quoted(feature))).collect();
        let text = format!("pub mod {name} // feature {}{}", quoted(&feature.name), needs.concat());
        self.add(&module.origin, text, self.speaker.module());
        for item in &module.identifiers {
            let text = format!("pub struct {name}::{}{}", item.name, mark(&item.attributes));
            self.add(&item.attributes.origin, text, self.speaker.text(&item.name, "text"));
            self.add_former_type(&item.name, &item.attributes);
        }
        for item in &module.enums {
            let text = item.variants.first().map_or("text", |value| &value.wire);
            self.add_enum(item, self.speaker.text(&item.name, text));
        }
        for item in &module.structs {
            self.add_struct(item);
        }
        for item in &module.params {
            self.add_params(item);
        }
        for item in &module.unions {
            self.add_union(item);
        }
        for request in &module.requests {
            self.add_request(request);
        }
    }

    fn add_enum(&mut self, item: &OpenEnum, usage: Usage) {
        let (module, name) = (self.module, &item.name);
        let Attributes { origin, .. } = &item.attributes;
        self.add(origin, format!("pub enum {module}::{name}{}", mark(&item.attributes)), usage);
        self.add_former_type(name, &item.attributes);
        for variant in &item.variants {
            let mark = mark(&variant.attributes);
            let status = variant.status.map(|status| format!("{status} ")).unwrap_or_default();
            let text = format!("pub {module}::{name}::{}{mark} // {status}{}", variant.name, quoted(&variant.wire));
            self.add(&variant.attributes.origin, text, self.speaker.variant(item, variant, &variant.name));
            self.add_former(&format!("const {module}::{name}"), &variant.name, &variant.attributes, |list, former| {
                list.speaker.variant(item, variant, former)
            });
        }
    }

    fn add_struct(&mut self, item: &Struct) {
        let (module, name) = (self.module, &item.name);
        let Attributes { origin, .. } = &item.attributes;
        self.add(origin, format!("pub struct {module}::{name}{}", mark(&item.attributes)), self.speaker.object(item));
        self.add_former_type(name, &item.attributes);
        for given in &item.fields {
            let Field { name: field, attributes, wire, ty, presence } = given;
            let presence = match presence {
                Presence::Required => "",
                Presence::Optional => ", optional",
                Presence::Nullable => ", nullable",
            };
            let (ty, mark) = (self.spelling.of(ty), mark(attributes));
            let text = format!("pub {module}::{name}::{field}: {ty}{mark} // {}{presence}", quoted(wire));
            self.add(&attributes.origin, text, self.speaker.field(item, given));
        }
        if let Some(kind) = &item.kind {
            let (field, ty) = (&kind.name, self.spelling.of(&kind.ty));
            let text = format!("pub {module}::{name}::{field}: {ty} // by {}", quoted(&kind.tag));
            self.add(origin, text, self.speaker.member(item, field, &kind.ty));
        }
    }

    fn add_params(&mut self, item: &Params) {
        let text = format!("pub struct {}::{}{}", self.module, item.name, mark(&item.attributes));
        self.add(&item.attributes.origin, text, self.speaker.params(item));
        self.add_former_type(&item.name, &item.attributes);
        for member in &item.members {
            self.add_parameter(&item.name, member, |list, setter| list.speaker.params_member(item, member, setter));
        }
    }

    fn add_union(&mut self, item: &Union) {
        let (module, name) = (self.module, &item.name);
        let text = format!("pub enum {module}::{name}{} // by {}", mark(&item.attributes), quoted(&item.tag));
        self.add(&item.attributes.origin, text, self.speaker.union(item));
        self.add_former_type(name, &item.attributes);
        for variant in &item.variants {
            let mark = mark(&variant.attributes);
            let data = variant.data.as_ref().map(|ty| format!("({})", self.spelling.of(ty))).unwrap_or_default();
            let text = format!("pub {module}::{name}::{}{data}{mark} // {}", variant.name, quoted(&variant.wire));
            self.add(&variant.attributes.origin, text, self.speaker.union_variant(item, variant, &variant.name));
            self.add_former(&format!("const {module}::{name}"), &variant.name, &variant.attributes, |list, former| {
                list.speaker.union_variant(item, variant, former)
            });
        }
    }

    fn add_request(&mut self, request: &Request) {
        let Request { function, operation, attributes, .. } = request;
        let (module, error, origin) = (self.module, &request.error, &attributes.origin);
        let required = request.required().map(|given| format!(", {}: {}", given.name, self.spelling.of(&given.ty)));
        let required: Vec<String> = required.collect();
        let (method, path, mark) = (request.method.as_str(), &request.path, mark(attributes));
        let returns = self.spelling.of(&request.returns);
        let text = format!(
            "pub fn {module}::{function}(&client{}) -> Result<{returns}, Error<{}>>{mark} // {method} {path}",
            required.concat(),
            error.name,
        );
        self.add(origin, text, self.speaker.function(request, function));
        self.add_former(&format!("fn {module}"), function, attributes, |list, former| {
            list.speaker.function(request, former)
        });
        self.add(origin, format!("pub struct {module}::{operation}"), self.speaker.operation(request));
        for former in &request.former_operations {
            let text = format!("pub type {module}::{former} = {operation}{DEPRECATED}");
            self.add_alias(origin, text, operation, self.speaker.former_type(operation, former));
        }
        for parameter in &request.parameters {
            self.add_parameter(operation, parameter, |list, setter| list.speaker.parameter(request, parameter, setter));
        }
        if let Some(Sender { name, attributes, .. }) = &request.sender {
            // It is only there with a feature that brings a client.
            self.add(origin, format!("pub type {module}::{name}<C> = SessionSender<C, {operation}>"), None);
            for former in &attributes.former {
                let text = format!("pub type {module}::{former}<C> = {name}<C>{DEPRECATED}");
                self.add_alias(origin, text, name, None);
            }
        }
        self.add_enum(error, self.speaker.error(request));
    }

    fn add_parameter(&mut self, owner: &Name, parameter: &Parameter, usage: impl Fn(&Self, &Name) -> Usage) {
        let (name, attributes) = (&parameter.name, &parameter.attributes);
        self.add(&attributes.origin, self.parameter_line(owner, parameter), usage(self, name));
        self.add_former(&format!("{}::{owner}", self.module), name, attributes, usage);
    }

    fn parameter_line(&self, owner: &Name, parameter: &Parameter) -> String {
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
        let (name, ty, mark) = (&parameter.name, self.spelling.of(&parameter.ty), mark(&parameter.attributes));
        let (module, wire, limits) = (self.module, quoted(&parameter.wire), limits.concat());
        format!("pub {module}::{owner}::{name}: {ty}{mark} // {wire}{place}, {need}{limits}")
    }
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
    if attributes.is_deprecated() { DEPRECATED } else { "" }
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}
