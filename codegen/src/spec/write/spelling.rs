//! How texts are spelt: as they are where nothing in them means something to YAML, in quotes otherwise.

use std::fmt::Write;

use crate::{diag::is_hidden, yaml::looks_like};

/// What means something to YAML at the beginning of a text.
const SIGNS: &str = "-?:,[]{}#&*!|>'\"%@`=<";

/// A text on one line; `in_flow` says that it stands between brackets or braces.
pub(super) fn text(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) {
        text.to_owned()
    } else if text.contains(is_unseen) || !text.contains(['"', '\\']) {
        in_double_quotes(text)
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// Whether a text can be written line by line as it is.
pub(super) fn is_block(text: &str) -> bool {
    let is_seen = |character| matches!(character, '\n' | '\t') || !is_unseen(character);
    text.contains('\n') && !text.starts_with([' ', '\t', '\n']) && !text.ends_with('\n') && text.chars().all(is_seen)
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let ends_well = !text.ends_with([':', ' ']);
    let is_cut = text.contains(": ") || text.contains(" #");
    ends_well
        && !is_cut
        && !text.starts_with(|first| SIGNS.contains(first) || first == ' ')
        && !text.starts_with("...")
        && looks_like(text).is_none()
        && !text.contains(is_unseen)
        && !(in_flow && text.contains([',', '[', ']', '{', '}']))
}

/// Whether readers do not see a character, or YAML does not keep it.
fn is_unseen(character: char) -> bool {
    is_hidden(character) || matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

fn in_double_quotes(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            character if is_unseen(character) => {
                let code = u32::from(character);
                // Writing into memory does not fail.
                _ = if code > 0xFFFF { write!(quoted, "\\U{code:08X}") } else { write!(quoted, "\\u{code:04X}") };
            }
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
