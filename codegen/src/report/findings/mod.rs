//! The forms in which faults of a description, and remarks on it, are shown to programs.

mod github;
mod json;
mod places;
mod sarif;
mod short;

use clap::ValueEnum;

use crate::diag::{Diagnostics, Sources};

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
