//! The files of a document: the first one, and those to which its `$ref`s lead.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::look::Look;
use super::overlay;
use crate::diag::{Diagnostic, Diagnostics, Disk, ReadError, Shelf, Source, Sources, code, neighbour};
use crate::yaml::{self, Node, Text, Value};

/// The bytes of all files together.
const MOST_BYTES: u64 = 256 << 20;
/// How many files there may be.
const MOST_FILES: usize = 10_000;

/// Why a document cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be read.
    #[error("`{0}` cannot be read ({1}): see that it is there and that you may read it")]
    Unreadable(String, #[source] std::io::Error),
    /// There is too much of it.
    #[error("`{0}` is larger than {limit} MiB: cut it into files, of which each is read by itself", limit = MOST_BYTES >> 20)]
    TooLarge(String),
    /// It is no document of this kind.
    #[error("{0}")]
    NoDocument(String),
    /// It is wrong in itself.
    #[error("the document is no YAML or JSON")]
    Faulty(Diagnostics, Sources),
}

/// The files of a document.
pub struct Files {
    /// Their texts: first those of a project, and then that of the document itself.
    pub sources: Sources,
    /// The number of the first file of the document.
    first: usize,
    /// How many overlays there are: the files behind the first one.
    overlays: usize,
    /// Of each file of the document.
    trees: Vec<Node>,
    /// Which file each is, by its real path.
    known: HashMap<PathBuf, usize>,
    paths: Vec<Paths>,
}

/// An overlay that was read, but not looked into.
pub struct OverlayFile {
    paths: Paths,
    shown: String,
    bytes: Vec<u8>,
}

impl OverlayFile {
    /// Reads an overlay from wherever it lies.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(shelf: &dyn Shelf, path: &Path) -> Result<Self, OpenError> {
        let shown = shelf.shown(path);
        let unreadable = |why| OpenError::Unreadable(shown.clone(), why);
        let real = shelf.known(path).map_err(|why| unreadable(std::io::Error::other(why)))?;
        let bytes = shelf.read(&real, MOST_BYTES).map_err(|why| match why {
            ReadError::Io(why) => unreadable(why),
            ReadError::TooLarge => OpenError::TooLarge(shown.clone()),
        })?;
        Ok(Self { paths: Paths { named: path.to_owned(), real }, shown, bytes })
    }
}

/// Where a file lies.
struct Paths {
    /// As it was named.
    named: PathBuf,
    /// Without links.
    real: PathBuf,
}

impl Files {
    /// Reads a document. Files beside it are read as far as they lie in the repository of the first one, or in one of the
    /// `allowed` folders.
    ///
    /// # Errors
    /// When the first file cannot be read, or is neither YAML nor JSON.
    pub fn open(path: &Path, allowed: &[PathBuf], remarks: &mut Diagnostics) -> Result<Self, OpenError> {
        Self::open_with(path, allowed, &[], remarks)
    }

    /// The same with what overlays change in it.
    ///
    /// # Errors
    /// When the first file or an overlay cannot be read, or is neither YAML nor JSON, and when an overlay is wrong.
    pub fn open_with(
        path: &Path,
        allowed: &[PathBuf],
        overlays: &[PathBuf],
        remarks: &mut Diagnostics,
    ) -> Result<Self, OpenError> {
        let disk = Disk::default();
        let overlays = overlays.iter().map(|overlay| OverlayFile::read(&disk, overlay)).collect::<Result<_, _>>()?;
        Self::open_on(disk.around(path, allowed).as_ref(), path, Sources::default(), overlays, remarks)
    }

    /// The same from wherever it lies, behind the files of a project, and with what overlays change in its first file.
    ///
    /// # Errors
    /// When the first file cannot be read, or is neither YAML nor JSON, and when an overlay is wrong.
    pub fn open_on(
        shelf: &dyn Shelf,
        path: &Path,
        project: Sources,
        overlays: Vec<OverlayFile>,
        remarks: &mut Diagnostics,
    ) -> Result<Self, OpenError> {
        let shown = shelf.shown(path);
        let unreadable = |why| OpenError::Unreadable(shown.clone(), why);
        let real = shelf.known(path).map_err(|why| unreadable(std::io::Error::other(why)))?;
        let paths = Paths { named: path.to_owned(), real };
        let mut opening = Opening { files: Self::behind(project), shelf, bytes: 0, remarks };
        opening.read(paths).map_err(|why| match why {
            Why::Io(why) => unreadable(why),
            Why::TooLarge => OpenError::TooLarge(shown.clone()),
            Why::Faulty => OpenError::Faulty(opening.remarks.clone(), opening.files.sources.clone()),
        })?;
        for overlay in overlays {
            opening.lay_over(overlay)?;
        }
        opening.follow();
        Ok(opening.files)
    }

