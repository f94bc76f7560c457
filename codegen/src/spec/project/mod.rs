//! What a project says of a published document that is its description: `api.yaml`, which names it, and `names.yaml`.

mod file;
mod hints;
mod names;

pub use file::ProjectFile;
pub use hints::{CallHint, PagesHint, Selection};
pub use names::{KeptCall, KeptType, NamesFile};

use crate::{
    diag::{Diagnostics, Sources},
    yaml::{self, Node, Read},
};

/// The file of names that are kept.
const NAMES_FILE: &str = "names.yaml";

/// The files of a project: `api.yaml`, the names that are kept, and the changes that were accepted. All others belong to
/// the document, or to nothing.
#[must_use]
pub fn own_files(sources: &Sources) -> Sources {
    let accepted = sources.accepted();
    let is_own = |file: usize| file == 0 || Some(file) == accepted || sources.files[file].is_named(NAMES_FILE);
    let own = sources.files.iter().enumerate().filter(|(file, _)| is_own(*file));
    Sources { files: own.map(|(_, source)| source.clone()).collect() }
}

/// Reads `api.yaml` of a project.
pub fn read_project(sources: &Sources, diagnostics: &mut Diagnostics) -> Read<ProjectFile> {
    let node = yaml::read_strictly(sources, 0, diagnostics)?;
    file::read(&node, diagnostics)
}

/// Reads `names.yaml` of a project. There are no names if there is no such file.
pub fn read_names(sources: &Sources, diagnostics: &mut Diagnostics) -> Read<NamesFile> {
    let Some(file) = names_file(sources) else { return Ok(NamesFile::default()) };
    let node: Node = yaml::read_strictly(sources, file, diagnostics)?;
    names::read(&node, diagnostics)
}

/// The index of the file of names, if there is one.
#[must_use]
pub fn names_file(sources: &Sources) -> Option<usize> {
    (1..sources.files.len()).find(|&file| sources.files[file].is_named(NAMES_FILE))
}
