//! Checks what the crate to be written is called, and under which terms it stands.

use crate::{
    api::{check::names::KEYWORDS, model::Package},
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, Read, Text},
};

/// The longest name that registries take.
const LONGEST_NAME: usize = 64;

/// Names that Cargo keeps for itself, and those of crates that a generated one uses, with `_` for `-`.
const TAKEN: [&str; 31] = [
    "alloc",
    "build",
    "bytes",
    "chrono",
    "core",
    "deps",
    "examples",
    "flate2",
    "futures_core",
    "hmac_sha256",
    "http",
    "httpdate",
    "hyper",
    "hyper_rustls",
    "hyper_util",
    "incremental",
    "jiff",
    "percent_encoding",
    "proc_macro",
    "rustls",
    "rustls_native_certs",
    "serde",
    "serde_core",
    "serde_json",
    "std",
    "test",
    "tokio",
    "tower_service",
    "tracing",
    "ureq",
    "zeroize",
];

/// Checks a package. What is faulty in it stays empty or as it is.
pub(super) fn check(package: &spec::Package, diagnostics: &mut Diagnostics) -> Package {
    let mut part = |text: &Read<Text>, what: &str, problem: fn(&Text) -> Option<Problem>| {
        let Ok(text) = text else { return String::new() };
        if let Some(Problem { span, label, help }) = problem(text) {
            let message = format!("{} cannot be the {what} of a package", code(&text.value));
            diagnostics.push(Diagnostic::new("invalid-package", message, &span, label).help(help));
        }
        text.value.clone()
    };
    Package {
        name: part(&package.name, "name", name),
        version: part(&package.version, "version", version),
        license: part(&package.license, "licence", license),
        without_tests: package.without_tests,
    }
}

/// What is wrong with a part of a package, and what to write instead.
struct Problem {
    span: Span,
    label: String,
    help: String,
}

impl Problem {
    fn new(span: &Span, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span: span.clone(), label: label.into(), help: help.into() }
    }
}

fn name(name: &Text) -> Option<Problem> {
    let Text { value, span } = name;
    let krate = value.replace('-', "_");
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'));
    if !value.starts_with(|first: char| first.is_ascii_lowercase())
        || !krate.split('_').all(is_word)
        || value.len() > LONGEST_NAME
    {
        let help = format!(
            "write up to {LONGEST_NAME} lower-case letters and digits of ASCII, a letter first, with single `-` or `_` \
             between words"
        );
        return Some(Problem::new(span, "not such a name", help));
    }
    if KEYWORDS.contains(&krate.as_str()) || TAKEN.contains(&krate.as_str()) {
        let help = format!("add a word, such as `{value}-client`: Rust, Cargo or the generated code uses this name");
        return Some(Problem::new(span, "taken", help));
    }
    None
}

fn version(version: &Text) -> Option<Problem> {
    let error = semver::Version::parse(&version.value).err()?;
    Some(Problem::new(&version.span, error.to_string(), "write a semantic version, such as `0.1.0`"))
}

fn license(license: &Text) -> Option<Problem> {
    let error = spdx::Expression::parse(&license.value).err()?;
    let help = "write an SPDX expression, such as `MIT OR Apache-2.0`";
    Some(Problem::new(&license.part(error.span), error.reason.to_string(), help))
}
