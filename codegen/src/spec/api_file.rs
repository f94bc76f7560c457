//! Reads `api.yaml`.

use super::{
    description::{ApiFile, Package, Protocol},
    item,
    node::{Node, Read, Text},
    reader::{self, Mapping},
};
use crate::diag::{Diagnostic, Diagnostics};

/// Reads the file's tree.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<ApiFile> {
    const KEYS: [&str; 8] = ["api", "doc", "version", "package", "servers", "auth", "headers", "protocol"];
    let file = Mapping::open_file(node, "the API", &KEYS, diagnostics)?;
    Ok(ApiFile {
        name: file.required_text("api", diagnostics),
        doc: item::doc(&file, diagnostics),
        version: file.required_text("version", diagnostics),
        package: file.require("package", diagnostics).and_then(|node| package(node, diagnostics)),
        servers: servers(&file, diagnostics).unwrap_or_default(),
        auth: file.required_text("auth", diagnostics),
        headers: file.each("headers", diagnostics, named_text).unwrap_or_default(),
        protocol: protocol(&file, diagnostics).unwrap_or_default(),
    })
}

/// `name: text`
fn named_text(entry: &super::Entry, diagnostics: &mut Diagnostics) -> (Text, Read<Text>) {
    let what = crate::diag::code(&entry.key.value);
    (entry.key.clone(), reader::text(&entry.value, &what, diagnostics))
}

fn servers(file: &Mapping, diagnostics: &mut Diagnostics) -> Read<Vec<(Text, Read<Text>)>> {
    let servers = file.require_each("servers", diagnostics, named_text)?;
    if let (true, Some(node)) = (servers.is_empty(), file.get("servers")?) {
        let fault = Diagnostic::new("missing-key", "the API has no server", &node.span, "a server is missing");
        diagnostics.push(fault.help("add one, such as `api: https://api.example.com`; the first is the default"));
    }
    Ok(servers)
}

fn package(node: &Node, diagnostics: &mut Diagnostics) -> Read<Package> {
    let package =
        Mapping::open(node, "the package".to_owned(), &node.span, &["name", "version", "license"], diagnostics)?;
    Ok(Package {
        name: package.required_text("name", diagnostics),
        version: package.required_text("version", diagnostics),
        license: package.required_text("license", diagnostics),
    })
}

fn protocol(file: &Mapping, diagnostics: &mut Diagnostics) -> Read<Protocol> {
    const KEYS: [&str; 3] = ["request_id", "error_code", "error_message"];
    let Some(node) = file.get("protocol")? else { return Ok(Protocol::default()) };
    let protocol = Mapping::open(node, "the protocol".to_owned(), &node.span, &KEYS, diagnostics)?;
    let mut text = |key| protocol.text(key, diagnostics).ok().flatten();
    Ok(Protocol {
        request_id: text("request_id"),
        error_code: text("error_code"),
        error_message: text("error_message"),
    })
}
