//! Texts without marks, as most are: they are in their normal form already.

use super::inline::words;
use super::normal::LONGEST_FIRST;

/// The lines of a text that is in its normal form already, with plain words before the first ones.
pub(super) fn lines(lead: &str, text: &str) -> Option<Vec<String>> {
    if text.is_empty() || !is_plain(text) {
        return None;
    }
    let whole = format!("{lead}{text}");
    let first = whole.split("\n\n").next().unwrap_or_default();
    (first.len() <= LONGEST_FIRST).then(|| whole.lines().map(str::to_owned).collect())
}

/// Whether a text says the same to those who know Markdown and to those who do not, and needs no marks.
fn is_plain(text: &str) -> bool {
    text.chars().all(is_word_or_sign)
        && text.lines().all(is_plain_line)
        && !text.starts_with('\n')
        && !text.ends_with('\n')
        && !text.contains("\n\n\n")
        && !words::need_marks(text)
}

fn is_word_or_sign(c: char) -> bool {
    let signs = [' ', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '\'', '"', '/', '-', '%', '$', '+', '='];
    c.is_ascii_alphanumeric() || signs.contains(&c) || !c.is_ascii() && c.is_alphanumeric()
}

/// Whether a line has neither a mark at its start nor spaces at its ends.
fn is_plain_line(line: &str) -> bool {
    line.is_empty() || line.starts_with(char::is_alphabetic) && !line.ends_with(' ')
}
