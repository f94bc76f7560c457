//! A document to a description.

use std::collections::{HashMap, HashSet};

use super::calls::{Calls, ErrorPaths, Made, STREAM_ENDING, Schemes, Servers, error_paths};
use super::document::{Document, Files, Look, Operation, operations};
use super::mend::mend;
use super::names::{camel, distinct, words};
use super::remarks::Remarks;
use super::rename::rename;
use super::summary::Summary;
use super::texts::{self, at, item};
use super::types::{Defined, Definition, Types};
use crate::casing;
use crate::diag::{Diagnostics, Remarked};
use crate::spec::{ApiFile, Description, Node, Package, Protocol, Resource, Shared, Text};

/// The module of what all calls share.
const SHARED: &str = "types";
/// The version of a crate of which nobody has said one.
const FIRST_VERSION: &str = "0.1.0";
/// The licence of a crate of which nobody has said one.
const LICENSE: &str = "MIT OR Apache-2.0";

/// What a document describes, and what there is to remark on it.
pub struct Draft {
    /// What was made of it.
    pub description: Description,
    /// What there is to remark.
    pub remarks: Diagnostics,
    /// How much of it is there.
    pub summary: Summary,
}

/// So often is a description mended and checked again.
const MOST_ROUNDS: usize = 40;

impl Draft {
    /// Checks the description, takes out what is not let through, and checks again.
    ///
    /// # Errors
    /// What is wrong in the end.
    pub fn settle<T>(
        mut self,
        check: impl Fn(&Description) -> Result<Remarked<T>, Diagnostics>,
    ) -> Result<Settled<T>, Diagnostics> {
        let mut rounds = 0;
        loop {
            let found = match check(&self.description) {
                Ok(made) => return Ok(self.settled(made)),
                Err(found) => found,
            };
            let mut remarks = Remarks::default();
            rounds += 1;
            if rounds > MOST_ROUNDS || !mend(&mut self.description, &found, rounds, &mut remarks) {
                return Err(found);
            }
            self.remarks.append(remarks.into_diagnostics());
        }
    }

    fn settled<T>(self, Remarked { value, remarks: found }: Remarked<T>) -> Settled<T> {
        let Self { description, mut remarks, mut summary } = self;
        let calls = description.resources.iter().flat_map(|resource| &resource.endpoints);
        summary.paged = calls.clone().filter(|call| matches!(call.pages, Ok(Some(_)))).count();
        summary.emitted = calls.filter(|call| !call.item.name.value.ends_with(STREAM_ENDING)).count();
        // What authors of a description are told of its names and bounds is not for those who only read it.
        for remark in found.list().iter().filter(|remark| TOLD.contains(&remark.rule)) {
            remarks.push(remark.clone());
        }
        remarks.drop_repeats();
        Settled { value, description, remarks, summary }
    }
}

/// Remarks of the checks that say something of what callers will meet.
const TOLD: [&str; 1] = ["alike-variants"];

/// What was made of a document.
pub struct Settled<T> {
    /// What the checks let through, or what was made of that.
    pub value: T,
    /// What was described.
    pub description: Description,
    /// What there is to remark.
    pub remarks: Diagnostics,
    /// How much of the document is there.
    pub summary: Summary,
}

