//! The public items of a module, each on a line with what it is on the wire behind `//`.

use super::usages::{self, Speaker};
use crate::emit::samples::literal;
use crate::emit::spelling::Spelling;
use crate::rust::{
    Attributes, Bound, EnumBase, Field, Limit, Module, Name, OpenEnum, Paging, Params, Presence, Request, RustCrate,
    Sender, Struct, Told, Union,
};
use crate::surface::{Origin, SurfaceKind, SurfaceLine, Usage};

/// Stands behind what is on its way out.
pub(super) const DEPRECATED: &str = " (deprecated)";

/// Stands behind what holds all members without a place of their own.
pub(super) const OTHERS: &str = "all other members";

/// What stands before the items of modules.
pub(super) fn of_crate(krate: &RustCrate) -> Vec<SurfaceLine> {
    let version = format!("pub const API_VERSION: &str // {}", quoted(&krate.api_version));
    let usage = usages::version(&krate.name);
    let reexports = other(None, "pub mod reexports // bytes, http, serde_json".to_owned(), None);
    vec![other(krate.version_origin.clone(), version, Some(usage)), reexports]
}

/// The items of a module.
pub(super) fn of_module(krate: &RustCrate, module: &Module) -> Vec<SurfaceLine> {
    let mut lines = Vec::new();
    let speaker = Speaker::new(&krate.name, &module.name);
    let mut list = List { module: &module.name, speaker, spelling: Spelling::short(), lines: &mut lines };
    list.add_module(module, krate);
    lines
}

pub(super) fn other(origin: impl Into<Option<Origin>>, text: String, usage: Option<Usage>) -> SurfaceLine {
    let kind = SurfaceKind::Other;
    SurfaceLine { origin: origin.into(), kind, text, askers: Vec::new(), former_of: None, usage }
}

/// The bounds of the values of a type, behind it.
fn held_to(bounds: &[Bound]) -> String {
    let text: String = bounds.iter().map(bound).collect();
    text.strip_prefix(", ").map(|bounds| format!(" // {bounds}")).unwrap_or_default()
}

/// A bound, behind others.
pub(super) fn bound(bound: &Bound) -> String {
    let key = bound.key;
    match &bound.limit {
        Limit::Nothing => format!(", {key}"),
        Limit::Size(size) => format!(", {key} {size}"),
        Limit::Number(digits) => format!(", {key} {digits}"),
        Limit::Pattern(pattern) => format!(", {key} {}", quoted(pattern)),
    }
}

/// The items of a module.
pub(super) struct List<'a> {
    pub(super) module: &'a Name,
    pub(super) speaker: Speaker<'a>,
    pub(super) spelling: Spelling,
    pub(super) lines: &'a mut Vec<SurfaceLine>,
}

