//! `clientsmith check`: says all that there is to say of a description, and writes nothing.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use super::folders::DescriptionFolder;
use super::remarks::Remarks;
use super::say::{self, error, say};
use crate::diag::{Diagnostics, Disk, Sources};
use crate::openapi::{self, Project};
use crate::report::{self, MessageFormat};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    description: DescriptionFolder,
    #[command(flatten)]
    remarks: Remarks,
    /// The form of the faults and remarks
    #[arg(long, value_enum, value_name = "FORM", default_value_t = MessageFormat::Text)]
    message_format: MessageFormat,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let start = Instant::now();
    let folder = arguments.description.find()?;
    let sources = Sources::load(&folder).map_err(error)?;
    let (found, sources) = look(&folder, sources);
    let found = arguments.remarks.judge(found);
    match report::findings(arguments.message_format, &found, &sources) {
        Some(text) => say::print(&text)?,
        None => tell(&found, &sources, start)?,
    }
    Ok(if found.has_faults() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What there is to say of a description, or of the document that it names, and the files in which that is.
fn look(folder: &Path, sources: Sources) -> (Diagnostics, Sources) {
    let project = match Project::open(&sources, folder, &Disk::default()) {
        None => return (crate::check(folder, &sources), sources),
        Some(Err(faults)) => return *faults,
        Some(Ok(project)) => project,
    };
    match crate::build_project(&project) {
        Err(faults) => (faults, project.files.sources),
        Ok(built) => {
            let mut remarks = openapi::passed_over(&sources, &project.files, folder);
            remarks.append(project.remarks);
            remarks.append(built.remarks);
            (remarks, project.files.sources)
        }
    }
}

/// Says what was found to a person, who wants to hear that there is nothing, too.
fn tell(found: &Diagnostics, sources: &Sources, start: Instant) -> Result<(), String> {
    if !found.is_empty() {
        return say::print(&say::findings_on(&std::io::stdout(), found, sources));
    }
    let files = sources.files.len();
    let files = format!("{files} file{}", if files == 1 { "" } else { "s" });
    say(format!(
        "nothing is wrong in {files}, and nothing to remark on; looked at in {} ms",
        start.elapsed().as_millis()
    ));
    Ok(())
}
