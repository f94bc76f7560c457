//! The crate of a published document, be it named on the command line or by a project, and what of it is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::again;
use super::say::{self, error, say, say_on};
use crate::diag::{Diagnostic, Diagnostics, Disk, Sources};
use crate::openapi::{self, OpenError, Project, Settled, Summary};
use crate::output::{self, Files, Said};

/// So many remarks of each kind are printed; a report has all.
const SHOWN: usize = 3;

#[derive(Args)]
pub(super) struct Document {
    /// Make the crate of a published OpenAPI document, 3.0 or 3.1, in place of a description
    #[arg(long, value_name = "FILE", conflicts_with = "spec", requires = "out")]
    pub(super) openapi: Option<PathBuf>,
    /// Write all remarks on the document, which `spec/api.yaml` may name as well, into a file of JSON
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// Read files to which the document leads in this folder too
    #[arg(long, value_name = "DIR", requires = "openapi")]
    allow_path: Vec<PathBuf>,
    /// Correct the document by this OpenAPI Overlay; several are applied one after the other
    #[arg(long, value_name = "FILE", requires = "openapi")]
    overlay: Vec<PathBuf>,
}

/// What is made of a document.
pub(super) struct Made {
    pub(super) files: Files,
    pub(super) remarks: Diagnostics,
    pub(super) sources: Sources,
    /// The fingerprint of all that it is made of.
    pub(super) inputs: String,
    /// The text of `names.yaml`, of a project.
    pub(super) names: Option<String>,
    /// Where the files of the document are.
    pub(super) paths: Vec<PathBuf>,
    summary: Summary,
}

/// Opens the project of a description, if it names a document.
pub(super) fn project(sources: &Sources, spec: &Path) -> Result<Option<Project>, String> {
    let opened = Project::open(sources, spec, &Disk::default()).transpose();
    opened.map_err(|found| say::findings(&found.0, &found.1))
}

/// Makes the crate of a project.
pub(super) fn make_project(project: Project, sources: &Sources, spec: &Path) -> Result<Made, String> {
    let built = crate::build_project(&project).map_err(|faults| say::findings(&faults, &project.files.sources))?;
    let names = project.names_text(&built.kept);
    let fingerprint = project_inputs(&project, sources, spec, &names);
    let paths = inputs(&project, sources, spec);
    let mut remarks = openapi::passed_over(sources, &project.files, spec);
    remarks.append(project.remarks);
    remarks.append(built.remarks);
    Ok(Made {
        files: built.value,
        remarks,
        sources: project.files.sources,
        inputs: fingerprint,
        names: Some(names),
        paths,
        summary: built.summary,
    })
}

/// The fingerprint of all that the crate of a project is made of, with these names.
pub(super) fn project_inputs(project: &Project, sources: &Sources, spec: &Path, names: &str) -> String {
    let mut remarks = openapi::passed_over(sources, &project.files, spec);
    remarks.append(project.remarks.clone());
    again::inputs_with_names((project.names_file(), names), &project.files.sources, &remarks)
}

/// Where the files of a project are, those that it says itself first.
pub(super) fn inputs(project: &Project, sources: &Sources, spec: &Path) -> Vec<PathBuf> {
    let own = own_inputs(sources, spec);
    own.into_iter().chain(project.files.real_paths().map(Path::to_owned)).collect()
}

/// The folder of a description, and where its files are.
pub(super) fn own_inputs(sources: &Sources, spec: &Path) -> Vec<PathBuf> {
    let files = sources.files.iter().map(|file| PathBuf::from(&file.path));
    [spec.to_owned()].into_iter().chain(files).collect()
}

/// The folders in which the files of a project lie, as far as they can be read.
pub(super) fn folders_of_project(spec: &Path) -> Vec<PathBuf> {
    let sources = Sources::load(spec).unwrap_or_default();
    let project = Project::open(&sources, spec, &Disk::default()).and_then(Result::ok);
    let paths: Vec<PathBuf> =
        project.iter().flat_map(|project| project.files.real_paths().map(Path::to_owned)).collect();
    [spec.to_owned()].into_iter().chain(folders_of(&paths)).collect()
}

fn folders_of(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    paths.iter().filter_map(|path| path.canonicalize().ok()?.parent().map(Path::to_owned)).collect()
}

impl Document {
    /// Reads a document.
    pub(super) fn open(&self, path: &Path) -> Result<(openapi::Files, Diagnostics), String> {
        let mut remarks = Diagnostics::default();
        let files = open(path, &self.allow_path, &self.overlay, &mut remarks)?;
        Ok((files, remarks))
    }

