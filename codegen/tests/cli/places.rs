//! What stands where the crate should be, disks that are full or may not be written, and what a run leaves behind.

use std::fs;

use clientsmith::output::{self, Files, OutputError};

use crate::project::{Project, Run};
use crate::repository::Repository;
use crate::support;

/// A file of each crate.
const LIBRARY: &str = "src/lib.rs";
/// Where a run keeps what is new until all of it is there.
const STAGING: &str = ".clientsmith.tmp";

#[test]
fn what_is_no_file_is_refused_at_once() {
    let project = Project::written("presence");
    fs::remove_file(project.out(LIBRARY)).unwrap();
    fs::create_dir(project.out(LIBRARY)).unwrap();
    for arguments in [&["generate"][..], &["generate", "--force"], &["generate", "--check"]] {
        let said = project.run(arguments).fails();
        assert!(said.contains("`generated/src/lib.rs` is not a file"), "{said}");
    }
}

#[test]
fn file_where_a_folder_should_be_is_a_clear_error() {
    let project = Project::of_case("presence");
    fs::create_dir_all(project.out("")).unwrap();
    fs::write(project.out("src"), "mine").unwrap();
    let said = project.generate().fails();
    assert!(said.contains("`generated/src` is in the way"), "{said}");
    assert_eq!(project.files().len(), 1, "nothing else was written");
}

#[test]
fn file_in_place_of_the_output_folder_is_refused() {
    let project = Project::of_case("presence");
    fs::write(project.path("generated"), "mine").unwrap();
    for arguments in [&["generate"][..], &["generate", "--check"]] {
        let said = project.run(arguments).fails();
        assert!(said.contains("`generated` is not a folder") && said.contains("--out"), "{said}");
    }
}

#[test]
fn file_that_holds_nothing_is_no_work_of_anybody() {
    for bytes in [&b""[..], &[0; 512]] {
        let project = Project::written("presence");
        let before = project.files();
        fs::write(project.out(LIBRARY), bytes).unwrap();
        project.generate().succeeds();
        assert_eq!(project.files(), before);
    }
}

#[test]
fn name_in_another_letter_case_may_be_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let crate_of = |path: &str| {
        let mut files = Files::default();
        files.add(path, "text\n".to_owned());
        files
    };
    let plan = output::plan(&crate_of("src/Book.rs"), folder.path(), false).unwrap();
    output::write(&plan, folder.path()).unwrap();
    // Where letter case makes a difference, both are there.
    fs::copy(folder.path().join("src/Book.rs"), folder.path().join("src/book.rs")).unwrap();
    let plan = output::plan(&crate_of("src/book.rs"), folder.path(), false).unwrap();
    assert!(plan.remove.is_empty(), "{:?}", plan.remove);
}

