//! Reads `api.yaml`.

use super::{
    calls::shared,
    credentials::scheme,
    description::{ApiFile, Dialect, ErrorField, Item, Listing, Package, Protocol, Server, ServerUrl, ServerVariable},
    events, header,
    item::{self, owner},
    pages::{Pages, pagination},
    reader::{self, Mapping},
    schema,
    security::security,
};
use crate::{
    diag::{Diagnostic, Diagnostics, code},
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// Reads the file's tree.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<ApiFile> {
    let file = Mapping::open_file(node, "the API", &schema::API_FILE, diagnostics)?;
    Ok(ApiFile {
        name: file.required_text("api", diagnostics),
        doc: item::doc(&file, diagnostics),
        version: file.required_text("version", diagnostics),
        package: file.require("package", diagnostics).and_then(|node| package(node, diagnostics)),
        servers: servers(&file, diagnostics),
        environments: file.each("environments", diagnostics, environment).unwrap_or_default(),
        server_variables: file.each("server_variables", diagnostics, server_variable).unwrap_or_default(),
        credentials: file
            .get("credentials")
            .ok()
            .flatten()
            .map(|_| file.each("credentials", diagnostics, scheme).unwrap_or_default()),
        auth: file.require("auth", diagnostics).and_then(|node| security(node, diagnostics)),
        headers: file.each("headers", diagnostics, header::header).unwrap_or_default(),
        protocol: protocol(&file, diagnostics).unwrap_or_default(),
        dialects: file.each("protocols", diagnostics, dialect).unwrap_or_default(),
        webhooks: events::webhooks(&file, diagnostics),
        shared: shared::of_api(&file, diagnostics),
        paginations: file.each("paginations", diagnostics, named_pagination).unwrap_or_default(),
        repeats: file.boolean("repeats", diagnostics).unwrap_or_default(),
    })
}

fn named_pagination(entry: &Entry, diagnostics: &mut Diagnostics) -> (Text, Read<Pages>) {
    pagination(entry, owner("pagination", &entry.key), diagnostics)
}

pub(super) fn servers(file: &Mapping, diagnostics: &mut Diagnostics) -> Option<Vec<Server>> {
    file.key("servers")?;
    let servers = file.each("servers", diagnostics, server).unwrap_or_default();
    if let (true, Ok(Some(Node { value: Value::Mapping(_), span }))) = (servers.is_empty(), file.get("servers")) {
        let fault = Diagnostic::new("missing-key", "the API has no server", span, "a server is missing");
        let help =
            "add one, such as `api: https://api.example.com`, or remove `servers`, so that callers say where it is";
        diagnostics.push(fault.help(help));
    }
    Some(servers)
}

/// `name: url`, or a URL for each environment.
fn server(entry: &Entry, diagnostics: &mut Diagnostics) -> Server {
    let Entry { key, value } = entry;
    let url = match &value.value {
        Value::Mapping(urls) => Ok(ServerUrl::Each(urls.iter().map(|entry| named_text(entry, diagnostics)).collect())),
        _ => reader::text(value, &code(&key.value), diagnostics).map(ServerUrl::Same),
    };
    Server { name: key.clone(), url }
}

/// `name: text`
fn named_text(entry: &Entry, diagnostics: &mut Diagnostics) -> (Text, Read<Text>) {
    (entry.key.clone(), reader::text(&entry.value, &code(&entry.key.value), diagnostics))
}

pub(super) fn environment(entry: &Entry, diagnostics: &mut Diagnostics) -> Item {
    item::short_item(entry, "environment", diagnostics)
}

pub(super) fn server_variable(entry: &Entry, diagnostics: &mut Diagnostics) -> ServerVariable {
    let Entry { key, value } = entry;
    match Mapping::open(value, owner("server variable", key), &key.span, &schema::SERVER_VARIABLE, diagnostics) {
        Ok(mapping) => ServerVariable {
            item: item::item(key, &mapping, diagnostics),
            default: mapping.required_text("default", diagnostics),
            values: mapping.texts("values", diagnostics).unwrap_or_default(),
            closed: mapping.boolean("closed", diagnostics).unwrap_or_default(),
        },
        Err(Faulty) => {
            ServerVariable { item: item::bare_item(key), default: Err(Faulty), values: Vec::new(), closed: false }
        }
    }
}

