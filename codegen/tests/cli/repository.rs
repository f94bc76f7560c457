//! A user's project under version control, without a network and without the settings of whoever runs the tests.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::project::{Project, Run};

/// The description's own version is the mark by which a test tells which commit was read.
const VERSION: &str = "version: 0.1.0";

/// A project in a git repository.
pub(crate) struct Repository {
    pub(crate) project: Project,
}

impl Repository {
    /// A repository without commits.
    pub(crate) fn empty() -> Self {
        let repository = Self { project: Project::of_case("presence") };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    /// A repository whose branch `main` has the version 0.1.0, tagged `v1`, then 0.2.0; on `topic` there is 0.3.0, and
    /// 0.4.0 is not committed.
    pub(crate) fn with_history() -> Self {
        let repository = Self::empty();
        repository.commit("first: one");
        repository.git(&["tag", "--annotate", "--message=One.", "v1"]);
        repository.set_version("0.2.0");
        repository.commit("second");
        repository.git(&["switch", "--quiet", "--create", "topic"]);
        repository.set_version("0.3.0");
        repository.commit("third");
        repository.set_version("0.4.0");
        repository
    }

    /// Writes another version into the working tree.
    pub(crate) fn set_version(&self, version: &str) {
        let path = self.project.path("spec/api.yaml");
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once("version: 0.").unwrap_or_else(|| panic!("no `{VERSION}` in {text}"));
        let after = rest.split_once(',').unwrap().1;
        fs::write(path, format!("{before}version: {version},{after}")).unwrap();
    }

    /// Commits everything.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Puts a file into the index as git would store it, whatever this system could store.
    pub(crate) fn stage(&self, mode: &str, path: &str, bytes: &[u8]) {
        let file = self.project.path("staged");
        fs::write(&file, bytes).unwrap();
        let id = self.git(&["hash-object", "-w", "staged"]);
        fs::remove_file(file).unwrap();
        self.git(&["update-index", "--add", "--cacheinfo", &format!("{mode},{id},{path}")]);
    }

    /// Runs git in the project, which must work, and returns what it says.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.git_in(&self.project.path(""), arguments)
    }

    /// The same elsewhere.
    pub(crate) fn git_in(&self, folder: &Path, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        self.isolate(&mut git).current_dir(folder).args(arguments);
        let people = [("AUTHOR", "author"), ("COMMITTER", "committer")];
        for (role, name) in people {
            git.env(format!("GIT_{role}_NAME"), name).env(format!("GIT_{role}_EMAIL"), format!("{name}@example.com"));
        }
        let run = Run::of(&mut git);
        assert_eq!(run.code, 0, "{arguments:?} {run:?}");
        run.stdout.trim().to_owned()
    }

    /// Runs the tool in the project.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in(&self.project.path(""), arguments)
    }

    /// Runs the tool elsewhere.
    pub(crate) fn run_in(&self, folder: &Path, arguments: &[&str]) -> Run {
        let mut tool = self.project.tool(arguments);
        Run::of(self.isolate(&mut tool).current_dir(folder))
    }

    /// The report on a change, as a program reads it.
    pub(crate) fn report(&self, arguments: &[&str]) -> Value {
        report(&self.run(&[&["diff", "--format", "json"], arguments].concat()).succeeds())
    }

    /// Sees to it that no repository around the project is found, and no settings of whoever runs the tests.
    fn isolate<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let above = self.project.path("");
        let above = above.parent().expect("a folder of its own");
        let nowhere = above.join("no-settings");
        command.env("GIT_CEILING_DIRECTORIES", above).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", nowhere)
    }
}

/// Reads a report.
pub(crate) fn report(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The versions of the two descriptions that a report compares.
pub(crate) fn versions(report: &Value) -> [&str; 2] {
    ["old", "new"].map(|side| report[side]["package_version"].as_str().unwrap())
}
