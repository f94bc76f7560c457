//! Reads files and folders of commits, many by one run of `git`.

use super::error::HistoryError;
use super::git::Git;

/// What a name such as `3f2a91c:spec/api.yaml` leads to. Links are followed.
#[derive(Debug)]
pub(super) enum Object {
    /// A file, and what it holds.
    File(Vec<u8>),
    /// A folder, and its hash.
    Folder(String),
    /// A link that leads out of the commit, or nowhere, or in a circle.
    BrokenLink,
    /// Nothing of the kind.
    Missing,
}

/// An entry of a folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The hash of what it holds.
    pub(super) id: String,
}

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Link,
    Folder,
    /// A commit of another repository.
    Submodule,
}

impl Git {
    /// What each of many names leads to.
    pub(super) fn objects(&self, names: &[String]) -> Result<Vec<Object>, HistoryError> {
        // A name is a line, so none with a line end can be asked for.
        let asked = names.iter().map(String::as_str).filter(|name| !name.contains('\n'));
        let input: String = asked.flat_map(|name| [name, "\n"]).collect();
        let output = self.tell(&["cat-file", "--batch", "--follow-symlinks"], input.as_bytes())?;
        let mut rest = output.as_slice();
        let object = |name: &String| if name.contains('\n') { Some(Object::Missing) } else { next_object(&mut rest) };
        names.iter().map(object).collect::<Option<_>>().ok_or_else(unexpected)
    }

    /// What is in a folder, given its hash.
    pub(super) fn entries(&self, folder: &str) -> Result<Vec<Entry>, HistoryError> {
        let output = self.read(&["ls-tree", "-z", "--full-tree", folder])?;
        let lines = output.split(|&byte| byte == 0).filter(|line| !line.is_empty());
        lines.map(|line| entry(&String::from_utf8_lossy(line))).collect::<Option<_>>().ok_or_else(unexpected)
    }
}

/// Takes one answer off the output: `hash type size`, a line end, so many bytes, a line end; or a word about a name
/// that leads to nothing, with the name's size and bytes if a link is to blame.
fn next_object(output: &mut &[u8]) -> Option<Object> {
    let end = output.iter().position(|&byte| byte == b'\n')?;
    let header = String::from_utf8_lossy(&output[..end]).into_owned();
    *output = &output[end + 1..];
    let (what, size) = header.rsplit_once(' ')?;
    let Ok(size) = size.parse::<usize>() else { return Some(Object::Missing) };
    let bytes = output.get(..size)?.to_vec();
    *output = output.get(size + 1..)?;
    Some(match what.split_once(' ') {
        Some((_, "blob")) => Object::File(bytes),
        Some((id, "tree")) => Object::Folder(id.to_owned()),
        Some(_) => Object::Missing,
        None if what == "notdir" => Object::Missing,
        None => Object::BrokenLink,
    })
}

/// `mode type hash`, a tab, the name.
fn entry(line: &str) -> Option<Entry> {
    let (attributes, name) = line.split_once('\t')?;
    let mut attributes = attributes.split(' ');
    let kind = match (attributes.next()?, attributes.next()?) {
        ("120000", _) => Kind::Link,
        (_, "blob") => Kind::File,
        (_, "tree") => Kind::Folder,
        _ => Kind::Submodule,
    };
    Some(Entry { name: name.to_owned(), kind, id: attributes.next()?.to_owned() })
}

/// Only a `git` that is none answers so.
fn unexpected() -> HistoryError {
    HistoryError::Git { command: "cat-file".to_owned(), said: "its answer cannot be read: update git".to_owned() }
}
