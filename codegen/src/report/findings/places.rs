//! What a finding is called, and where it is.

use crate::diag::{Diagnostic, Positions, Severity, Span};

/// What a finding is called.
pub(super) fn severity(found: &Diagnostic) -> &'static str {
    match found.severity {
        Severity::Fault => "fault",
        Severity::Remark => "remark",
    }
}

/// The path, line and column of a finding, if it is about a file.
pub(super) fn place<'a>(found: &Diagnostic, positions: &Positions<'a>) -> Option<(&'a str, usize, usize)> {
    found.labels.first().map(|label| positions.position(&label.span))
}

/// Where a place ends: the line, and the character in it.
pub(super) fn end(span: &Span, positions: &Positions) -> (usize, usize) {
    let (_, line, column) = positions.position(&Span { file: span.file, bytes: span.bytes.end..span.bytes.end });
    (line, column)
}
