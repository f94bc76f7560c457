//! Credentials: the security schemes of a document, and which of them sign which requests.

use std::collections::HashMap;

use crate::diag::code;
use crate::openapi::document::{Document, Look, Operation};
use crate::openapi::names::{distinct, snake, words};
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::{self, at, item};
use crate::spec::{Node, Scheme, SchemeKind, Security, Text};

/// The schemes of a document.
pub(in crate::openapi) struct Schemes {
    pub(in crate::openapi) all: Vec<Scheme>,
    /// Which of them stand for each name of the document.
    known: HashMap<String, usize>,
    /// Whether the document says nothing of which are needed.
    pub(in crate::openapi) are_unasked: bool,
}

impl Schemes {
    pub(in crate::openapi) fn of(document: &Document<'_>, operations: &[Operation<'_>], remarks: &mut Remarks) -> Self {
        let components = document.root().at("components");
        let entries = components.map_or(&[][..], |components| components.entries_at("securitySchemes"));
        let mut schemes = Self { all: Vec::new(), known: HashMap::new(), are_unasked: false };
        let wires: Vec<Vec<String>> = entries.iter().map(|entry| vec![name_of(&entry.key.value)]).collect();
        let names = distinct(&wires, |_, name| name == "none");
        for (entry, name) in entries.iter().zip(names) {
            let node = document.meant(&entry.value);
            let Some(kind) = kind(node) else {
                let message = format!("requests cannot be signed by {}", code(&entry.key.value));
                remarks.say(
                    "left-out",
                    message,
                    &entry.key.span,
                    "left out",
                    "sign requests by a transport of your own",
                );
                continue;
            };
            let doc = texts::doc(&[node], &entry.key.span, || made_doc(&kind));
            schemes.known.insert(entry.key.value.clone(), schemes.all.len());
            schemes.all.push(Scheme { item: item(at(&entry.key.span, name), doc, None), kind: Ok(kind) });
        }
        let is_asked = document.root().at("security").is_some()
            || operations.iter().any(|operation| operation.node.at("security").is_some());
        schemes.are_unasked = !is_asked;
        schemes
    }

    /// What signs all requests that say nothing else.
    pub(in crate::openapi) fn of_all(&self, root: &Node, remarks: &mut Remarks) -> Security {
        if self.are_unasked && !self.all.is_empty() {
            let names = self.all.iter().map(|scheme| vec![scheme.item.name.clone()]);
            return Security {
                alternatives: names.chain([Vec::new()]).collect(),
                span: self.all[0].item.name.span.clone(),
            };
        }
        let none = Security { alternatives: Vec::new(), span: root.span.clone() };
        root.at("security").map_or(none, |node| self.security(node, remarks))
    }

    /// What signs the requests of a call, if it says so itself.
    pub(in crate::openapi) fn security(&self, node: &Node, remarks: &mut Remarks) -> Security {
        let mut alternatives: Vec<Vec<Text>> = Vec::new();
        for requirement in node.items() {
            let mut all: Vec<Text> = Vec::new();
            let mut is_known = true;
            for entry in requirement.entries() {
                let Some(index) = self.known.get(&entry.key.value) else {
                    is_known = false;
                    let message = format!("there is no security scheme {}", code(&entry.key.value));
                    remarks.say(
                        "undeclared",
                        message,
                        &entry.key.span,
                        "passed over",
                        "declare it under `securitySchemes`",
                    );
                    continue;
                };
                let scheme = &self.all[*index];
                let signs = |other: &Text| {
                    self.all.iter().any(|known| known.item.name.value == other.value && place(known) == place(scheme))
                };
                if !all.iter().any(signs) {
                    all.push(at(&entry.key.span, scheme.item.name.value.clone()));
                }
            }
            if (is_known || !all.is_empty()) && alternatives.iter().all(|known| !is_same(known, &all)) {
                alternatives.push(all);
            }
        }
        let alternatives = if alternatives.iter().all(Vec::is_empty) { Vec::new() } else { alternatives };
        Security { alternatives, span: node.span.clone() }
    }
}

fn is_same(one: &[Text], other: &[Text]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.value == other.value)
}

fn name_of(wire: &str) -> String {
    // It is one word, however it is written.
    let name = snake(&words(&wire.replace("OAuth", "Oauth")));
    if name.is_empty() { "key".to_owned() } else { name }
}

/// Where a scheme puts what it sends.
fn place(scheme: &Scheme) -> String {
    match &scheme.kind {
        Ok(SchemeKind::Header(name)) => name.value.to_ascii_lowercase(),
        Ok(SchemeKind::Query(name)) => format!("?{}", name.value),
        Ok(SchemeKind::Cookie(name)) => format!("={}", name.value),
        _ => "authorization".to_owned(),
    }
}

fn kind(node: &Node) -> Option<SchemeKind> {
    let scheme = node.text_at("scheme").unwrap_or_default().to_ascii_lowercase();
    match node.text_at("type")? {
        "http" if scheme == "basic" => Some(SchemeKind::Basic),
        "http" if scheme == "bearer" => Some(SchemeKind::Bearer),
        "http" => Some(SchemeKind::Header(at(&node.span, "Authorization"))),
        "apiKey" => {
            let name = node.placed_text("name").filter(|name| is_token(&name.value))?;
            match node.text_at("in")? {
                "header" => Some(SchemeKind::Header(name)),
                "query" => Some(SchemeKind::Query(name)),
                "cookie" => Some(SchemeKind::Cookie(name)),
                _ => None,
            }
        }
        "oauth2" => Some(client_credentials(node).unwrap_or(SchemeKind::Bearer)),
        "openIdConnect" => Some(SchemeKind::Bearer),
        _ => None,
    }
}

/// Whether a text can name a header or the like.
fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"(),/:;<=>?@[\\]{}".contains(&byte))
}

/// Tokens that the client can get by itself.
fn client_credentials(node: &Node) -> Option<SchemeKind> {
    let flow = node.at("flows")?.at("clientCredentials")?;
    let token_url = flow.placed_text("tokenUrl")?;
    let is_fine = |url: &str| {
        let path = url.strip_prefix("https://").map_or(url, |rest| rest.find('/').map_or("/", |slash| &rest[slash..]));
        path.starts_with('/')
            && !path.contains("//")
            && !path.ends_with('/')
            && !url.contains(['?', '#', '@', '{', ' '])
    };
    let is_scope = |scope: &str| {
        !scope.is_empty() && scope.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\'))
    };
    is_fine(&token_url.value).then(|| {
        let scopes = flow.entries_at("scopes").iter().filter(|entry| is_scope(&entry.key.value));
        SchemeKind::OAuth2 { scopes: scopes.map(|entry| entry.key.clone()).collect(), token_url }
    })
}

fn made_doc(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Bearer => "The token that requests carry in the header `Authorization`.".to_owned(),
        SchemeKind::Basic => "The user and the password that requests carry in the header `Authorization`.".to_owned(),
        SchemeKind::Header(name) => format!("The key that requests carry in the header `{}`.", name.value),
        SchemeKind::Query(name) => format!("The key that requests carry in the query, as `{}`.", name.value),
        SchemeKind::Cookie(name) => format!("The key that requests carry in the cookie `{}`.", name.value),
        SchemeKind::OAuth2 { .. } => {
            "The identifier and the secret with which a client gets tokens for its requests.".to_owned()
        }
    }
}
