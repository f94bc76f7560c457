//! The command line: one file for each subcommand.
//!
//! Exit codes: 0 done; 1 what was asked about is not so: the description has faults (`check`), the output is stale
//! (`generate --check`), or the change is not to be made (`diff --fail-on`); 2 a wrong description, remarks that are denied,
//! an unknown revision, wrong usage, or a disk that refuses.

mod again;
mod changelog;
mod changelog_file;
mod check;
mod depfile;
mod diff;
mod document;
mod explain;
mod fmt;
mod folders;
mod generate;
mod import;
mod new;
mod own;
mod progress;
mod remarks;
mod say;
mod schema;
mod shell;
mod watch;

use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, Parser, Subcommand};

use say::say_on;

/// Writes an idiomatic, documented, typed Rust client crate from a YAML description of an HTTP API.
#[derive(Parser)]
#[command(name = "clientsmith", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to use colors: by default on a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, global = true, default_value_t)]
    color: ColorChoice,
}

#[derive(Subcommand)]
enum Command {
    /// Write the crate that the description asks for
    Generate(generate::Arguments),
    /// Make a folder with a small description to begin with, or with a published document
    New(new::Arguments),
    /// Say all that is wrong with the description or probably not meant, and write nothing
    Check(check::Arguments),
    /// Say what a change of the description does to callers, and to programs already shipped
    Diff(diff::Arguments),
    /// Write the entry of a changelog that tells callers of a change
    Changelog(changelog::Arguments),
    /// Make a project of a published OpenAPI document: `spec/api.yaml` that names it, and `spec/names.yaml`
    Import(import::Arguments),
    /// Say what a rule such as `unknown-key` means
    Explain(explain::Arguments),
    /// Print what a shell needs to complete command lines of the tool
    Completions(shell::Completions),
    /// Print a manual page, for `man -l -`
    Man(shell::Manual),
    /// Bring descriptions into their one layout, or say which are not in it
    Fmt(fmt::Arguments),
    /// Print a JSON Schema of the files of a description, by which editors complete and explain
    Schema(schema::Arguments),
}

/// Runs the tool with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let Cli { command, color } = Cli::parse();
    say::choose_color(color);
    let done = match command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Changelog(arguments) => changelog::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Completions(arguments) => shell::completions(&arguments, Cli::command()),
        Command::Man(arguments) => shell::manual(&arguments, Cli::command()),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    };
    done.unwrap_or_else(|message| {
        say_on(std::io::stderr().lock(), message);
        ExitCode::from(2)
    })
}
