//! Text from a description as Markdown that GitHub shows as just that text.
//!
//! Besides Markdown and HTML, GitHub acts on names of people, numbers of issues, bare addresses, formulas and names of
//! emoji. It looks for them after Markdown is read, so a back-slash is no help: a space without width parts their signs.

use std::fmt::Write as _;

use crate::report::words::{DiffLine, Piece, one_line, pieces};

/// A space without width.
const GAP: &str = "&#8203;";

/// A sentence of a report. It stands anywhere, in the cell of a table too, and is no heading or list.
pub(crate) fn inline(sentence: &str) -> String {
    let pieces = pieces(sentence).into_iter().map(|piece| match piece {
        Piece::Text(text) => plain(&text),
        Piece::Code(text) => code(&text),
    });
    let text: String = pieces.collect();
    match block_marker(&text) {
        Some(at) => format!("{}\\{}", &text[..at], &text[at..]),
        None => text,
    }
}

/// Code in a line. Where back-ticks could be closed, or would part the cells of a table, it is spelled as HTML.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() || text.contains(['`', '|', '\\']) {
        return format!("<code>{}</code>", plain(&text));
    }
    format!("`{text}`")
}

/// Text in which nothing acts.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            // A back-slash would not keep it from beginning a formula.
            '$' => escaped += "&#36;",
            '@' | '#' => _ = write!(escaped, "{character}{GAP}"),
            ':' if !next.is_whitespace() => _ = write!(escaped, ":{GAP}"),
            // `www.example.com` and `GH-12` are links without any other sign.
            '.' if ends_with(&escaped, "www") => _ = write!(escaped, ".{GAP}"),
            '-' if ends_with(&escaped, "gh") => _ = write!(escaped, "-{GAP}"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '{' | '}' | '^' | '!' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

fn ends_with(text: &str, word: &str) -> bool {
    text.len().checked_sub(word.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// Where the sign is that makes a line a list, a heading or a rule; nothing if it is none of these.
fn block_marker(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    let signs: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+', '='] };
    let rest = text[digits..].strip_prefix(signs)?;
    let is_marker = rest.is_empty() || rest.starts_with([' ', '-', '=']);
    is_marker.then_some(digits)
}

/// Lines as a block that shows them as a difference.
pub(crate) fn diff_block(lines: &[DiffLine]) -> String {
    let (open, close) = diff_fences(lines);
    let lines: String = lines.iter().map(diff_line).collect();
    format!("{open}{lines}{close}")
}

/// What stands before and after the lines of a difference: more back-ticks than any line has in a row.
pub(crate) fn diff_fences(lines: &[DiffLine]) -> (String, String) {
    let runs = lines.iter().flat_map(|line| line.text.split(|character| character != '`')).map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default().max(2) + 1);
    (format!("{fence}diff\n"), format!("{fence}\n"))
}

/// A line of a difference, as it stands in its block.
pub(crate) fn diff_line(line: &DiffLine) -> String {
    // Lines that stay have no sign but two spaces, so that they cannot be fences.
    format!("{}\n", format!("{} {}", line.sign, line.text).trim_end())
}
