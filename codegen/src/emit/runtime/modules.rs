//! The runtime's modules, which travel with the tool: read off its root and the roots of its folders.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use syn::{File, Item};

/// The runtime's folder, by way of the link that is in the tool's package.
static SOURCES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime-sources");

/// The runtime's root: which folders there are, and what the crate exports.
pub(super) static ROOT: LazyLock<&str> = LazyLock::new(|| text("lib.rs").unwrap_or_default());

/// What the root declares.
pub(super) static MODULES: LazyLock<Vec<RuntimeModule>> = LazyLock::new(|| declared_in(&ROOT, ""));

/// A module of the runtime: a file, or a folder.
pub(super) struct RuntimeModule {
    /// Where it lies, without an ending: `json/slot`, `json`.
    pub path: String,
    /// The file, or the root of the folder.
    pub text: &'static str,
    /// What the root of the folder declares; empty for a file.
    pub inner: Vec<RuntimeModule>,
}

impl RuntimeModule {
    fn read(path: String) -> Self {
        if let Some(text) = text(&format!("{path}.rs")) {
            return Self { path, text, inner: Vec::new() };
        }
        let text = text(&format!("{path}/mod.rs")).unwrap_or_default();
        let inner = declared_in(text, &format!("{path}/"));
        Self { path, text, inner }
    }

    pub(super) fn is_folder(&self) -> bool {
        !self.inner.is_empty()
    }
}

/// The modules that a root declares, but not its tests.
fn declared_in(root: &str, folder: &str) -> Vec<RuntimeModule> {
    let modules = parsed(root).items.into_iter().filter_map(|item| match item {
        Item::Mod(module) if module.ident != "tests" => Some(format!("{folder}{}", module.ident)),
        _ => None,
    });
    modules.map(RuntimeModule::read).collect()
}

fn text(path: &str) -> Option<&'static str> {
    SOURCES.get_file(path)?.contents_utf8()
}

/// A file of the runtime.
///
/// # Panics
/// If it is no Rust, which cannot be: the runtime is a crate of the workspace, whose sources are part of this program.
pub(super) fn parsed(text: &str) -> File {
    syn::parse_file(text).expect("the runtime compiles")
}
