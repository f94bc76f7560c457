//! A document to a description.

use std::collections::HashMap;

use super::calls::{Calls, Codes, ErrorPaths, Made, Module, Schemes, Servers, error_paths};
use super::document::{Document, Files, Look, Nowhere, Operation, operations};
use super::given::{Places, given};
use super::hints::Hints;
use super::info::Info;
use super::kept::Kept;
use super::remarks::Remarks;
use super::rename::{TypeName, rename};
use super::settings;
use super::summary::Summary;
use super::texts::{self, at, item};
use super::types::{Defined, Definition, SHARED, Types};
use super::unread::Unread;
use super::webhooks::{Events, deliveries, events};
use crate::diag::Diagnostics;
use crate::spec::project::ProjectFile;
use crate::spec::{
    self, ApiFile, Description, EVENTS_HOME, Event, Node, Object, Protocol, Resource, Shared, Text, Webhooks,
};

/// What a document describes, and what there is to remark on it.
pub(super) struct Draft {
    /// What was made of it.
    pub(super) description: Description,
    /// What there is to remark.
    pub(super) remarks: Diagnostics,
    /// How much of it is there.
    pub(super) summary: Summary,
    /// The names that were given, by the places of what has them.
    pub(super) places: Places,
    /// The number of the first file of the document; those before it are of the project.
    pub(super) first_file: usize,
}

/// Makes a description of a document, as far as the project takes it.
pub(super) fn draft(files: &Files, file: Option<&ProjectFile>, kept: &Kept) -> Draft {
    let document = Document::new(files);
    let root = document.root();
    let hints = Hints::of(file);
    let (mut operations, lost) = operations(&document);
    operations.retain(|operation| hints.takes(operation));
    let mut types = Types::new(&document);
    say_lost(lost, root, &mut types);
    let mut remarks = Remarks::default();
    let schemes = Schemes::of(&document, &operations, &mut remarks);
    let auth = schemes.of_all(root, &mut remarks);
    let mut servers = Servers::of(root, &mut remarks);
    let error_paths = error_paths(&document, &operations);
    let mut calls = Calls {
        types: &mut types,
        schemes: &schemes,
        servers: &mut servers,
        codes: Codes::of(&document, &operations, error_paths.code),
        kept,
        hints: &hints,
        has_idempotency_key: false,
    };
    let mut made = calls.all(&operations);
    let has_idempotency_key = calls.has_idempotency_key;
    let (deliveries, events, webhooks) = told(file, &hints, &mut types);
    types.finish();
    name_servers(&mut made, &servers.names());
    let servers = servers.described(root, &mut remarks);
    let summary = summary(&operations, deliveries, &types);
    let protocol = protocol(root, &error_paths, has_idempotency_key);
    let info = Info::of(root);
    let mut api = ApiFile {
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
        webhooks: Ok(webhooks),
        shared: Shared::default(),
        repeats: true,
    };
    if let Some(file) = file {
        settings::apply(file, &mut api, &mut made);
    }
    hints.unmet(&mut remarks);
    let mut remarks = remarks.into_diagnostics();
    let definitions = std::mem::take(&mut types.definitions);
    let (type_names, places) = given(&document, &made, &events, &definitions, kept, &mut remarks);
    let description = assemble(api, made, events, definitions, root, &type_names);
    remarks.append(types.remarks.into_diagnostics());
    Draft { description, remarks, summary, places, first_file: files.first() }
}

/// How many webhooks are taken, the events that they are, and how those are delivered.
fn told(file: Option<&ProjectFile>, hints: &Hints<'_>, types: &mut Types<'_>) -> (usize, Vec<Event>, Option<Webhooks>) {
    let mut deliveries = deliveries(types.document);
    deliveries.retain(|delivery| hints.takes_webhook(&delivery.name.value, &delivery.tags()));
    let told = events(&deliveries, file.and_then(|file| file.webhooks.as_ref()), types);
    let (events, webhooks) = told.map(|Events { list, webhooks }| (list, webhooks)).unzip();
    (deliveries.len(), events.unwrap_or_default(), webhooks)
}

