//! Checks `api.yaml`.

use super::{items, members, names::Form, package, servers, symbols};
use crate::{
    api::model::{Api, Header, Package, Protocol},
    diag::{Diagnostic, Diagnostics, closest, code},
    spec::{self, ApiFile, Read, Text},
};

/// Headers that requests carry anyway, with values of their own.
const RESERVED: [&str; 10] = [
    "Accept",
    "Authorization",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Host",
    "Idempotency-Key",
    "Proxy-Authorization",
    "Transfer-Encoding",
    "User-Agent",
];

/// An API of which only `api.yaml` is known.
pub(super) fn check(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Api {
    let mut api = Api {
        name: String::new(),
        doc: String::new(),
        version: String::new(),
        package: Package { name: String::new(), version: String::new(), license: String::new() },
        servers: Vec::new(),
        headers: Vec::new(),
        protocol: Protocol { request_id: None, error_code: Vec::new(), error_message: Vec::new() },
        resources: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        identifiers: Vec::new(),
        codes: Vec::new(),
    };
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
    api.headers = headers(&file.headers, &api.version, diagnostics);
    api.protocol = protocol(&file.protocol, diagnostics);
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

fn headers(headers: &[(Text, Read<Text>)], version: &str, diagnostics: &mut Diagnostics) -> Vec<Header> {
    let mut seen: Vec<&Text> = Vec::new();
    let mut checked = Vec::new();
    for (name, value) in headers {
        header_name(name, diagnostics);
        not_reserved(name, diagnostics);
        match seen.iter().find(|first| first.value.eq_ignore_ascii_case(&name.value)) {
            Some(first) => diagnostics.push(symbols::defined_twice("header", name, first)),
            None => seen.push(name),
        }
        if let Ok(value) = value {
            checked.push(Header { name: name.value.clone(), value: header_value(value, version, diagnostics) });
        }
    }
    checked
}

fn header_name(name: &Text, diagnostics: &mut Diagnostics) {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.value.is_empty() || !name.value.bytes().all(is_token) {
        let message = format!("{} cannot be the name of a header", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "not such a name");
        diagnostics.push(fault.help("write letters, digits and `-`, such as `Stripe-Version`"));
    }
}

fn not_reserved(name: &Text, diagnostics: &mut Diagnostics) {
    if RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(&name.value)) {
        let message = format!("the header {} is set by the client itself", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "reserved");
        diagnostics.push(fault.help("remove it: the client sends it where it belongs"));
    }
}

/// The value, with `{version}` replaced.
fn header_value(value: &Text, version: &str, diagnostics: &mut Diagnostics) -> String {
    let filled = value.value.replace("{version}", version);
    let mut fault = |message: String, help: String| {
        diagnostics.push(Diagnostic::new("invalid-header", message, &value.span, "in this value").help(help));
    };
    let is_visible = filled.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if let Some(placeholder) = placeholder(&filled) {
        let meant =
            closest(placeholder, ["version"]).map_or("only `{version}` is replaced", |_| "did you mean `{version}`?");
        fault(format!("there is no {} to put into a header", code(placeholder)), meant.to_owned());
    } else if !is_visible || filled.trim() != filled || (filled.is_empty() && !value.value.contains("{version}")) {
        let message = format!("{} cannot be the value of a header", code(&value.value));
        fault(message, "write visible ASCII, with spaces only between words".to_owned());
    }
    filled
}

/// What stands between braces.
fn placeholder(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once('{')?;
    rest.split_once('}').map(|(placeholder, _)| placeholder)
}

fn protocol(protocol: &spec::Protocol, diagnostics: &mut Diagnostics) -> Protocol {
    if let Some(header) = &protocol.request_id {
        header_name(header, diagnostics);
    }
    let mut path = |path: &Option<Text>, usual: [&str; 2]| match path {
        Some(path) => {
            let members = members::split(path, diagnostics).unwrap_or_default();
            members.into_iter().map(|member| member.value).collect()
        }
        None => usual.map(str::to_owned).to_vec(),
    };
    Protocol {
        error_code: path(&protocol.error_code, ["error", "code"]),
        error_message: path(&protocol.error_message, ["error", "message"]),
        request_id: protocol.request_id.as_ref().map(|header| header.value.clone()),
    }
}
