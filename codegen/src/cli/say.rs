//! What the tool says, on which stream, and in which words.

use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Write};

use std::sync::OnceLock;

use clap::ColorChoice;

use crate::diag::{Diagnostics, Sources};
use crate::report::Screen;

/// What the user said of colors for this run.
static COLOR: OnceLock<ColorChoice> = OnceLock::new();

/// Notes what the user said of colors.
pub(super) fn choose_color(choice: ColorChoice) {
    _ = COLOR.set(choice);
}

/// The report of all faults of a description, and of all remarks on it.
pub(super) fn findings(found: &Diagnostics, sources: &Sources) -> String {
    findings_on(&std::io::stderr(), found, sources)
}

/// The same for another stream than standard error.
pub(super) fn findings_on(stream: &impl IsTerminal, found: &Diagnostics, sources: &Sources) -> String {
    found.render(sources, is_colored(stream))
}

/// Whether what is said on a stream is colored: on a terminal that can, unless the user wants it otherwise.
pub(super) fn is_colored(stream: &impl IsTerminal) -> bool {
    match COLOR.get().copied().unwrap_or_default() {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let is_plain = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
            let is_unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            stream.is_terminal() && !is_plain && !is_unwanted
        }
    }
}

/// What standard output is shown on. Who asks for colors where there is no terminal can say how wide it is, by `COLUMNS`.
pub(super) fn screen() -> Screen {
    let color = is_colored(&std::io::stdout());
    let measured = terminal_size::terminal_size_of(std::io::stdout()).map(|(columns, _)| columns.0.into());
    let told = || std::env::var("COLUMNS").ok().filter(|_| color)?.parse().ok();
    Screen { color, columns: measured.or_else(told) }
}

pub(super) fn error(message: impl Display) -> String {
    format!("error: {message}")
}

/// An error about a file, and why.
pub(super) fn io_error(action: &str, path: &std::path::Path, why: &std::io::Error) -> String {
    error(format!("cannot {action} `{}`: {why}", path.display()))
}

/// Prints on standard output what was asked for. A reader that went away has seen enough; if it is lost otherwise, as on
/// a full disk, that is an error.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            Err(error(format!("cannot write to standard output: {why}")))
        }
        _ => Ok(()),
    }
}

/// Prints a line on standard output.
pub(super) fn say(line: impl Display) {
    say_on(std::io::stdout().lock(), line);
}

/// Prints a line; a reader that went away is no fault of ours.
pub(super) fn say_on(mut stream: impl Write, line: impl Display) {
    let _ = writeln!(stream, "{}", line.to_string().trim_end());
}
