//! What a document says of itself, and the crate that is made of it where nobody says more.

use super::document::{Files, Look, literal};
use super::names::words;
use super::texts::{self, at};
use crate::spec::{Listing, Node, Package, Read, Text};
use crate::yaml::quoted;

/// The version of a crate of which nobody has said one.
const FIRST_VERSION: &str = "0.1.0";
/// The licence of a crate of which nobody has said one.
const LICENSE: &str = "MIT OR Apache-2.0";

/// The text of `api.yaml` of a new project, with the paths of the document, of folders in which it may lead to files, and of
/// overlays.
#[must_use]
pub fn project_text(files: &Files, document: &str, allowed: &[String], overlays: &[String]) -> String {
    let Package { name, version, license, .. } = Info::of(files.root()).package();
    let said = |text: &Read<Text>| text.as_ref().map_or_else(|_| String::new(), |text| quoted(&text.value));
    let list = |key: &str, paths: &[String]| {
        let items: Vec<String> = paths.iter().map(|path| format!("\n  - {}", quoted(path))).collect();
        if items.is_empty() { String::new() } else { format!("{key}:{}\n", items.concat()) }
    };
    format!(
        "# A published document says what the API is. What else there is to say of it stands here: see docs/openapi.md.\n\
         openapi: {}\n{}{}package:\n  name: {}\n  version: {}\n  license: {}\n",
        quoted(document),
        list("allow_paths", allowed),
        list("overlays", overlays),
        said(&name),
        said(&version),
        said(&license)
    )
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
            listing: Listing::default(),
            out: None,
            without_tests: false,
        }
    }
}
