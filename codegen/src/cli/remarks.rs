//! What is done about remarks on a description.

use clap::Args;

use super::say;
use crate::diag::{Diagnostics, Sources};

#[derive(Args, Default)]
pub(super) struct Remarks {
    /// Take remarks on the description for faults
    #[arg(long)]
    deny_remarks: bool,
}

impl Remarks {
    /// Prints the remarks, or fails with them if they are denied.
    pub(super) fn tell(&self, remarks: &Diagnostics, sources: &Sources) -> Result<(), String> {
        self.refuse(remarks, sources)?;
        if !remarks.is_empty() {
            say::say_on(std::io::stderr().lock(), say::findings(remarks, sources));
        }
        Ok(())
    }

    /// What was found, with faults in place of remarks if they are denied.
    pub(super) fn judge(&self, found: Diagnostics) -> Diagnostics {
        if self.deny_remarks { found.denying_remarks() } else { found }
    }

    /// Fails with the remarks if they are denied, and does not speak of them otherwise.
    pub(super) fn refuse(&self, remarks: &Diagnostics, sources: &Sources) -> Result<(), String> {
        if !self.deny_remarks || remarks.is_empty() {
            return Ok(());
        }
        let faults = say::findings(&remarks.clone().denying_remarks(), sources);
        Err(format!("{faults}  = note: `--deny-remarks` makes faults of remarks"))
    }
}
