//! Checks how requests can prove who sends them, and how they do.

use std::collections::HashMap;

use super::{headers, reserved, servers};
use crate::{
    api::{
        check::{
            items::{self, Kind},
            paths, symbols,
        },
        model::{Item, Scheme, SchemeId, SchemeKind, Security},
    },
    diag::{Diagnostic, Diagnostics, Span, code, instead},
    spec::{self, ApiFile, Text},
};

const RULE: &str = "invalid-credentials";

/// The scheme of an API that has a key and says no more of it.
const API_KEY: &str = "api_key";

/// Checks the schemes. Without a section for them, `auth: bearer` says that there is one.
pub(super) fn check(file: &ApiFile, diagnostics: &mut Diagnostics) -> Vec<Scheme> {
    let Some(written) = &file.credentials else { return implied(file) };
    let mut seen: HashMap<&str, &Text> = HashMap::new();
    for spec::Scheme { item, .. } in written {
        if let Some(first) = seen.insert(&item.name.value, &item.name) {
            diagnostics.push(symbols::defined_twice("scheme", &item.name, first));
        }
        if item.name.value == "none" {
            let message = "credentials cannot be called `none`".to_owned();
            let help = "give them another name: `auth: none` says that a request is not signed";
            invalid(message, &item.name.span, "it means that there are none", help, diagnostics);
        }
    }
    written.iter().map(|scheme| one(scheme, file, diagnostics)).collect()
}

fn implied(file: &ApiFile) -> Vec<Scheme> {
    let Ok(auth) = &file.auth else { return Vec::new() };
    if auth.alternatives.is_empty() {
        return Vec::new();
    }
    let doc = "The key that every request carries. There is no client without one.".to_owned();
    let item = Item {
        name: API_KEY.to_owned(),
        rust: None,
        doc,
        since: None,
        deprecated: None,
        was: Vec::new(),
        span: auth.span.clone(),
    };
    vec![Scheme { item, kind: SchemeKind::Bearer }]
}

fn one(scheme: &spec::Scheme, file: &ApiFile, diagnostics: &mut Diagnostics) -> Scheme {
    let item = items::check(&scheme.item, Kind::Scheme, diagnostics);
    let Ok(kind) = &scheme.kind else { return Scheme { item, kind: SchemeKind::Bearer } };
    let kind = match kind {
        spec::SchemeKind::Bearer => SchemeKind::Bearer,
        spec::SchemeKind::Basic => SchemeKind::Basic,
        spec::SchemeKind::Header(name) => {
            header(name, file, diagnostics);
            SchemeKind::Header(name.value.clone())
        }
        spec::SchemeKind::Query(name) => {
            named(name, "a parameter of the query", |name| !name.is_empty(), diagnostics);
            SchemeKind::Query(name.value.clone())
        }
        spec::SchemeKind::Cookie(name) => {
            named(name, "a cookie", headers::is_token, diagnostics);
            SchemeKind::Cookie(name.value.clone())
        }
        spec::SchemeKind::OAuth2 { token_url, scopes } => {
            self::token_url(token_url, diagnostics);
            for scope in scopes {
                self::scope(scope, diagnostics);
            }
            let scopes = scopes.iter().map(|scope| scope.value.clone()).collect();
            SchemeKind::OAuth2 { token_url: token_url.value.clone(), scopes }
        }
    };
    Scheme { item, kind }
}

fn header(name: &Text, file: &ApiFile, diagnostics: &mut Diagnostics) {
    named(name, "a header", headers::is_token, diagnostics);
    let is_signing = name.value.eq_ignore_ascii_case("Authorization");
    if let Some(why) = reserved::in_requests(&name.value).filter(|_| !is_signing) {
        let message = format!("the header {} cannot carry a key: {why}", code(&name.value));
        invalid(message, &name.span, "reserved", "name the header that the service asks for", diagnostics);
    }
    let mut others = file.headers.iter().map(|header| &header.item.name);
    if let Some(other) = others.find(|other| other.value.eq_ignore_ascii_case(&name.value)) {
        diagnostics.push(symbols::defined_twice("header", name, other));
    }
}

