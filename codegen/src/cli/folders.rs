//! Where the description and the crate are, and which two descriptions are compared.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::remarks::Remarks;
use super::say;
use crate::diag::is_absent;
use crate::diff::Report;
use crate::history::{self, HistoryError, Layout, Opened};
use crate::library::folder_of_crate;

/// The folder of the description.
#[derive(Args)]
pub(super) struct DescriptionFolder {
    /// The folder of the description [default: `spec` here or in the nearest folder above that has one; or by the
    /// environment variable `CLIENTSMITH_SPEC`]
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
}

/// The folders of the description and the crate.
#[derive(Args)]
pub(super) struct Folders {
    #[command(flatten)]
    description: DescriptionFolder,
    /// The folder of the crate [default: by the environment variable `CLIENTSMITH_OUT`, or what `package` in
    /// `api.yaml` says, or `generated` beside the description]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

/// Two descriptions to compare.
#[derive(Args)]
pub(super) struct Revisions {
    /// The description before: a folder, an OpenAPI document, or a revision of git such as `main`, `HEAD~3` or
    /// `v1.2.0:path/to/spec`
    /// [default: where this branch left the default branch]
    #[arg(value_name = "OLD")]
    old: Option<String>,
    /// The description after, likewise [default: the description as it is in the working tree]
    #[arg(value_name = "NEW")]
    new: Option<String>,
    #[command(flatten)]
    folders: Folders,
}

impl DescriptionFolder {
    /// The folder that was named, or else found.
    fn look(&self) -> Option<PathBuf> {
        self.spec.clone().or_else(unnamed_spec)
    }

    /// The same; one must be there.
    pub(super) fn find(&self) -> Result<PathBuf, String> {
        self.look().ok_or_else(no_spec)
    }
}

impl Folders {
    /// Both folders; the description must be there.
    pub(super) fn layout(&self) -> Result<Layout, String> {
        Ok(self.beside(self.description.find()?))
    }

    /// Both folders, even if the description is gone: an old commit may still have it.
    fn layout_of_history(&self) -> Layout {
        self.beside(self.description.look().unwrap_or_else(|| "spec".into()))
    }

    fn beside(&self, spec: PathBuf) -> Layout {
        let out = self.out.clone().or_else(|| variable("CLIENTSMITH_OUT")).or_else(|| folder_of_crate(&spec));
        let out = out.unwrap_or_else(|| spec.parent().unwrap_or(Path::new("")).join("generated"));
        Layout { spec, out }
    }
}

impl Revisions {
    /// What the change from one description to the other means, unless there are remarks on the new one that are denied.
    pub(super) fn report(&self, remarks: &Remarks) -> Result<Report, String> {
        let layout = match self.new {
            Some(_) => self.folders.layout_of_history(),
            None => self.folders.layout()?,
        };
        let open = |argument: &Option<String>, default: fn(&Layout) -> Result<Opened, HistoryError>| {
            argument.as_ref().map_or_else(|| default(&layout), |argument| history::open(argument, &layout))
        };
        // The new one first: where it is missing, the folder is wrong, and no other description is there either.
        let new = open(&self.new, history::open_working_tree).map_err(say::error)?;
        let old = open(&self.old, history::open_merge_base).map_err(say::error)?;
        let (compared, sources) =
            crate::review::compare(&old, &new).map_err(|found| say::findings(&found.0, &found.1))?;
        remarks.refuse(&compared.remarks, &sources)?;
        Ok(compared.value)
    }
}

/// The folder of the description where no argument names one.
pub(super) fn default_spec() -> Result<PathBuf, String> {
    unnamed_spec().ok_or_else(no_spec)
}

fn unnamed_spec() -> Option<PathBuf> {
    variable("CLIENTSMITH_SPEC").or_else(find_spec)
}

/// The folder that a variable of the environment names. An empty one names none.
fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The nearest `spec` folder, from the current folder up, as a path from the current folder.
fn find_spec() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let levels = here.ancestors().count();
    let folders = (0..levels).map(|level| "../".repeat(level));
    // What cannot be seen may be there: to pass it over would be to take another one further up.
    let is_there = |file: PathBuf| fs::metadata(file).map_or_else(|error| !is_absent(&error), |found| found.is_file());
    folders.map(|up| Path::new(&up).join("spec")).find(|spec| is_there(spec.join("api.yaml")))
}

fn no_spec() -> String {
    say::error(
        "there is no `spec/api.yaml` here or in any folder above\n  = help: say where the description is with \
         `--spec DIR`",
    )
}
