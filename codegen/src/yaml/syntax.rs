//! Faults of texts that are not what they should be.

use granit_parser::{ErrorKind, ScanError};

use super::input::Input;
use crate::diag::{Diagnostic, Span};

/// What to do about brackets.
pub(super) const ENDS_AND_COMMAS: &str = "see that each `[` and `{` has its end, and each entry its comma";

/// Says where and why the parser gave up.
pub(super) fn not_yaml(error: &ScanError, input: &Input<'_>) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or_default().min(input.text.len());
    let here = input.text.get(at..).and_then(|rest| rest.chars().next());
    let here = here.filter(|character| !character.is_whitespace());
    let span = input.span(at..at + here.map_or(0, char::len_utf8));
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return too_deep(&span);
    }
    let message = format!("this is not YAML: {}", error.info());
    Diagnostic::new("yaml-syntax", message, &span, "here").help(help(error.kind(), here))
}

/// Says where lists and mappings nest too deep.
pub(super) fn too_deep(span: &Span) -> Diagnostic {
    let fault = Diagnostic::new("yaml-syntax", "lists and mappings nest too deep", span, "here");
    fault.help("nest fewer lists and mappings in each other")
}

fn help(kind: &ErrorKind, here: Option<char>) -> &'static str {
    match kind {
        _ if here == Some('?') => "put a type that has brackets and a `?` in quotes: \"[Book]?\"",
        _ if here == Some(':') => "put a text that holds `: ` in quotes",
        ErrorKind::UnexpectedCharacter { .. } => "put a text that begins with a special character in quotes",
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
        | ErrorKind::ExpectedFlowSequenceSeparator => ENDS_AND_COMMAS,
        ErrorKind::DirectiveDisallowed => "remove the line that begins with `%`",
        _ => "check the indentation, and put texts with special characters in quotes",
    }
}
