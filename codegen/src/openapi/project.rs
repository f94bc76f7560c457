//! A document, and what a project says of it.

use std::path::{Path, PathBuf};

use super::document::{Files, OpenError, OverlayFile};
use super::kept::{Kept, text};
use super::recognise::recognise;
use crate::diag::{Diagnostic, Diagnostics, Severity, Shelf, Sources, code, neighbour};
use crate::spec::named_document;
use crate::spec::project::{NamesFile, ProjectFile, names_file, own_files, read_names, read_project};

/// A document with what a project says of it.
pub struct Project {
    /// The document, behind the files of the project.
    pub files: Files,
    /// What `api.yaml` says of it, if there is one.
    pub file: Option<ProjectFile>,
    /// What is kept from one run to the next.
    pub kept: Kept,
    /// What there is to remark on reading it.
    pub remarks: Diagnostics,
    names: NamesFile,
}

/// What is wrong, and the files in which it is.
type Findings = (Diagnostics, Sources);

impl Project {
    /// Opens the project of a description, if it names a document. `path` is its folder.
    ///
    /// # Errors
    /// All faults of its own files, and why the document cannot be read.
    pub fn open(
        sources: &Sources,
        path: &Path,
        shelf: &dyn Shelf,
    ) -> Option<Result<Self, Box<(Diagnostics, Sources)>>> {
        let named = named_document(sources)?;
        Some(Self::read(sources, &path.join("api.yaml"), shelf).map_err(|faults| {
            let faults = faults.unwrap_or_else(|why| (unread(&why, &named.span), own_files(sources)));
            Box::new(faults)
        }))
    }

    fn read(sources: &Sources, api_file: &Path, shelf: &dyn Shelf) -> Result<Self, Result<Findings, String>> {
        let own = own_files(sources);
        let mut found = Diagnostics::default();
        let (file, names) = (read_project(&own, &mut found), read_names(&own, &mut found));
        let (Ok(file), Ok(names), false) = (file, names, found.has_faults()) else { return Err(Ok((found, own))) };
        let inside = |path: &str| neighbour(api_file, Path::new(path));
        let path = inside(&file.document.value);
        let allowed: Vec<PathBuf> = file.allowed.iter().map(|folder| inside(&folder.value)).collect();
        let unread = |why| match why {
            OpenError::Faulty(faults, sources) => Ok((faults, sources)),
            why => Err(why.to_string()),
        };
        let overlays = file.overlays.iter().map(|overlay| OverlayFile::read(shelf, &inside(&overlay.value)));
        let overlays = overlays.collect::<Result<Vec<_>, _>>().map_err(unread)?;
        let shelf = shelf.around(&path, &allowed);
        let files = Files::open_on(shelf.as_ref(), &path, own, overlays, &mut found).map_err(unread)?;
        recognise(&files).map_err(Err)?;
        Ok(Self { files, file: Some(file), kept: Kept::of(&names), remarks: found, names })
    }

    /// A document alone, with folders in which it may lead to files.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn alone(path: &Path, allowed: &[PathBuf], shelf: &dyn Shelf) -> Result<Self, OpenError> {
        let mut remarks = Diagnostics::default();
        let shelf = shelf.around(path, allowed);
        let files = Files::open_on(shelf.as_ref(), path, Sources::default(), Vec::new(), &mut remarks)?;
        recognise(&files).map_err(OpenError::NoDocument)?;
        Ok(Self { files, file: None, kept: Kept::default(), remarks, names: NamesFile::default() })
    }

    /// The file `names.yaml` among its sources, if there is one: one to which the document leads is another.
    #[must_use]
    pub fn names_file(&self) -> Option<usize> {
        names_file(&self.files.sources).filter(|file| *file < self.files.first())
    }

    /// The text of `names.yaml` as it is; empty if there is none.
    #[must_use]
    pub fn old_names_text(&self) -> &str {
        self.names_file().map_or("", |file| &self.files.sources.files[file].text)
    }

    /// The text of `names.yaml` with all that is kept now.
    #[must_use]
    pub fn names_text(&self, kept: &Kept) -> String {
        let said = &self.kept;
        if self.names_file().is_none() {
            return text(None, said, kept);
        }
        let old = self.old_names_text();
        let new = text(Some((old, &self.names)), said, kept);
        // What is written in a form of its own is written anew.
        if reads_as(&new, &kept.clone().with(said)) { new } else { text(None, said, kept) }
    }
}

/// Whether a text says what is kept, and nothing else.
fn reads_as(text: &str, kept: &Kept) -> bool {
    let file = |path: &str, text: &str| crate::diag::Source { path: path.to_owned(), text: text.to_owned() };
    let sources = Sources { files: vec![file("api.yaml", ""), file("names.yaml", text)] };
    read_names(&sources, &mut Diagnostics::default()).is_ok_and(|names| Kept::of(&names) == *kept)
}

/// That a document is not read, which nothing names.
#[must_use]
pub fn unreadable(why: &str) -> Diagnostics {
    let (message, help) =
        why.split_once("\n  = help: ").unwrap_or((why, "name a document, or a folder with a description"));
    let mut faults = Diagnostics::default();
    faults.push(Diagnostic::without_place(Severity::Fault, "unread-document", message).help(help));
    faults
}

/// That the document which a project names is not read.
fn unread(why: &str, span: &crate::diag::Span) -> Diagnostics {
    let (message, help) = why.split_once("\n  = help: ").unwrap_or((why, "say in `openapi` where the document is"));
    let mut faults = Diagnostics::default();
    faults.push(Diagnostic::new("unread-document", message, span, "named here").help(help));
    faults
}

/// Remarks on files beside `api.yaml` that nothing reads.
#[must_use]
pub fn passed_over(sources: &Sources, document: &Files, folder: &Path) -> Diagnostics {
    let mut remarks = Diagnostics::default();
    for file in &sources.files {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let real = folder.join(name).canonicalize().unwrap_or_else(|_| folder.join(name));
        if own_files(sources).files.iter().all(|own| own.path != file.path)
            && document.real_paths().all(|path| path != real)
        {
            let message = format!("the file {} is passed over", code(&file.path));
            let remark = Diagnostic::without_place(Severity::Remark, "passed-over", message);
            remarks.push(remark.help("remove it, or let the document that `api.yaml` names lead to it"));
        }
    }
    remarks
}
