//! Checks `api.yaml`.

pub(super) mod credentials;
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
    diag::{Diagnostics, Span},
    spec::{self, ApiFile, Read},
};

/// An API of which only `api.yaml` is known.
pub(crate) fn check(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Api {
    let mut api = Api {
        name: String::new(),
        doc: String::new(),
        version: String::new(),
        package: Package::default(),
        servers: Vec::new(),
        environments: Vec::new(),
        server_variables: Vec::new(),
        schemes: Vec::new(),
        auth: Vec::new(),
        headers: Vec::new(),
        protocol: protocol::check(&spec::Protocol::default(), diagnostics),
        dialects: Vec::new(),
        resources: Vec::new(),
        webhooks: None,
        aliases: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        identifiers: Vec::new(),
        codes: Vec::new(),
        places: Places {
            name: Span::START,
            doc: Span::START,
            version: Span::START,
            auth: Span::START,
            package: Span::START,
        },
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
    api.schemes = credentials::check(file, diagnostics);
    if let Ok(auth) = &file.auth {
        api.auth = credentials::security(auth, file, &api.schemes, diagnostics);
        api.places.auth = auth.span.clone();
    }
    if let Ok(package) = &file.package {
        api.package = package::check(package, diagnostics);
        api.places.package = package.name.as_ref().map_or(Span::START, |name| name.span.clone());
    }
    servers::check(file, &mut api, diagnostics);
    api.headers = headers::check(file, &api.version, diagnostics);
    api.protocol = protocol::check(&file.protocol, diagnostics);
    api
}
