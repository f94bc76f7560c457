//! Remarks on what is defined, and used by nothing.

use std::collections::HashSet;

use crate::{
    api::model::{Api, DialectId, Item, Object, ObjectId, Type, variables_in},
    diag::{Diagnostic, Diagnostics, Span, code},
};

/// Remarks on what nothing uses in an API without faults.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    let uses = Uses::of(api);
    let mut unused = |what: &str, item: &Item, label: &str, help: &str| {
        remarks.push(remark(&format!("{what} {}", code(&item.name)), &item.span, label, help));
    };
    for (index, identifier) in api.identifiers.iter().enumerate() {
        if !uses.identifiers.contains(&index) {
            let help = format!("write `id({})` where it is met, or remove it", identifier.item.name);
            unused("the identifier", &identifier.item, "no member or parameter is one", &help);
        }
    }
    for (index, enumeration) in api.enums.iter().enumerate() {
        if !uses.enums.contains(&index) {
            let help = "name it as the type of what it is met in, or remove it";
            unused("the enum", &enumeration.item, "no member or parameter is one", help);
        }
    }
    for (index, alias) in api.aliases.iter().enumerate() {
        if !uses.aliases.contains(&index) {
            let help = "name it as the type of what it is met in, or remove it";
            unused("the alias", &alias.item, "no member or parameter is one", help);
        }
    }
    for (index, error) in api.codes.iter().enumerate() {
        if !uses.codes.contains(&index) {
            let help = "list it under `errors` of an endpoint that fails with it, or remove it";
            unused("the error code", &error.item, "no endpoint lists it", help);
        }
    }
    let urls = || api.servers.iter().flat_map(|server| &server.urls);
    for it in &api.server_variables {
        if urls().all(|url| variables_in(url).all(|name| name != it.item.name)) {
            let help = "write it in braces in the URL of a server, or remove it";
            unused("the server variable", &it.item, "in no URL", help);
        }
    }
    if let (Some(item), true) = (api.environments.first(), api.servers.iter().all(|server| server.urls.len() < 2)) {
        let help = "give a server a URL for each environment, or remove them";
        unused("the environment", item, "no server depends on it", help);
    }
    dialects(api, remarks);
}

/// Remarks on objects to which no call leads. In an API without calls, all of them come by other ways.
pub(super) fn objects(api: &Api, remarks: &mut Diagnostics) {
    if api.resources.iter().all(|resource| resource.endpoints.is_empty()) {
        return;
    }
    let used = Uses::of(api).objects;
    for (index, Object { item, in_place, .. }) in api.objects.iter().enumerate() {
        if in_place.is_none() && !used.contains(&ObjectId(index)) {
            let help = "name it as the type of what it is met in, or remove it";
            remarks.push(remark(&format!("the object {}", code(&item.name)), &item.span, "no call leads to it", help));
        }
    }
}

/// Of the dialects, which are called protocols in descriptions, the last one is not described: it holds where no other does.
fn dialects(api: &Api, remarks: &mut Diagnostics) {
    let endpoints = api.resources.iter().flat_map(|resource| &resource.endpoints);
    let used: HashSet<DialectId> = endpoints.map(|endpoint| endpoint.dialect).collect();
    let described = api.dialects.split_last().map_or(&[][..], |(_, described)| described);
    for (index, dialect) in described.iter().enumerate() {
        if !used.contains(&DialectId(index)) {
            let what = format!("the protocol {}", code(&dialect.name));
            remarks.push(remark(
                &what,
                &dialect.span,
                "no endpoint speaks it",
                "see that its `path` is right, or remove it",
            ));
        }
    }
}

fn remark(what: &str, place: &Span, label: &str, help: &str) -> Diagnostic {
    Diagnostic::remark("unused-definition", format!("nothing uses {what}"), place, label).help(help)
}

/// What is used, by its places in the lists of an API.
#[derive(Default)]
struct Uses {
    identifiers: HashSet<usize>,
    enums: HashSet<usize>,
    objects: HashSet<ObjectId>,
    aliases: HashSet<usize>,
    codes: HashSet<usize>,
}

impl Uses {
    fn of(api: &Api) -> Self {
        let mut uses = Self::default();
        for alias in &api.aliases {
            uses.note(&alias.ty);
        }
        for object in &api.objects {
            object.held().for_each(|(ty, _)| uses.note(ty));
        }
        // Objects that only hold each other are used by nothing.
        uses.objects.clear();
        for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
            endpoint.parameters.iter().for_each(|parameter| uses.note(&parameter.ty));
            endpoint.answered().for_each(|ty| uses.note(ty));
            uses.codes.extend(endpoint.errors.iter().map(|listed| listed.code.0));
        }
        for (_, event) in api.events() {
            event.data.iter().for_each(|ty| uses.note(ty));
            uses.objects.extend(event.related);
        }
        uses.follow(api);
        uses
    }

    /// Notes the objects to which those that are used lead.
    fn follow(&mut self, api: &Api) {
        let mut open: Vec<ObjectId> = self.objects.iter().copied().collect();
        while let Some(id) = open.pop() {
            let held = api[id].held().filter_map(|(ty, _)| object_in(ty));
            open.extend(held.filter(|held| self.objects.insert(*held)));
        }
    }

    fn note(&mut self, ty: &Type) {
        self.aliases.extend(ty.aliases().iter().map(|id| id.0));
        self.objects.extend(object_in(ty));
        match ty.innermost() {
            Type::Id(id) | Type::Expandable(id, _) => _ = self.identifiers.insert(id.0),
            Type::Enum(id) => _ = self.enums.insert(id.0),
            _ => {}
        }
    }
}

/// The object that a type has in it.
fn object_in(ty: &Type) -> Option<ObjectId> {
    match ty.innermost() {
        Type::Object(id) | Type::Expandable(_, id) => Some(*id),
        _ => None,
    }
}
