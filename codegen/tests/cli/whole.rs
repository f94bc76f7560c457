//! What a user names a file for is written whole or not at all, and a link to it stays a link.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Project, Run};
use crate::support;

/// The two commands that write into a file of the user's, each with its file as the last argument.
const WRITERS: [&[&str]; 2] =
    [&["diff", "old", "spec", "--format", "html", "--output"], &["changelog", "old", "spec", "--write"]];

/// What stands in the file before.
const BEFORE: &str = "# Changelog\n";

/// A project with a description, an older one beside it, and a folder with a file to write into.
fn project() -> Project {
    let project = Project::of_case("presence");
    support::write_folder(&project.path("old"), &support::read_folder(&project.path("spec")));
    project.edit_spec("loans.yaml", "http: GET /loans/{id}", "http: GET /v2/loans/{id}");
    fs::create_dir(project.path("kept")).unwrap();
    fs::write(project.path("kept/file.md"), BEFORE).unwrap();
    project
}

fn written(arguments: &[&str], file: &str) -> Vec<String> {
    arguments.iter().copied().chain([file]).map(str::to_owned).collect()
}

/// Holds that a run failed, said why, and left the file and its folder as they were.
#[track_caller]
fn leaves_all_as_it_was(run: Run, folder: &Path, why: &str) {
    let said = run.fails();
    assert!(said.starts_with("error: cannot ") && said.contains(why), "{said}");
    assert_eq!(fs::read_to_string(folder.join("file.md")).unwrap(), BEFORE);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn file_that_would_grow_beyond_a_quota_stays_as_it_was() {
    let project = project();
    for arguments in WRITERS {
        // A write beyond the limit fails as one on a full disk does.
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
        let mut tool = Command::new("sh");
        tool.current_dir(project.path("")).args(["-c", script, env!("CARGO_BIN_EXE_clientsmith")]);
        let run = Run::of(tool.args(written(arguments, "kept/file.md")));
        leaves_all_as_it_was(run, &project.path("kept"), "kept/file.md`: File too large");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn file_on_a_full_disk_stays_as_it_was() {
    let project = project();
    for arguments in WRITERS {
        // A file system of one page for the file, and of none for another one.
        let script = "mount -t tmpfs -o nr_blocks=1 tmpfs kept && printf '# Changelog\\n' > kept/file.md || exit 3
            \"$0\" \"$@\"; code=$?
            test \"$(cat kept/file.md)\" = '# Changelog' && test \"$(ls -A kept)\" = file.md || exit 4
            exit $code";
        let mut tool = Command::new("unshare");
        tool.current_dir(project.path("")).args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
        let run = Run::of(tool.arg(env!("CARGO_BIN_EXE_clientsmith")).args(written(arguments, "kept/file.md")));
        if run.code == 3 || run.stderr.starts_with("unshare: ") {
            eprintln!("skipped: nobody may mount a file system here: {}", run.stderr);
            return;
        }
        let said = run.fails();
        assert!(said.contains("No space left on device"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn file_in_a_folder_that_cannot_be_written_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;

    let project = project();
    let is_superuser = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    fs::set_permissions(project.path(""), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(project.path("kept"), fs::Permissions::from_mode(0o555)).unwrap();
    for arguments in WRITERS {
        let mut tool = project.tool(arguments);
        if is_superuser {
            // Permissions do not bind the superuser, so somebody else runs the tool.
            const NOBODY: u32 = 65_534;
            std::os::unix::process::CommandExt::uid(&mut tool, NOBODY);
        }
        leaves_all_as_it_was(Run::of(tool.arg("kept/file.md")), &project.path("kept"), "ermission denied");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn device_is_written_into_and_never_replaced() {
    let project = project();
    let [report, _] = WRITERS;
    let printed = project.run(&report[..report.len() - 1]).succeeds();
    let through = project.run(&[report, &["/dev/stdout"]].concat()).succeeds();
    assert_eq!(through, printed);
    let said = project.run(&[report, &["/dev/full"]].concat()).fails();
    assert_eq!(said, "error: cannot write `/dev/full`: No space left on device (os error 28)\n");
}

#[cfg(unix)]
#[test]
fn link_leads_to_the_file_even_before_there_is_one() {
    use std::os::unix::fs::symlink;

    for is_there in [true, false] {
        for arguments in WRITERS {
            let project = project();
            symlink("second.md", project.path("first.md")).unwrap();
            symlink("kept/file.md", project.path("second.md")).unwrap();
            if !is_there {
                fs::remove_file(project.path("kept/file.md")).unwrap();
            }
            project.run(&[arguments, &["first.md"]].concat()).succeeds();
            assert!(project.path("first.md").is_symlink() && project.path("second.md").is_symlink());
            assert_ne!(fs::read_to_string(project.path("kept/file.md")).unwrap(), BEFORE);
            assert_eq!(fs::read_dir(project.path("kept")).unwrap().count(), 1, "no temporary file is left");
        }
    }
}

#[test]
fn folder_is_no_file() {
    let project = project();
    for arguments in WRITERS {
        let said = project.run(&[arguments, &["kept"]].concat()).fails();
        assert!(said.starts_with("error: ") && said.contains("`kept`"), "{said}");
    }
}
