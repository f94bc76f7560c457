//! Spells out a [`RustCrate`] as files: one file for each kind of thing, none of which can fail.

mod aliases;
mod attributes;
mod credentials;
mod example_tests;
mod features;
mod given;
mod guide;
mod items;
mod library;
mod listing;
mod modules;
mod numbers;
mod package;
mod requests;
mod rows;
mod runtime;
mod samples;
mod servers;
mod service;
mod shadows;
mod source;
mod spelling;
mod types;
mod webhooks;
mod width;

pub use listing::surface;

use crate::output::Files;
use crate::rust::{Module, RustCrate};
use package::{cargo, readme};

/// Marks everything as generated. But for the listing of public items, so that a review shows it first.
const GITATTRIBUTES: &str = "* text=auto eol=lf linguist-generated=true\n";
/// Keeps formatters from touching what only the tool may change.
const RUSTFMT: &str = "# These files are laid out by the tool that writes them.\ndisable_all_formatting = true\n";

/// Makes all files of the crate.
#[must_use]
pub fn emit(krate: &RustCrate) -> Files {
    let mut files = Files::default();
    let listing = listing::files(krate);
    files.add(".gitattributes", GITATTRIBUTES.to_owned() + &listing::attributes(&listing));
    files.add("rustfmt.toml", RUSTFMT.to_owned());
    files.add("Cargo.toml", cargo::manifest(krate));
    files.add("README.md", readme::text(krate, listing.len() > 1));
    for (path, text) in listing {
        files.add(path, text);
    }
    files.add("src/lib.rs", source::file(library::tokens(krate)));
    files.add("src/service.rs", source::file(service::tokens(krate)));
    if let Some(webhooks) = webhooks::tokens(krate) {
        files.add("src/webhooks.rs", source::file(webhooks));
    }
    runtime::add(krate, &mut files);
    for module in &krate.modules {
        add_module(krate, module, &mut files);
    }
    files
}

fn add_module(krate: &RustCrate, module: &Module, files: &mut Files) {
    let folder = format!("src/{}", module.name.plain());
    let parts = modules::parts(&krate.name, module);
    files.add(format!("{folder}/mod.rs"), source::file(modules::tokens(krate, module, &parts)));
    for part in parts {
        files.add(format!("{folder}/{}.rs", part.name), part.text);
    }
    if !krate.package.without_tests && has_tests(module) {
        files.add(format!("tests/{}.rs", module.name.plain()), example_tests::text(krate, module));
    }
}

/// Whether there is something in a module that a test can try.
fn has_tests(module: &Module) -> bool {
    module.json_forms().next().is_some()
        || !module.tests.is_empty()
        || !module.refusals.is_empty()
        || module.events.is_some()
}