    /// Makes the crate of a document, of which there may be remarks already.
    pub(super) fn make(files: openapi::Files, mut remarks: Diagnostics) -> Result<Made, String> {
        let inputs = again::inputs(&files.sources, &remarks);
        let built = crate::build_document(&files).map_err(|faults| say::findings(&faults, &files.sources))?;
        let Settled { value, remarks: more, summary, .. } = built;
        remarks.append(more);
        let paths = files.real_paths().map(Path::to_owned).collect();
        Ok(Made { files: value, remarks, sources: files.sources, inputs, names: None, paths, summary })
    }

    /// The folders in which the files of a document lie, as far as it can be read.
    pub(super) fn folders(&self, path: &Path) -> Result<Vec<PathBuf>, String> {
        let files = openapi::Files::open_with(path, &self.allow_path, &self.overlay, &mut Diagnostics::default());
        let paths =
            files.map_or_else(|_| vec![path.to_owned()], |files| files.real_paths().map(Path::to_owned).collect());
        let folders = folders_of(&paths);
        if folders.is_empty() {
            return Err(error(format!("there is no file `{}` to watch", path.display())));
        }
        Ok(folders.into_iter().collect())
    }
}

/// Opens a document, with what overlays change in it.
pub(super) fn open(
    path: &Path,
    allowed: &[PathBuf],
    overlays: &[PathBuf],
    remarks: &mut Diagnostics,
) -> Result<openapi::Files, String> {
    let files = openapi::Files::open_with(path, allowed, overlays, remarks).map_err(|why| unopened(&why))?;
    openapi::recognise(&files).map_err(error)?;
    Ok(files)
}

/// Why a document cannot be opened.
fn unopened(why: &OpenError) -> String {
    match why {
        OpenError::Faulty(faults, sources) => say::findings(faults, sources),
        why => error(why),
    }
}

/// Says how much of the document is in the crate, and writes the report.
pub(super) fn tell(made: &Made, report: Option<&Path>) -> Result<(), String> {
    tell_of(&made.summary, &made.remarks, &made.sources, report)
}

/// The same of what is no crate.
pub(super) fn tell_of(
    summary: &Summary,
    remarks: &Diagnostics,
    sources: &Sources,
    report: Option<&Path>,
) -> Result<(), String> {
    let shown = some(remarks, sources, report.is_some(), say::is_colored(&std::io::stderr()));
    if !shown.is_empty() {
        say_on(std::io::stderr().lock(), shown);
    }
    say(summary.sentence());
    if let Some(path) = report {
        output::write_file(path, &openapi::report(summary, remarks, sources)).map_err(error)?;
    }
    Ok(())
}

/// What is said of a document where no report is asked for.
pub(super) fn said(made: &Made) -> Said {
    let some = |is_colored| some(&made.remarks, &made.sources, false, is_colored);
    Said { plain: some(false), colored: some(true), sentence: Some(made.summary.sentence()) }
}

/// The first remarks of each kind, and how many there are.
fn some(remarks: &Diagnostics, sources: &Sources, has_report: bool, is_colored: bool) -> String {
    let mut kinds: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for remark in remarks.list() {
        kinds.entry(remark.rule).or_default().push(remark);
    }
    let mut shown = Diagnostics::default();
    let mut text = String::new();
    for (rule, all) in &kinds {
        all.iter().take(SHOWN).for_each(|remark| shown.push((*remark).clone()));
        if all.len() > SHOWN {
            _ = writeln!(text, "note: {} more remarks `{rule}`", all.len() - SHOWN);
        }
    }
    if !text.is_empty() && !has_report {
        text.push_str("  = help: `--report FILE` has all of them\n");
    }
    let findings = if shown.is_empty() { String::new() } else { shown.render(sources, is_colored) };
    findings + &text
}

/// Refuses to write the crate among the files of the document.
pub(super) fn keep_apart(document: &Path, out: &Path) -> Result<(), String> {
    let real = fs::canonicalize(document).ok();
    let out = std::path::absolute(out).ok().map(|out| out.canonicalize().unwrap_or(out));
    match (real.as_deref().and_then(Path::parent), out) {
        (Some(folder), Some(out)) if folder == out => Err(error(
            "the crate cannot be written into the folder of the document\n  = help: name another with `--out DIR`",
        )),
        _ => Ok(()),
    }
}