    /// A document that is a text alone.
    ///
    /// # Errors
    /// When it is neither YAML nor JSON.
    pub fn of_text(path: &str, text: String, remarks: &mut Diagnostics) -> Result<Self, OpenError> {
        let mut files = Self::behind(Sources::default());
        files.sources.files.push(Source { path: path.to_owned(), text });
        match yaml::read_leniently(&files.sources, 0, remarks) {
            Ok(tree) => files.trees.push(tree),
            Err(_) => return Err(OpenError::Faulty(remarks.clone(), files.sources)),
        }
        files.paths.push(Paths { named: path.into(), real: path.into() });
        Ok(files)
    }

    fn behind(project: Sources) -> Self {
        let first = project.files.len();
        Self { sources: project, first, overlays: 0, trees: Vec::new(), known: HashMap::new(), paths: Vec::new() }
    }

    /// The path of the first file, to print.
    pub(in crate::openapi) fn path(&self) -> &str {
        self.sources.files.get(self.first).map_or("", |file| &file.path)
    }

    /// The tree of the first file.
    pub(in crate::openapi) fn root(&self) -> &Node {
        &self.trees[0]
    }

    /// The trees of all files.
    pub(in crate::openapi) fn trees(&self) -> &[Node] {
        &self.trees
    }

    /// The number of the first file of the document; those before it are of the project.
    pub(in crate::openapi) fn first(&self) -> usize {
        self.first
    }

    /// The tree of a file.
    pub(in crate::openapi) fn tree(&self, file: usize) -> &Node {
        &self.trees[file - self.first]
    }

    /// The file from which a `$ref` leads on that is written in a file: what an overlay says stands in the first one.
    pub(in crate::openapi) fn base(&self, file: usize) -> usize {
        if file <= self.first + self.overlays { self.first } else { file }
    }

    /// The file to which a path in another file leads.
    pub(in crate::openapi) fn beside(&self, file: usize, path: &str) -> Option<usize> {
        self.known.get(&neighbour(&self.paths[file - self.first].real, &decoded(path))).copied()
    }

    /// What is written before a place in a file, so that places of all files differ: nothing in the document itself.
    pub(in crate::openapi) fn prefix(&self, file: usize) -> String {
        let paths = |file: usize| &self.paths[file - self.first].real;
        if file == self.first {
            return String::new();
        }
        let folder = paths(self.first).parent().unwrap_or(Path::new(""));
        let levels = folder.ancestors().enumerate();
        let inside = levels.filter_map(|(up, folder)| Some((up, paths(file).strip_prefix(folder).ok()?)));
        let (up, rest) = inside.min_by_key(|(up, _)| *up).unwrap_or((0, paths(file)));
        format!("{}{}#", "../".repeat(up), rest.display().to_string().replace(std::path::MAIN_SEPARATOR, "/"))
    }

    /// The paths by which the files are known.
    pub fn real_paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(|paths| paths.real.as_path())
    }
}

/// Why a file is not read.
enum Why {
    Io(std::io::Error),
    TooLarge,
    Faulty,
}

struct Opening<'a> {
    files: Files,
    shelf: &'a dyn Shelf,
    bytes: u64,
    remarks: &'a mut Diagnostics,
}

