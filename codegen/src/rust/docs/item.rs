//! Texts as items of a list.

use super::node::{Kind, Node};
use super::{inline, normal, write};

/// A text between words of the tool's own. If it is one paragraph, the item has one line.
pub(super) fn lines(lead: &str, text: &str, end: &str) -> Vec<String> {
    let mut document = normal::document("", text);
    let opening = match document.children.first_mut() {
        Some(Node { kind: Kind::Paragraph, children }) => {
            let words = write::inlines(&inline::on_one_line(std::mem::take(children)));
            document.children.remove(0);
            words
        }
        _ => String::new(),
    };
    let rest = write::lines(&document);
    if rest.is_empty() {
        return vec![format!("- {}", joined(&[lead, &opening, end]))];
    }
    let mut lines = vec![format!("- {}", joined(&[lead, &opening])), String::new()];
    lines.extend(rest.into_iter().map(|line| if line.is_empty() { line } else { format!("  {line}") }));
    if !end.is_empty() {
        lines.extend([String::new(), format!("  {end}")]);
    }
    lines
}

/// Words on one line, with a space between any that are there.
fn joined(words: &[&str]) -> String {
    let words: Vec<&str> = words.iter().copied().filter(|words| !words.is_empty()).collect();
    words.join(" ")
}
