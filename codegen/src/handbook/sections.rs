//! Reads the sections of topics: a heading, words, and blocks of code that say in their first line what they are.

use super::change::Change;
use super::explanation::Explanation;

const FENCE: &str = "```";

/// The topics, in the order in which users read of them.
const TOPICS: [&str; 9] = [
    include_str!("topics/files.md"),
    include_str!("topics/names.md"),
    include_str!("topics/types.md"),
    include_str!("topics/calls.md"),
    include_str!("topics/states.md"),
    include_str!("topics/events.md"),
    include_str!("topics/errors.md"),
    include_str!("topics/api.md"),
    include_str!("topics/accepted.md"),
];

/// All explanations, by topic.
#[must_use]
pub fn explanations() -> Vec<Explanation> {
    TOPICS.into_iter().flat_map(topic).collect()
}

fn topic(text: &'static str) -> impl Iterator<Item = Explanation> {
    let (title, rest) = text.strip_prefix("# ").and_then(|text| text.split_once('\n')).unwrap_or(("", text));
    rest.split("\n## ").skip(1).map(move |section| {
        let (rule, body) = section.split_once('\n').unwrap_or((section, ""));
        explanation(title, rule, body)
    })
}

fn explanation(topic: &'static str, rule: &'static str, body: &'static str) -> Explanation {
    // What stands between fences is every second piece.
    let mut pieces = body.split(FENCE);
    let words = pieces.next().unwrap_or_default().trim();
    let mut explanation = Explanation { topic, rule, words, ..Explanation::default() };
    for block in pieces.step_by(2) {
        let (what, text) = block.split_once('\n').unwrap_or((block, ""));
        match what.split_once(' ') {
            Some(("yaml", path)) => explanation.files.push((path, text)),
            Some(("diff", path)) => explanation.changes.push(Change::new(path, text)),
            _ => explanation.report = text,
        }
    }
    explanation
}
