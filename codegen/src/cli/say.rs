//! What the tool says, on which stream, and in which words.

use std::fmt::Display;
use std::io::{IsTerminal, Write};

use crate::diag::{Diagnostics, Sources};

/// The report of all faults of a description.
pub(super) fn faults(faults: &Diagnostics, sources: &Sources) -> String {
    faults.render(sources, std::io::stderr().is_terminal() && may_color())
}

/// Whether the user lets programs use colors at all.
pub(super) fn may_color() -> bool {
    std::env::var_os("NO_COLOR").is_none()
}

pub(super) fn error(message: impl Display) -> String {
    format!("error: {message}")
}

/// An error about a file, and why.
pub(super) fn io_error(action: &str, path: &std::path::Path, why: &std::io::Error) -> String {
    error(format!("cannot {action} `{}`: {why}", path.display()))
}

/// Prints a line on standard output.
pub(super) fn say(line: impl Display) {
    say_on(std::io::stdout().lock(), line);
}

/// Prints a line; a reader that went away is no fault of ours.
pub(super) fn say_on(mut stream: impl Write, line: impl Display) {
    let _ = writeln!(stream, "{}", line.to_string().trim_end());
}
