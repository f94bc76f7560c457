//! Why a description could not be had from where it was sought.

use std::io;

use crate::diag::LoadError;

/// Why a description could not be had, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// Its files cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// `git` cannot be started.
    #[error("the program `git` cannot be started ({0}): install it, or give folders in place of revisions")]
    NoGit(#[source] io::Error),
    /// There is no repository.
    #[error(
        "{wanted} cannot be read, since `{folder}` is not in a git repository: give a folder that exists, such as \
         `clientsmith diff old/spec`"
    )]
    NoRepository {
        /// What was to be read.
        wanted: String,
        /// The folder that was looked at.
        folder: String,
    },
    /// `git` failed in a way that has no name of its own here.
    #[error("`git {command}` failed: {said}")]
    Git {
        /// The subcommand.
        command: String,
        /// What it said.
        said: String,
    },
    /// There is nothing before the colon, or nothing at all.
    #[error("`{0}` names no revision: write `main`, or `main:path/to/spec`")]
    NoRevision(String),
    /// The branch is still empty.
    #[error("there is no commit on this branch yet: commit the description before you change it, or give folders")]
    NoCommit,
    /// There is no such folder and no such revision.
    #[error("`{revision}` is neither a folder nor a revision: {help}")]
    UnknownRevision {
        /// What was asked for.
        revision: String,
        /// What to do.
        help: String,
    },
    /// The path behind the colon cannot be one in a repository.
    #[error("`{0}` is not a path from the root of the repository: write `main:path/to/spec`, without `.` and `..`")]
    WrongPath(String),
    /// There is nothing to compare with.
    #[error("there is no default branch to compare with, neither `origin/HEAD` nor `main` nor `master`: {help}")]
    NoDefaultBranch {
        /// What to do.
        help: String,
    },
    /// The histories do not meet.
    #[error("`HEAD` has no commit in common with `{branch}`: {help}")]
    NoMergeBase {
        /// The default branch.
        branch: String,
        /// What to do.
        help: String,
    },
    /// The description lay elsewhere then.
    #[error(
        "`{revision}` has no folder `{folder}`: if the description lay elsewhere then, write `{revision}:path/to/spec`"
    )]
    NoFolder {
        /// The revision.
        revision: String,
        /// The folder.
        folder: String,
    },
    /// What was named is no description.
    #[error("`{path}` is no description, since it has no `api.yaml`: {help}")]
    NoDescription {
        /// The folder.
        path: String,
        /// What to do.
        help: String,
    },
    /// The folder is another repository.
    #[error("`{0}` is a submodule: give its folder, or a revision with `--spec` inside it")]
    Submodule(String),
    /// A link leads to what the commit does not hold.
    #[error("`{0}` is a link to something that is not in the commit: give a folder in which the link works")]
    Link(String),
    /// The commit names a file that the clone does not hold.
    #[error("`{0}` is missing from this clone: fetch the commit again, and see what `git fsck` says")]
    Lost(String),
}

impl HistoryError {
    /// A description whose `api.yaml` is missing; any other error is as it was.
    pub(super) fn of_load(error: LoadError, help: impl FnOnce() -> String) -> Self {
        match error {
            LoadError::NoApiFile(path) => Self::NoDescription { path, help: help() },
            error => Self::Load(error),
        }
    }
}
