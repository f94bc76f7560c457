//! Checks that a resource can be a module, which is a folder in `src` and a name that callers import.

use crate::{
    diag::{Diagnostic, Diagnostics, code},
    spec,
};

/// Names of modules that mean something else, and what they mean.
const TAKEN: [(&str, &str); 10] = [
    ("alloc", "a crate of Rust"),
    ("aux", "no folder on Windows"),
    ("bin", "the folder of programs to Cargo"),
    ("con", "no folder on Windows"),
    ("core", "a crate of Rust"),
    ("lib", "the root of the crate to Cargo"),
    ("main", "the root of a program to Cargo"),
    ("nul", "no folder on Windows"),
    ("prn", "no folder on Windows"),
    ("std", "a crate of Rust"),
];

/// Checks the name that the module of a resource will have.
pub(super) fn check(resource: &spec::Item, diagnostics: &mut Diagnostics) {
    let name = resource.rust.as_ref().unwrap_or(&resource.name);
    if let Some((_, meaning)) = TAKEN.iter().find(|(taken, _)| *taken == name.value) {
        let message = format!("no resource can be the module {}: it is {meaning}", code(&name.value));
        let fault = Diagnostic::new("reserved-name", message, &name.span, "taken");
        diagnostics.push(fault.help("give the resource another name in Rust with `rust: …`"));
    }
}
