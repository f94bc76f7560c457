//! Operations to endpoints.

use super::{answers::Returned, maker::Calls, pages::pages_word, parameters::name as name_parameters};
use crate::casing;
use crate::diag::Span;
use crate::openapi::document::{Document, Kind, Look, Operation, Schema};
use crate::openapi::kept::{CallPlace, Facts};
use crate::openapi::names::{Call, Named, module_source, named};
use crate::openapi::texts::{self, at, item};
use crate::openapi::types::{Context, member};
use crate::spec::{Endpoint, Node, Text};

/// With what the name of a call ends that asks for a stream in place of all at once.
pub(in crate::openapi) const STREAM_ENDING: &str = "_as_stream";

/// Members of an answer that are lists, where it is one of several things.
const LISTS: [&str; 6] = ["data", "items", "results", "values", "list", "entries"];

/// The module of a call.
#[derive(Clone)]
pub(in crate::openapi) struct Module {
    pub(in crate::openapi) name: String,
    /// The first tag of the call.
    pub(in crate::openapi) tag: Option<String>,
    /// Where the call is described.
    pub(in crate::openapi) span: Span,
}

/// A call and the module in which it is.
pub(in crate::openapi) struct Made {
    pub(in crate::openapi) module: Module,
    /// Where its operation stands; nothing for a second call of one.
    pub(in crate::openapi) place: Option<CallPlace>,
    /// What could have been read otherwise.
    pub(in crate::openapi) facts: Facts,
    /// The name of a server, by its number.
    pub(in crate::openapi) server: Option<usize>,
    pub(in crate::openapi) endpoint: Endpoint,
}

