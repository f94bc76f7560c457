//! Reads the schemes by which requests can prove who sends them.

use super::{
    description::{Item, Scheme},
    item::{self, owner},
    reader::{self, Mapping},
    schema::{self, MappingKind, SCHEMES},
    security::SchemeKind,
};
use crate::{
    diag::{Diagnostic, Diagnostics, alternatives, code},
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// Reads an entry of `credentials`: `name: bearer` is short for `name: {bearer: {}}`.
pub(super) fn scheme(entry: &Entry, diagnostics: &mut Diagnostics) -> Scheme {
    let Entry { key, value } = entry;
    if let Value::Text(kind) = &value.value
        && let Some(kind) = ["bearer", "basic"].into_iter().find(|known| known == kind)
    {
        let item = Item { doc: made_doc(key, kind, None), ..item::bare_item(key) };
        return Scheme { item, kind: Ok(plain(kind)) };
    }
    read(key, value, diagnostics).unwrap_or_else(|Faulty| Scheme { item: item::bare_item(key), kind: Err(Faulty) })
}

fn read(key: &Text, value: &Node, diagnostics: &mut Diagnostics) -> Read<Scheme> {
    let mapping = Mapping::open(value, owner("credentials", key), &key.span, &schema::SCHEME, diagnostics)?;
    let mut kinds = Vec::new();
    for kind in SCHEMES.iter().map(|way| way.key) {
        kinds.extend(mapping.get(kind)?.map(|node| (kind, node)));
    }
    let &[(kind, node)] = kinds.as_slice() else {
        let message = format!(
            "{} are of {}",
            owner("credentials", key),
            if kinds.is_empty() { "no kind" } else { "several kinds" }
        );
        let fault = Diagnostic::new("invalid-credentials", message, &key.span, "one kind is expected");
        diagnostics.push(fault.help(format!("write one of {}", alternatives(SCHEMES.iter().map(|way| way.key)))));
        return Err(Faulty);
    };
    match kind {
        "bearer" | "basic" => {
            let inner = open(key, node, &schema::SCHEME_PLAIN, diagnostics)?;
            Ok(Scheme { item: item_of(key, kind, None, &inner, diagnostics), kind: Ok(plain(kind)) })
        }
        "oauth2" => {
            let inner = open(key, node, &schema::SCHEME_OAUTH2, diagnostics)?;
            let token_url = inner.required_text("token_url", diagnostics);
            let scopes = inner.texts("scopes", diagnostics);
            let item = item_of(key, kind, None, &inner, diagnostics);
            Ok(Scheme {
                item,
                kind: token_url.and_then(|token_url| Ok(SchemeKind::OAuth2 { token_url, scopes: scopes? })),
            })
        }
        _ => carried(key, kind, node, diagnostics),
    }
}

/// A key that is carried by something with a name: `header: X-Api-Key` is short for `header: {name: X-Api-Key}`.
fn carried(key: &Text, kind: &'static str, node: &Node, diagnostics: &mut Diagnostics) -> Read<Scheme> {
    let of = |name: Text| match kind {
        "header" => SchemeKind::Header(name),
        "query" => SchemeKind::Query(name),
        _ => SchemeKind::Cookie(name),
    };
    if !matches!(node.value, Value::Mapping(_)) {
        let name = reader::text(node, &code(kind), diagnostics)?;
        let item = Item { doc: made_doc(key, kind, Some(&name)), ..item::bare_item(key) };
        return Ok(Scheme { item, kind: Ok(of(name)) });
    }
    let inner = open(key, node, &schema::SCHEME_CARRIED, diagnostics)?;
    let name = inner.required_text("name", diagnostics);
    let item = item_of(key, kind, name.as_ref().ok(), &inner, diagnostics);
    Ok(Scheme { item, kind: name.map(of) })
}

fn open<'a>(key: &Text, node: &'a Node, kind: &MappingKind, diagnostics: &mut Diagnostics) -> Read<Mapping<'a>> {
    Mapping::open(node, owner("credentials", key), &key.span, kind, diagnostics)
}

fn plain(kind: &str) -> SchemeKind {
    if kind == "basic" { SchemeKind::Basic } else { SchemeKind::Bearer }
}

/// Documentation is made if there is none.
fn item_of(key: &Text, kind: &str, name: Option<&Text>, mapping: &Mapping, diagnostics: &mut Diagnostics) -> Item {
    let has_doc = mapping.key("doc").is_some();
    let doc = if has_doc { item::doc(mapping, diagnostics) } else { made_doc(key, kind, name) };
    item::item_with_doc(key, doc, mapping, diagnostics)
}

pub(super) fn made_doc(key: &Text, kind: &str, name: Option<&Text>) -> Text {
    let name = name.map(|name| format!("`{}`", name.value)).unwrap_or_default();
    let value = match kind {
        "bearer" => "The key that requests carry in the header `Authorization`.".to_owned(),
        "basic" => "The user and the password that requests carry in the header `Authorization`.".to_owned(),
        "header" => format!("The key that requests carry in the header {name}."),
        "query" => format!("The key that requests carry in the query, as {name}."),
        "cookie" => format!("The key that requests carry in the cookie {name}."),
        _ => "The identifier and the secret with which a client gets tokens for its requests.".to_owned(),
    };
    Text { value, span: key.span.clone() }
}
