//! Takes their meaning from characters that Markdown would take for marks.

/// Words, in which no character is a mark. What only means something at the start of a line is left as it is.
pub(crate) fn words(text: &str, escaped: &mut String) {
    for (index, c) in text.char_indices() {
        let is_mark = match c {
            '[' | ']' | '\\' | '*' | '_' | '|' | '~' | '`' => true,
            '<' => !text[index + 1..].starts_with(' '),
            '&' => begins_entity(&text[index + 1..]),
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

/// Whether what follows `&` makes an entity with it, such as `amp;`.
fn begins_entity(text: &str) -> bool {
    let name = text.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.len() < text.len() && name.starts_with(';')
}

/// A line, of which the start opens no block: no heading, rule, quote or list.
pub(crate) fn line(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let is_mark = match digits {
        0 => rest.starts_with(['#', '=', '-', '+', '>']),
        1..=9 => rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')),
        _ => false,
    };
    if is_mark { format!("{}\\{rest}", &line[..digits]) } else { line.to_owned() }
}

/// The text of a heading, of which no sign at the end belongs to the mark of the heading.
pub(crate) fn heading(text: &str) -> String {
    match text.strip_suffix('#') {
        Some(start) => format!("{start}\\#"),
        None => text.to_owned(),
    }
}

/// Text as a code span, whatever it holds; of an empty one, quotes are seen.
pub(crate) fn code(text: &str) -> String {
    if text.is_empty() {
        return "`\"\"`".to_owned();
    }
    let text = text.replace(char::is_control, " ");
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run + 1);
    let gap = if longest_run > 0 { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}
