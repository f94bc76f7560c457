//! Checks where the API is served.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    api::{
        check::{
            items::{self, Kind},
            names::NameRule,
            paths, symbols,
        },
        model::{Api, Server, ServerVariable, variables_in},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, ApiFile, Faulty, Read, ServerUrl, Text},
};

/// Checks environments, variables, names and URLs.
pub(super) fn check(file: &ApiFile, api: &mut Api, diagnostics: &mut Diagnostics) {
    let environment = |item| items::check(item, Kind::Environment, diagnostics);
    api.environments = file.environments.iter().map(environment).collect();
    api.server_variables = file.server_variables.iter().filter_map(|it| variable(it, diagnostics)).collect();
    let servers = file.servers.iter().flatten();
    let servers: Vec<Server> = servers.map(|server| self::server(server, file, api, diagnostics)).collect();
    api.servers = servers;
}

fn server(server: &spec::Server, file: &ApiFile, api: &Api, diagnostics: &mut Diagnostics) -> Server {
    let spec::Server { name, url } = server;
    items::name(name, "server", NameRule::Snake, diagnostics);
    let urls = match url {
        Ok(ServerUrl::Same(url)) => vec![url],
        Ok(ServerUrl::Each(urls)) => in_order(name, urls, file, diagnostics),
        Err(Faulty) => Vec::new(),
    };
    for url in &urls {
        template(url, file, api, diagnostics);
    }
    Server {
        name: name.value.clone(),
        urls: urls.into_iter().map(|url| url.value.clone()).collect(),
        span: name.span.clone(),
    }
}

/// The URLs of a server in the order of the environments, each of which has one.
fn in_order<'a>(
    server: &Text,
    urls: &'a [(Text, Read<Text>)],
    file: &ApiFile,
    diagnostics: &mut Diagnostics,
) -> Vec<&'a Text> {
    let names = || file.environments.iter().map(|item| item.name.value.as_str());
    for (name, _) in urls.iter().filter(|(name, _)| names().all(|known| known != name.value)) {
        symbols::unknown_in("environments", "environment", name, names(), diagnostics);
    }
    let mut ordered = Vec::new();
    for name in names() {
        if let Some((_, url)) = urls.iter().find(|(known, _)| known.value == name) {
            ordered.extend(url);
            continue;
        }
        let message = format!("the server {} is nowhere in the environment {}", code(&server.value), code(name));
        let fault = Diagnostic::new("invalid-server", message, &server.span, "a URL is missing");
        diagnostics.push(fault.help(format!("add `{name}: https://…`, or write one URL for all environments")));
    }
    ordered
}

/// Checks a URL in which variables may stand.
fn template(written: &Text, file: &ApiFile, api: &Api, diagnostics: &mut Diagnostics) {
    for name in variables_in(&written.value) {
        let known = || file.server_variables.iter().map(|it| it.item.name.value.as_str());
        if !known().any(|known| known == name) {
            let name = Text { value: name.to_owned(), span: written.span.clone() };
            symbols::unknown_in("server_variables", "variable", &name, known(), diagnostics);
            return;
        }
    }
    if api.server_variables.len() < file.server_variables.len() {
        // One that is faulty may stand in it.
        return;
    }
    let begins = ["https://", "http://"].iter().any(|scheme| written.value.starts_with(scheme));
    let filled = api.filled(&written.value);
    if let Err(problem) = self::url(if begins { &filled } else { &written.value }) {
        let message = format!("{} cannot be the URL of a server: {problem}", code(&written.value));
        let fault = Diagnostic::new("invalid-server", message, &written.span, "not such a URL");
        diagnostics.push(fault.help("write scheme and host, and perhaps a path: `https://api.example.com/v1`"));
    }
}

/// Checks a variable; nothing where nothing can stand in its place.
fn variable(variable: &spec::ServerVariable, diagnostics: &mut Diagnostics) -> Option<ServerVariable> {
    let spec::ServerVariable { item, default, values, closed } = variable;
    let item = items::check(item, Kind::ServerVariable, diagnostics);
    let default = default.as_ref().ok()?;
    let mut wrong = |at: &Text, problem: &str, help: &str| {
        let message = format!("{} cannot stand for {}: {problem}", code(&at.value), code(&item.name));
        diagnostics.push(Diagnostic::new("invalid-server", message, &at.span, "not such a value").help(help));
    };
    let unsound: Vec<&Text> = values.iter().chain([default]).filter(|value| !is_sound(&value.value)).collect();
    for value in &unsound {
        let help = "what is to hold more is a path in the URL, or a server of its own";
        wrong(value, "it has other than letters, digits and, between them, `-`, `.`, `_` and `~`", help);
    }
    if *closed && unsound.is_empty() && values.iter().all(|value| value.value != default.value) {
        wrong(default, "`values` does not list it, and is closed", "list it, or remove `closed`");
    }
    unsound.is_empty().then(|| ServerVariable {
        default: default.value.clone(),
        values: values.iter().map(|value| value.value.clone()).collect(),
        closed: *closed,
        item,
    })
}

/// Whether a value stays where it stands in a URL, as the generated client sees it.
fn is_sound(value: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric();
    let ends = [value.bytes().next(), value.bytes().last()];
    ends.iter().all(|byte| byte.is_some_and(is_plain))
        && value.bytes().all(|byte| is_plain(byte) || b"-._~".contains(&byte))
}

/// Says what keeps a text from being a URL to which paths can be added, and to which the client sends a key.
pub(super) fn url(url: &str) -> Result<(), &'static str> {
    let plain = url.strip_prefix("http://");
    let Some(rest) = plain.or_else(|| url.strip_prefix("https://")) else {
        return Err("it begins with neither `https://` nor `http://`");
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    match () {
        () if url.contains(['?', '#']) => Err("it has a query or fragment"),
        () if authority.contains('@') => Err("it has a user name or password"),
        () if path.ends_with('/') => Err("it ends with a slash"),
        () if !is_host(host) => Err("its host is not one"),
        () if port.is_some_and(|port| !matches!(port.parse::<u16>(), Ok(1..)) || port.starts_with('+')) => {
            Err("its port is not one")
        }
        () if plain.is_some() && !is_loopback(host) => {
            Err("`http://` would show the key on the way, so it is for this machine only (`localhost`)")
        }
        () if !path.is_empty() => paths::check_literal(path),
        () => Ok(()),
    }
}

/// Whether a text is an address, or a name by the rules of DNS.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_number = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    match bracketed(host) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None if ends_in_number => host.parse::<Ipv4Addr>().is_ok(),
        None => host.len() <= 253 && host.split('.').all(is_label),
    }
}

/// Whether a host is this machine by its very name, as the generated client sees it.
fn is_loopback(host: &str) -> bool {
    match bracketed(host) {
        Some(address) => address.parse().is_ok_and(|address: Ipv6Addr| address.is_loopback()),
        None => {
            host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|address: Ipv4Addr| address.is_loopback())
        }
    }
}

/// What stands between brackets.
fn bracketed(host: &str) -> Option<&str> {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']'))
}
