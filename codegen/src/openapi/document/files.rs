//! The files of a document: the first one, and those to which its `$ref`s lead.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::look::Look;
use crate::diag::{Diagnostic, Diagnostics, Source, Sources, code, display_path};
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
    /// Their texts, the first one first.
    pub sources: Sources,
    trees: Vec<Node>,
    /// Which file each is, by its real path.
    known: HashMap<PathBuf, usize>,
    real_paths: Vec<PathBuf>,
}

impl Files {
    /// Reads a document. Files beside it are read as far as they lie in the repository of the first one, or in one of the
    /// `allowed` folders.
    ///
    /// # Errors
    /// When the first file cannot be read, or is neither YAML nor JSON.
    pub fn open(path: &Path, allowed: &[PathBuf], remarks: &mut Diagnostics) -> Result<Self, OpenError> {
        let shown = display_path(path);
        let real = path.canonicalize().map_err(|why| OpenError::Unreadable(shown.clone(), why))?;
        let mut folders: Vec<PathBuf> = allowed.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        folders.push(repository(&real));
        let mut opening = Opening { files: Self::empty(), folders, bytes: 0, remarks };
        opening.read(&real, shown.clone()).map_err(|why| match why {
            Why::Io(why) => OpenError::Unreadable(shown.clone(), why),
            Why::TooLarge => OpenError::TooLarge(shown.clone()),
            Why::Faulty => OpenError::Faulty(opening.remarks.clone(), opening.files.sources.clone()),
        })?;
        opening.follow();
        Ok(opening.files)
    }

    /// Where its files are, the first one first.
    #[must_use]
    pub fn real_paths(&self) -> &[PathBuf] {
        &self.real_paths
    }

    /// A document that is a text alone.
    ///
    /// # Errors
    /// When it is neither YAML nor JSON.
    pub fn of_text(path: &str, text: String, remarks: &mut Diagnostics) -> Result<Self, OpenError> {
        let mut files = Self::empty();
        files.sources.files.push(Source { path: path.to_owned(), text });
        match yaml::read_leniently(&files.sources, 0, remarks) {
            Ok(tree) => files.trees.push(tree),
            Err(_) => return Err(OpenError::Faulty(remarks.clone(), files.sources)),
        }
        files.real_paths.push(PathBuf::from(path));
        Ok(files)
    }

    fn empty() -> Self {
        Self { sources: Sources::default(), trees: Vec::new(), known: HashMap::new(), real_paths: Vec::new() }
    }

    /// The tree of the first file.
    pub(in crate::openapi) fn root(&self) -> &Node {
        &self.trees[0]
    }

    /// The trees of all files.
    pub(in crate::openapi) fn trees(&self) -> &[Node] {
        &self.trees
    }

    /// The file to which a path in another file leads.
    pub(in crate::openapi) fn beside(&self, file: usize, path: &str) -> Option<usize> {
        self.known.get(&neighbour(&self.real_paths[file], path)).copied()
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
    /// Where files may lie.
    folders: Vec<PathBuf>,
    bytes: u64,
    remarks: &'a mut Diagnostics,
}

impl Opening<'_> {
    fn read(&mut self, real: &Path, shown: String) -> Result<usize, Why> {
        let length = fs::metadata(real).map_err(Why::Io)?.len();
        self.bytes = self.bytes.saturating_add(length);
        if self.bytes > MOST_BYTES || self.files.trees.len() >= MOST_FILES {
            return Err(Why::TooLarge);
        }
        let file = self.files.trees.len();
        let mut found = Diagnostics::default();
        let text = yaml::decode(fs::read(real).map_err(Why::Io)?, file, &mut found);
        let is_text = !found.has_faults();
        self.remarks.append(found);
        self.files.sources.files.push(Source { path: shown, text });
        let tree = if is_text { yaml::read_leniently(&self.files.sources, file, self.remarks).ok() } else { None };
        let Some(tree) = tree else {
            if file > 0 {
                self.files.sources.files.pop();
            }
            return Err(Why::Faulty);
        };
        self.files.trees.push(tree);
        self.files.known.insert(real.to_owned(), file);
        self.files.real_paths.push(real.to_owned());
        Ok(file)
    }

    /// Reads all files to which others lead.
    fn follow(&mut self) {
        let mut file = 0;
        while file < self.files.trees.len() {
            for path in foreign(&self.files.trees[file]) {
                self.add(file, &path);
            }
            file += 1;
        }
    }

    fn add(&mut self, from: usize, path: &Text) {
        let joined = neighbour(&self.files.real_paths[from], &path.value);
        if self.files.known.contains_key(&joined) {
            return;
        }
        let real = joined.canonicalize();
        let problem = match &real {
            Err(_) => Some("there is no such file"),
            Ok(real) if !self.folders.iter().any(|folder| real.starts_with(folder)) => {
                Some("it lies outside of the folder of the document: allow it with `--allow-path DIR`")
            }
            Ok(_) => None,
        };
        let problem = match (problem, real) {
            (Some(problem), _) => problem,
            (None, Ok(real)) => {
                let shown = display_path(&neighbour(Path::new(&self.files.sources.files[from].path), &path.value));
                let mut unheard = Diagnostics::default();
                std::mem::swap(&mut unheard, self.remarks);
                let added = self.read(&real, shown);
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
            (None, Err(_)) => return,
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

/// A path that stands in a file, as it is from where that file is seen.
fn neighbour(file: &Path, path: &str) -> PathBuf {
    let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    let mut joined = file.parent().unwrap_or(Path::new("")).to_owned();
    for component in Path::new(&path).components() {
        match component {
            Component::ParentDir if joined.file_name().is_some() => _ = joined.pop(),
            Component::CurDir => {}
            component => joined.push(component),
        }
    }
    joined
}

/// The nearest folder above a file that is a repository, or else the folder of the file.
fn repository(file: &Path) -> PathBuf {
    let own = file.parent().unwrap_or(Path::new("/"));
    own.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(own).to_owned()
}