/// Makes a description of a document.
#[must_use]
pub fn draft(files: &Files) -> Draft {
    let document = Document::new(files);
    let root = document.root();
    let (operations, lost) = operations(&document);
    let mut types = Types::new(&document);
    for (path, nowhere) in lost {
        let span = &path.span;
        let entry = root.at("paths").and_then(|paths| paths.at(&path.value));
        types.say_nowhere(entry.unwrap_or(root), nowhere);
        types.remarks.say("left-out", "a path is described nowhere", span, "left out", "add the file or part of it");
    }
    let mut remarks = Remarks::default();
    let schemes = Schemes::of(&document, &operations, &mut remarks);
    let auth = schemes.of_all(root, &mut remarks);
    let mut servers = Servers::of(root, &mut remarks);
    let mut calls = Calls { types: &mut types, schemes: &schemes, servers: &mut servers, has_idempotency_key: false };
    let mut made = calls.all(&operations);
    let has_idempotency_key = calls.has_idempotency_key;
    types.finish();
    let named = servers.names();
    for call in &mut made {
        call.endpoint.server = call.server.map(|index| at(&call.endpoint.item.name.span, named[index].clone()));
    }
    let servers = servers.described(root, &mut remarks);
    let summary = Summary { operations: operations.len(), members: types.members, ..Summary::default() };
    let mut protocol = protocol(root, &error_paths(&document, &operations));
    protocol.idempotency_key = has_idempotency_key.then(|| at(&root.span, "Idempotency-Key"));
    let info = Info { root, node: root.at("info").unwrap_or(root) };
    let api = ApiFile {
        name: Ok(info.title()),
        doc: info.doc(),
        version: Ok(info.version()),
        package: Ok(info.package()),
        servers: servers.servers,
        environments: servers.environments,
        server_variables: servers.variables,
        credentials: Some(schemes.all).filter(|all| !all.is_empty()),
        auth: Ok(auth),
        headers: Vec::new(),
        protocol,
        dialects: Vec::new(),
        paginations: Vec::new(),
        shared: nothing_shared(),
    };
    let description = assemble(api, made, std::mem::take(&mut types.definitions), root, &operations);
    let mut remarks = remarks.into_diagnostics();
    remarks.append(types.remarks.into_diagnostics());
    Draft { description, remarks, summary }
}

fn nothing_shared() -> Shared {
    Shared {
        parameters: Ok(Vec::new()),
        headers: Vec::new(),
        errors: Ok(Vec::new()),
        refusals: Ok(Vec::new()),
        retry_on: Ok(None),
    }
}

fn protocol(root: &Node, paths: &ErrorPaths) -> Protocol {
    let text = |path: Option<&str>| path.map(|path| at(&root.span, path));
    Protocol { error_code: text(paths.code), error_message: text(paths.message), ..Protocol::default() }
}

/// What a document says of itself.
struct Info<'a> {
    root: &'a Node,
    node: &'a Node,
}

impl Info<'_> {
    fn title(&self) -> Text {
        let title = texts::said(self.node, &["title"]).unwrap_or_else(|| at(&self.root.span, "API"));
        Text { value: title.value.replace(['\n', '\t'], " "), ..title }
    }

    fn doc(&self) -> Text {
        texts::doc(&[self.node], &self.root.span, || self.title().value)
    }

    fn version(&self) -> Text {
        let written =
            self.node.at("version").and_then(super::document::literal).map(|(_, text)| text).unwrap_or_default();
        let visible: String = written.chars().filter(char::is_ascii_graphic).collect();
        let span = self.node.at("version").map_or(&self.root.span, |version| &version.span);
        at(span, if visible.is_empty() { FIRST_VERSION.to_owned() } else { visible })
    }

    fn package(&self) -> Package {
        let mut name = words(&self.title().value.replace("OpenAPI", "Openapi"));
        if name.first().is_none_or(|first| first.starts_with(|digit: char| digit.is_ascii_digit())) {
            name.insert(0, "api".to_owned());
        }
        name.push("client".to_owned());
        while name.join("-").len() > 60 {
            name.remove(name.len() - 2);
        }
        let span = &self.title().span;
        Package {
            name: Ok(at(span, name.join("-"))),
            version: Ok(at(span, FIRST_VERSION)),
            license: Ok(at(span, LICENSE)),
        }
    }
}

