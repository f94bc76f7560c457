//! From meaning to Rust.

use super::aliases::lower_aliases;
use super::attributes::{attributes, attributes_with};
use super::declare::declare;
use super::dialects::lower_dialects;
use super::docs::{Doc, Summary, code};
use super::events::lower_events;
use super::examples::{self, Tests};
use super::former::{former, former_identifier};
use super::item_names::CallNames;
use super::model::{Attributes, Events, Feature, Identifier, Module, OpenEnum, RustCrate, RustType, Variant};
use super::names::{Case, Name};
use super::objects::{Objects, lower_objects};
use super::scope::{ENUM_NAMES, Naming, Scope};
use super::service::{
    error_fields, fixed_headers, header_setters, lower_environments, lower_protocol, lower_schemes,
    lower_server_variables, setter_scope,
};
use super::shown::Shown;
use super::types::Types;
use super::{guide, requests};
use crate::api::{Api, Boxes, EnumBase, EnumId, IdentifierId, Item, Resource};
use crate::diag::Diagnostics;
use crate::surface::Origin;

/// Decides what the crate for `api` looks like.
///
/// Faults that only show in Rust are added to `diagnostics`; if there are any, the crate must not be emitted.
pub fn lower(api: &Api, diagnostics: &mut Diagnostics) -> RustCrate {
    let mut naming = Naming::new(diagnostics);
    let (names, modules) = declare(api, &mut naming);
    let name = Name::exact(&api.package.crate_name()).unwrap_or_default();
    let boxes = Boxes::of(api);
    let mut methods = setter_scope();
    let schemes = lower_schemes(api, &mut methods, &mut naming);
    let environments = lower_environments(api, &mut methods, &mut naming);
    let server_variables = lower_server_variables(api, &mut methods, &mut naming);
    let header_setters = header_setters(api, &mut methods, &mut naming);
    let shown = Shown::of(api);
    let modules: Vec<Module> = (api.resources.iter().zip(&modules))
        .map(|(resource, (module, calls))| {
            lower_resource(
                resource,
                calls,
                &Types {
                    api,
                    names: &names,
                    boxes: &boxes,
                    header_setters: &header_setters,
                    schemes: &schemes,
                    shown: &shown,
                    module,
                },
                &mut naming,
            )
        })
        .collect();
    RustCrate {
        package: api.package.clone(),
        doc: Doc::of(&api.doc),
        summary: Summary::of(&api.doc).plain(),
        guide: guide::guide(&modules),
        name,
        api_version: api.version.clone(),
        version_origin: Origin { owner: api.places.version.clone(), member: None },
        servers: api.servers.clone(),
        base_url: api.base_url(),
        place: api.servers.first().map_or(&api.places.name, |server| &server.span).clone(),
        environments,
        server_variables,
        auth: api.auth.clone(),
        schemes,
        headers: fixed_headers(api),
        header_setters,
        error_fields: error_fields(api, &mut naming),
        protocol: lower_protocol(&api.protocol),
        dialects: lower_dialects(api, &modules),
        types: modules.iter().flat_map(Module::types).flat_map(RustType::parts).cloned().collect(),
        modules,
    }
}

fn lower_resource(resource: &Resource, calls: &[CallNames], types: &Types<'_>, naming: &mut Naming<'_>) -> Module {
    let Objects { structs, params, unions } = lower_objects(resource, types, naming);
    let requests = requests::lower_endpoints(resource, calls, types, naming);
    let Tests { answers, refusals } = examples::lower_examples(resource, &requests, types, naming);
    let mut module = Module {
        name: types.module.clone(),
        origin: Attributes::beside(&resource.item, Doc::default()).origin,
        doc: module_doc(&resource.item),
        feature: Feature::default(),
        identifiers: resource.identifiers.iter().map(|id| lower_identifier(*id, types)).collect(),
        aliases: lower_aliases(resource, types),
        enums: resource.enums.iter().map(|id| lower_enum(*id, types, naming)).collect(),
        structs,
        params,
        unions,
        events: lower_events(resource, calls, types, naming),
        requests,
        tests: answers,
        refusals,
    };
    module.feature = lower_feature(resource, &module);
    module
}

/// The feature that brings a module, and with it the modules of the types that it uses.
fn lower_feature(resource: &Resource, module: &Module) -> Feature {
    let foreign = module.types().flat_map(RustType::parts).filter_map(|ty| match ty {
        RustType::Foreign(module, _) => Some(module.plain().to_owned()),
        _ => None,
    });
    let sentence = Summary::of(&resource.item.doc).first_sentence();
    let ended = |text: String| format!("{}.", text.trim_end_matches('.'));
    Feature {
        name: module.name.plain().to_owned(),
        adds: ended(sentence.plain()),
        doc: ended(sentence.markdown()),
        is_default: !module.events.as_ref().is_some_and(Events::are_signed),
        needs: foreign.collect(),
    }
}

/// A module is not marked as deprecated, because every use of what is in it would be; its documentation says it.
fn module_doc(item: &Item) -> Doc {
    let Attributes { mut doc, deprecated, .. } = attributes(item);
    if let Some(instead) = deprecated {
        doc.section([format!("Deprecated: {instead}")]);
    }
    doc
}

fn lower_identifier(id: IdentifierId, types: &Types<'_>) -> Identifier {
    let identifier = &types.api[id];
    let mut doc = Doc::of(&identifier.item.doc);
    if let Some(prefix) = &identifier.prefix {
        doc.section([format!("The service begins it with {}; this is not checked.", code(&format!("{prefix}_")))]);
    }
    let name = types.names.identifiers[id.index()].1.clone();
    let former = former_identifier(&identifier.item, &name);
    Identifier { attributes: attributes_with(&identifier.item, doc).formerly(former), name }
}

fn lower_enum(id: EnumId, types: &Types<'_>, naming: &mut Naming<'_>) -> OpenEnum {
    let described = &types.api[id];
    let mut scope = Scope::with_reserved(format!("values of `{}`", described.item.name), ENUM_NAMES);
    let variants = described.values.iter().map(|value| {
        let name = naming.declare("value", &value.item, Case::Camel, &mut scope);
        let former = former(&value.item, Case::Camel, &name);
        naming.keep(&former, "value", &value.item, &mut scope);
        Variant {
            attributes: attributes(&value.item).within(&described.item).formerly(former),
            wire: value.item.name.clone(),
            statuses: Vec::new(),
            name,
        }
    });
    let mut doc = Doc::of(&described.item.doc);
    let is_complete = described.base == EnumBase::Boolean && described.values.len() == 2;
    if described.closed && !is_complete {
        doc.section([
            "The service promises no other values; one that comes all the same is [`Self::Unknown`].".to_owned()
        ]);
    }
    let name = types.names.enums[id.index()].1.clone();
    let former = former(&described.item, Case::Camel, &name);
    OpenEnum {
        variants: variants.collect(),
        attributes: attributes_with(&described.item, doc).formerly(former),
        base: described.base,
        name,
    }
}
