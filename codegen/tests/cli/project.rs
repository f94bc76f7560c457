//! A user's project in a temporary folder, and runs of the tool in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::support::{self, Folder};

/// A folder with `spec/`, in which the tool is run.
pub(crate) struct Project {
    folder: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// A project with a copy of a case's description and nothing else.
    pub(crate) fn of_case(case: &str) -> Self {
        Self::with_spec(&support::codegen("tests/cases").join(case).join("spec"))
    }

    /// A project with a copy of a description and nothing else.
    pub(crate) fn with_spec(spec: &Path) -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        support::write_folder(&project.path("spec"), &support::read_folder(spec));
        project
    }

    /// A project whose crate is written and up to date.
    pub(crate) fn written(case: &str) -> Self {
        let project = Self::of_case(case);
        project.generate().succeeds();
        project
    }

    /// Something in the project.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Something in the crate.
    pub(crate) fn out(&self, inside: &str) -> PathBuf {
        self.path("generated").join(inside)
    }

    /// The text of a file of the crate.
    pub(crate) fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.out(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"))
    }

    /// Everything in the crate's folder but what runs leave each other.
    pub(crate) fn files(&self) -> Folder {
        self.files_in("generated")
    }

    /// The same of another folder with a crate.
    pub(crate) fn files_in(&self, folder: &str) -> Folder {
        let mut files = support::read_folder(&self.path(folder));
        files.retain(|path, _| !path.starts_with(".clientsmith.cache/"));
        files
    }

    /// Replaces a text in a file of the description; it must be there just once.
    pub(crate) fn edit_spec(&self, file: &str, old: &str, new: &str) {
        let path = self.path("spec").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
        fs::write(path, text.replace(old, new)).unwrap();
    }

    /// Removes one of the resources of the case `two_resources`, and what refers to it.
    pub(crate) fn remove_readers(&self) {
        fs::remove_file(self.path("spec/readers.yaml")).unwrap();
        self.edit_spec("books.yaml", "      borrower: {type: Reader?, doc: Who has it now.}\n", "");
        self.edit_spec("books.yaml", "errors:\n  no_such_book: {status: 404, doc: There is no such book.}\n", "");
    }

    /// The tool in this project, not yet started.
    pub(crate) fn tool(&self, arguments: &[&str]) -> Command {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
        tool.current_dir(self.folder.path()).args(arguments).stdin(Stdio::null());
        tool
    }

    /// Runs the tool to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.tool(arguments))
    }

    /// Runs `clientsmith generate`.
    pub(crate) fn generate(&self) -> Run {
        self.run(&["generate"])
    }

    /// Makes every file of the crate look old, so that one that is written again can be told.
    pub(crate) fn age(&self) {
        for path in self.files().keys() {
            fs::File::options().write(true).open(self.out(path)).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
    }

    /// The files that were written since [`Self::age`].
    pub(crate) fn written_since(&self) -> Vec<String> {
        let files = self.files();
        let is_new =
            |path: &String| fs::metadata(self.out(path)).unwrap().modified().unwrap() != SystemTime::UNIX_EPOCH;
        files.into_keys().filter(is_new).collect()
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the tool writes UTF-8");
        let code = output.status.code().expect("the tool was not killed");
        Self { code, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Fails the test unless the tool did what it was asked, and returns what it said.
    #[track_caller]
    pub(crate) fn succeeds(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{self:?}");
        self.stdout
    }

    /// Fails the test unless the tool refused with exit code 2, and returns what it complained of.
    #[track_caller]
    pub(crate) fn fails(self) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (2, ""), "{self:?}");
        assert!(!self.stderr.contains("panicked"), "{self:?}");
        self.stderr
    }
}
