//! `clientsmith generate`: writes the crate, or says what is stale.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use super::again;
use super::depfile;
use super::document::{self, Document};
use super::folders::Folders;
use super::progress::Progress;
use super::remarks::{self, Remarks};
use super::say::{self, error, say, say_on};
use super::watch;
use crate::diag::{self, Remarked, Sources};
use crate::history::Layout;
use crate::library;
use crate::openapi::Project;
use crate::output::{self, Access, Change, Files, Memory, Plan, Said, Unlisted};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    remarks: Remarks,
    #[command(flatten)]
    document: Document,
    /// Write nothing; print what would change and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// Overwrite files that were edited by hand or that the tool did not write
    #[arg(long, conflicts_with = "check")]
    force: bool,
    #[command(flatten)]
    manner: Manner,
}

/// How a run takes part in other work.
#[derive(Args)]
struct Manner {
    /// Run again after each change of what the crate is made from, until Ctrl-C
    #[arg(long, conflicts_with = "check")]
    watch: bool,
    /// Write down of which files the crate is made, in the form that Make and Ninja read
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    depfile: Option<PathBuf>,
    /// Say nothing of what was done, only what is wrong or remarked on
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    if arguments.manner.watch {
        watch::watch(&watched(arguments)?)?;
    }
    let _progress = Progress::of("generating");
    let start = Instant::now();
    if let (Some(document), Some(out)) = (&arguments.document.openapi, &arguments.folders.out) {
        return run_document(arguments, document, out, start);
    }
    let Layout { spec, out } = arguments.folders.layout()?;
    library::keep_apart(&spec, &out).map_err(error)?;
    let mut sources = Sources::load(&spec).map_err(error)?;
    if let Some(project) = document::project(&sources, &spec)? {
        return run_project(arguments, project, &sources, &Layout { spec, out }, start);
    }
    if arguments.document.report.is_some() {
        return Err(error("`--report` tells of a published document, and `api.yaml` names none"));
    }
    let mut inputs = again::inputs(&sources, &diag::passed_over(&spec));
    if let Some(done) = repeat(arguments, &inputs, &document::own_inputs(&sources, &spec), &out, start)? {
        return Ok(done);
    }
    // What is wrong with the description is told before anything is waited for.
    let mut made = make(arguments, &spec, &sources)?;
    let _lock = lock(arguments, &out)?;
    let now = Sources::load(&spec).map_err(error)?;
    if now != sources {
        // Another run may have written by now what a newer description says.
        inputs = again::inputs(&now, &diag::passed_over(&spec));
        made = make(arguments, &spec, &now)?;
        sources = now;
    }
    let Remarked { value: files, remarks } = made;
    arguments.remarks.tell(&remarks, &sources)?;
    let code = write(arguments, &files, &document::own_inputs(&sources, &spec), &out, start, || Ok(()))?;
    leave(arguments, &out, &files, &inputs, || remarks::said(&remarks, &sources));
    Ok(code)
}

/// The folders in which a change asks for another run.
fn watched(arguments: &Arguments) -> Result<Vec<PathBuf>, String> {
    match &arguments.document.openapi {
        Some(document) => arguments.document.folders(document),
        None => Ok(document::folders_of_project(&arguments.folders.layout()?.spec)),
    }
}

/// The same for a published document.
fn run_document(arguments: &Arguments, path: &Path, out: &Path, start: Instant) -> Result<ExitCode, String> {
    document::keep_apart(path, out)?;
    let (document, remarks) = arguments.document.open(path)?;
    let paths: Vec<PathBuf> = document.real_paths().map(Path::to_owned).collect();
    if let Some(done) = repeat(arguments, &again::inputs(&document.sources, &remarks), &paths, out, start)? {
        return Ok(done);
    }
    let made = Document::make(document, remarks)?;
    arguments.remarks.refuse(&made.remarks, &made.sources)?;
    let _lock = lock(arguments, out)?;
    let code = write(arguments, &made.files, &made.paths, out, start, || Ok(()))?;
    document::tell(&made, arguments.document.report.as_deref())?;
    leave(arguments, out, &made.files, &made.inputs, || document::said(&made));
    Ok(code)
}

