//! Types in texts: as a reader would say them, and as a program can write them anywhere.

use crate::rust::{Name, RustType};

/// How names are written.
pub(super) struct Spelling {
    /// What stands before types of the runtime, and before modules.
    root: String,
    /// What stands before types of the same module.
    local: String,
    json: &'static str,
    map: &'static str,
}

impl Spelling {
    /// Without paths, but for the module of a type of another one.
    pub(super) fn short() -> Self {
        Self { root: String::new(), local: String::new(), json: "Json", map: "BTreeMap" }
    }

    /// With full paths, from the view of a program that uses the crate.
    pub(super) fn full(krate: &Name, module: &Name) -> Self {
        let root = format!("{krate}::");
        let local = format!("{root}{module}::");
        Self { root, local, json: "serde_json::Value", map: "std::collections::BTreeMap" }
    }

    /// A type of some module.
    pub(super) fn of_module(&self, module: &Name, name: &Name) -> String {
        format!("{}{module}::{name}", self.root)
    }

    /// A type of the same module.
    pub(super) fn local(&self, name: &Name) -> String {
        format!("{}{name}", self.local)
    }

    pub(super) fn of(&self, ty: &RustType) -> String {
        let runtime = |name: &str| format!("{}{name}", self.root);
        let generic = |name: &str, inner: &RustType| format!("{name}<{}>", self.of(inner));
        match ty {
            RustType::Unit => "()".to_owned(),
            RustType::Language(name) => (*name).to_owned(),
            RustType::Runtime(name) => runtime(name),
            RustType::Json => self.json.to_owned(),
            RustType::Generic(name, parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.of(part)).collect();
                let parts = if parts.is_empty() { String::new() } else { format!("<{}>", parts.join(", ")) };
                format!("{}{parts}", runtime(name))
            }
            RustType::Local(name) => self.local(name),
            RustType::Foreign(module, name) => self.of_module(module, name),
            RustType::Expandable(id, object) => {
                format!("{}<{}, {}>", runtime("Expandable"), self.of(id), self.of(object))
            }
            RustType::CursorPage(inner) => generic(&runtime("CursorPage"), inner),
            RustType::UrlPage(inner) => generic(&runtime("UrlPage"), inner),
            RustType::Events(inner) => generic(&runtime("Events"), inner),
            RustType::Lines(inner) => generic(&runtime("Lines"), inner),
            RustType::WholeBody => "bytes::Bytes".to_owned(),
            RustType::Box(inner) => generic("Box", inner),
            RustType::Boxed(inner) => generic(&runtime("Boxed"), inner),
            RustType::Option(inner) => generic("Option", inner),
            RustType::Vec(inner) => generic("Vec", inner),
            RustType::Map(inner) => format!("{}<String, {}>", self.map, self.of(inner)),
        }
    }
}
