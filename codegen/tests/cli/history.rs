//! Which description is compared with which, and what is said if one cannot be had.

use std::fs;

use clientsmith::history::{self, Layout};

use crate::project::Project;
use crate::repository::{Repository, report, versions};
use crate::support;

/// Arguments, how the old description is called, and the versions of both.
type Naming = (&'static [&'static str], &'static str, [&'static str; 2]);

/// `FIRST`, `MAIN` and the like stand for the short hashes of commits.
const NAMINGS: &[Naming] = &[
    (&[], "merge base with main (MAIN)", ["0.2.0", "0.4.0"]),
    (&["main"], "main (MAIN)", ["0.2.0", "0.4.0"]),
    (&["heads/main"], "heads/main (MAIN)", ["0.2.0", "0.4.0"]),
    (&["HEAD"], "HEAD (TOPIC)", ["0.3.0", "0.4.0"]),
    (&["HEAD~2"], "HEAD~2 (FIRST)", ["0.1.0", "0.4.0"]),
    (&["HEAD^{/first: one}"], "HEAD^{/first: one} (FIRST)", ["0.1.0", "0.4.0"]),
    (&["HEAD^{/first: one}:spec"], "HEAD^{/first: one}:spec (FIRST)", ["0.1.0", "0.4.0"]),
    (&["v1"], "v1 (FIRST)", ["0.1.0", "0.4.0"]),
    (&["v1:spec"], "v1:spec (FIRST)", ["0.1.0", "0.4.0"]),
    (&["v1:spec/"], "v1:spec/ (FIRST)", ["0.1.0", "0.4.0"]),
    (&["FIRST"], "FIRST", ["0.1.0", "0.4.0"]),
    (&["FIRST:spec"], "FIRST:spec (FIRST)", ["0.1.0", "0.4.0"]),
    (&["v1", "main"], "v1 (FIRST)", ["0.1.0", "0.2.0"]),
    (&["main", "spec"], "main (MAIN)", ["0.2.0", "0.4.0"]),
    (&["spec", "main"], "spec", ["0.4.0", "0.2.0"]),
    (&["./spec", "v1:spec"], "./spec", ["0.4.0", "0.1.0"]),
    (&["main", "--spec", "./spec"], "main (MAIN)", ["0.2.0", "0.4.0"]),
    (&["--spec", "spec", "--", "main"], "main (MAIN)", ["0.2.0", "0.4.0"]),
];

/// A repository, and a text with the hashes of its commits in place of their names.
fn with_hashes(repository: &Repository) -> impl Fn(&str) -> String {
    let short = |revision| repository.git(&["rev-parse", "--short", revision]);
    let hashes = [("FIRST", short("v1^{commit}")), ("MAIN", short("main")), ("TOPIC", short("topic"))];
    move |text| hashes.iter().fold(text.to_owned(), |text, (name, hash)| text.replace(name, hash))
}

