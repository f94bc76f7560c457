//! Carries out a plan: first all that is new is written beside the crate, then the manifest becomes the record of what is
//! about to happen, then files are removed and others renamed into their places, the manifest last.
//!
//! So each file is whole at any moment, and wherever a run is ended, the next one knows each file as the tool's own.

use std::path::Path;

use super::disk::{Disk, Step, Steps, SystemDisk};
use super::error::OutputError;
use super::place::inside;
use super::plan::Plan;
use super::staging::Staging;

/// Writes and removes what `plan` says in the folder `out`, which must be locked.
///
/// # Errors
/// If the disk refuses. The error says whether anything has changed by then.
pub fn write(plan: &Plan, out: &Path) -> Result<(), OutputError> {
    write_on(&mut SystemDisk, plan, out)
}

/// The same step by step, so that a test can end it at any of them.
///
/// # Errors
/// If `disk` refuses a step.
pub fn write_on(disk: &mut dyn Disk, plan: &Plan, out: &Path) -> Result<(), OutputError> {
    let steps = &mut Steps(disk);
    let staging = Staging::new(out)?;
    staging.sweep(steps)?;
    if plan.is_fresh() {
        return Ok(());
    }
    let prepared = staging.fill(plan, steps).and_then(|()| staging.put_record(plan, steps));
    let done = prepared.map_err(|cause| OutputError::Untouched { cause: cause.into() }).and_then(|()| {
        let changed = remove(plan, out, steps).and_then(|()| staging.put_files(steps));
        changed.map_err(|cause| OutputError::HalfWritten { cause: cause.into() })
    });
    let swept = staging.sweep(steps);
    done.and(swept)
}

/// Removes what the crate no longer has, and the folders that are empty then.
fn remove(plan: &Plan, out: &Path, steps: &mut Steps<'_>) -> Result<(), OutputError> {
    for path in &plan.gone {
        let full = inside(out, path)?;
        if plan.remove.contains_key(path) {
            steps.remove_file(&full)?;
        }
        for folder in full.ancestors().skip(1).take_while(|folder| *folder != out).filter(|folder| folder.is_dir()) {
            // A folder with something in it stays, and that is all that can go wrong.
            if steps.take(&Step::RemoveFolder(folder)).is_err() {
                break;
            }
        }
    }
    Ok(())
}
