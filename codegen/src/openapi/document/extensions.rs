//! Names that publishers give to what they describe, in the extensions of the tools that they use.

use super::look::Look;
use crate::yaml::Node;

/// What calls are called.
const CALLS: [&str; 3] = ["x-speakeasy-name-override", "x-fern-sdk-method-name", "x-ms-client-name"];
/// In which groups they are.
const GROUPS: [&str; 3] = ["x-speakeasy-group", "x-fern-sdk-group-name", "x-sdk-group"];
/// What schemas are called.
const SCHEMAS: [&str; 4] = ["x-speakeasy-name-override", "x-fern-type-name", "x-ms-client-name", "x-stainless-naming"];
/// What parameters and members are called.
const PARTS: [&str; 4] =
    ["x-speakeasy-name-override", "x-fern-parameter-name", "x-fern-property-name", "x-ms-client-name"];

/// What a publisher calls the call of an operation.
pub(in crate::openapi) fn call_name(operation: &Node) -> Option<&str> {
    said(operation, &CALLS)
}

/// The group that a publisher puts a call into; of groups in groups, the names with a space between them.
pub(in crate::openapi) fn call_group(operation: &Node) -> Option<String> {
    let node = GROUPS.iter().find_map(|key| operation.at(key))?;
    let listed: Vec<&str> = node.items().iter().filter_map(Look::text).collect();
    let group = node.text().map_or_else(|| listed.join(" "), str::to_owned);
    is_name(&group).then_some(group)
}

/// What a publisher calls a schema.
pub(in crate::openapi) fn schema_name(schema: &Node) -> Option<&str> {
    said(schema, &SCHEMAS).or_else(|| schema.at("x-ms-enum")?.text_at("name").filter(|name| is_name(name)))
}

/// What a publisher calls a parameter or a member.
pub(in crate::openapi) fn part_name(node: &Node) -> Option<&str> {
    said(node, &PARTS)
}

fn said<'a>(node: &'a Node, keys: &[&str]) -> Option<&'a str> {
    keys.iter().find_map(|key| node.text_at(key)).filter(|name| is_name(name))
}

/// Whether a text has letters of which a name can be made.
fn is_name(text: &str) -> bool {
    text.len() <= 100 && text.starts_with(|first: char| first.is_ascii_alphabetic())
}
