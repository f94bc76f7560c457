//! `clientsmith import --own`: writes a description in our own format of a published document, for whoever takes it over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::document;
use super::say::{self, error, say};
use crate::diag::{Diagnostics, display_path};
use crate::openapi::Files;
use crate::output;

/// Writes the description of a document, on which there are these remarks, into a folder of its own.
pub(super) fn write(
    files: &Files,
    mut remarks: Diagnostics,
    folder: &Path,
    report: Option<&Path>,
) -> Result<ExitCode, String> {
    refuse_taken(folder)?;
    let (written, settled) =
        crate::describe_document(files).map_err(|faults| say::findings(&faults, &files.sources))?;
    remarks.append(settled.remarks);
    output::write_folder(folder, &written).map_err(error)?;
    document::tell_of(&settled.summary, &remarks, &files.sources, report)?;
    let (count, folder) = (written.len(), display_path(folder));
    say(format!("wrote {count} files into `{folder}`; `clientsmith generate --spec {folder}` writes the crate"));
    Ok(ExitCode::SUCCESS)
}

/// Refuses a folder in which something is: a description is all of its folder.
fn refuse_taken(folder: &Path) -> Result<(), String> {
    let taken: Option<PathBuf> =
        fs::read_dir(folder).ok().and_then(|mut entries| entries.next()?.ok()).map(|it| it.path());
    taken.map_or(Ok(()), |taken| {
        Err(error(format!(
            "`{}` is there already, and a description has its folder to itself\n  = help: name a folder that is not \
             there yet with `--spec DIR`",
            display_path(&taken)
        )))
    })
}