#[test]
fn each_way_of_naming_a_description_finds_it() {
    let repository = Repository::with_history();
    let hashes = with_hashes(&repository);
    for (arguments, label, expected) in NAMINGS {
        let arguments: Vec<String> = arguments.iter().map(|argument| hashes(argument)).collect();
        let report = repository.report(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(versions(&report), *expected, "{arguments:?}");
        assert_eq!(report["old"]["label"], hashes(label), "{arguments:?}");
    }
    assert_eq!(repository.git(&["status", "--porcelain"]), "M spec/api.yaml", "the checkout is as it was");
}

#[test]
fn default_branch_is_that_of_the_remote_or_else_main_or_master() {
    let repository = Repository::with_history();
    let compare = || {
        let report = repository.report(&[]);
        (report["old"]["label"].as_str().unwrap().to_owned(), versions(&report)[0].to_owned())
    };
    let is = |name: &str, version: &str| {
        let (label, found) = compare();
        assert!(label.starts_with(&format!("merge base with {name} (")) && found == version, "{label} has {found}");
    };
    is("main", "0.2.0");
    repository.git(&["branch", "--move", "main", "master"]);
    is("master", "0.2.0");
    repository.git(&["update-ref", "refs/remotes/origin/main", "v1^{commit}"]);
    is("origin/main", "0.1.0");
    repository.git(&["branch", "main", "master"]);
    is("main", "0.2.0");
    repository.git(&["update-ref", "refs/remotes/origin/trunk", "v1^{commit}"]);
    repository.git(&["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"]);
    is("origin/trunk", "0.1.0");
}

#[test]
fn folder_wins_over_a_revision_of_its_name() {
    let repository = Repository::with_history();
    support::write_folder(&repository.project.path("main"), &support::read_folder(&repository.project.path("spec")));
    assert_eq!(versions(&repository.report(&["main"])), ["0.4.0", "0.4.0"]);
    assert_eq!(versions(&repository.report(&["heads/main"])), ["0.2.0", "0.4.0"]);
    fs::remove_file(repository.project.path("main/api.yaml")).unwrap();
    let said = repository.run(&["diff", "main"]).fails();
    assert!(said.contains("`main` is no description") && said.contains("`heads/main`"), "{said}");
}

#[test]
fn works_from_folders_worktrees_bare_repositories_and_hooks() {
    let repository = Repository::with_history();
    let below = repository.project.path("spec/notes");
    fs::create_dir_all(&below).unwrap();
    let json = ["diff", "--format", "json"];
    let compare = |folder: &str, arguments: &[&str]| {
        let run = repository.run_in(&repository.project.path(folder), &[&json, arguments].concat());
        versions(&report(&run.succeeds())).map(str::to_owned)
    };
    assert_eq!(compare("spec/notes", &["v1"]), ["0.1.0", "0.4.0"]);
    repository.git(&["worktree", "add", "--quiet", "tree", "v1"]);
    assert_eq!(compare("tree", &["topic"]), ["0.3.0", "0.1.0"]);
    assert_eq!(compare("", &["v1", "--spec", "tree/spec"]), ["0.1.0", "0.1.0"]);
    repository.git(&["clone", "--quiet", "--bare", ".", "bare.git"]);
    assert_eq!(compare("bare.git", &["v1", "main:spec"]), ["0.1.0", "0.2.0"]);

    let mut hook = repository.project.tool(&["diff", "v1", "--format", "json"]);
    let run = crate::project::Run::of(hook.env("GIT_DIR", "elsewhere").env("GIT_INDEX_FILE", "elsewhere"));
    assert_eq!(versions(&report(&run.succeeds())), ["0.1.0", "0.4.0"]);
}

#[test]
fn description_that_was_moved_is_found_where_it_was() {
    let repository = Repository::with_history();
    repository.git(&["mv", "spec", "api"]);
    let said = repository.run(&["diff", "main", "--spec", "api"]).fails();
    assert!(said.contains("`main` has no folder `api`") && said.contains("`main:path/to/spec`"), "{said}");
    assert_eq!(versions(&repository.report(&["main:spec", "--spec", "api"])), ["0.2.0", "0.4.0"]);
    assert_eq!(versions(&repository.report(&["v1", "main"])), ["0.1.0", "0.2.0"], "the working tree is not asked");
}

#[test]
fn faults_of_an_old_description_are_shown_with_its_name() {
    let repository = Repository::empty();
    repository.project.edit_spec("loans.yaml", "id: {type: id,", "id: {type: idd,");
    repository.commit("wrong");
    repository.project.edit_spec("loans.yaml", "id: {type: idd,", "id: {type: id,");
    let said = repository.run(&["diff", "main"]).fails();
    assert!(said.contains("error[unknown-type]") && said.contains("--> main:spec/loans.yaml:"), "{said}");
}

#[test]
fn what_cannot_be_had_says_why_and_what_to_do() {
    let repository = Repository::with_history();
    repository.git(&["update-ref", "refs/remotes/origin/other", "v1^{commit}"]);
    let errors: &[(&[&str], &str)] = &[
        (&["nothing"], "`nothing` is neither a folder nor a revision: `git branch --all`"),
        (&["other"], "`other` is neither a folder nor a revision: write `origin/other`"),
        (&["--", "--upload-pack=touch x"], "`--upload-pack=touch x` is neither a folder nor a revision"),
        (&["--", "-h"], "`-h` is neither"),
        (&["a\u{1B}[31m\nb"], "`a\\u{1b}[31m\\u{a}b` is neither"),
        (&["main..topic"], "`main..topic` is neither a folder nor a revision: give OLD and NEW as two arguments"),
        (&[""], "`` names no revision"),
        (&[":spec"], "`:spec` names no revision: write `main`"),
        (&["main:../spec"], "not a path from the root of the repository"),
        (&["main:./spec"], "not a path from the root of the repository"),
        (&["main:/spec"], "not a path from the root of the repository"),
        (&["main:nowhere"], "`main` has no folder `nowhere`"),
        (&["main:"], "`main:` is no description"),
        (&["./main"], "there is no folder `./main`"),
        (&["../nowhere"], "there is no folder `../nowhere`"),
        (&["main", "nothing"], "`nothing` is neither"),
        (&["--spec", "../nowhere"], "there is no folder `../nowhere`"),
        (&["main", "--spec", "../nowhere"], "there is no folder `../nowhere`"),
    ];
    for (arguments, expected) in errors {
        let said = repository.run(&[&["diff"], *arguments].concat()).fails();
        assert!(said.starts_with("error: ") && said.contains(expected), "{arguments:?} {said}");
    }
}

#[test]
fn missing_repository_program_or_branch_says_so() {
    let repository = Repository::empty();
    for arguments in [&["diff"][..], &["diff", "HEAD"]] {
        let said = repository.run(arguments).fails();
        assert!(
            said.contains("there is no commit on this branch yet") && said.contains("give folders"),
            "{arguments:?} {said}"
        );
    }
    repository.commit("first");
    repository.git(&["branch", "--move", "main", "trunk"]);
    let said = repository.run(&["diff"]).fails();
    assert!(said.contains("there is no default branch") && said.contains("clientsmith diff HEAD"), "{said}");
    repository.git(&["branch", "--move", "trunk", "main"]);
    repository.git(&["switch", "--quiet", "--orphan", "other"]);
    repository.git(&["checkout", "--quiet", "main", "--", "spec"]);
    repository.commit("unrelated");
    let said = repository.run(&["diff"]).fails();
    assert!(said.contains("`HEAD` has no commit in common with `main`"), "{said}");

    let mut tool = repository.project.tool(&["diff", "main"]);
    let said = crate::project::Run::of(tool.env("PATH", repository.project.path("spec"))).fails();
    assert!(said.contains("the program `git` cannot be started") && said.contains("folders"), "{said}");

    fs::remove_dir_all(repository.project.path(".git")).unwrap();
    let said = repository.run(&["diff"]).fails();
    assert!(said.contains("the default branch cannot be read, since `spec` is not in a git repository"), "{said}");
    let said = repository.run(&["diff", "main"]).fails();
    assert!(said.contains("the revision `main` cannot be read"), "{said}");
    assert_eq!(versions(&repository.report(&["spec"])), ["0.1.0", "0.1.0"], "folders need no git");
}

#[test]
fn shallow_clone_says_how_to_get_the_rest() {
    let repository = Repository::with_history();
    let url = format!("file://{}", repository.project.path("").display());
    repository.git(&["clone", "--quiet", "--depth=1", "--branch=topic", &url, "shallow"]);
    let shallow = repository.project.path("shallow");
    // A build server's checkout does not know which branch is the default one.
    repository.git_in(&shallow, &["remote", "set-head", "origin", "--delete"]);
    for arguments in [&["diff"][..], &["diff", "main"], &["diff", "HEAD~1"]] {
        let said = repository.run_in(&shallow, arguments).fails();
        assert!(said.contains("git fetch --unshallow") && said.contains("fetch-depth: 0"), "{arguments:?} {said}");
    }
    let run = repository.run_in(&shallow, &["diff", "HEAD", "--format", "json"]);
    assert_eq!(versions(&report(&run.succeeds())), ["0.3.0", "0.3.0"]);
}

#[test]
fn same_files_count_in_a_commit_as_in_a_folder() {
    let link = "120000";
    let odd: &[(&str, &str, &[u8], &str)] = &[
        ("100644", "spec/notes.md", b"Not a resource.", ""),
        ("100644", "spec/.loans.yaml", b"resource: backup", ""),
        ("100644", "spec/readers.yml", b"", "`main:spec/readers.yml` ends in `.yml`"),
        ("100644", "spec/readers.yaml", b"resource: \xFF", "`main:spec/readers.yaml` is not UTF-8 (see byte 10)"),
        ("100644", "spec/readers.yaml/notes", b"", "`main:spec/readers.yaml` is not a file"),
        (link, "spec/readers.yaml", b"nowhere", "`main:spec/readers.yaml` is a link to something that is not in the"),
        (link, "spec/readers.yaml", b"../../outside.yaml", "`main:spec/readers.yaml` is a link to something"),
        (link, "spec/readers.yaml", b"readers.yaml", "`main:spec/readers.yaml` is a link to something"),
        (link, "spec/readers.yaml", b"../spec", "`main:spec/readers.yaml` is not a file"),
        (link, "spec/readers.yaml", b"../readers.txt", "error[missing-key]"),
    ];
    for (mode, path, bytes, expected) in odd {
        let repository = Repository::empty();
        repository.git(&["add", "--all"]);
        repository.stage("100644", "readers.txt", b"{doc: A file with another ending.}\n");
        repository.stage(mode, path, bytes);
        repository.git(&["commit", "--quiet", "--message=odd"]);
        let run = repository.run(&["diff", "main"]);
        let is_expected = if expected.is_empty() { run.code == 0 } else { run.stderr.contains(expected) };
        assert!(is_expected, "{path} {run:?}");
    }
}

#[test]
fn linked_folder_is_followed_and_a_submodule_is_refused() {
    let repository = Repository::with_history();
    let id = repository.git(&["rev-parse", "HEAD"]);
    repository.stage("120000", "linked", b"spec");
    repository.stage("120000", "outside", b"../spec");
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{id},other")]);
    repository.git(&["commit", "--quiet", "--message=fourth"]);
    assert_eq!(versions(&repository.report(&["HEAD:linked"])), ["0.3.0", "0.4.0"]);
    let said = repository.run(&["diff", "HEAD:other"]).fails();
    assert!(said.contains("`HEAD:other` is a submodule"), "{said}");
    let said = repository.run(&["diff", "HEAD:outside"]).fails();
    assert!(said.contains("`HEAD:outside` is a link to something"), "{said}");
}

#[test]
fn damaged_clone_says_what_is_missing() {
    let repository = Repository::with_history();
    let id = repository.git(&["rev-parse", "main:spec/loans.yaml"]);
    fs::remove_file(repository.project.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]))).unwrap();
    let said = repository.run(&["diff", "main"]).fails();
    assert!(said.contains("`main:spec/loans.yaml` is missing from this clone"), "{said}");
}

