//! The files of a commit.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::error::HistoryError;
use super::git::Git;
use super::objects::Object;
use super::revision::Commit;
use crate::diag::{ReadError, Shelf};

/// A commit, by paths from the root of its repository.
#[derive(Debug)]
pub(super) struct CommitShelf {
    pub(super) git: Git,
    pub(super) commit: Commit,
}

impl Shelf for CommitShelf {
    fn known(&self, path: &Path) -> Result<PathBuf, &'static str> {
        let is_inside = path.components().all(|component| matches!(component, Component::Normal(_)));
        if is_inside { Ok(path.to_owned()) } else { Err("it lies outside of the repository") }
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
        let found = one(&self.git, &self.commit, &slashed(path)).map_err(io::Error::other)?;
        let Object::File(bytes) = found else {
            return Err(io::Error::new(io::ErrorKind::NotFound, "the commit has no such file").into());
        };
        if bytes.len() as u64 > most { Err(ReadError::TooLarge) } else { Ok(bytes) }
    }

    fn shown(&self, path: &Path) -> String {
        shown(&self.commit, &slashed(path))
    }

    fn around(&self, _: &Path, _: &[PathBuf]) -> Rc<dyn Shelf> {
        Rc::new(Self { git: self.git.clone(), commit: self.commit.clone() })
    }
}

fn slashed(path: &Path) -> String {
    path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/")
}

/// What a path leads to in a commit.
pub(super) fn one(git: &Git, commit: &Commit, path: &str) -> Result<Object, HistoryError> {
    Ok(git.objects(&[in_commit(commit, path)])?.pop().unwrap_or(Object::Missing))
}

/// What git calls something in a commit.
pub(super) fn in_commit(commit: &Commit, path: &str) -> String {
    format!("{}:{path}", commit.id)
}

/// What a report calls it.
pub(super) fn shown(commit: &Commit, path: &str) -> String {
    crate::diag::display_path(format!("{}:{path}", commit.name).as_ref())
}