/// The same for a project, whose names are written before the crate: a run that is ended between the two is taken up.
fn run_project(
    arguments: &Arguments,
    project: Project,
    sources: &Sources,
    Layout { spec, out }: &Layout,
    start: Instant,
) -> Result<ExitCode, String> {
    let before = document::project_inputs(&project, sources, spec, project.old_names_text());
    if let Some(done) = repeat(arguments, &before, &document::inputs(&project, sources, spec), out, start)? {
        return Ok(done);
    }
    let mut made = document::make_project(project, sources, spec)?;
    arguments.remarks.refuse(&made.remarks, &made.sources)?;
    let _lock = lock(arguments, out)?;
    let sources = Sources::load(spec).map_err(error)?;
    if let Some(now) = document::project(&sources, spec)?.filter(|now| now.files.sources != made.sources) {
        made = document::make_project(now, &sources, spec)?;
        arguments.remarks.refuse(&made.remarks, &made.sources)?;
    }
    let names = output::change(spec, NAMES, made.names.as_deref().unwrap_or_default()).map_err(error)?;
    let of_names = if arguments.check { check_names(names.as_ref(), spec)? } else { ExitCode::SUCCESS };
    let write_names = || match &names {
        Some(names) => output::write_file(&spec.join(NAMES), &names.new).map_err(error),
        None => Ok(()),
    };
    let code = write(arguments, &made.files, &made.paths, out, start, write_names)?;
    document::tell(&made, arguments.document.report.as_deref())?;
    leave(arguments, out, &made.files, &made.inputs, || document::said(&made));
    Ok(if of_names == ExitCode::SUCCESS { code } else { of_names })
}

/// The names that a project keeps.
const NAMES: &str = "names.yaml";

fn check_names(names: Option<&Change>, spec: &Path) -> Result<ExitCode, String> {
    let Some(names) = names else { return Ok(ExitCode::SUCCESS) };
    let folder = diag::display_path(spec);
    say::print(&names.difference(&folder))?;
    let line = format!("error: `{folder}/{NAMES}` does not hold all names: run `clientsmith generate`, and commit it");
    say_on(std::io::stderr().lock(), line);
    Ok(ExitCode::from(1))
}

/// Ends a run that has nothing to do, as far as the last one has left word of that.
fn repeat(
    arguments: &Arguments,
    inputs: &str,
    paths: &[PathBuf],
    out: &Path,
    start: Instant,
) -> Result<Option<ExitCode>, String> {
    let is_asked_for_more = |memory: &Memory| {
        arguments.document.report.is_some() || arguments.remarks.are_denied() && !memory.said.plain.is_empty()
    };
    let Some(memory) = again::recall(out, inputs).filter(|memory| !is_asked_for_more(memory)) else { return Ok(None) };
    let _lock = lock(arguments, out)?;
    // Another run may have written meanwhile.
    if again::recall(out, inputs).as_ref() != Some(&memory) || !memory.is_still_so(out) {
        return Ok(None);
    }
    let is_quiet = arguments.manner.quiet && !arguments.check;
    let place = if arguments.check { None } else { Some(start) };
    again::repeat(&memory, (!is_quiet).then(|| up_to_date(memory.files, out, place)));
    write_depfile(arguments, out, paths)?;
    Ok(Some(ExitCode::SUCCESS))
}

/// Leaves word for the next run.
fn leave(arguments: &Arguments, out: &Path, files: &Files, inputs: &str, said: impl FnOnce() -> Said) {
    if !arguments.check {
        again::leave(out, files, inputs, said());
    }
}

/// Waits until nobody else writes the crate.
fn lock(arguments: &Arguments, out: &Path) -> Result<output::Lock, String> {
    let access = if arguments.check { Access::Read } else { Access::Write };
    output::lock(out, access, |writer| say_waiting(writer, out)).map_err(error)
}

fn write_depfile(arguments: &Arguments, out: &Path, inputs: &[PathBuf]) -> Result<(), String> {
    arguments.manner.depfile.iter().try_for_each(|depfile| depfile::write(depfile, out, inputs))
}