#[test]
fn many_files_are_read_without_waiting_for_each_other() {
    let repository = Repository::empty();
    let doc = "A long description. ".repeat(20);
    // Their hashes, and what they hold, are each more than a pipe takes.
    for number in 0..1700 {
        let text = format!("resource: r{number}\ndoc: {doc}\n");
        fs::write(repository.project.path(&format!("spec/r{number}.yaml")), text).unwrap();
    }
    repository.commit("large");
    repository.run(&["diff", "HEAD", "HEAD"]).succeeds();
}

#[test]
fn folders_are_compared_without_a_repository() {
    let project = Project::of_case("presence");
    support::write_folder(&project.path("old/spec"), &support::read_folder(&project.path("spec")));
    let run = project.run(&["diff", "old/spec", "spec", "--format", "json"]);
    assert_eq!(report(&run.succeeds())["old"]["label"], "old/spec");
}

#[test]
fn listing_that_is_none_counts_alike_in_a_folder_and_in_a_commit() {
    let repository = Repository::empty();
    let out = repository.project.path("generated");
    let generator = |old: &str| repository.report(&[old])["generator"].as_array().unwrap().len();
    fs::write(&out, "no folder").unwrap();
    repository.commit("no folder");
    assert_eq!([generator("HEAD"), generator("spec")], [0, 0]);
    fs::remove_file(&out).unwrap();
    fs::create_dir_all(out.join("api.txt")).unwrap();
    assert_eq!(generator("spec"), 0);
    fs::remove_dir(out.join("api.txt")).unwrap();
    fs::write(out.join("api.txt"), b"\xFF\n").unwrap();
    repository.commit("no text");
    assert!(generator("HEAD") > 1, "all lines of the crate");
    assert_eq!(generator("HEAD"), generator("spec"));
}

