//! Where schemas stand: pointers, in which items of lists are known by what they say, so that one that comes before them
//! changes nothing.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::openapi::document::{Document, Look, NodeId, literal};
use crate::spec::{Node, Value};

/// What lies deeper has no place that is kept.
const DEEPEST: usize = 100;

/// The places of some nodes.
pub(in crate::openapi) fn places(document: &Document<'_>, wanted: &HashSet<NodeId>) -> HashMap<NodeId, String> {
    let mut found = HashMap::new();
    walk(document, |node, place| {
        if wanted.contains(&NodeId::of(node)) {
            found.entry(NodeId::of(node)).or_insert_with(place);
        }
    });
    found
}

/// Those of some places that are there.
pub(super) fn existing<'w>(document: &Document<'_>, wanted: &HashSet<&'w str>) -> HashSet<&'w str> {
    let mut found = HashSet::new();
    walk(document, |_, place| found.extend(wanted.get(place().as_str()).copied()));
    found
}

/// Tells of each node and its place.
fn walk<'a>(document: &Document<'a>, mut tell: impl FnMut(&'a Node, &dyn Fn() -> String)) {
    let mut met = HashSet::new();
    for tree in document.trees() {
        let prefix = document.prefix(tree.span.file);
        let mut path: Vec<Cow<'_, str>> = Vec::new();
        let mut open: Vec<(&Node, Cow<'_, str>, usize)> = vec![(tree, Cow::Borrowed(""), 0)];
        while let Some((node, token, depth)) = open.pop() {
            path.truncate(depth);
            path.push(token);
            tell(node, &|| format!("{prefix}{}", pointer(&path)));
            if depth < DEEPEST {
                let inside = inside(node, &mut met).into_iter().rev();
                open.extend(inside.map(|(node, token)| (node, token, depth + 1)));
            }
        }
    }
}

fn pointer(path: &[Cow<'_, str>]) -> String {
    let escaped: Vec<String> = path.iter().map(|token| token.replace('~', "~0").replace('/', "~1")).collect();
    escaped.join("/")
}

/// What lies in a node, with the name of each; nothing if that was looked at before, or is an example.
fn inside<'a>(node: &'a Node, met: &mut HashSet<usize>) -> Vec<(&'a Node, Cow<'a, str>)> {
    match &node.value {
        Value::Mapping(entries) if met.insert(entries.as_ptr().addr()) => {
            let inside = entries.iter().filter(|entry| !matches!(entry.key.value.as_str(), "example" | "examples"));
            inside.map(|entry| (&entry.value, Cow::Borrowed(entry.key.value.as_str()))).collect()
        }
        Value::List(items) if met.insert(items.as_ptr().addr()) => {
            let mut known: HashMap<Cow<'_, str>, usize> = HashMap::new();
            let items = items.iter().filter(|item| matches!(item.value, Value::Mapping(_))).map(|item| {
                let label = label(item);
                let count = known.entry(label.clone()).or_default();
                *count += 1;
                (item, if *count == 1 { label } else { Cow::Owned(format!("{label} ({count})")) })
            });
            items.collect()
        }
        _ => Vec::new(),
    }
}

/// What an item of a list is known by: its name, what it refers to, its title, what it always says, or its first member.
fn label(item: &Node) -> Cow<'_, str> {
    if let Some(reference) = item.text_at("$ref") {
        return Cow::Borrowed(reference.rsplit('/').next().unwrap_or(reference));
    }
    if let Some(said) = item.text_at("name").or_else(|| item.text_at("title")) {
        return Cow::Borrowed(said);
    }
    let members = item.entries_at("properties");
    let always = members.iter().find_map(|member| {
        let only = match member.value.items_at("enum") {
            [only] => Some(only),
            _ => member.value.at("const"),
        };
        literal(only?).map(|(_, text)| text)
    });
    if let Some(always) = always {
        return Cow::Borrowed(always);
    }
    let first = item.items_at("required").iter().find_map(Look::text);
    let first = first.or_else(|| members.first().map(|member| member.key.value.as_str()));
    Cow::Borrowed(first.or_else(|| item.text_at("type")).unwrap_or("item"))
}
