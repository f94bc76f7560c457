//! The tool as a step of other builds: by Make and Ninja, with folders from the environment, and without a word.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Project, Run};
use crate::support;

/// What the crate depends on, in a project whose path is not like others.
const MAKEFILE: &str = "generated/.clientsmith.yaml:\n\t$(TOOL) generate --depfile crate.d\n-include crate.d\n";

const NINJA: &str = "rule generate\n  command = $tool generate --depfile crate.d\n  depfile = crate.d\n\
                     build generated/.clientsmith.yaml: generate\n";

/// Whether a program can be run here; a test that needs it is passed over otherwise.
fn is_there(program: &str) -> bool {
    let is_there = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        eprintln!("skipped: there is no {program}");
    }
    is_there
}

/// Makes a file older or newer than all others, without waiting.
fn set_age(path: &Path, seconds: i64) {
    let now = std::time::SystemTime::now();
    let age = std::time::Duration::from_secs(seconds.unsigned_abs());
    let time = if seconds < 0 { now - age } else { now + age };
    fs::File::open(path).unwrap().set_modified(time).unwrap();
}

/// Holds that a tool that builds runs ours just when something changed. `build` runs it.
fn assert_runs_when_needed(project: &Project, build: impl Fn() -> Run) {
    let inputs = ["spec/api.yaml", "spec/loans.yaml", "spec"].map(|path| project.path(path));
    let age_all = || inputs.iter().for_each(|path| set_age(path, -3600));
    age_all();
    let ran = |run: Run| {
        assert_eq!(run.code, 0, "{run:?}");
        run.stdout.ends_with(" ms\n")
    };
    assert!(ran(build()), "there is no crate");
    assert!(!ran(build()), "nothing changed");
    set_age(&inputs[1], 0);
    set_age(&project.out(".clientsmith.yaml"), -60);
    assert!(ran(build()), "a file was saved as it was");
    assert!(!ran(build()), "the crate is not older, though nothing in it changed");
    age_all();
    support::write_file(&project.path("spec/fines.yaml"), b"resource: fines\ndoc: Fines.\n");
    set_age(&project.out(".clientsmith.yaml"), -60);
    assert!(ran(build()), "a file came");
    fs::remove_file(project.path("spec/fines.yaml")).unwrap();
    set_age(&project.out(".clientsmith.yaml"), -60);
    assert!(ran(build()), "a file went");
    assert!(!ran(build()), "nothing changed any more");
}

#[test]
fn make_runs_it_when_something_changed() {
    if !is_there("make") {
        return;
    }
    let project = Project::of_case("presence");
    fs::write(project.path("Makefile"), MAKEFILE).unwrap();
    assert_runs_when_needed(&project, || {
        let tool = format!("TOOL={}", env!("CARGO_BIN_EXE_clientsmith"));
        Run::of(Command::new("make").arg(tool).current_dir(project.path("")).env_remove("MAKEFLAGS"))
    });
}

#[test]
fn ninja_runs_it_when_something_changed() {
    if !is_there("ninja") {
        return;
    }
    let project = Project::of_case("presence");
    fs::write(project.path("build.ninja"), format!("tool = {}\n{NINJA}", env!("CARGO_BIN_EXE_clientsmith"))).unwrap();
    assert_runs_when_needed(&project, || Run::of(Command::new("ninja").current_dir(project.path(""))));
}

#[test]
fn a_failed_run_writes_no_depfile() {
    let project = Project::of_case("presence");
    project.edit_spec("loans.yaml", "id: {type: id, doc: Identifies", "id: {type: idd, doc: Identifies");
    project.run(&["generate", "--depfile", "crate.d"]).fails();
    assert!(!project.path("crate.d").exists());
}

#[test]
fn a_document_names_all_its_files() {
    let project = Project::of_case("presence");
    let document = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\nservers: [{url: 'https://pets.example'}]\n\
                    paths: {/pets: {get: {operationId: list, responses: {'200': {description: All., content: \
                    {application/json: {schema: {$ref: 'pet.yaml#/Pet'}}}}}}}}\n";
    fs::write(project.path("store.yaml"), document).unwrap();
    fs::write(project.path("pet.yaml"), "Pet: {type: object, properties: {name: {type: string}}}\n").unwrap();
    let run = project.run(&["generate", "--openapi", "store.yaml", "--out", "pets", "--depfile", "crate.d"]);
    assert_eq!(run.code, 0, "{run:?}");
    let depfile = fs::read_to_string(project.path("crate.d")).unwrap();
    assert!(depfile.starts_with("pets/.clientsmith.yaml: "), "{depfile}");
    assert!(depfile.contains("/store.yaml \\\n") && depfile.contains("/pet.yaml:\n"), "{depfile}");
}

#[test]
fn folders_can_come_from_the_environment() {
    let project = Project::of_case("presence");
    fs::rename(project.path("spec"), project.path("api")).unwrap();
    let run = |arguments: &[&str]| {
        Run::of(project.tool(arguments).envs([("CLIENTSMITH_SPEC", "api"), ("CLIENTSMITH_OUT", "client")]))
    };
    run(&["generate"]).succeeds();
    assert!(project.path("client/src/lib.rs").exists() && !project.out("").exists());
    run(&["check"]).succeeds();
    run(&["generate", "--out", "other"]).succeeds();
    assert!(project.path("other/src/lib.rs").exists(), "what is named counts more");
    let said = run(&["generate", "--spec", "nowhere"]).fails();
    assert!(said.contains("nowhere"), "{said}");
    Run::of(project.tool(&["generate"]).env("CLIENTSMITH_SPEC", "")).fails();
}

#[test]
fn a_description_says_where_its_crate_goes() {
    let project = Project::of_case("presence");
    project.edit_spec("api.yaml", "license: ", "out: ../clients/rust, license: ");
    project.run(&["generate"]).succeeds();
    assert!(project.path("clients/rust/src/lib.rs").exists() && !project.out("").exists());
    project.run(&["generate", "--check"]).succeeds();
    project.run(&["generate", "--out", "other"]).succeeds();
    assert!(project.path("other/src/lib.rs").exists(), "what is named counts more");
    Run::of(project.tool(&["generate"]).env("CLIENTSMITH_OUT", "third")).succeeds();
    assert!(project.path("third/src/lib.rs").exists(), "and so does the environment");

    project.edit_spec("api.yaml", "out: ../clients/rust", "out: crate");
    let said = project.run(&["generate"]).fails();
    assert!(said.contains("into the folder of its description"), "{said}");
    project.edit_spec("api.yaml", "out: crate", "out: [crate]");
    assert!(project.run(&["generate"]).fails().starts_with("error["));
}

#[test]
fn a_quiet_run_says_only_what_is_wrong() {
    let project = Project::of_case("presence");
    assert_eq!(project.run(&["generate", "--quiet"]).succeeds(), "");
    assert_eq!(project.run(&["generate", "-q"]).succeeds(), "");
    fs::write(project.path("spec/notes.json"), "{}").unwrap();
    let run = project.run(&["generate", "--quiet"]);
    assert!(run.stdout.is_empty() && run.stderr.starts_with("remark[passed-over]"), "{run:?}");
    project.edit_spec("loans.yaml", "id: {type: id, doc: Identifies", "id: {type: idd, doc: Identifies");
    assert!(project.run(&["generate", "--quiet"]).fails().starts_with("error[unknown-type]"));
}
