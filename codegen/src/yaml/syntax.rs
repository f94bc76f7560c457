//! Reports text that is not YAML.

use granit_parser::{ErrorKind, ScanError};

use super::node::{Faulty, Read};
use crate::diag::{Diagnostic, Diagnostics, Span};

/// Reports the first character that YAML does not allow, such as NUL.
pub(super) fn unprintable(text: &str, file: usize, diagnostics: &mut Diagnostics) -> Read<()> {
    let is_allowed = |character: char| {
        matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
            || character >= '\u{1_0000}'
    };
    let Some((at, character)) = text.char_indices().find(|&(_, character)| !is_allowed(character)) else {
        return Ok(());
    };
    let span = Span { file, bytes: at..at + character.len_utf8() };
    let message = format!("this is not YAML: it holds the control character {}", character.escape_unicode());
    let fault = Diagnostic::new("yaml-syntax", message, &span, "here");
    diagnostics.push(fault.help("remove it; a text in double quotes may hold it as an escape"));
    Err(Faulty)
}

/// Reports where and why the parser gave up.
pub(super) fn report_syntax(error: &ScanError, text: &str, file: usize, diagnostics: &mut Diagnostics) -> Faulty {
    let at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let here = text[at..].chars().next().filter(|character| !character.is_whitespace());
    let span = Span { file, bytes: at..at + here.map_or(0, char::len_utf8) };
    let message = format!("this is not YAML: {}", error.info());
    diagnostics.push(Diagnostic::new("yaml-syntax", message, &span, "here").help(help(error.kind(), here)));
    Faulty
}

fn help(kind: &ErrorKind, here: Option<char>) -> &'static str {
    match kind {
        _ if here == Some('?') => "put a type that has brackets and a `?` in quotes: \"[Book]?\"",
        _ if here == Some(':') => "put a text that holds `: ` in quotes",
        ErrorKind::UnexpectedCharacter { .. } => "put a text that begins with a special character in quotes",
        ErrorKind::RecursionLimitExceeded => "nest fewer lists and mappings in each other",
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => "indent with spaces",
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => "close the quotes",
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => "see that each `[` and `{` has its end, and each entry its comma",
        ErrorKind::DirectiveDisallowed => "remove the line that begins with `%`",
        _ => "check the indentation, and put texts with special characters in quotes",
    }
}