/// What is known of how much there is before anything is checked.
fn summary<'a>(operations: &[Operation<'a>], webhooks: usize, types: &Types<'a>) -> Summary {
    let unread = Unread::of(types.document, operations);
    Summary { operations: operations.len(), webhooks, members: types.members, unread, ..Summary::default() }
}

/// Says which paths are described nowhere.
fn say_lost(lost: Vec<(&Text, Nowhere)>, root: &Node, types: &mut Types<'_>) {
    for (path, nowhere) in lost {
        let entry = root.at("paths").and_then(|paths| paths.at(&path.value));
        types.say_nowhere(entry.unwrap_or(root), nowhere);
        let (message, help) = ("a path is described nowhere", "add the file or part of it");
        types.remarks.say("left-out", message, &path.span, "left out", help);
    }
}

/// Lets calls say by its name which server is theirs.
fn name_servers(made: &mut [Made], names: &[String]) {
    for call in made {
        call.endpoint.server = call.server.map(|index| at(&call.endpoint.item.name.span, names[index].clone()));
    }
}

fn protocol(root: &Node, paths: &ErrorPaths, has_idempotency_key: bool) -> Protocol {
    let text = |path: Option<&str>| path.map(|path| at(&root.span, path));
    let idempotency_key = text(has_idempotency_key.then_some("Idempotency-Key"));
    let (error_code, error_message) = (text(paths.code), text(paths.message));
    Protocol { idempotency_key, error_code, error_message, ..Protocol::default() }
}

/// Puts calls and types into their modules, and gives types their names.
fn assemble(
    api: ApiFile,
    made: Vec<Made>,
    events: Vec<Event>,
    definitions: Vec<Definition>,
    root: &Node,
    names: &[TypeName],
) -> Description {
    let mut modules: Vec<Resource> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    if let Ok(Some(webhooks)) = &api.webhooks
        && made.iter().all(|call| call.module.name != EVENTS_HOME)
    {
        index.insert(EVENTS_HOME.to_owned(), modules.len());
        modules.push(spec::home_of_events(webhooks));
    }
    let mut find = |module: &Module, modules: &mut Vec<Resource>| {
        *index.entry(module.name.clone()).or_insert_with(|| {
            modules.push(resource(module, root));
            modules.len() - 1
        })
    };
    for Made { module, endpoint, codes, .. } in made {
        let at = find(&module, &mut modules);
        modules[at].codes.extend(codes);
        modules[at].endpoints.push(endpoint);
    }
    for Definition { module: home, defined, .. } in definitions {
        let name = home.as_deref().unwrap_or(SHARED).to_owned();
        let at = find(&Module { name, tag: None, span: root.span.clone() }, &mut modules);
        match defined {
            Some(Defined::Object(object)) => modules[at].objects.push(*object),
            Some(Defined::Enum(values)) => modules[at].enums.push(values),
            Some(Defined::Alias(alias)) => modules[at].aliases.push(alias),
            None => {}
        }
    }
    if let Some(home) = modules.iter_mut().find(|module| module.item.name.value == EVENTS_HOME) {
        home.events = events;
    }
    in_order_of_files(&mut modules);
    let mut description = Description { api: Ok(api), resources: modules, complete: true };
    rename(&mut description, names);
    description
}

/// Puts modules, and what is in them, into the order that files of our own format would have.
fn in_order_of_files(modules: &mut [Resource]) {
    modules.sort_by_key(|module| spec::file_name(&module.item.name.value));
    for module in modules {
        module.objects.sort_by_key(Object::is_union_alone);
    }
}

fn resource(Module { name, tag, span }: &Module, root: &Node) -> Resource {
    let tag = tag.as_deref();
    let described = root.items_at("tags").iter().find(|node| tag.is_some() && node.text_at("name") == tag);
    let span = described.map_or(span, |node| &node.span);
    let made = || match tag {
        _ if name == SHARED => "Types that calls share.".to_owned(),
        Some(tag) => format!("Calls of `{}`.", texts::clean(tag)),
        None => format!("Calls below `{name}`."),
    };
    let doc = described.and_then(|node| texts::said(node, &["description"])).unwrap_or_else(|| at(span, made()));
    Resource::empty(item(at(span, name.as_str()), doc, None))
}
