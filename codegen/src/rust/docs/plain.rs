//! Texts without marks, as most are: they are in their normal form already.

use super::words;

/// Whether a text says the same to those who know Markdown and to those who do not, and needs no marks.
pub(super) fn is_plain(text: &str) -> bool {
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
