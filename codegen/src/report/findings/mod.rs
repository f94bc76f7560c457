//! The forms in which faults of a description, and remarks on it, are shown to programs.

mod github;
mod json;
mod sarif;
mod short;

use clap::ValueEnum;

use crate::diag::{Diagnostic, Diagnostics, Positions, Severity, Sources, Span};

/// A form in which faults and remarks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// With the lines of the description, for a terminal.
    Text,
    /// One line each.
    Short,
    /// Data for programs; `docs/report.md` describes it.
    Json,
    /// Commands of a GitHub Actions workflow.
    Github,
    /// SARIF 2.1.0, for tools that collect findings.
    Sarif,
}

/// The faults and remarks in a form for programs, or nothing for [`MessageFormat::Text`], which depends on a terminal.
#[must_use]
pub fn findings(format: MessageFormat, found: &Diagnostics, sources: &Sources) -> Option<String> {
    match format {
        MessageFormat::Text => None,
        MessageFormat::Short => Some(short::short(found, sources)),
        MessageFormat::Json => Some(json::json(found, sources)),
        MessageFormat::Github => Some(github::github(found, sources)),
        MessageFormat::Sarif => Some(sarif::sarif(found, sources)),
    }
}

/// What a finding is called.
fn severity(found: &Diagnostic) -> &'static str {
    match found.severity {
        Severity::Fault => "fault",
        Severity::Remark => "remark",
    }
}

/// The path, line and column of a finding, if it is about a file.
fn place<'a>(found: &Diagnostic, positions: &Positions<'a>) -> Option<(&'a str, usize, usize)> {
    found.labels.first().map(|label| positions.position(&label.span))
}

/// Where a place ends: the line, and the character in it.
fn end(span: &Span, positions: &Positions) -> (usize, usize) {
    let (_, line, column) = positions.position(&Span { file: span.file, bytes: span.bytes.end..span.bytes.end });
    (line, column)
}
