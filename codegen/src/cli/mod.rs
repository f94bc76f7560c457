//! The command line: one file for each subcommand.
//!
//! Exit codes: 0 done; 1 what was asked about is not so: the output is stale (`generate --check`), or the change is not
//! to be made (`diff --fail-on`); 2 a wrong description, remarks that are denied, an unknown revision, wrong usage, or a
//! disk that refuses.

mod changelog;
mod changelog_file;
mod diff;
mod document;
mod explain;
mod fmt;
mod folders;
mod generate;
mod remarks;
mod say;
mod schema;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use say::say_on;

/// Writes an idiomatic, documented, typed Rust client crate from a YAML description of an HTTP API.
#[derive(Parser)]
#[command(name = "clientsmith", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the crate that the description asks for
    Generate(generate::Arguments),
    /// Say what a change of the description does to callers, and to programs already shipped
    Diff(diff::Arguments),
    /// Write the entry of a changelog that tells callers of a change
    Changelog(changelog::Arguments),
    /// Say what a rule such as `unknown-key` means
    Explain(explain::Arguments),
    /// Bring descriptions into their one layout, or say which are not in it
    Fmt(fmt::Arguments),
    /// Print a JSON Schema of the files of a description, by which editors complete and explain
    Schema(schema::Arguments),
}

/// Runs the tool with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Changelog(arguments) => changelog::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    };
    done.unwrap_or_else(|message| {
        say_on(std::io::stderr().lock(), message);
        ExitCode::from(2)
    })
}
