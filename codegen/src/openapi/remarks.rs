//! What there is to remark on a published document: what was left out, what is plain JSON, what was read as it was probably
//! meant.

use crate::diag::{Diagnostic, Diagnostics, Rule, Span};

macro_rules! rules {
    ($($name:literal: $explanation:literal,)+) => {
        &[$(Rule { name: $name, explanation: $explanation }),+]
    };
}

/// What is wrong with what people say of a published document, by name.
pub const FAULTS: &[Rule] = rules! {
    "invalid-overlay": "An overlay says `overlay: 1.…`, and has actions with a `target` and something to do.",
    "unread-document": "`openapi` in `api.yaml` leads to a document of OpenAPI 3 that can be read.",
};

/// All remarks on published documents, by name.
pub const REMARKS: &[Rule] = rules! {
    "dangling-reference": "A `$ref` leads to something in the document, and not back to itself.",
    "left-out": "What the tool has no words for is left out, at the smallest scale: a media type, a parameter, a call.",
    "merged-branches": "Of several unions beside each other, an object is made that has the members of all of them.",
    "no-base-url": "A document says by `https` where its API is served; where it does not, programs give the URL.",
    "other-answer": "A call has one type for its successes: the other ones are not typed.",
    "plain-json": "A schema says what a value is. Where it says too little or too much for a type, the value is plain JSON.",
    "read-as-meant": "A document says each thing in one way. What contradicts itself is read as it was probably meant.",
    "remote-reference": "A `$ref` leads to a file beside the document: nothing is fetched from elsewhere.",
    "renamed": "What would get a name that something beside it has, gets another one.",
    "undeclared": "What is required, or asked for, is declared: members, schemes and parameters of paths.",
    "unfit-action": "An action of an overlay merges objects into objects, and takes away parts of a document.",
    "unfit-bound": "Bounds leave a value, and are of the sort of what they bound.",
    "unfit-default": "A default is a value of its type, within its bounds.",
    "unfit-example": "An example is a value of its type: one that is not is left out, and becomes neither a sample nor a test.",
    "unmet-action": "An action of an overlay meets something in the document.",
    "unmet-hint": "A pattern in `api.yaml` of a project meets something in the document.",
    "unmet-name": "An entry of `names.yaml` is the name of something in the document, by its present place.",
    "unread-file": "A file that a `$ref` names lies in the repository of the document, and is YAML or JSON.",
    "untold-events": "Deliveries say which event they are. Where nothing does, each event has a type that reads it.",
};

/// Remarks, one by one.
#[derive(Default)]
pub(super) struct Remarks(Diagnostics);

impl Remarks {
    /// Remarks on something; `label` says what is there, and `help` what can be done.
    pub(super) fn say(&mut self, rule: &'static str, message: impl Into<String>, span: &Span, label: &str, help: &str) {
        self.0.push(Diagnostic::remark(rule, message, span, label).help(help));
    }

    /// Remarks on pages that the document describes.
    pub(super) fn unfollowed_pages(&mut self, reason: &str, span: &Span) {
        let help = "correct the document, or say it by `pages` of a project";
        self.say("left-out", format!("pages that cannot be followed: {reason}"), span, "not followed", help);
    }

    pub(super) fn into_diagnostics(mut self) -> Diagnostics {
        self.0.drop_repeats();
        self.0
    }
}
