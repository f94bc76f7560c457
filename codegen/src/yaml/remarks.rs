//! What is said of a published document that is read as its writer probably meant it.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Rule, Span};

/// So many remarks of a kind are kept for a file; the others are counted.
const MOST: usize = 100;

/// What remarks are about, by name, besides what is a fault in a description of our own.
pub const REMARKS: &[Rule] = &[
    rule(
        "ambiguous-number",
        "A number is one that JSON can hold, and the same one for all readers of YAML. Others, such as `0755` and \
         `.inf`, are read as text.",
    ),
    rule("invalid-key", "A key is a text: an entry whose key is a list or mapping is left out."),
    rule("invalid-merge", "What `<<` merges is a mapping, or a list of them; anything else is left out."),
    rule(
        "loose-json",
        "JSON has neither comments nor commas at the end, its texts are in double quotes, and a line break in one is \
         written as `\\n`. What has them is read as YAML, where it is YAML.",
    ),
    rule("several-documents", "A file holds one document: of several, the first is read."),
    rule("unknown-alias", "An alias stands for what has an anchor and ends before it; otherwise it is left out."),
    rule("unknown-tag", "A tag is one of YAML's own that fits what it marks; any other is passed over."),
    rule(
        "unprintable-character",
        "A character can be printed: any other is read as U+FFFD, the sign for what is lost.",
    ),
];

const fn rule(name: &'static str, explanation: &'static str) -> Rule {
    Rule { name, explanation }
}

/// The remarks on a file.
#[derive(Clone, Default)]
pub(super) struct Remarks {
    kept: Vec<Diagnostic>,
    /// How many there are of each kind, and where the last one is.
    counts: BTreeMap<&'static str, (usize, Option<Span>)>,
}

impl Remarks {
    /// Adds a remark.
    pub(super) fn add(&mut self, remark: Diagnostic) {
        let (count, last) = self.counts.entry(remark.rule).or_default();
        *count += 1;
        if *count <= MOST {
            self.kept.push(remark);
        } else {
            *last = remark.labels.into_iter().next().map(|label| label.span);
        }
    }

    /// The remarks that were kept, and for each kind one on those that were not.
    pub(super) fn into_list(mut self) -> Vec<Diagnostic> {
        for (rule, (count, last)) in self.counts {
            let Some(last) = last else { continue };
            let message = format!("there are {} more remarks like those before", count - MOST);
            let remark = Diagnostic::remark(rule, message, &last, "the last one");
            self.kept.push(remark.help("mend those that are shown, and run again"));
        }
        self.kept
    }
}
