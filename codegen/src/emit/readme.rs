//! The README of the generated crate.

use super::guide::{self, Section};
use crate::rust::{Module, RustCrate, code};

pub(super) fn text(krate: &RustCrate) -> String {
    let sections: String = guide::sections(krate).iter().map(section).collect();
    let calls: String = krate.modules.iter().flat_map(calls).collect();
    format!(
        "# {name}

{doc}

Made for API version {version} by clientsmith: change the API description and regenerate, never edit by hand.
`api.txt` lists every public item on a line of its own.
{sections}
## Calls

| Call | Sends |
|---|---|
{calls}{FEATURES}",
        name = krate.package.name,
        doc = krate.doc.lines().join("\n"),
        version = code(&krate.api_version),
    )
}

fn section(section: &Section) -> String {
    format!("\n## {}\n\n{}\n\n```rust\n{}\n```\n", section.title, section.text, section.code.join("\n"))
}

fn calls(module: &Module) -> impl Iterator<Item = String> {
    module.requests.iter().map(|request| {
        let (method, path) = (request.method.as_str(), &request.path);
        let sends = code(&format!("{method} {path}")).replace('|', "\\|");
        format!("| `{}::{}` | {sends} |\n", module.name, request.function)
    })
}

const FEATURES: &str = "
## Features

| Feature | Default | What it adds |
|---|---|---|
| `async` | yes | the asynchronous `Client`, over tokio and hyper |
| `async-tls` | yes | `https`, by rustls with the roots that Mozilla trusts |
| `serde` | no | `Serialize` and `Deserialize` for objects, enums and identifiers |

Without features the crate opens no connection: an operation turns into an HTTP request and reads the HTTP answer, and
what lies between is yours.
";