/// Puts calls and types into their modules, and gives types their names.
fn assemble(
    api: ApiFile,
    made: Vec<Made>,
    definitions: Vec<Definition>,
    root: &Node,
    operations: &[Operation<'_>],
) -> Description {
    let names = names(&made, &definitions);
    let mut modules: Vec<Resource> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    let mut module = |name: &str, modules: &mut Vec<Resource>| {
        *index.entry(name.to_owned()).or_insert_with(|| {
            modules.push(resource(name, root, operations));
            modules.len() - 1
        })
    };
    for Made { module: name, endpoint, .. } in made {
        let at = module(&name, &mut modules);
        modules[at].endpoints.push(endpoint);
    }
    for Definition { module: home, defined, .. } in definitions {
        let at = module(home.as_deref().unwrap_or(SHARED), &mut modules);
        match defined {
            Some(Defined::Object(object)) => modules[at].objects.push(*object),
            Some(Defined::Enum(values)) => modules[at].enums.push(values),
            Some(Defined::Alias(alias)) => modules[at].aliases.push(alias),
            None => {}
        }
    }
    let mut description = Description { api: Ok(api), resources: modules, complete: true, repeats: true };
    rename(&mut description, &names);
    description
}

fn resource(name: &str, root: &Node, operations: &[Operation<'_>]) -> Resource {
    let tag = operations.iter().filter_map(Operation::tag).find(|tag| super::names::snake(&words(tag)) == name);
    let described = root.items_at("tags").iter().find(|node| tag.is_some() && node.text_at("name") == tag);
    let span = described.map_or(&root.span, |node| &node.span);
    let made = || match tag {
        _ if name == SHARED => "Types that calls share.".to_owned(),
        Some(tag) => format!("Calls of `{}`.", texts::clean(tag)),
        None => format!("Calls below `{name}`."),
    };
    let doc = described.and_then(|node| texts::said(node, &["description"])).unwrap_or_else(|| at(span, made()));
    Resource {
        item: item(at(span, name), doc, false),
        security: None,
        identifiers: Vec::new(),
        aliases: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        codes: Vec::new(),
        endpoints: Vec::new(),
        lifecycles: Vec::new(),
        shared: nothing_shared(),
    }
}

/// With what names end that are made of those of others: what callers send, and what something is one of.
const ENDINGS: [&str; 3] = ["KindParams", "Params", "Kind"];

/// The names of all types, and those that they have in Rust where these are others.
fn names(made: &[Made], definitions: &[Definition]) -> Vec<(String, Option<String>)> {
    let mut operations: HashMap<&str, HashSet<String>> = HashMap::new();
    for call in made {
        let operation = casing::camel(&call.endpoint.item.name.value);
        let names = operations.entry(&call.module).or_default();
        names.extend(["Error", "Answer", "Refusal"].map(|ending| format!("{operation}{ending}")));
        names.insert(operation);
    }
    // What stands in several places makes way for what is called so in the document.
    let own: HashSet<&String> = definitions.iter().filter_map(|definition| definition.names.first()).collect();
    let candidates: Vec<Vec<String>> = definitions
        .iter()
        .map(|definition| {
            let common = definition.common_names().filter(|name| !own.contains(name));
            let last = definition.names.first().map(|name| format!("{name}Data"));
            common.chain(&definition.names).cloned().chain(last).collect()
        })
        .collect();
    let is_operation = |item: usize, name: &str| {
        let module = definitions[item].module.as_deref().unwrap_or(SHARED);
        operations.get(module).is_some_and(|names| names.contains(name))
    };
    let first = distinct(&candidates, is_operation);
    let all: HashSet<&str> = first.iter().map(String::as_str).collect();
    let is_ending =
        |name: &str| ENDINGS.iter().any(|ending| name.strip_suffix(ending).is_some_and(|stem| all.contains(stem)));
    let second = distinct(&candidates, |item, name| is_operation(item, name) || is_ending(name));
    let exact = |name: String| {
        let plain = camel(&words(&name));
        // What is spelt as no other name would be has that name in Rust as well.
        let rust = (casing::camel(&name) != name && plain != name).then(|| name.clone());
        (name, rust)
    };
    second.into_iter().map(exact).collect()
}
