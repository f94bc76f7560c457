//! Checks what the crate to be written is called, and under which terms it stands.

use crate::{
    api::{
        check::names::KEYWORDS,
        model::{Listing, Package},
    },
    diag::{Diagnostic, Diagnostics, Span, code, is_hidden},
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
    if let Some((out, Problem { span, label, help })) = package.out.as_ref().and_then(|text| Some((text, out(text)?))) {
        let message = format!("{} cannot be the folder of a crate", code(&out.value));
        diagnostics.push(Diagnostic::new("invalid-package", message, &span, label).help(help));
    }
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
        listing: listing(&package.listing, diagnostics),
        without_tests: package.without_tests,
    }
}

/// The most items of a list that registries take, and the most characters of a keyword.
const MOST_LISTED: usize = 5;
const LONGEST_KEYWORD: usize = 20;

/// Checks what registries are told, by the rules of crates.io.
fn listing(written: &spec::Listing, diagnostics: &mut Diagnostics) -> Listing {
    let mut report = |Problem { span, label, help }: Problem, key: &str, text: &Text| {
        let message = format!("{} cannot be in {} of a package", code(&text.value), code(key));
        diagnostics.push(Diagnostic::new("invalid-package", message, &span, label).help(help));
    };
    for (key, url) in &written.links {
        if let Some(problem) = link(url) {
            report(problem, key, url);
        }
    }
    for (key, texts) in &written.lists {
        for (index, text) in texts.iter().enumerate() {
            let too_many = || {
                let help = format!("leave {MOST_LISTED} of them");
                (*key != "authors" && index == MOST_LISTED).then(|| Problem::new(&text.span, "one too many", help))
            };
            if let Some(problem) = listed(key, text).or_else(too_many) {
                report(problem, key, text);
            }
        }
    }
    let texts = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
    Listing {
        links: written.links.iter().map(|(key, url)| (*key, url.value.clone())).collect(),
        lists: written.lists.iter().map(|(key, list)| (*key, texts(list))).collect(),
        is_private: written.is_private,
    }
}

/// What is wrong with the folder of a crate. Others have the repository elsewhere, and on other systems.
fn out(text: &Text) -> Option<Problem> {
    let path = text.value.as_str();
    let is_absolute = path.starts_with('/') || path.contains([':', '\\']);
    let is_right = !path.trim().is_empty() && !is_absolute && !path.chars().any(is_hidden);
    let help = "write the way there from the folder of this file, such as `../generated`";
    (!is_right).then(|| Problem::new(&text.span, "no path from here that is one on every system", help))
}

fn link(url: &Text) -> Option<Problem> {
    let host = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let is_url = host.is_some_and(|host| !host.is_empty()) && url.value.bytes().all(|byte| byte.is_ascii_graphic());
    (!is_url).then(|| Problem::new(&url.span, "no URL", "write it from `https://` on, in visible ASCII"))
}

fn listed(key: &str, text: &Text) -> Option<Problem> {
    let value = text.value.as_str();
    let is_of = |others: &str| value.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c));
    let begins = value.starts_with(|first: char| first.is_ascii_alphanumeric());
    let (is_right, help) = match key {
        "keywords" => (
            begins && is_of("-_+") && value.len() <= LONGEST_KEYWORD,
            format!("write up to {LONGEST_KEYWORD} letters and digits of ASCII, `-`, `_` and `+`"),
        ),
        "categories" => (begins && is_of("-:"), "write the slug of a category, such as `api-bindings`".to_owned()),
        _ => (!value.trim().is_empty() && !value.chars().any(is_hidden), "write a name on one line".to_owned()),
    };
    (!is_right).then(|| Problem::new(&text.span, "not as registries take it", help))
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
