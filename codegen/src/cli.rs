//! The command line: one function for each subcommand.
//!
//! Exit codes: 0 done, 1 the output is stale (`generate --check`), 2 a wrong description, wrong usage, or a disk that
//! refuses.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Parser, Subcommand};

use crate::diag::{self, Diagnostics, Sources};
use crate::output::{self, Plan, Refusal};

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
    Generate(Generate),
    /// Say what a rule such as `unknown-key` means
    Explain {
        /// The rule's name, as it stands in brackets behind `error`; all rules if left out
        rule: Option<String>,
    },
}

#[derive(Args)]
struct Generate {
    /// The folder of the description [default: `spec` here or in the nearest folder above that has one]
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
    /// The folder of the crate [default: `generated` beside the description]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write nothing; print what would change and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// Overwrite files that were edited by hand or that the tool did not write
    #[arg(long, conflicts_with = "check")]
    force: bool,
}

/// Runs the tool with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Generate(arguments) => generate(&arguments),
        Command::Explain { rule } => explain(rule.as_deref()),
    };
    done.unwrap_or_else(|message| {
        say_on(std::io::stderr().lock(), message);
        ExitCode::from(2)
    })
}

fn generate(arguments: &Generate) -> Result<ExitCode, String> {
    let start = Instant::now();
    let spec = arguments.spec.clone().or_else(find_spec).ok_or_else(no_spec)?;
    let out = arguments.out.clone().unwrap_or_else(|| spec.parent().unwrap_or(Path::new("")).join("generated"));
    keep_apart(&spec, &out)?;
    let sources = Sources::load(&spec).map_err(error)?;
    let api = crate::read(&sources).map_err(|faults| report(&faults, &sources))?;
    let files = crate::generate(&api).map_err(|faults| report(&faults, &sources))?;
    let plan = output::plan(&files, &out, arguments.force).map_err(error)?;
    if arguments.check {
        return Ok(check(&plan, &out));
    }
    if !plan.refused.is_empty() {
        return Err(refusal(&plan.refused, &out));
    }
    output::write(&plan, &out).map_err(error)?;
    summarize(&plan, &out, start);
    Ok(ExitCode::SUCCESS)
}

fn check(plan: &Plan, out: &Path) -> ExitCode {
    if plan.is_fresh() {
        say(format!("everything is up to date: {} files in {}", plan.total, out.display()));
        return ExitCode::SUCCESS;
    }
    let difference = output::difference(plan, &diag::display_path(out));
    // A reader that went away has seen enough.
    let _ = std::io::stdout().lock().write_all(difference.as_bytes());
    let stale = plan.write.len() + plan.remove.len();
    let edited = plan.refused.iter().map(|refusal| {
        format!("\n  = note: `{}` is not as the tool left it", diag::display_path(&out.join(&refusal.path)))
    });
    let edited: String = edited.collect();
    say_on(
        std::io::stderr().lock(),
        format!("error: {stale} of {} files are stale: run `clientsmith generate`{edited}", plan.total),
    );
    ExitCode::from(1)
}

fn summarize(plan: &Plan, out: &Path, start: Instant) {
    for path in &plan.conflicted {
        say(format!("note: {} had conflict markers of a merge and was written anew", out.join(path).display()));
    }
    let milliseconds = start.elapsed().as_millis();
    if plan.is_fresh() {
        return say(format!("everything is up to date: {} files in {milliseconds} ms", plan.total));
    }
    let removed = match plan.remove.len() {
        0 => String::new(),
        count => format!(", removed {count}"),
    };
    say(format!("wrote {} of {} files{removed} in {milliseconds} ms", plan.write.len(), plan.total));
}

fn explain(rule: Option<&str>) -> Result<ExitCode, String> {
    let chosen: Vec<_> = diag::RULES.iter().filter(|known| rule.is_none_or(|rule| rule == known.name)).collect();
    if chosen.is_empty() {
        return Err(error(format!(
            "there is no rule `{}`; `clientsmith explain` lists them all",
            rule.unwrap_or_default()
        )));
    }
    for rule in chosen {
        say(format!("{}: {}", rule.name, rule.explanation));
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses to write the crate among the files that it is made from.
fn keep_apart(spec: &Path, out: &Path) -> Result<(), String> {
    let real = |path: &Path| std::path::absolute(path).and_then(|path| path.canonicalize().or(Ok(path)));
    match (real(spec), real(out)) {
        (Ok(spec), Ok(out)) if out.starts_with(&spec) => Err(error(
            "the crate cannot be written into the folder of its description\n  = help: name another with `--out DIR`",
        )),
        _ => Ok(()),
    }
}

/// The nearest `spec` folder, from the current folder up, as a path from the current folder.
fn find_spec() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let levels = here.ancestors().count();
    let folders = (0..levels).map(|level| "../".repeat(level));
    folders.map(|up| Path::new(&up).join("spec")).find(|spec| spec.join("api.yaml").is_file())
}

fn no_spec() -> String {
    error(
        "there is no `spec/api.yaml` here or in any folder above\n  \
         = help: say where the description is with `--spec DIR`",
    )
}

fn refusal(refused: &[Refusal], out: &Path) -> String {
    let files = refused.iter().map(|refusal| {
        let why = if refusal.edited { "was edited by hand" } else { "is not a file that the tool wrote" };
        format!("error: `{}` {why}\n", out.join(&refusal.path).display())
    });
    let help = "  = note: nothing was written\n  \
                = help: make the change in the description, or discard the files with `--force`";
    files.chain([help.to_owned()]).collect()
}

fn report(faults: &Diagnostics, sources: &Sources) -> String {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    faults.render(sources, color)
}

fn error(message: impl Display) -> String {
    format!("error: {message}")
}

fn say(line: impl Display) {
    say_on(std::io::stdout().lock(), line);
}

/// Prints a line; a reader that went away is no fault of ours.
fn say_on(mut stream: impl Write, line: impl Display) {
    let _ = writeln!(stream, "{}", line.to_string().trim_end());
}
