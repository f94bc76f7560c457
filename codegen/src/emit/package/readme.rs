//! The README of the generated crate.

use crate::emit::guide;
use crate::emit::runtime::manifest;
use crate::rust::{Module, RustCrate, code};

/// The text. The list of public items may be in parts, a file for each module.
pub(crate) fn text(krate: &RustCrate, is_listed_in_parts: bool) -> String {
    let listing = if is_listed_in_parts { "`api.txt` and the files in `api` list" } else { "`api.txt` lists" };
    let sections = guide::sections(krate).into_iter().map(|section| format!("\n{}\n", section.for_readme().join("\n")));
    let calls = krate.modules.iter().flat_map(calls);
    let own = krate
        .modules
        .iter()
        .map(|module| feature_row(&module.feature.name, module.feature.is_default, &module.feature.doc));
    let features = manifest::features(krate).into_iter();
    let features = features.map(|feature| feature_row(feature.name, feature.is_default, &feature.adds)).chain(own);
    format!(
        "# {name}

{doc}

Made for API version {version} by clientsmith: change the API description and regenerate, never edit by hand.
{listing} every public item on a line of its own.
{sections}
## Calls

| Call | Sends |
|---|---|
{calls}
## Features

| Feature | Default | What it adds |
|---|---|---|
{features}
Without features the crate opens no connection: an operation turns into an HTTP request and reads the HTTP answer, and
what lies between is yours.
",
        name = krate.package.name,
        doc = krate.doc.lines().join("\n"),
        version = code(&krate.api_version),
        sections = sections.collect::<String>(),
        calls = calls.collect::<String>(),
        features = features.collect::<String>(),
    )
}

fn calls(module: &Module) -> impl Iterator<Item = String> {
    module.requests.iter().map(|request| {
        let (method, path) = (request.method.as_str(), &request.path);
        let sends = code(&format!("{method} {path}")).replace('|', "\\|");
        format!("| `{}::{}` | {sends} |\n", module.name, request.function)
    })
}

fn feature_row(name: &str, is_default: bool, adds: &str) -> String {
    // Even in a code span, a bar would end the cell.
    let adds = adds.replace("\\|", "|").replace('|', "\\|");
    format!("| `{name}` | {} | {adds} |\n", if is_default { "yes" } else { "no" })
}
