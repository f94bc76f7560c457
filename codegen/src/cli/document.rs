//! `clientsmith generate --openapi`: writes the crate of a published document, and says what of it is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::say::{self, error, say, say_on};
use crate::diag::{Diagnostic, Diagnostics, Sources};
use crate::openapi::{self, OpenError, Settled, Summary};
use crate::output::{self, Files};

/// So many remarks of each kind are printed; a report has all.
const SHOWN: usize = 3;

#[derive(Args)]
pub(super) struct Document {
    /// Make the crate of a published OpenAPI document, 3.0 or 3.1, in place of a description
    #[arg(long, value_name = "FILE", conflicts_with = "spec", requires = "out")]
    pub(super) openapi: Option<PathBuf>,
    /// Write all remarks on the document into a file of JSON
    #[arg(long, value_name = "FILE", requires = "openapi")]
    report: Option<PathBuf>,
    /// Read files to which the document leads in this folder too
    #[arg(long, value_name = "DIR", requires = "openapi")]
    allow_path: Vec<PathBuf>,
}

/// What is made of a document.
pub(super) struct Made {
    pub(super) files: Files,
    pub(super) remarks: Diagnostics,
    pub(super) sources: Sources,
    /// Where the files of the document are.
    pub(super) paths: Vec<PathBuf>,
    summary: Summary,
}

impl Document {
    /// Reads a document and makes its crate.
    pub(super) fn make(&self, path: &Path) -> Result<Made, String> {
        let mut remarks = Diagnostics::default();
        let files = openapi::Files::open(path, &self.allow_path, &mut remarks).map_err(|why| match why {
            OpenError::Faulty(faults, sources) => say::findings(&faults, &sources),
            why => error(why),
        })?;
        openapi::recognise(&files).map_err(error)?;
        let built = crate::build_document(&files).map_err(|faults| say::findings(&faults, &files.sources))?;
        let Settled { value, remarks: more, summary, .. } = built;
        remarks.append(more);
        let paths = files.real_paths().to_vec();
        Ok(Made { files: value, remarks, sources: files.sources, paths, summary })
    }

    /// The folders in which the files of a document lie, as far as it can be read.
    pub(super) fn folders(&self, path: &Path) -> Result<Vec<PathBuf>, String> {
        let files = openapi::Files::open(path, &self.allow_path, &mut Diagnostics::default());
        let paths = files.map_or_else(|_| vec![path.to_owned()], |files| files.real_paths().to_vec());
        let folders: BTreeSet<PathBuf> =
            paths.iter().filter_map(|path| path.canonicalize().ok()?.parent().map(Path::to_owned)).collect();
        if folders.is_empty() {
            return Err(error(format!("there is no file `{}` to watch", path.display())));
        }
        Ok(folders.into_iter().collect())
    }

    /// Says how much of the document is in the crate, and writes the report.
    pub(super) fn tell(&self, made: &Made) -> Result<(), String> {
        say_on(std::io::stderr().lock(), some(&made.remarks, &made.sources, self.report.is_some()));
        say(made.summary.sentence());
        if let Some(path) = &self.report {
            let text = openapi::report(&made.summary, &made.remarks, &made.sources);
            output::write_file(path, &text).map_err(error)?;
        }
        Ok(())
    }
}

/// The first remarks of each kind, and how many there are.
fn some(remarks: &Diagnostics, sources: &Sources, has_report: bool) -> String {
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
    let findings = if shown.is_empty() { String::new() } else { say::findings(&shown, sources) };
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
