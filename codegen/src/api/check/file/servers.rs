//! Checks where the API is served.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{
    api::{
        check::{items, names::NameRule, paths},
        model::Server,
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{Read, Text},
};

/// Checks names and URLs.
pub(super) fn check(servers: &[(Text, Read<Text>)], diagnostics: &mut Diagnostics) -> Vec<Server> {
    let mut checked = Vec::new();
    for (name, url) in servers {
        items::name(name, "server", NameRule::Snake, diagnostics);
        let written = url.as_ref().map_or("", |url| &url.value);
        if let Ok(url) = url
            && let Err(problem) = self::url(&url.value)
        {
            let message = format!("{} cannot be the URL of a server: {problem}", code(&url.value));
            let fault = Diagnostic::new("invalid-server", message, &url.span, "not such a URL");
            diagnostics.push(fault.help("write scheme and host, and perhaps a path: `https://api.example.com/v1`"));
        }
        checked.push(Server { name: name.value.clone(), url: written.to_owned(), span: name.span.clone() });
    }
    checked
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