impl List<'_> {
    pub(super) fn add(&mut self, origin: &Origin, text: String, usage: impl Into<Option<Usage>>) {
        self.lines.push(other(origin.clone(), text, usage.into()));
    }

    pub(super) fn add_as(&mut self, kind: SurfaceKind, origin: &Origin, text: String, usage: Usage) {
        self.lines.push(SurfaceLine { kind, ..other(origin.clone(), text, Some(usage)) });
    }

    /// Says that the line before is that of a former name of what is called `present`.
    pub(super) fn mark_former(&mut self, present: &Name) {
        if let Some(line) = self.lines.last_mut() {
            line.former_of = Some(present.to_string());
        }
    }

    /// The former names of the item of the line before.
    fn add_former(&mut self, kind: &str, name: &Name, attributes: &Attributes, usage: impl Fn(&Self, &Name) -> Usage) {
        for former in &attributes.former {
            let usage = usage(self, former);
            self.add(&attributes.origin, format!("pub {kind}::{former} = {name}{DEPRECATED}"), usage);
            self.mark_former(name);
        }
    }

    /// The former names of the type of the line before.
    pub(super) fn add_former_type(&mut self, name: &Name, attributes: &Attributes) {
        let kind = format!("type {}", self.module);
        self.add_former(&kind, name, attributes, |list, former| list.speaker.former_type(name, former));
    }

    fn add_module(&mut self, module: &Module, krate: &RustCrate) {
        let Module { name, feature, .. } = module;
        let needs: Vec<String> = feature.needs.iter().map(|feature| format!(", {}", quoted(feature))).collect();
        let text = format!("pub mod {name} // feature {}{}", quoted(&feature.name), needs.concat());
        self.add(&module.origin, text, self.speaker.module());
        for item in &module.identifiers {
            let text = format!("pub struct {name}::{}{}", item.name, mark(&item.attributes));
            self.add(&item.attributes.origin, text, self.speaker.identifier(&item.name));
            self.add_former_type(&item.name, &item.attributes);
        }
        for item in &module.aliases {
            let (held, mark) = (held_to(&item.bounds), mark(&item.attributes));
            let text = match &item.ty {
                Some(ty) => format!("pub type {name}::{} = {}{mark}{held}", item.name, self.spelling.of(ty)),
                None => format!("pub struct {name}::{}{mark}{held}", item.name),
            };
            self.add(&item.attributes.origin, text, self.speaker.alias(item));
            self.add_former_type(&item.name, &item.attributes);
        }
        for item in &module.enums {
            self.add_enum(item, self.speaker.value(item));
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
        if let Some(events) = &module.events {
            self.add_events(events, krate);
        }
        for request in &module.requests {
            self.add_request(request);
        }
    }

    fn add_enum(&mut self, item: &OpenEnum, usage: Usage) {
        let (module, name) = (self.module, &item.name);
        let Attributes { origin, .. } = &item.attributes;
        let base = match item.base {
            EnumBase::Text => "",
            EnumBase::Integer => " // integers",
            EnumBase::Boolean => " // booleans",
        };
        self.add(origin, format!("pub enum {module}::{name}{}{base}", mark(&item.attributes)), usage);
        self.add_former_type(name, &item.attributes);
        for variant in &item.variants {
            let mark = mark(&variant.attributes);
            let statuses: Vec<String> = variant.statuses.iter().map(|status| format!("{status} ")).collect();
            let wire = literal(&item.base.json(&variant.wire));
            let text = format!("pub {module}::{name}::{}{mark} // {}{wire}", variant.name, statuses.concat());
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
            let Field { name: field, attributes, wire, ty, presence, .. } = given;
            let sent = match presence {
                Presence::Required => quoted(wire),
                Presence::Optional => format!("{}, optional", quoted(wire)),
                Presence::Nullable => format!("{}, nullable", quoted(wire)),
                Presence::Rest => OTHERS.to_owned(),
            };
            let (ty, mark) = (self.spelling.of(ty), mark(attributes));
            let text = format!("pub {module}::{name}::{field}: {ty}{mark} // {sent}");
            self.add(&attributes.origin, text, self.speaker.field(item, given));
        }
        if let Some(kind) = &item.kind {
            let (field, ty) = (&kind.name, self.spelling.of(&kind.ty));
            let text = format!("pub {module}::{name}::{field}: {ty} // {}", told(&kind.told));
            self.add(origin, text, self.speaker.member(item, field, &kind.ty));
        }
    }

    fn add_params(&mut self, item: &Params) {
        let text = format!("pub struct {}::{}{}", self.module, item.name, mark(&item.attributes));
        self.add(&item.attributes.origin, text, self.speaker.params(item));
        self.add_former_type(&item.name, &item.attributes);
        let owner = format!("{}::{}", self.module, item.name);
        let takers = Takers { function: owner.clone(), owner };
        for member in &item.members {
            self.add_parameter(&takers, member, |list, given| list.speaker.params_member(item, member, given));
        }
    }

    pub(super) fn add_union(&mut self, item: &Union) {
        let (module, name) = (self.module, &item.name);
        let text = format!("pub enum {module}::{name}{} // {}", mark(&item.attributes), told(&item.told));
        self.add(&item.attributes.origin, text, self.speaker.union(item));
        self.add_former_type(name, &item.attributes);
        for variant in &item.variants {
            let mark = mark(&variant.attributes);
            let data = variant.data.as_ref().map(|ty| format!("({})", self.spelling.of(ty))).unwrap_or_default();
            let wire = if item.told == Told::Shape {
                String::new()
            } else {
                format!(" // {}", literal(&item.base.json(&variant.wire)))
            };
            let text = format!("pub {module}::{name}::{}{data}{mark}{wire}", variant.name);
            self.add(&variant.attributes.origin, text, self.speaker.union_variant(item, variant, &variant.name));
            self.add_former(&format!("const {module}::{name}"), &variant.name, &variant.attributes, |list, former| {
                list.speaker.union_variant(item, variant, former)
            });
        }
    }

    fn add_request(&mut self, request: &Request) {
        let Request { function, operation, attributes, .. } = request;
        let (module, origin) = (self.module, &attributes.origin);
        self.add_as(SurfaceKind::Call, origin, self.call_line(request), self.speaker.function(request, function));
        for former in &attributes.former {
            let text = format!("pub fn {module}::{former} = {function}{DEPRECATED}");
            self.add_as(SurfaceKind::Call, origin, text, self.speaker.function(request, former));
            self.mark_former(function);
        }
        self.add(origin, format!("pub struct {module}::{operation}"), self.speaker.operation(request));
        for former in &request.former_operations {
            let text = format!("pub type {module}::{former} = {operation}{DEPRECATED}");
            self.add(origin, text, self.speaker.former_type(operation, former));
            self.mark_former(operation);
        }
        if let Some(Paging { item, words, .. }) = &request.paging {
            let text = format!(
                "pub fn Request<C, {module}::{operation}>::items(self) -> Items<C, {operation}> => {} // {words}",
                self.spelling.of(item),
            );
            self.add(origin, text, self.speaker.items(request, item));
        }
        let takers =
            Takers { function: format!("{module}::{function}"), owner: format!("Request<C, {module}::{operation}>") };
        for parameter in &request.parameters {
            self.add_parameter(&takers, parameter, |list, given| list.speaker.parameter(request, parameter, given));
        }
        if let Some(Sender { name, attributes, .. }) = &request.sender {
            // It is only there with a feature that brings a client.
            self.add(origin, format!("pub type {module}::{name}<C> = SessionSender<C, {operation}>"), None);
            for former in &attributes.former {
                self.add(origin, format!("pub type {module}::{former}<C> = {name}<C>{DEPRECATED}"), None);
                self.mark_former(name);
            }
        }
        self.add_answers(request);
        self.add_errors(request, self.speaker.error(request));
    }

    /// Calls without codes share a type.
    fn add_errors(&mut self, request: &Request, usage: Usage) {
        let item = &request.error;
        let shared = match &request.refusal {
            _ if !item.variants.is_empty() => return self.add_enum(item, usage),
            None => "AnyCode".to_owned(),
            Some(refusal) if refusal.is_whole => format!("CodeOf<{}>", self.spelling.of(&refusal.ty)),
            Some(_) => return self.add_enum(item, usage),
        };
        self.add(&item.attributes.origin, format!("pub type {}::{} = {shared}", self.module, item.name), usage);
        self.add_former_type(&item.name, &item.attributes);
    }

    /// The function with what it takes, and what becomes of the request that it gives.
    fn call_line(&self, request: &Request) -> String {
        let Request { function, operation, path, .. } = request;
        let required =
            request.required().map(|given| format!(", {}: {}", given.name, self.spelling.of(&given.given())));
        let (required, mark) = (required.collect::<String>(), mark(&request.attributes));
        let (answer, error) = (self.spelling.of(&request.returns), &request.error.name);
        let (module, method) = (self.module, request.method.as_str());
        format!(
            "pub fn {module}::{function}(client: &C{required}) -> Request<C, {operation}> => {answer} or {error}{mark} \
             // {method} {path}"
        )
    }
}

/// What takes a value, with its module.
pub(super) struct Takers {
    /// What takes it as an argument.
    pub(super) function: String,
    /// What has a setter for it.
    pub(super) owner: String,
}

/// What tells apart what something can be.
fn told(told: &Told) -> String {
    match told {
        Told::Beside { tag } => format!("by {}", quoted(tag)),
        Told::Inside { tag } => format!("by {}, inside", quoted(tag)),
        Told::Content { tag, content } => format!("by {}, in {}", quoted(tag), quoted(content)),
        Told::Key => "by key".to_owned(),
        Told::Shape => "by shape".to_owned(),
    }
}

pub(super) fn mark(attributes: &Attributes) -> &'static str {
    if attributes.is_deprecated() { DEPRECATED } else { "" }
}

pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}
