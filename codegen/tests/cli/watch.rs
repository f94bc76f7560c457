//! `generate --watch`: a run for each change, whatever is wrong with it, until Ctrl-C.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

use crate::project::Project;

/// A watch that is ended when the test is over.
struct Watch {
    process: Child,
    stdout: BufReader<ChildStdout>,
    stderr: BufReader<ChildStderr>,
}

impl Watch {
    fn of(project: &Project) -> Self {
        let mut tool = project.tool(&["generate", "--watch"]);
        let mut process = tool.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (stdout, stderr) = (process.stdout.take().unwrap(), process.stderr.take().unwrap());
        let mut watch = Self { process, stdout: BufReader::new(stdout), stderr: BufReader::new(stderr) };
        assert_eq!(watch.next_error(), "watching `spec`; Ctrl-C ends it\n");
        watch
    }

    /// The next line on standard output, for which this waits.
    fn next(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    fn next_error(&mut self) -> String {
        let mut line = String::new();
        self.stderr.read_line(&mut line).unwrap();
        line
    }

    fn interrupt(&mut self) {
        // Where a shell runs the tests in the background, it has everything below it pass over Ctrl-C.
        let signal = if passes_over_interrupts() { "-TERM" } else { "-INT" };
        assert!(Command::new("kill").args([signal, &self.process.id().to_string()]).status().unwrap().success());
        assert!(!self.process.wait().unwrap().success());
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// Whether this process, and so what it starts, ignores SIGINT, which is the second signal of the mask.
fn passes_over_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 0b10 != 0)
}

#[test]
fn each_change_is_written_and_faults_end_nothing() {
    let project = Project::of_case("presence");
    let mut watch = Watch::of(&project);
    assert!(watch.next().starts_with("wrote "), "the first run");

    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    let said = watch.next();
    assert!(said.starts_with("wrote "), "{said}");
    assert!(project.read("tests/loans.rs").contains("Wet cover."));

    project.edit_spec("loans.yaml", "id: {type: id, doc: Identifies", "id: {type: idd, doc: Identifies");
    assert!(watch.next_error().starts_with("error[unknown-type]: "));
    project.edit_spec("loans.yaml", "id: {type: idd, doc: Identifies", "id: {type: id, doc: Identifies");
    assert!(watch.next().starts_with("everything is up to date: "));

    fs::write(project.path("spec/fines.yaml"), "resource: fines\ndoc: Fines.\n").unwrap();
    assert!(watch.next().starts_with("wrote "), "a file came");
    fs::remove_file(project.path("spec/fines.yaml")).unwrap();
    assert!(watch.next().starts_with("wrote "), "a file went");
    watch.interrupt();
}

#[test]
fn a_run_is_whole_when_the_watch_is_ended_within_it() {
    let project = Project::of_case("presence");
    let mut watch = Watch::of(&project);
    watch.next();
    let old = project.files();
    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    watch.interrupt();
    // A run that is in progress has standard output, too: it is at its end when that is.
    while !watch.next().is_empty() {}
    let found = project.files();
    project.generate().succeeds();
    assert!(found == old || found == project.files(), "neither the old crate nor the new one");
}