#[test]
fn listing_beside_a_description_is_found() {
    let repository = Repository::empty();
    let project = &repository.project;
    for (folder, listing) in [("generated", "beside"), ("crates/api", "elsewhere")] {
        fs::create_dir_all(project.path(folder)).unwrap();
        fs::write(project.path(folder).join("api.txt"), listing).unwrap();
    }
    support::write_folder(&project.path("copy/spec"), &support::read_folder(&project.path("spec")));
    repository.commit("first");
    fs::write(project.path("generated/api.txt"), "changed").unwrap();

    let copy = project.path("copy/spec");
    for (argument, spec, out, expected) in [
        (copy.to_str().unwrap(), "copy/spec", "generated", Some("changed")),
        (copy.to_str().unwrap(), "spec", "generated", None),
        ("HEAD", "spec", "generated", Some("beside")),
        ("HEAD", "spec", "crates/api", Some("elsewhere")),
        ("HEAD", "spec", "crates/gone/../api", Some("elsewhere")),
        ("HEAD", "copy/spec", "copy/generated", None),
        ("HEAD:spec", "copy/spec", "copy/generated", Some("beside")),
        ("HEAD:copy/spec", "deep/down/spec", "deep/generated", Some("beside")),
        ("HEAD:spec", "deep/down/spec", "deep/generated", None),
        ("HEAD", "spec", "../outside", None),
    ] {
        let layout = Layout { spec: project.path(spec), out: project.path(out) };
        let opened = history::open(argument, &layout).unwrap();
        assert_eq!(opened.listing.as_deref(), expected, "{argument} {layout:?}");
    }
}
