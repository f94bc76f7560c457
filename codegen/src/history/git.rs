//! Runs the program `git`, so that it reads, asks nobody, and takes no argument for an option.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::error::HistoryError;
use super::layout::join_inside;
use crate::diag::display_path;

/// What a hook sets for the repository that it runs in. Ours is that of the description.
const FOREIGN_SETTINGS: &[&str] = &["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"];
/// It locks nothing, shows nothing in pages, asks for no password, and speaks English, which is looked at.
const SETTINGS: &[(&str, &str)] =
    &[("GIT_OPTIONAL_LOCKS", "0"), ("GIT_PAGER", "cat"), ("GIT_TERMINAL_PROMPT", "0"), ("LC_ALL", "C")];

/// A repository, seen from a folder in it.
#[derive(Clone, Debug)]
pub(super) struct Git {
    folder: PathBuf,
    /// Whether older commits were left out of the clone.
    pub(super) is_shallow: bool,
}

impl Git {
    /// The repository that holds a folder, and the folder's path in it. The folder itself may be gone.
    pub(super) fn of_folder(folder: &Path, wanted: &str) -> Result<(Self, String), HistoryError> {
        let existing = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new(""));
        let here = if existing.as_os_str().is_empty() { Path::new(".") } else { existing };
        let mut git = Self { folder: here.to_owned(), is_shallow: false };
        let output = git.run(&["rev-parse", "--is-shallow-repository", "--show-prefix"], Stdio::null())?;
        let no_repository = || HistoryError::NoRepository { wanted: wanted.to_owned(), folder: display_path(here) };
        if !output.status.success() {
            let is_outside = String::from_utf8_lossy(&output.stderr).contains("not a git repository");
            return Err(if is_outside { no_repository() } else { failed("rev-parse", &output) });
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let (is_shallow, prefix) = said.split_once('\n').unwrap_or_default();
        git.is_shallow = is_shallow == "true";
        let rest = folder.strip_prefix(existing).unwrap_or(Path::new(""));
        let inside = join_inside(prefix.trim_end_matches('\n'), rest).ok_or_else(no_repository)?;
        Ok((git, inside))
    }

    /// What a command says; nothing if it fails, which is an answer too.
    pub(super) fn ask(&self, arguments: &[&str]) -> Result<Option<String>, HistoryError> {
        let output = self.run(arguments, Stdio::null())?;
        let said = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        Ok(Some(said).filter(|_| output.status.success()))
    }

    /// What a command says, byte by byte.
    pub(super) fn read(&self, arguments: &[&str]) -> Result<Vec<u8>, HistoryError> {
        let output = self.run(arguments, Stdio::null())?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed(arguments[0], &output)) }
    }

    /// The same for a command that is told something.
    pub(super) fn tell(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, HistoryError> {
        let mut child = self.command(arguments, Stdio::piped()).spawn().map_err(HistoryError::NoGit)?;
        let stdin = child.stdin.take();
        // Both sides would wait for ever if the answers filled their pipe before all was asked.
        let output = std::thread::scope(|scope| {
            // A program that went away says why at its end.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            child.wait_with_output()
        });
        let output = output.map_err(HistoryError::NoGit)?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed(arguments[0], &output)) }
    }

    fn run(&self, arguments: &[&str], stdin: Stdio) -> Result<Output, HistoryError> {
        self.command(arguments, stdin).output().map_err(HistoryError::NoGit)
    }

    fn command(&self, arguments: &[&str], stdin: Stdio) -> Command {
        let mut command = Command::new("git");
        command.current_dir(&self.folder).arg("--no-pager").args(arguments.iter().map(OsStr::new));
        for name in FOREIGN_SETTINGS {
            command.env_remove(name);
        }
        command.envs(SETTINGS.iter().copied()).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

fn failed(command: &str, output: &Output) -> HistoryError {
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    let said = if said.is_empty() { output.status.to_string() } else { said };
    HistoryError::Git { command: command.to_owned(), said }
}
