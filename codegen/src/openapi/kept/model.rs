//! Names, and what else is kept, by the places of calls and types.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::places::existing;
use crate::diag::{Diagnostic, Diagnostics, Span, code};
use crate::openapi::document::{Document, Operation, operations};
use crate::spec::Text;
use crate::spec::project::{KeptCall, KeptType, NamesFile};

/// What is kept, by the places of calls and types in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub(in crate::openapi) calls: BTreeMap<CallPlace, CallKept>,
    pub(in crate::openapi) types: BTreeMap<String, TypeKept>,
}

/// The path and the method of a call, by which calls are sorted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::openapi) struct CallPlace {
    pub(super) path: String,
    pub(super) method: String,
}

/// What is kept of a call.
#[derive(Clone, Debug)]
pub(in crate::openapi) struct CallKept {
    pub(in crate::openapi) module: String,
    pub(in crate::openapi) function: String,
    pub(in crate::openapi) was: Vec<Text>,
    pub(in crate::openapi) facts: Facts,
    /// Where that is written; nothing if it is not yet.
    pub(in crate::openapi) span: Option<Span>,
}

/// What could be read in two ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::openapi) struct Facts {
    /// Whether the body is `members` or `whole`.
    pub(in crate::openapi) body: Option<&'static str>,
    /// How the next page is found.
    pub(in crate::openapi) pages: Option<&'static str>,
}

/// What is kept of a type.
#[derive(Clone, Debug)]
pub(in crate::openapi) struct TypeKept {
    pub(in crate::openapi) name: String,
    pub(in crate::openapi) was: Vec<Text>,
    pub(in crate::openapi) span: Option<Span>,
}

/// Words for how a body is read.
pub(in crate::openapi) const BODIES: [&str; 2] = ["members", "whole"];
/// Words for how the next page is found.
pub(in crate::openapi) const PAGES: [&str; 5] = ["token", "last_item", "url", "offset", "number"];

impl CallPlace {
    /// The place of an operation.
    pub(in crate::openapi) fn of(operation: &Operation<'_>) -> Self {
        Self::new(operation.method, &operation.path.value)
    }

    fn new(method: &str, path: &str) -> Self {
        Self { path: path.to_owned(), method: method.to_ascii_uppercase() }
    }

