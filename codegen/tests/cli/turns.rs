//! Runs at the same time: one after the other, whichever way the one before ends.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use clientsmith::output::{self, Access, Lock};

use crate::project::Project;
use crate::support;

/// Set for a process of this test file that only holds the folder which it names.
const HOLD: &str = "CLIENTSMITH_TEST_HOLDS";

/// The tool, once it says that it waits.
struct Waiting {
    child: Child,
    said: String,
}

impl Waiting {
    fn start(project: &Project, arguments: &[&str]) -> Self {
        let mut tool = project.tool(arguments);
        let mut child = tool.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
        Self { child, said }
    }

    /// What it prints and its exit code in the end.
    fn end(mut self) -> (String, Option<i32>) {
        let mut printed = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
        (printed, self.child.wait().unwrap().code())
    }
}

fn hold(project: &Project, access: Access) -> Lock {
    output::lock(&project.out(""), access, |_| panic!("nobody else is there")).unwrap()
}

#[test]
fn run_waits_for_another_and_says_so() {
    let project = Project::of_case("presence");
    let lock = hold(&project, Access::Write);
    let waiting = Waiting::start(&project, &["generate"]);
    assert_eq!(waiting.said, "note: waiting for another run, which is at work in `generated`; if it hangs, end it\n");
    assert_eq!(project.files().len(), 0);
    drop(lock);
    let (printed, code) = waiting.end();
    assert!(printed.starts_with("wrote ") && code == Some(0), "{printed}");
}

#[test]
fn run_that_waits_names_the_process_that_writes() {
    let project = Project::written("presence");
    let lock = hold(&project, Access::Write);
    let manifest = project.read(".clientsmith.yaml");
    fs::write(project.out(".clientsmith.yaml"), manifest.replace("files:\n", "writer: 4711\nfiles:\n")).unwrap();
    let waiting = Waiting::start(&project, &["generate", "--check"]);
    assert_eq!(waiting.said, "note: waiting for process 4711, which is writing in `generated`; if it hangs, end it\n");
    fs::write(project.out(".clientsmith.yaml"), manifest).unwrap();
    drop(lock);
    let (printed, code) = waiting.end();
    assert!(printed.starts_with("everything is up to date") && code == Some(0), "{printed}");
}

#[test]
fn checks_do_not_wait_for_each_other_but_for_who_writes() {
    let project = Project::written("presence");
    let lock = hold(&project, Access::Read);
    project.run(&["generate", "--check"]).succeeds();
    let waiting = Waiting::start(&project, &["generate"]);
    drop(lock);
    assert_eq!(waiting.end().1, Some(0));
}

#[test]
fn run_that_waited_writes_what_the_description_says_by_then() {
    let project = Project::of_case("presence");
    let lock = hold(&project, Access::Write);
    let waiting = Waiting::start(&project, &["generate"]);
    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    drop(lock);
    assert_eq!(waiting.end().1, Some(0));
    project.run(&["generate", "--check"]).succeeds();
    assert!(project.read("tests/loans.rs").contains("Wet cover."));
}

#[test]
fn folder_is_free_once_its_holder_is_killed() {
    if let Some(folder) = std::env::var_os(HOLD) {
        let _lock = output::lock(folder.as_ref(), Access::Write, |_| ()).unwrap();
        println!("\nholding");
        // Until the process is killed.
        _ = std::io::stdin().read(&mut [0]);
        return;
    }
    let project = Project::of_case("presence");
    let name = "turns::folder_is_free_once_its_holder_is_killed";
    let mut holder = Command::new(std::env::current_exe().unwrap());
    holder.args(["--exact", name, "--nocapture"]).env(HOLD, project.out(""));
    let mut holder = holder.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let said =
        BufReader::new(holder.stdout.as_mut().unwrap()).lines().map(Result::unwrap).find(|line| line == "holding");
    assert!(said.is_some(), "the folder is held");
    let waiting = Waiting::start(&project, &["generate"]);
    assert!(waiting.said.contains("waiting"), "{}", waiting.said);
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert_eq!(waiting.end().1, Some(0));
    project.run(&["generate", "--check"]).succeeds();
}

#[test]
fn runs_at_the_same_time_leave_what_one_of_them_would() {
    let project = Project::of_case("two_resources");
    let other = Project::of_case("two_resources");
    other.edit_spec("books.yaml", "A book.", "One book.");
    other.remove_readers();
    let specs = [project.path("spec"), other.path("spec")];
    let results = specs.each_ref().map(|spec| {
        let fresh = Project::with_spec(spec);
        fresh.generate().succeeds();
        fresh.files()
    });
    for _ in 0..6 {
        let start = |spec: &std::path::PathBuf| {
            let mut tool = project.tool(&["generate", "--out", "generated", "--spec", spec.to_str().unwrap()]);
            tool.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        for run in specs.iter().chain(&specs).map(start).collect::<Vec<_>>() {
            let output = run.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", support::transcript(&output));
        }
        assert!(results.contains(&project.files()), "a mixture");
    }
}
