//! What is done about remarks on a description.

use clap::Args;

use super::say;
use crate::diag::{Diagnostics, Sources};
use crate::output::Said;

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

    /// Whether remarks are taken for faults.
    pub(super) fn are_denied(&self) -> bool {
        self.deny_remarks
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

/// What is said of remarks on a description.
pub(super) fn said(remarks: &Diagnostics, sources: &Sources) -> Said {
    let findings = |is_colored| if remarks.is_empty() { String::new() } else { remarks.render(sources, is_colored) };
    Said { plain: findings(false), colored: findings(true), sentence: None }
}