    pub(in crate::openapi) fn label(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

impl PartialEq for CallKept {
    fn eq(&self, other: &Self) -> bool {
        (&self.module, &self.function, self.facts) == (&other.module, &other.function, other.facts)
    }
}

impl Eq for CallKept {}

impl PartialEq for TypeKept {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for TypeKept {}

impl Kept {
    /// What a file says.
    #[must_use]
    pub fn of(file: &NamesFile) -> Self {
        let mut kept = Self::default();
        let word = |said: &Option<Text>, words: &[&'static str]| {
            let said = said.as_ref()?;
            words.iter().copied().find(|word| *word == said.value)
        };
        for KeptCall { place, name, was, body, pages, span } in &file.calls {
            let (method, path) = place.value.split_once(' ').unwrap_or(("", &place.value));
            let (module, function) = name.value.split_once("::").unwrap_or(("", &name.value));
            let (module, function) = (module.to_owned(), function.to_owned());
            let facts = Facts { body: word(body, &BODIES), pages: word(pages, &PAGES) };
            let said = CallKept { module, function, was: was.clone(), facts, span: Some(span.clone()) };
            kept.calls.insert(CallPlace::new(method, path), said);
        }
        for KeptType { place, name, was, span } in &file.types {
            let said = TypeKept { name: name.value.clone(), was: was.clone(), span: Some(span.clone()) };
            kept.types.insert(place.value.clone(), said);
        }
        kept
    }

    /// The same with what others say that is not said here.
    #[must_use]
    pub fn with(mut self, others: &Self) -> Self {
        for (place, call) in &others.calls {
            self.calls.entry(place.clone()).or_insert_with(|| call.clone());
        }
        for (place, ty) in &others.types {
            self.types.entry(place.clone()).or_insert_with(|| ty.clone());
        }
        self
    }

    /// Whether nothing here has another name there.
    pub(in crate::openapi) fn agrees_with(&self, other: &Self) -> bool {
        self.calls.iter().all(|(place, call)| other.calls.get(place) == Some(call))
            && self.types.iter().all(|(place, ty)| other.types.get(place) == Some(ty))
    }

    /// Adds the name of a call; what else is said of it is as before.
    pub(in crate::openapi) fn add_call(&mut self, place: CallPlace, names: (&str, &str), facts: Facts, before: &Self) {
        let before = before.calls.get(&place);
        let (was, span) = before.map(|call| (call.was.clone(), call.span.clone())).unwrap_or_default();
        let known = before.map(|call| call.facts).unwrap_or_default();
        let facts = Facts { body: facts.body.or(known.body), pages: facts.pages.or(known.pages) };
        let (module, function) = (names.0.to_owned(), names.1.to_owned());
        self.calls.insert(place, CallKept { module, function, was, facts, span });
    }

    /// Adds the name of a type, likewise.
    pub(in crate::openapi) fn add_type(&mut self, place: String, name: &str, before: &Self) {
        let before = before.types.get(&place);
        let (was, span) = before.map(|ty| (ty.was.clone(), ty.span.clone())).unwrap_or_default();
        self.types.insert(place, TypeKept { name: name.to_owned(), was, span });
    }

    /// Whether a type that is written in a call has a name.
    pub(in crate::openapi) fn has_type_of_call(&self, name: &str) -> bool {
        self.types.iter().any(|(place, ty)| ty.name == name && !place.starts_with("/components/"))
    }

    /// Reports two calls of one name, as far as they are in the document.
    pub(in crate::openapi) fn check_calls<'k>(
        &'k self,
        met: impl Iterator<Item = &'k CallPlace>,
        found: &mut Diagnostics,
    ) {
        let kept = met.filter_map(|place| self.calls.get(place));
        let names = kept.map(|call| (format!("{}::{}", call.module, call.function), call.span.as_ref()));
        twice("calls", names, found);
    }

    /// Reports two types of one name, likewise.
    pub(in crate::openapi) fn check_types<'k>(
        &'k self,
        met: impl Iterator<Item = &'k String>,
        found: &mut Diagnostics,
    ) {
        let kept = met.filter_map(|place| self.types.get(place));
        twice("types", kept.map(|ty| (ty.name.clone(), ty.span.as_ref())), found);
    }

    /// Remarks on what is kept of what the document does not have. What it has may be left out, or be no type of its own now.
    pub(in crate::openapi) fn unmet(&self, met: &Self, document: &Document<'_>, found: &mut Diagnostics) {
        let calls: Vec<_> = self.calls.iter().filter(|(place, _)| !met.calls.contains_key(place)).collect();
        let types: Vec<_> = self.types.iter().filter(|(place, _)| !met.types.contains_key(*place)).collect();
        if calls.is_empty() && types.is_empty() {
            return;
        }
        let present: HashSet<CallPlace> = operations(document).0.iter().map(CallPlace::of).collect();
        let calls = calls.into_iter().filter(|(place, _)| !present.contains(place));
        let calls = calls.map(|(place, call)| (place.label(), call.span.as_ref()));
        let present = existing(document, &types.iter().flat_map(|(place, _)| schemas(place)).collect());
        let types = types.iter().filter(|(place, _)| !schemas(place).any(|schema| present.contains(schema)));
        for (place, span) in calls.chain(types.map(|(place, ty)| ((*place).clone(), ty.span.as_ref()))) {
            let Some(span) = span else { continue };
            let message = format!("the document has no {}", code(&place));
            let help =
                "if it is elsewhere now, write its new place here, and remove the new line; otherwise remove this one";
            found.push(Diagnostic::remark("unmet-name", message, span, "the name of nothing").help(help));
        }
    }
}

/// The schema of which something may be made: all that stands there, or what stands before the part in brackets.
fn schemas(place: &str) -> impl Iterator<Item = &str> {
    std::iter::once(place).chain(place.rsplit_once(" (").map(|(schema, _)| schema))
}

/// Reports what has one name.
fn twice<'k>(noun: &str, names: impl Iterator<Item = (String, Option<&'k Span>)>, found: &mut Diagnostics) {
    let mut first: HashMap<String, &Span> = HashMap::new();
    for (name, span) in names {
        let Some(span) = span else { continue };
        if let Some(other) = first.get(&name) {
            let message = format!("two {noun} have the name {}", code(&name));
            let fault = Diagnostic::new("name-collision", message, span, "again here").label(other, "first here");
            found.push(fault.help("change one of the two, or remove its line, so that it is named anew"));
        } else {
            first.insert(name, span);
        }
    }
}
