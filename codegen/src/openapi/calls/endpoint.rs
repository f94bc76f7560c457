//! Operations to endpoints.

use std::collections::{HashMap, HashSet};

use super::{
    answers::Returned, maker::Calls, pages::pages_word, parameters::name as name_parameters, streams::streaming,
};
use crate::casing;
use crate::diag::{Span, code};
use crate::openapi::document::{Document, Kind, Look, Operation, Schema, call_group, call_name};
use crate::openapi::kept::{CallPlace, Facts};
use crate::openapi::names::{Call, Given, Named, Read, module_source, named, snake, words};
use crate::openapi::texts::{self, at, item};
use crate::openapi::types::{Context, member};
use crate::spec::{Body, Code, Endpoint, Node, Text};

/// Members of an answer that are lists, where it is one of several things.
const LISTS: [&str; 9] = ["data", "items", "results", "values", "value", "list", "entries", "records", "elements"];

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
    /// The error codes that it lists, and no call before it.
    pub(in crate::openapi) codes: Vec<Code>,
}

impl<'t, 'a> Calls<'t, 'a> {
    /// All calls of all operations.
    pub(in crate::openapi) fn all(&mut self, operations: &[Operation<'a>]) -> Vec<Made> {
        let calls: Vec<Call<'_>> = operations.iter().map(|operation| self.call(operation)).collect();
        let names = named(&calls, self.title(), |name| self.is_taken(name));
        let taken: HashSet<(String, String)> =
            names.iter().map(|name| (name.module.clone(), name.function.clone())).collect();
        let mut made = Vec::new();
        let mut shown: HashMap<String, HashSet<String>> = HashMap::new();
        for (operation, name) in operations.iter().zip(names) {
            let context = Context::call(&name.module, &name.bases);
            let (errors, codes) = self.codes.of_call(self.types.document, operation);
            let shown = shown.entry(name.module.clone()).or_default();
            let examples = self.examples(operation, &name.function, &errors, shown);
            let (endpoint, stream) = self.endpoint(operation, &name, &context);
            let mut endpoint = Endpoint { errors: Ok(errors), examples, ..endpoint };
            let server = self.servers.of_call(&[operation.node, operation.shared], &mut self.types.remarks);
            let stream = stream.map(|stream| streaming(&mut endpoint, stream));
            let (tag, span) = (operation.tag().map(str::to_owned), operation.node.span.clone());
            let module = Module { name: name.module.clone(), tag, span };
            if let Some(stream) = stream.filter(|stream| self.is_free(&name.module, stream, &taken)) {
                let (module, facts) = (module.clone(), Facts::default());
                made.push(Made { module, place: None, facts, server, endpoint: stream, codes: Vec::new() });
            }
            let facts = Facts { body: self.body_word(operation, &endpoint), pages: pages_word(&endpoint) };
            made.push(Made { module, place: Some(CallPlace::of(operation)), facts, server, endpoint, codes });
        }
        made
    }

    /// Whether no call of the module has the name of one that asks for a stream.
    fn is_free(&mut self, module: &str, stream: &Endpoint, taken: &HashSet<(String, String)>) -> bool {
        let name = &stream.item.name;
        let is_free = !taken.contains(&(module.to_owned(), name.value.clone()));
        if !is_free {
            self.left_out(name, &format!("a call {} is there already", code(&name.value)));
        }
        is_free
    }

    /// Whether a type of a call has a name that a function would take from it.
    fn is_taken(&self, function: &str) -> bool {
        let operation = casing::camel(function);
        let endings = ["", "Error", "Answer", "Refusal"];
        endings.iter().any(|ending| self.kept.has_type_of_call(&format!("{operation}{ending}")))
    }

    fn call(&self, operation: &Operation<'a>) -> Call<'t> {
        let given = Given { group: call_group(operation.node), name: call_name(operation.node) };
        let kept = self.kept.calls.get(&CallPlace::of(operation));
        let source = module_source(given.group.as_deref().or(operation.tag()), &operation.path.value);
        Call {
            hint: source.and_then(|source| self.hints.module(&source)),
            kept: kept.map(|kept| (kept.module.as_str(), kept.function.as_str())),
            method: operation.method,
            path: &operation.path.value,
            tag: operation.tag(),
            id: operation.id(),
            given,
            lists: self.lists(operation.node, &operation.path.value),
            read: self.read(operation),
        }
    }

    /// The title of the document.
    fn title(&self) -> &'a str {
        self.types.document.root().at("info").and_then(|info| info.text_at("title")).unwrap_or_default()
    }

    /// What the path of an operation answers to those who read it.
    fn read(&self, operation: &Operation<'a>) -> Read {
        match operation.shared.at("get").map(|get| self.types.document.meant(get)) {
            Some(get) if self.lists(get, &operation.path.value) => Read::List,
            Some(_) => Read::One,
            None => Read::Nothing,
        }
    }

    /// Whether the answer of an operation is a list, or an object with one.
    fn lists(&self, operation: &'a Node, path: &str) -> bool {
        let document: &Document<'a> = self.types.document;
        let responses = operation.entries_at("responses").iter();
        let success =
            responses.filter(|entry| entry.key.value.starts_with('2')).map(|entry| document.meant(&entry.value)).next();
        let media = success.and_then(|success| success.entries_at("content").first());
        let Some(schema) = media.and_then(|media| media.value.at("schema")) else { return false };
        let schema = document.meant(schema);
        let is_list = |node: &'a Node| Schema(document.meant(node)).kinds() == [Kind::Array];
        // A list may have the name of what is asked for.
        let asked = path.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default();
        let asked = [asked.to_owned(), snake(&words(asked))];
        let names = LISTS.into_iter().chain(asked.iter().map(String::as_str));
        let mut members = names.filter_map(|name| member(schema, name, document, 0));
        Schema(schema).kinds() == [Kind::Array] || members.any(is_list)
    }

    /// The call of an operation, and what it gives where it is asked for a stream in place of all at once.
    fn endpoint(&mut self, operation: &Operation<'a>, name: &Named, context: &Context) -> (Endpoint, Option<Returned>) {
        let (path, mut parameters) = self.parameters(operation, context);
        let (body, members) = self.body(operation, context);
        let body = body.or_else(|| no_body(operation).filter(|_| members.is_empty()));
        parameters.extend(members);
        name_parameters(&mut parameters);
        let (returned, stream) = self.answers(operation, context);
        let security = operation.node.at("security").map(|node| self.schemes.security(node, &mut self.types.remarks));
        let answers = self.by_status(operation, context);
        let Returned { ty, answer } = if answers.is_some() { Returned { ty: None, answer: None } } else { returned };
        let refusals = self.refusals(operation, context);
        let pages = ty.as_ref().and_then(|_| self.pages(operation, &parameters));
        let mut item =
            item(at(operation.span, name.function.clone()), doc(operation), texts::deprecated(operation.node));
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
        (endpoint, stream)
    }
}

/// What is said of a call without a body whose method usually has one.
fn no_body(operation: &Operation<'_>) -> Option<Body> {
    let span = operation.node.span.clone();
    matches!(operation.method, "post" | "put" | "patch").then(|| Body {
        format: Ok(Some(at(&span, "none"))),
        media: Ok(None),
        encodings: Ok(Vec::new()),
        argument: None,
        span,
    })
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