/// That there is nothing to do: where, or since the start in which time.
fn up_to_date(files: usize, out: &Path, start: Option<Instant>) -> String {
    let rest =
        start.map_or_else(|| format!("in {}", out.display()), |start| format!("in {} ms", start.elapsed().as_millis()));
    format!("everything is up to date: {files} files {rest}")
}

/// Brings the files to disk, or says which of them are stale. Right before, other things may be written.
fn write(
    arguments: &Arguments,
    files: &Files,
    inputs: &[PathBuf],
    out: &Path,
    start: Instant,
    before: impl FnOnce() -> Result<(), String>,
) -> Result<ExitCode, String> {
    let plan = output::plan(files, out, arguments.force).map_err(error)?;
    if arguments.check {
        return check(&plan, out);
    }
    if !plan.refused.is_empty() {
        return Err(error(library::refusal(&plan.refused, out)));
    }
    before()?;
    output::write(&plan, out).map_err(error)?;
    write_depfile(arguments, out, inputs)?;
    if !arguments.manner.quiet {
        summarize(&plan, out, start);
    }
    Ok(ExitCode::SUCCESS)
}

/// The files of the crate that a description asks for, if no remark on it is denied.
fn make(arguments: &Arguments, spec: &Path, sources: &Sources) -> Result<Remarked<Files>, String> {
    let loaded = Remarked { value: sources, remarks: diag::passed_over(spec) };
    let built = loaded.and_then(crate::build).map_err(|faults| say::findings(&faults, sources))?;
    arguments.remarks.refuse(&built.remarks, sources)?;
    Ok(built)
}

/// Says whom this run waits for.
fn say_waiting(writer: Option<u32>, out: &Path) {
    let whom = match writer {
        Some(process) => format!("process {process}, which is writing"),
        None => "another run, which is at work".to_owned(),
    };
    let line = format!("note: waiting for {whom} in `{}`; if it hangs, end it", out.display());
    say_on(std::io::stderr().lock(), line);
}

fn check(plan: &Plan, out: &Path) -> Result<ExitCode, String> {
    if plan.is_fresh() {
        say(up_to_date(plan.total, out, None));
        return Ok(ExitCode::SUCCESS);
    }
    if plan.write.len() == plan.total && !out.join("Cargo.toml").exists() {
        // All files of a crate would tell no more than that.
        let there = diag::display_path(out);
        let line = format!("error: there is no crate in `{there}`: run `clientsmith generate`");
        say_on(std::io::stderr().lock(), line);
        return Ok(ExitCode::from(1));
    }
    say::print(&output::difference(plan, &diag::display_path(out)))?;
    let stale = plan.write.len() + plan.remove.len();
    let edited = plan.refused.iter().map(|refusal| {
        format!("\n  = note: `{}` is not as the tool left it", diag::display_path(&out.join(&refusal.path)))
    });
    let edited: String = edited.collect();
    say_on(
        std::io::stderr().lock(),
        format!("error: {stale} of {} files are stale: run `clientsmith generate`{edited}", plan.total),
    );
    Ok(ExitCode::from(1))
}

fn summarize(plan: &Plan, out: &Path, start: Instant) {
    for path in &plan.conflicted {
        say(format!("note: {} had conflict markers of a merge and was written anew", out.join(path).display()));
    }
    if plan.is_fresh() {
        return say(up_to_date(plan.total, out, Some(start)));
    }
    let milliseconds = start.elapsed().as_millis();
    let removed = match plan.remove.len() {
        0 => String::new(),
        count => format!(", removed {count}"),
    };
    say(format!("wrote {} of {} files{removed} in {milliseconds} ms", plan.write.len(), plan.total));
    if let Some(Unlisted { manifest, member }) = output::unlisted(out) {
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
        let manifest = manifest.strip_prefix(here).unwrap_or(&manifest).display();
        say(format!(
            "note: the crate lies in the workspace of `{manifest}`, which does not list it, so Cargo will not build it\n  \
             = help: add `{member:?}` there to `members` under `[workspace]`, or to `exclude` to keep it apart"
        ));
    }
}
