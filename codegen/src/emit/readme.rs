//! The README of the generated crate.

use super::runtime_manifest::{self, Feature};
use crate::rust::{Module, RustCrate, code};

pub(super) fn text(krate: &RustCrate) -> String {
    let sections = krate.guide.iter().map(|section| format!("\n{}\n", section.for_readme().join("\n")));
    let calls = krate.modules.iter().flat_map(calls);
    let features = runtime_manifest::features().into_iter().map(feature);
    format!(
        "# {name}

{doc}

Made for API version {version} by clientsmith: change the API description and regenerate, never edit by hand.
`api.txt` lists every public item on a line of its own.
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

fn feature(feature: Feature) -> String {
    let Feature { name, adds, is_default } = feature;
    format!("| `{name}` | {} | {adds} |\n", if is_default { "yes" } else { "no" })
}