impl Opening<'_> {
    fn read(&mut self, paths: Paths) -> Result<usize, Why> {
        if self.files.trees.len() >= MOST_FILES {
            return Err(Why::TooLarge);
        }
        let bytes = self.shelf.read(&paths.real, MOST_BYTES - self.bytes).map_err(|why| match why {
            ReadError::Io(why) => Why::Io(why),
            ReadError::TooLarge => Why::TooLarge,
        })?;
        self.bytes += bytes.len() as u64;
        let file = self.files.sources.files.len();
        let mut found = Diagnostics::default();
        let text = yaml::decode(bytes, file, &mut found);
        let is_text = !found.has_faults();
        self.remarks.append(found);
        self.files.sources.files.push(Source { path: self.shelf.shown(&paths.named), text });
        let tree = if is_text { yaml::read_leniently(&self.files.sources, file, self.remarks).ok() } else { None };
        let Some(tree) = tree else {
            if file > self.files.first {
                self.files.sources.files.pop();
            }
            return Err(Why::Faulty);
        };
        self.files.trees.push(tree);
        self.files.known.insert(paths.real.clone(), file);
        self.files.paths.push(paths);
        Ok(file)
    }

    /// Changes the first file as an overlay says.
    fn lay_over(&mut self, OverlayFile { paths, shown, bytes }: OverlayFile) -> Result<(), OpenError> {
        let file = self.files.sources.files.len();
        let mut found = Diagnostics::default();
        let text = yaml::decode(bytes, file, &mut found);
        self.files.sources.files.push(Source { path: shown, text });
        if let Ok(tree) = yaml::read_leniently(&self.files.sources, file, &mut found) {
            overlay::apply(&mut self.files.trees[0], &tree, &mut found);
            // What it leads to is found from where it stands now.
            self.files.trees.push(Node { value: Value::Null, span: tree.span });
        }
        self.files.paths.push(paths);
        self.files.overlays += 1;
        self.remarks.append(found);
        if self.remarks.has_faults() {
            return Err(OpenError::Faulty(self.remarks.clone(), self.files.sources.clone()));
        }
        Ok(())
    }

    /// Reads all files to which others lead.
    fn follow(&mut self) {
        let mut index = 0;
        while index < self.files.trees.len() {
            for path in foreign(&self.files.trees[index]) {
                self.add(index, &path);
            }
            index += 1;
        }
    }

    /// Reads a file to which another one leads.
    fn add(&mut self, from: usize, path: &Text) {
        let Paths { named, real } = &self.files.paths[from];
        let (named, joined) = (neighbour(named, &decoded(&path.value)), neighbour(real, &decoded(&path.value)));
        if self.files.known.contains_key(&joined) {
            return;
        }
        let problem = match self.shelf.known(&joined) {
            Err(problem) => problem,
            Ok(real) => {
                let mut unheard = Diagnostics::default();
                std::mem::swap(&mut unheard, self.remarks);
                let added = self.read(Paths { named, real });
                std::mem::swap(&mut unheard, self.remarks);
                match added {
                    Ok(file) => {
                        self.files.known.insert(joined, file);
                        return self.remarks.append(unheard);
                    }
                    Err(Why::Io(_)) => "it cannot be read",
                    Err(Why::TooLarge) => "there is too much of the document already",
                    Err(Why::Faulty) => "it is neither YAML nor JSON",
                }
            }
        };
        let message = format!("the file {} is not read: {problem}", code(&path.value));
        self.remarks.push(Diagnostic::remark("unread-file", message, &path.span, "named here"));
    }
}

/// The files that a tree names in `$ref`, each once.
fn foreign(tree: &Node) -> Vec<Text> {
    let (mut found, mut seen, mut open) = (Vec::new(), HashSet::new(), vec![tree]);
    let mut shared = HashSet::new();
    while let Some(node) = open.pop() {
        match &node.value {
            // What aliases stand for is looked through once.
            Value::List(items) if shared.insert(items.as_ptr().addr()) => open.extend(items.iter()),
            Value::Mapping(entries) if shared.insert(entries.as_ptr().addr()) => {
                open.extend(entries.iter().map(|entry| &entry.value));
                let Some(reference) = node.placed_text("$ref") else { continue };
                let path = reference.value.split('#').next().unwrap_or_default().to_owned();
                if !path.is_empty() && !path.contains("://") && seen.insert(path.clone()) {
                    found.push(Text { value: path, span: reference.span });
                }
            }
            _ => {}
        }
    }
    found
}

/// A path as it is on disk.
fn decoded(path: &str) -> PathBuf {
    percent_decode_str(path).decode_utf8_lossy().into_owned().into()
}
