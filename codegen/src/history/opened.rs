//! What was opened.

use std::path::PathBuf;
use std::rc::Rc;

use crate::diag::{Disk, Shelf, Sources};
use crate::surface::{LISTING, part_paths};

/// A description, and the list of public items that lay beside it; or a document alone.
#[derive(Debug)]
pub struct Opened {
    /// How the user named it, and the commit: `main (3f2a91c)`; or the path of a folder.
    pub label: String,
    /// The files. Those of a commit have paths such as `main:spec/api.yaml`. Of a document alone, none has been read.
    pub sources: Sources,
    /// The `api.txt` of the crate beside the description; nothing if there is none.
    pub listing: Option<String>,
    /// The folder, or the document, as the shelf knows it.
    pub path: PathBuf,
    /// Where the files lie that it names.
    pub shelf: Rc<dyn Shelf>,
}

/// The list of public items with the parts to which it leads, each read by its path in the crate.
pub(super) fn listing<E>(read: impl Fn(&str) -> Result<Option<String>, E>) -> Result<Option<String>, E> {
    let Some(mut listing) = read(LISTING)? else { return Ok(None) };
    for path in part_paths(&listing.clone()) {
        listing.push_str(&read(&path)?.unwrap_or_default());
    }
    Ok(Some(listing))
}

impl Opened {
    /// A description in memory, which names no other files.
    #[must_use]
    pub fn of_sources(label: &str, sources: Sources, listing: Option<String>) -> Self {
        let label = label.to_owned();
        Self { label, sources, listing, path: PathBuf::new(), shelf: Rc::new(Disk::default()) }
    }
}