#[test]
fn name_that_is_too_long_is_found_before_anything_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Files::default();
    files.add("README.md", "text\n".to_owned());
    files.add(format!("src/{}/mod.rs", "a".repeat(300)), "text\n".to_owned());
    let plan = output::plan(&files, folder.path(), false).unwrap();
    let error = output::write(&plan, folder.path()).unwrap_err();
    assert!(matches!(error, OutputError::Untouched { .. }), "{error}");
    assert!(error.to_string().contains("aaa") && error.to_string().contains("the crate is as it was"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// A project in which a run was ended when all that is new was written beside the crate.
fn with_leftovers(repository: &Repository) {
    let project = &repository.project;
    project.generate().succeeds();
    for path in [".gitignore", "record.yaml", "new/src/lib.rs", "new/tests/loans.rs"] {
        let text = if path == ".gitignore" { "*\n" } else { "left behind" };
        support::write_file(&project.out(STAGING).join(path), text.as_bytes());
    }
}

#[test]
fn what_a_run_left_behind_is_seen_by_neither_git_nor_cargo() {
    let repository = Repository::empty();
    with_leftovers(&repository);
    repository.commit("all");
    let tracked = repository.git(&["ls-files"]);
    assert!(tracked.contains(LIBRARY) && !tracked.contains(STAGING), "{tracked}");
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    let list = |folder: &std::path::Path| {
        let mut cargo = support::cargo();
        Run::of(cargo.current_dir(folder).args(["package", "--list", "--offline", "--allow-dirty"])).stdout
    };
    let elsewhere = tempfile::tempdir().unwrap();
    support::write_folder(elsewhere.path(), &repository.project.files());
    for listed in [list(&repository.project.out("")), list(elsewhere.path())] {
        assert!(listed.contains(LIBRARY) && !listed.contains(STAGING), "{listed}");
    }
}

#[test]
fn what_a_run_left_behind_is_swept_by_the_next() {
    for edit in [None, Some("Wet cover.")] {
        let repository = Repository::empty();
        with_leftovers(&repository);
        let project = &repository.project;
        project.run(&["generate", "--check"]).succeeds();
        assert!(project.out(STAGING).exists(), "a check writes nothing");
        if let Some(edit) = edit {
            project.edit_spec("loans.yaml", "Torn cover.", edit);
        }
        project.generate().succeeds();
        assert!(!project.out(STAGING).exists());
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    use super::*;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Runs the tool as somebody whom permissions bind, which the superuser is not.
    fn run_as_anybody(project: &Project, arguments: &[&str]) -> Run {
        const NOBODY: u32 = 65_534;
        let mut tool = project.tool(arguments);
        if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
            std::os::unix::process::CommandExt::uid(&mut tool, NOBODY);
        }
        Run::of(&mut tool)
    }

    /// A project of which the crate is written, and in which anybody may write.
    fn for_anybody(project: Project) -> Project {
        let mut open = vec![project.path("")];
        while let Some(path) = open.pop() {
            set_mode(&path, if path.is_dir() { 0o777 } else { 0o666 });
            open.extend(fs::read_dir(&path).into_iter().flatten().map(|entry| entry.unwrap().path()));
        }
        project
    }

    #[test]
    fn pipe_is_refused_at_once() {
        let project = Project::written("presence");
        fs::remove_file(project.out(LIBRARY)).unwrap();
        assert_eq!(Run::of(Command::new("mkfifo").arg(project.out(LIBRARY))).code, 0);
        let said = project.generate().fails();
        assert!(said.contains("`generated/src/lib.rs` is not a file"), "{said}");
    }

    #[test]
    fn link_inside_is_refused_and_its_target_is_left_alone() {
        let moved = [LIBRARY, "Cargo.toml", ".clientsmith.yaml", "src", "src/loans"];
        for path in moved {
            let project = Project::written("presence");
            let elsewhere = project.path("elsewhere");
            fs::rename(project.out(path), &elsewhere).unwrap();
            symlink(&elsewhere, project.out(path)).unwrap();
            project.edit_spec("loans.yaml", "A book that a reader", "The book that a reader");
            let before = project.files();
            for arguments in [&["generate"][..], &["generate", "--force"]] {
                let said = project.run(arguments).fails();
                assert!(said.contains(&format!("`generated/{path}` is a link")), "{said}");
            }
            assert_eq!(project.files(), before);
        }
    }

    #[test]
    fn link_in_place_of_the_staging_folder_is_refused() {
        let project = Project::of_case("presence");
        fs::create_dir_all(project.out("")).unwrap();
        support::write_file(&project.path("elsewhere/new/mine.txt"), b"mine");
        symlink(project.path("elsewhere"), project.out(STAGING)).unwrap();
        let said = project.generate().fails();
        assert!(said.contains("`generated/.clientsmith.tmp` is a link"), "{said}");
        assert!(project.path("elsewhere/new/mine.txt").exists());
    }

    #[test]
    fn output_folder_may_be_a_link_itself() {
        let project = Project::of_case("presence");
        fs::create_dir(project.path("elsewhere")).unwrap();
        symlink("elsewhere", project.path("generated")).unwrap();
        project.generate().succeeds();
        assert!(project.path("generated").is_symlink() && project.path("elsewhere").join(LIBRARY).exists());
        let project = Project::of_case("presence");
        symlink("nowhere", project.path("generated")).unwrap();
        let said = project.generate().fails();
        assert!(said.contains("cannot create the folder `generated`"), "{said}");
    }

    #[test]
    fn read_only_file_is_replaced_and_stays_read_only() {
        let project = Project::written("presence");
        let file = project.out("tests/loans.rs");
        set_mode(&file, 0o444);
        project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
        project.generate().succeeds();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o444);
    }

    #[test]
    fn what_cannot_be_read_is_not_taken_for_absent() {
        for path in ["", "src", LIBRARY, ".clientsmith.yaml"] {
            let project = for_anybody(Project::written("presence"));
            set_mode(&project.out(path), 0);
            for arguments in [&["generate"][..], &["generate", "--force"], &["generate", "--check"]] {
                let said = run_as_anybody(&project, arguments).fails();
                assert!(said.contains("cannot read `generated") && said.contains("ermission denied"), "{said}");
            }
            set_mode(&project.out(path), 0o777);
        }
    }

    #[test]
    fn folder_that_may_not_be_written_changes_nothing_or_is_completed_later() {
        for (path, word) in [("", "the crate is as it was"), ("tests", "partly old and partly new")] {
            let project = for_anybody(Project::written("presence"));
            set_mode(&project.out(path), 0o555);
            project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
            let before = project.files();
            let said = run_as_anybody(&project, &["generate"]).fails();
            assert!(said.contains("ermission denied") && said.contains(word), "{said}");
            assert_eq!(project.files() == before, path.is_empty());

            set_mode(&project.out(path), 0o777);
            project.edit_spec("loans.yaml", "Wet cover.", "Lost cover.");
            run_as_anybody(&project, &["generate"]).succeeds();
            let fresh = Project::with_spec(&project.path("spec"));
            fresh.generate().succeeds();
            assert_eq!(project.files(), fresh.files());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn full_disk_changes_nothing() {
        let project = Project::of_case("presence");
        fs::create_dir(project.out("")).unwrap();
        // A file system that is too small for the crate, and then is not.
        let script = "mount -t tmpfs -o size=128k tmpfs generated || exit 3
            \"$0\" generate; test $? = 2 && test -z \"$(ls -A generated)\" || exit 4
            mount -o remount,size=16m generated && \"$0\" generate && \"$0\" generate --check || exit 5
            mount -o remount,ro generated && \"$0\" generate --check && \"$0\" generate || exit 6
            sed -i 's/Torn cover/Wet cover/' spec/loans.yaml && \"$0\" generate; test $? = 2";
        let mut tool = Command::new("unshare");
        tool.current_dir(project.path("")).args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
        let run = Run::of(tool.arg(env!("CARGO_BIN_EXE_clientsmith")));
        if run.code == 3 || run.stderr.starts_with("unshare: ") {
            eprintln!("skipped: nobody may mount a file system here: {}", run.stderr);
            return;
        }
        assert_eq!(run.code, 0, "{run:?}");
        for word in ["No space left on device", "the crate is as it was", "Read-only file system"] {
            assert!(run.stderr.contains(word), "{run:?}");
        }
    }
}
