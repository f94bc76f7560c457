//! Checks `api.yaml`.

pub(super) mod dialects;
pub(super) mod headers;
mod package;
mod protocol;
mod reserved;
mod servers;

use crate::{
    api::{
        check::{items, names::NameRule},
        model::{Api, Package, Places},
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, ApiFile, Read, Text},
};

/// An API of which only `api.yaml` is known.
pub(crate) fn check(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Api {
    let mut api = Api {
        name: String::new(),
        doc: String::new(),
        version: String::new(),
        package: Package { name: String::new(), version: String::new(), license: String::new() },
        servers: Vec::new(),
        headers: Vec::new(),
        protocol: protocol::check(&spec::Protocol::default(), diagnostics),
        dialects: Vec::new(),
        resources: Vec::new(),
        aliases: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        identifiers: Vec::new(),
        codes: Vec::new(),
        places: Places { name: Span::START, doc: Span::START, version: Span::START, package: Span::START },
    };
    api.dialects = dialects::check(file, diagnostics);
    let Ok(file) = file else { return api };
    if let Ok(name) = &file.name {
        items::name(name, "API", NameRule::Wire, diagnostics);
        api.name.clone_from(&name.value);
        api.places.name = name.span.clone();
    }
    if let Ok(version) = &file.version {
        items::version(version, diagnostics);
        api.version.clone_from(&version.value);
        api.places.version = version.span.clone();
    }
    items::prose(&file.doc, diagnostics);
    api.doc.clone_from(&file.doc.value);
    api.places.doc = file.doc.span.clone();
    auth(&file.auth, diagnostics);
    if let Ok(package) = &file.package {
        api.package = package::check(package, diagnostics);
        api.places.package = package.name.as_ref().map_or(Span::START, |name| name.span.clone());
    }
    api.servers = servers::check(&file.servers, diagnostics);
    api.headers = headers::check(file, &api.version, diagnostics);
    api.protocol = protocol::check(&file.protocol, diagnostics);
    api
}

fn auth(auth: &Read<Text>, diagnostics: &mut Diagnostics) {
    if let Ok(auth) = auth
        && auth.value != "bearer"
    {
        let message = format!("{} is no known way to sign requests", code(&auth.value));
        let fault = Diagnostic::new("unknown-auth", message, &auth.span, "unknown");
        diagnostics.push(fault.help("write `bearer`, which sends the key as `Authorization: Bearer …`"));
    }
}