fn named(name: &Text, what: &str, is_such: impl Fn(&str) -> bool, diagnostics: &mut Diagnostics) {
    if !is_such(&name.value) {
        let message = format!("{} cannot name {what}", code(&name.value));
        let help = "write letters, digits and `-`, such as `X-Api-Key`";
        invalid(message, &name.span, "not such a name", help, diagnostics);
    }
}

fn token_url(url: &Text, diagnostics: &mut Diagnostics) {
    let problem = if url.value.starts_with('/') { paths::check_literal(&url.value) } else { servers::url(&url.value) };
    if let Err(problem) = problem {
        let message = format!("{} cannot be where tokens are to be had: {problem}", code(&url.value));
        let help = "write a URL such as `https://auth.example.com/token`, or a path of the first server";
        invalid(message, &url.span, "not such a place", help, diagnostics);
    }
}

fn scope(scope: &Text, diagnostics: &mut Diagnostics) {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    if scope.value.is_empty() || !scope.value.bytes().all(is_plain) {
        let message = format!("{} cannot be a scope", code(&scope.value));
        let help = "write visible ASCII without spaces; of several scopes, each is an item of the list";
        invalid(message, &scope.span, "not a scope", help, diagnostics);
    }
}

/// What `auth` means.
pub(in crate::api::check) fn security(
    written: &spec::Security,
    file: &ApiFile,
    schemes: &[Scheme],
    diagnostics: &mut Diagnostics,
) -> Security {
    let alternative = |names: &Vec<Text>| {
        let found = names.iter().filter_map(|name| Some((name, scheme(name, file, schemes, diagnostics)?)));
        let found: Vec<(&Text, SchemeId)> = found.collect();
        together(&found, schemes, diagnostics);
        found.into_iter().map(|(_, id)| id).collect()
    };
    written.alternatives.iter().map(alternative).collect()
}

fn scheme(name: &Text, file: &ApiFile, schemes: &[Scheme], diagnostics: &mut Diagnostics) -> Option<SchemeId> {
    let is_implied = file.credentials.is_none();
    let found = if is_implied {
        schemes.iter().position(|_| name.value == "bearer")
    } else {
        schemes.iter().position(|scheme| scheme.item.name == name.value)
    };
    if found.is_none() {
        let (message, otherwise) = if is_implied {
            let message = format!("{} is no known way to sign requests", code(&name.value));
            let otherwise = "write `bearer`, which sends the key as `Authorization: Bearer …`, or say what there is under \
                             `credentials` of `api.yaml`";
            (message, otherwise)
        } else {
            let message = format!("{} names no credentials", code(&name.value));
            (message, "define them under `credentials` of `api.yaml`, or write `none`")
        };
        let known = schemes.iter().map(|scheme| scheme.item.name.as_str()).filter(|_| !is_implied);
        let meant = diagnostics.closest(&name.value, known);
        diagnostics
            .push(Diagnostic::new("unknown-auth", message, &name.span, "unknown").help(instead(meant, otherwise)));
    }
    found.map(SchemeId)
}

/// Reports schemes that one request cannot carry.
fn together(found: &[(&Text, SchemeId)], schemes: &[Scheme], diagnostics: &mut Diagnostics) {
    for (index, (name, id)) in found.iter().enumerate() {
        let place = schemes[id.index()].kind.place();
        if let Some((first, _)) = found[..index].iter().find(|(_, other)| schemes[other.index()].kind.place() == place)
        {
            let message = format!("one request cannot carry both {} and {}", code(&first.value), code(&name.value));
            let fault =
                Diagnostic::new(RULE, message, &name.span, format!("in {place}")).label(&first.span, "there too");
            diagnostics.push(fault.help("take one of the two out of this list, or make alternatives of them"));
        }
    }
}

fn invalid(message: String, place: &Span, label: &str, help: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::new(RULE, message, place, label).help(help));
}
