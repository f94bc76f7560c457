//! The forms in which a report on a change is shown. They add nothing to it and judge nothing.
//!
//! A report holds text from a description, so from outside: each form escapes what its readers would act on.

mod changelog;
mod findings;
mod github;
mod html;
mod json;
mod markdown;
mod sarif;
mod sarif_log;
mod sections;
mod summary;
mod text;
mod words;
mod workflow;

pub use changelog::changelog;
pub use findings::{MessageFormat, findings};
pub use github::github;
pub use html::html;
pub use json::json;
pub use markdown::{MARKER, markdown};
pub use sarif::sarif;
pub use text::{Screen, text};

use clap::ValueEnum;

use crate::diag::Rule;
use crate::diff::Report;

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for a terminal.
    Text,
    /// A comment on a pull request.
    Markdown,
    /// A page for a browser, one file.
    Html,
    /// Data for programs; `docs/report.md` describes it.
    Json,
    /// Commands of a GitHub Actions workflow.
    Github,
    /// SARIF 2.1.0, for tools that collect findings.
    Sarif,
}

/// The report in a form. `rules` are those that a change can be judged by; `screen` is for text alone.
#[must_use]
pub fn render(format: Format, report: &Report, rules: &[Rule], screen: Screen) -> String {
    match format {
        Format::Text => text(report, screen),
        Format::Markdown => markdown(report),
        Format::Html => html(report),
        Format::Json => json(report),
        Format::Github => github(report),
        Format::Sarif => sarif(report, rules),
    }
}
