//! What a document says of itself, and the crate that is made of it where nobody says more.

use super::document::{Files, Look, literal};
use super::names::words;
use super::texts::{self, at};
use crate::spec::{Node, Package, Text};

/// The version of a crate of which nobody has said one.
const FIRST_VERSION: &str = "0.1.0";
/// The licence of a crate of which nobody has said one.
const LICENSE: &str = "MIT OR Apache-2.0";

/// The crate of a document of which nobody says more.
#[must_use]
pub fn package(files: &Files) -> Package {
    Info::of(files.root()).package()
}

/// What a document says of itself.
pub(super) struct Info<'a> {
    root: &'a Node,
    node: &'a Node,
}

impl<'a> Info<'a> {
    pub(super) fn of(root: &'a Node) -> Self {
        Self { root, node: root.at("info").unwrap_or(root) }
    }

    pub(super) fn title(&self) -> Text {
        let title = texts::said(self.node, &["title"]).unwrap_or_else(|| at(&self.root.span, "API"));
        Text { value: title.value.replace(['\n', '\t'], " "), ..title }
    }

    pub(super) fn doc(&self) -> Text {
        texts::doc(&[self.node], &self.root.span, || self.title().value)
    }

    pub(super) fn version(&self) -> Text {
        let written = self.node.at("version").and_then(literal).map(|(_, text)| text).unwrap_or_default();
        let visible: String = written.chars().filter(char::is_ascii_graphic).collect();
        let span = self.node.at("version").map_or(&self.root.span, |version| &version.span);
        at(span, if visible.is_empty() { FIRST_VERSION.to_owned() } else { visible })
    }

    pub(super) fn package(&self) -> Package {
        let mut name = words(&self.title().value.replace("OpenAPI", "Openapi"));
        if name.first().is_none_or(|first| first.starts_with(|digit: char| digit.is_ascii_digit())) {
            name.insert(0, "api".to_owned());
        }
        name.push("client".to_owned());
        while name.join("-").len() > 60 {
            name.remove(name.len() - 2);
        }
        let span = &self.title().span;
        Package {
            name: Ok(at(span, name.join("-"))),
            version: Ok(at(span, FIRST_VERSION)),
            license: Ok(at(span, LICENSE)),
        }
    }
}
