//! Reads `api.yaml` of a project.

use super::hints::{self, CallHint, Selection};
use crate::spec::{
    api_file,
    description::{Header, Item, Package, Protocol, Server, ServerVariable, Webhooks},
    events, header,
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::{Diagnostics, code},
    yaml::{Entry, Node, Read, Text},
};

/// What a project says of its document.
#[derive(Debug)]
pub struct ProjectFile {
    /// The path of the document, from the folder of `api.yaml`.
    pub document: Text,
    /// Folders in which the document may lead to files, from there as well.
    pub allowed: Vec<Text>,
    /// Overlays that correct the document, from there as well, in the order in which they are applied.
    pub overlays: Vec<Text>,
    /// The crate to be written.
    pub package: Package,
    /// What the API is, in place of what the document says.
    pub doc: Option<Text>,
    /// Where it is served, in place of what the document says.
    pub servers: Option<Vec<Server>>,
    /// Which of several such sets of places there are.
    pub environments: Vec<Item>,
    /// What stands between braces in their URLs.
    pub server_variables: Vec<ServerVariable>,
    /// Headers of all requests.
    pub headers: Vec<Header>,
    /// How the service speaks HTTP and JSON, as far as it is said here.
    pub protocol: Protocol,
    /// How deliveries of its webhooks are signed, and where they say which event they are.
    pub webhooks: Option<Webhooks>,
    /// The only calls that are taken; nothing if all are.
    pub take: Option<Selection>,
    /// Calls that are left out.
    pub leave_out: Selection,
    /// Names of modules, by the tag or the word of which they are made.
    pub modules: Vec<(Text, Text)>,
    /// What is said of calls.
    pub calls: Vec<CallHint>,
}

/// Reads the file's tree.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<ProjectFile> {
    let file = Mapping::open_file(node, "the project", &schema::PROJECT_FILE, diagnostics)?;
    let document = file.required_text("openapi", diagnostics);
    let allowed = file.text_or_texts("allow_paths", diagnostics);
    let overlays = file.text_or_texts("overlays", diagnostics);
    let package = file.require("package", diagnostics).and_then(|node| api_file::package(node, diagnostics));
    let doc = file.text("doc", diagnostics);
    let servers = api_file::servers(&file, diagnostics);
    let environments = file.each("environments", diagnostics, api_file::environment);
    let server_variables = file.each("server_variables", diagnostics, api_file::server_variable);
    let headers = file.each("headers", diagnostics, header::header);
    let protocol = api_file::protocol(&file, diagnostics);
    let webhooks = events::webhooks(&file, diagnostics);
    let take = hints::selection(&file, "take", diagnostics);
    let leave_out = hints::selection(&file, "leave_out", diagnostics);
    let modules = file.each("modules", diagnostics, module);
    let calls = file.each("calls", diagnostics, hints::call);
    Ok(ProjectFile {
        document: document?,
        allowed: allowed?,
        overlays: overlays?,
        package: package?,
        doc: doc?,
        servers,
        environments: environments?,
        server_variables: server_variables?,
        headers: headers?,
        protocol: protocol?,
        webhooks: webhooks?,
        take: take?,
        leave_out: leave_out?.unwrap_or_default(),
        modules: modules?.into_iter().collect::<Read<_>>()?,
        calls: calls?.into_iter().collect::<Read<_>>()?,
    })
}

/// `tag: name`
fn module(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<(Text, Text)> {
    let Entry { key, value } = entry;
    let name = reader::text(value, &code(&key.value), diagnostics)?;
    super::names::checked(&name, super::names::Letters::Snake, diagnostics)?;
    Ok((key.clone(), name))
}
