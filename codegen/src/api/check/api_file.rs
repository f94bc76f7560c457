//! Checks `api.yaml`.

use super::{headers, items, names::Form, package, protocols, servers};
use crate::{
    api::model::{Api, Package},
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, ApiFile, Read, Text},
};

/// An API of which only `api.yaml` is known.
pub(super) fn check(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Api {
    let mut api = Api {
        name: String::new(),
        doc: String::new(),
        version: String::new(),
        package: Package { name: String::new(), version: String::new(), license: String::new() },
        servers: Vec::new(),
        headers: Vec::new(),
        protocol: protocols::protocol(&spec::Protocol::default(), diagnostics),
        protocols: Vec::new(),
        resources: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        identifiers: Vec::new(),
        codes: Vec::new(),
    };
    api.protocols = protocols::below_paths(file, diagnostics);
    let Ok(file) = file else { return api };
    if let Ok(name) = &file.name {
        items::name(name, "API", Form::Wire, diagnostics);
        api.name.clone_from(&name.value);
    }
    if let Ok(version) = &file.version {
        items::version(version, diagnostics);
        api.version.clone_from(&version.value);
    }
    items::prose(&file.doc, diagnostics);
    api.doc.clone_from(&file.doc.value);
    auth(&file.auth, diagnostics);
    if let Ok(package) = &file.package {
        api.package = package::check(package, diagnostics);
    }
    api.servers = servers::check(&file.servers, diagnostics);
    api.headers = headers::check(file, &api.version, diagnostics);
    api.protocol = protocols::protocol(&file.protocol, diagnostics);
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
