//! What can keep files from the disk.

use std::path::PathBuf;

/// What the disk refused.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// Reading or writing failed.
    #[error("cannot {action} `{}`: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is a file where the output folder should be.
    #[error("`{}` is not a folder: name one for the crate with `--out`", path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// Something in the output folder is a link, so a file would land elsewhere.
    #[error("`{}` is a link, and the tool only writes inside the output folder: put a folder or nothing in its place", path.display())]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// There is a file where a folder of the crate should be.
    #[error("`{}` is in the way, where the crate has a folder: move it elsewhere", path.display())]
    InTheWay {
        /// The file.
        path: PathBuf,
    },
    /// There is a folder, or a device, where a file of the crate should be.
    #[error("`{}` is not a file, as it is in the crate: move it elsewhere", path.display())]
    NoFile {
        /// What is there.
        path: PathBuf,
    },
    /// A run failed before it had changed anything.
    #[error("{cause}\n  = note: the crate is as it was")]
    Untouched {
        /// What went wrong.
        cause: Box<OutputError>,
    },
    /// A run failed between its first change and its last.
    #[error(
        "{cause}\n  = note: the crate is partly old and partly new; once that is mended, run `clientsmith generate` \
        again, which completes it"
    )]
    HalfWritten {
        /// What went wrong.
        cause: Box<OutputError>,
    },
}

impl OutputError {
    pub(super) fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }
}
