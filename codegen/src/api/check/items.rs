//! What all items have in common: names, documentation, versions.

use super::names::{NameRule, is_rust_name};
use crate::{
    api::model::{Item, Location},
    diag::{Diagnostic, Diagnostics, code, is_hidden},
    spec::{self, Text},
};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Resource,
    Identifier,
    Alias,
    Object,
    Field,
    Enum,
    Value,
    Variant,
    Code,
    Endpoint,
    Parameter(Location),
    Header,
    Answer,
    ErrorField,
    Scheme,
    Environment,
    ServerVariable,
    Event,
}

impl Kind {
    fn noun(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Identifier => "identifier",
            Self::Alias => "alias",
            Self::Object => "object",
            Self::Field => "field",
            Self::Enum => "enum",
            Self::Value => "value",
            Self::Variant => "variant",
            Self::Code => "error code",
            Self::Endpoint => "endpoint",
            Self::Parameter(_) => "parameter",
            Self::Header => "header",
            Self::Answer => "answer",
            Self::ErrorField => "error field",
            Self::Scheme => "scheme",
            Self::Environment => "environment",
            Self::ServerVariable => "server variable",
            Self::Event => "event",
        }
    }

    /// The rule of its name in the description.
    fn rule(self) -> NameRule {
        match self {
            Self::Identifier | Self::Alias | Self::Object | Self::Enum => NameRule::Camel,
            Self::Resource
            | Self::Endpoint
            | Self::ErrorField
            | Self::Scheme
            | Self::Environment
            | Self::ServerVariable => NameRule::Snake,
            Self::Parameter(Location::Path) => NameRule::Identifier,
            Self::Value => NameRule::Text,
            Self::Field
            | Self::Variant
            | Self::Code
            | Self::Parameter(_)
            | Self::Header
            | Self::Answer
            | Self::Event => NameRule::Wire,
        }
    }

    /// The rule of its name in Rust.
    fn rust_rule(self) -> NameRule {
        match self {
            Self::Identifier
            | Self::Alias
            | Self::Object
            | Self::Enum
            | Self::Value
            | Self::Variant
            | Self::Code
            | Self::Event
            | Self::Answer => NameRule::Camel,
            Self::Resource
            | Self::Endpoint
            | Self::Field
            | Self::Parameter(_)
            | Self::Header
            | Self::ErrorField
            | Self::Scheme
            | Self::Environment
            | Self::ServerVariable => NameRule::Snake,
        }
    }
}

/// Checks an item.
pub(super) fn check(item: &spec::Item, kind: Kind, diagnostics: &mut Diagnostics) -> Item {
    name(&item.name, kind.noun(), kind.rule(), diagnostics);
    prose(&item.doc, diagnostics);
    for text in
        item.deprecated.iter().chain(item.was.iter().filter(|was| !(kind == Kind::Value && was.value.is_empty())))
    {
        line(text, diagnostics);
    }
    if let Some(since) = &item.since {
        version(since, diagnostics);
    }
    if let Some(rust) = &item.rust {
        rust_name(rust, kind, diagnostics);
    }
    checked(item)
}

/// Checks an object or enum, of which only the name is its own if it is written in place.
pub(super) fn check_type(item: &spec::Item, kind: Kind, in_place: bool, diagnostics: &mut Diagnostics) -> Item {
    if !in_place {
        return check(item, kind, diagnostics);
    }
    name(&item.name, kind.noun(), kind.rule(), diagnostics);
    checked(item)
}

fn checked(item: &spec::Item) -> Item {
    let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.trim().to_owned());
    Item {
        name: item.name.value.clone(),
        rust: value(&item.rust),
        doc: item.doc.value.clone(),
        since: value(&item.since),
        deprecated: value(&item.deprecated),
        was: item.was.iter().map(|text| text.value.trim().to_owned()).collect(),
        span: item.name.span.clone(),
    }
}

/// Checks what a name looks like.
pub(super) fn name(name: &Text, noun: &str, rule: NameRule, diagnostics: &mut Diagnostics) {
    if !rule.accepts(&name.value) {
        let shown = if name.value.is_empty() { "an empty text".to_owned() } else { code(&name.value) };
        let message = format!("{shown} cannot name this {noun}");
        diagnostics.push(Diagnostic::new("invalid-name", message, &name.span, "not such a name").help(rule.help()));
    }
}

fn rust_name(rust: &Text, kind: Kind, diagnostics: &mut Diagnostics) {
    let rule = kind.rust_rule();
    if !is_rust_name(&rust.value, rule) {
        let message = format!("{} cannot be the Rust name of this {}", code(&rust.value), kind.noun());
        let fault = Diagnostic::new("invalid-rust-name", message, &rust.span, "not such a name");
        diagnostics.push(fault.help(format!("{}; add `_` to a word of Rust", rule.help())));
    }
}

/// Checks a text that becomes documentation.
pub(super) fn prose(text: &Text, diagnostics: &mut Diagnostics) {
    let Some((at, hidden)) =
        text.value.char_indices().find(|&(_, character)| is_hidden(character) && !matches!(character, '\n' | '\t'))
    else {
        return;
    };
    let span = text.part(at..at + hidden.len_utf8());
    let message = format!("a text holds the invisible character {}", hidden.escape_unicode());
    let fault = Diagnostic::new("invalid-text", message, &span, "in this text");
    diagnostics.push(fault.help("remove it: it can make text read otherwise than it is"));
}

/// Checks a text that has one line.
fn line(text: &Text, diagnostics: &mut Diagnostics) {
    prose(text, diagnostics);
    let (message, label, help) = match text.value.trim().lines().count() {
        0 => ("a text is empty", "nothing here", "write something here, or leave out the key"),
        1 => return,
        _ => ("a text has several lines", "here is place for one", "write it on one line, and the rest into `doc`"),
    };
    diagnostics.push(Diagnostic::new("invalid-text", message, &text.span, label).help(help));
}

/// Checks a version of the API: it travels in headers.
pub(super) fn version(version: &Text, diagnostics: &mut Diagnostics) {
    if version.value.is_empty() || !version.value.bytes().all(|byte| byte.is_ascii_graphic()) {
        let message = format!("{} cannot be a version of the API", code(&version.value));
        let fault = Diagnostic::new("invalid-version", message, &version.span, "not a version");
        diagnostics.push(fault.help("write visible ASCII without spaces, such as `2025-08-27.preview`"));
    }
}
