//! Checks `api.yaml`.

use super::{
    items, members,
    names::{Form, KEYWORDS},
    symbols,
};
use crate::{
    api::model::{Api, Header, Package, Protocol, Server},
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
        api.package = self::package(package, diagnostics);
    }
    api.servers = servers(file, diagnostics);
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

fn package(package: &spec::Package, diagnostics: &mut Diagnostics) -> Package {
    let mut part = |text: &Read<Text>, is_valid: fn(&str) -> bool, what: &str, help: &str| {
        let Ok(text) = text else { return String::new() };
        if !is_valid(&text.value) {
            let message = format!("{} cannot be the {what} of a package", code(&text.value));
            let label = format!("not such a {what}");
            diagnostics.push(Diagnostic::new("invalid-package", message, &text.span, label).help(help));
        }
        text.value.clone()
    };
    Package {
        name: part(
            &package.name,
            is_package_name,
            "name",
            "write up to 64 letters, digits, `-` and `_` of ASCII, a letter first, and no word of Rust",
        ),
        version: part(
            &package.version,
            |version| semver::Version::parse(version).is_ok(),
            "version",
            "write a semantic version, such as `0.1.0`",
        ),
        license: part(&package.license, is_license, "licence", "write an SPDX expression, such as `MIT OR Apache-2.0`"),
    }
}

fn is_package_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !KEYWORDS.contains(&name)
}

fn is_license(license: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-.+:() /".contains(&byte);
    license.trim() == license && !license.is_empty() && license.bytes().all(is_allowed)
}

fn servers(file: &ApiFile, diagnostics: &mut Diagnostics) -> Vec<Server> {
    let mut checked = Vec::new();
    for (name, url) in &file.servers {
        items::name(name, "server", Form::Snake, diagnostics);
        let Ok(url) = url else { continue };
        if let Err(problem) = server_url(&url.value) {
            let message = format!("{} cannot be the URL of a server: {problem}", code(&url.value));
            let fault = Diagnostic::new("invalid-server", message, &url.span, "not such a URL");
            diagnostics.push(fault.help("write scheme and host, and perhaps a path: `https://api.example.com/v1`"));
        }
        checked.push(Server { name: name.value.clone(), url: url.value.clone() });
    }
    checked
}

/// Says what keeps a text from being a URL to which paths can be added.
fn server_url(url: &str) -> Result<(), &'static str> {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Err("it begins with neither `https://` nor `http://`");
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    let is_address = |byte: u8| byte.is_ascii_hexdigit() || b":.".contains(&byte);
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    match () {
        () if url.contains(['?', '#']) => Err("it has a query or fragment"),
        () if authority.contains('@') => Err("it has a user name or password"),
        () if path.ends_with('/') => Err("it ends with a slash"),
        () if host.is_empty()
            || !address.map_or(host.bytes().all(is_host), |address| address.bytes().all(is_address)) =>
        {
            Err("its host is not one")
        }
        () if port.is_some_and(|port| !matches!(port.parse::<u16>(), Ok(1..)) || port.starts_with('+')) => {
            Err("its port is not one")
        }
        () if !path.is_empty() => super::paths::check_literal(path),
        () => Ok(()),
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
