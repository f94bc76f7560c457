//! Writes the crate of a description.

use std::path::Path;

use super::error::Error;
use crate::diag::{self, Diagnostics, Disk, Remarked, Sources, display_path};
use crate::openapi::Project;
use crate::output::{self, Access, Refusal};

/// What [`generate`] has done.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// How many files the crate has.
    pub files: usize,
    /// How many of them were written, since they were not there or held something else.
    pub written: usize,
    /// How many files were removed, which the tool wrote once and the description no longer asks for.
    pub removed: usize,
    /// What there is to remark on the description, as `clientsmith generate` prints it; empty if there is nothing.
    pub remarks: String,
}

/// Writes the crate of the description in the folder `spec` into the folder `out`, as `clientsmith generate` does.
///
/// Only what changed is written, each file whole. Runs at the same time, in other processes too, wait for each other. If the
/// crate is as it should be, nothing is touched.
///
/// # Errors
/// With the whole report if the description has faults; if files in `out` were edited by hand, or are not the tool's; and if
/// the disk refuses.
pub fn generate(spec: impl AsRef<Path>, out: impl AsRef<Path>) -> Result<Generated, Error> {
    let (spec, out) = (spec.as_ref(), out.as_ref());
    let (generated, _) = generate_from(spec, out)?;
    Ok(generated)
}

/// The same, with the files of the description.
pub(super) fn generate_from(spec: &Path, out: &Path) -> Result<(Generated, Sources), Error> {
    keep_apart(spec, out)?;
    let _lock = output::lock(out, Access::Write, |_| {}).map_err(Error::new)?;
    let sources = Sources::load(spec).map_err(Error::new)?;
    if Project::open(&sources, spec, &Disk::default()).is_some() {
        // Its names are kept beside it, which is not for a build to write.
        return Err(Error::new(
            "`api.yaml` names a published document\n  = help: write its crate with `clientsmith generate`",
        ));
    }
    let report = |found: &Diagnostics| found.render(&sources, false);
    let loaded = Remarked { value: &sources, remarks: diag::passed_over(spec) };
    let built = loaded.and_then(crate::build).map_err(|faults| Error::new(report(&faults)))?;
    let plan = output::plan(&built.value, out, false).map_err(Error::new)?;
    if !plan.refused.is_empty() {
        return Err(Error::new(refusal(&plan.refused, out)));
    }
    output::write(&plan, out).map_err(Error::new)?;
    let remarks = report(&built.remarks);
    let generated = Generated { files: plan.total, written: plan.write.len(), removed: plan.remove.len(), remarks };
    Ok((generated, sources))
}

/// Refuses to write the crate among the files that it is made from.
pub(crate) fn keep_apart(spec: &Path, out: &Path) -> Result<(), Error> {
    let real = |path: &Path| std::path::absolute(path).and_then(|path| path.canonicalize().or(Ok(path)));
    match (real(spec), real(out)) {
        (Ok(spec), Ok(out)) if out.starts_with(&spec) => Err(Error::new(
            "the crate cannot be written into the folder of its description\n  = help: name another with `--out DIR`",
        )),
        _ => Ok(()),
    }
}

/// Why nothing was written: what stands in the way, and what can be done about it.
pub(crate) fn refusal(refused: &[Refusal], out: &Path) -> String {
    let files = refused.iter().map(|refusal| {
        let why = if refusal.edited { "was edited by hand" } else { "is not a file that the tool wrote" };
        format!("`{}` {why}", display_path(&out.join(&refusal.path)))
    });
    let help = "  = note: nothing was written\n  = help: make the change in the description, or discard the files with \
                `--force`";
    files.collect::<Vec<_>>().join("\nerror: ") + "\n" + help
}