pub(super) fn package(node: &Node, diagnostics: &mut Diagnostics) -> Read<Package> {
    let package = Mapping::open(node, "the package".to_owned(), &node.span, &schema::PACKAGE, diagnostics)?;
    Ok(Package {
        name: package.required_text("name", diagnostics),
        version: package.required_text("version", diagnostics),
        license: package.required_text("license", diagnostics),
        listing: listing(&package, diagnostics),
        out: package.text("out", diagnostics).ok().flatten(),
        without_tests: package.boolean("without_tests", diagnostics).unwrap_or_default(),
    })
}

/// The keys of a package that hold a URL.
const LINKS: [&str; 3] = ["repository", "homepage", "documentation"];
/// The keys of a package that hold a list.
const LISTS: [&str; 3] = ["authors", "keywords", "categories"];

fn listing(package: &Mapping, diagnostics: &mut Diagnostics) -> Listing {
    let links = LINKS.map(|key| Some((key, package.text(key, diagnostics).ok()??)));
    let lists = LISTS.map(|key| Some((key, package.texts(key, diagnostics).ok().filter(|texts| !texts.is_empty())?)));
    let is_published = package.boolean("publish", diagnostics);
    Listing {
        links: links.into_iter().flatten().collect(),
        lists: lists.into_iter().flatten().collect(),
        is_private: package.key("publish").is_some() && is_published == Ok(false),
    }
}

pub(super) fn protocol(file: &Mapping, diagnostics: &mut Diagnostics) -> Read<Protocol> {
    let Some(node) = file.get("protocol")? else { return Ok(Protocol::default()) };
    let protocol = Mapping::open(node, "the protocol".to_owned(), &node.span, &schema::PROTOCOL, diagnostics)?;
    let error_fields = protocol.each("error_fields", diagnostics, error_field).unwrap_or_default();
    let mut text = |key| protocol.text(key, diagnostics).ok().flatten();
    Ok(Protocol {
        request_id: text("request_id"),
        idempotency_key: text("idempotency_key"),
        should_retry: text("should_retry"),
        error_code: text("error_code"),
        error_message: text("error_message"),
        error_fields,
    })
}

/// `name: path` is short for a field at this path.
fn error_field(entry: &Entry, diagnostics: &mut Diagnostics) -> ErrorField {
    let Entry { key, value } = entry;
    if !matches!(value.value, Value::Mapping(_)) {
        let at = reader::text(value, &code(&key.value), diagnostics);
        return ErrorField { item: item::bare_item(key), at };
    }
    match Mapping::open(value, owner("error field", key), &key.span, &schema::ERROR_FIELD, diagnostics) {
        Ok(mapping) => {
            ErrorField { item: item::item(key, &mapping, diagnostics), at: mapping.required_text("at", diagnostics) }
        }
        Err(Faulty) => ErrorField { item: item::bare_item(key), at: Err(Faulty) },
    }
}

fn dialect(entry: &Entry, diagnostics: &mut Diagnostics) -> Dialect {
    let Entry { key, value } = entry;
    match Mapping::open(value, owner("protocol", key), &key.span, &schema::DIALECT, diagnostics) {
        Ok(mapping) => Dialect {
            name: key.clone(),
            path: mapping.required_text("path", diagnostics),
            body: mapping.text("body", diagnostics).ok().flatten(),
            timestamps: mapping.text("timestamps", diagnostics).ok().flatten(),
            pagination: mapping.text("pagination", diagnostics),
            idempotency_key: mapping.texts("idempotency_key", diagnostics).unwrap_or_default(),
        },
        Err(Faulty) => Dialect {
            name: key.clone(),
            path: Err(Faulty),
            body: None,
            timestamps: None,
            pagination: Err(Faulty),
            idempotency_key: Vec::new(),
        },
    }
}