impl<'t, 'a> Calls<'t, 'a> {
    /// All calls of all operations.
    pub(in crate::openapi) fn all(&mut self, operations: &[Operation<'a>]) -> Vec<Made> {
        let calls: Vec<Call<'_>> = operations.iter().map(|operation| self.call(operation)).collect();
        let names = named(&calls, |name| self.is_taken(name));
        let taken: Vec<(String, String)> =
            names.iter().map(|name| (name.module.clone(), name.function.clone())).collect();
        let mut made = Vec::new();
        for (operation, name) in operations.iter().zip(names) {
            let context = Context::call(&name.module, &name.bases);
            let (endpoint, stream) = self.endpoint(operation, &name, &context);
            let server = self.servers.of_call(&[operation.node, operation.shared], &mut self.types.remarks);
            let (tag, span) = (operation.tag().map(str::to_owned), operation.node.span.clone());
            let module = Module { name: name.module.clone(), tag, span };
            if let Some(stream) =
                stream.filter(|stream| !taken.contains(&(name.module.clone(), stream.item.name.value.clone())))
            {
                let (module, facts) = (module.clone(), Facts::default());
                made.push(Made { module, place: None, facts, server, endpoint: stream });
            }
            let facts = Facts { body: self.body_word(operation, &endpoint), pages: pages_word(&endpoint) };
            made.push(Made { module, place: Some(CallPlace::of(operation)), facts, server, endpoint });
        }
        made
    }

    /// Whether a type of a call has a name that a function would take from it.
    fn is_taken(&self, function: &str) -> bool {
        let operation = casing::camel(function);
        let endings = ["", "Error", "Answer", "Refusal"];
        endings.iter().any(|ending| self.kept.has_type_of_call(&format!("{operation}{ending}")))
    }

    fn call(&self, operation: &Operation<'a>) -> Call<'t> {
        let kept = self.kept.calls.get(&CallPlace::of(operation));
        let source = module_source(operation.tag(), &operation.path.value);
        Call {
            hint: source.and_then(|source| self.hints.module(&source)),
            kept: kept.map(|kept| (kept.module.as_str(), kept.function.as_str())),
            method: operation.method,
            path: &operation.path.value,
            tag: operation.tag(),
            id: operation.id(),
            lists: self.lists(operation),
        }
    }

    /// Whether the answer of an operation is a list, or an object with one.
    fn lists(&self, operation: &Operation<'a>) -> bool {
        let document: &Document<'a> = self.types.document;
        let responses = operation.node.entries_at("responses").iter();
        let success =
            responses.filter(|entry| entry.key.value.starts_with('2')).map(|entry| document.meant(&entry.value)).next();
        let media = success.and_then(|success| success.entries_at("content").first());
        let Some(schema) = media.and_then(|media| media.value.at("schema")) else { return false };
        let schema = document.meant(schema);
        let is_list = |node: &'a Node| Schema(document.meant(node)).kinds() == [Kind::Array];
        let mut members = LISTS.iter().filter_map(|name| member(schema, name, document, 0));
        Schema(schema).kinds() == [Kind::Array] || members.any(is_list)
    }

    /// The call of an operation, and the one that asks for a stream in place of all at once.
    fn endpoint(&mut self, operation: &Operation<'a>, name: &Named, context: &Context) -> (Endpoint, Option<Endpoint>) {
        let (path, mut parameters) = self.parameters(operation, context);
        let (body, members) = self.body(operation, context);
        parameters.extend(members);
        name_parameters(&mut parameters);
        let (returned, stream) = self.answers(operation, context);
        let security = operation.node.at("security").map(|node| self.schemes.security(node, &mut self.types.remarks));
        let answers = self.by_status(operation, context);
        let Returned { ty, answer } = if answers.is_some() { Returned { ty: None, answer: None } } else { returned };
        let refusals = self.refusals(operation, context);
        let pages = ty.as_ref().and_then(|_| self.pages(operation, &parameters));
        let mut item =
            item(at(operation.span, name.function.clone()), doc(operation), operation.node.has_true("deprecated"));
        item.was = self.kept.calls.get(&CallPlace::of(operation)).map(|kept| kept.was.clone()).unwrap_or_default();
        let endpoint = Endpoint {
            item,
            http: Ok(at(&operation.path.span, format!("{} {path}", operation.method.to_ascii_uppercase()))),
            server: None,
            auth: None,
            security,
            parameters: Ok(parameters),
            body: Ok(body),
            returns: Ok(ty),
            answer: Ok(answer),
            answers: Ok(answers),
            refusals: Ok(refusals),
            pages: Ok(pages),
            errors: Ok(Vec::new()),
            examples: Vec::new(),
            headers: Vec::new(),
            idempotent: false,
            retry_on: Ok(None),
        };
        let stream = stream.map(|stream| streaming(&endpoint, stream));
        (endpoint, stream)
    }
}

/// The same call where its answer comes as a stream.
fn streaming(endpoint: &Endpoint, Returned { ty, answer }: Returned) -> Endpoint {
    let name = at(&endpoint.item.name.span, format!("{}{STREAM_ENDING}", endpoint.item.name.value));
    let body = endpoint.body.as_ref().ok().and_then(Option::as_ref).map(|body| crate::spec::Body {
        format: body.format.clone(),
        media: body.media.clone(),
        argument: body.argument.clone(),
        encodings: Ok(Vec::new()),
        span: body.span.clone(),
    });
    let security = endpoint.security.as_ref().map(|security| crate::spec::Security {
        alternatives: security.alternatives.clone(),
        span: security.span.clone(),
    });
    Endpoint {
        item: crate::spec::Item { name, ..endpoint.item.clone() },
        http: endpoint.http.clone(),
        server: None,
        auth: None,
        security,
        parameters: endpoint.parameters.clone(),
        body: Ok(body),
        returns: Ok(ty),
        answer: Ok(answer),
        answers: Ok(None),
        refusals: endpoint.refusals.clone(),
        pages: Ok(None),
        errors: Ok(Vec::new()),
        examples: Vec::new(),
        headers: Vec::new(),
        idempotent: endpoint.idempotent,
        retry_on: Ok(None),
    }
}

/// What an operation does: its summary, and then all that is said of it.
fn doc(operation: &Operation<'_>) -> Text {
    let summary = texts::said(operation.node, &["summary"]);
    let description = texts::said(operation.node, &["description"]);
    match (summary, description) {
        (Some(summary), Some(description)) if !description.value.starts_with(&summary.value) => {
            let ended = if summary.value.ends_with(['.', '!', '?', ':']) { "" } else { "." };
            Text { value: format!("{}{ended}\n\n{}", summary.value, description.value), span: summary.span }
        }
        (_, Some(description)) => description,
        (Some(summary), None) => summary,
        (None, None) => at(operation.span, format!("Sends `{}`.", operation.label())),
    }
}
