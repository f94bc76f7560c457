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
    /// A folder of the output is a link, so a file would land elsewhere.
    #[error("`{}` is a link: the tool only writes inside the output folder", path.display())]
    Link {
        /// The link.
        path: PathBuf,
    },
}

impl OutputError {
    pub(super) fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }
}
