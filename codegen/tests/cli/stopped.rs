//! Runs that are ended at each of their steps: by a kill, within a write, or by a disk that refuses once.

use std::fs;
use std::io;
use std::path::Path;

use clientsmith::output::{self, Disk, Files, OutputError, Step, SystemDisk};
use tempfile::TempDir;

use crate::project::Project;
use crate::support::{self, Folder};

/// How a run ends at one of its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The process is killed before the step.
    Killed,
    /// The process is killed within the step: of a file, only the first half is there.
    Torn,
    /// The disk refuses this step, and no other one.
    Refused,
    /// The process is killed before a file or folder comes into its place; no other steps count.
    KilledAtRename,
}

/// A disk on which a run ends when it has taken some steps.
struct Ending {
    end: End,
    steps_left: usize,
    has_ended: bool,
}

impl Ending {
    fn after(steps: usize, end: End) -> Self {
        Self { end, steps_left: steps, has_ended: false }
    }
}

impl Disk for Ending {
    fn take(&mut self, step: &Step<'_>) -> io::Result<()> {
        let is_passed_over = self.end == End::KilledAtRename && !matches!(step, Step::Rename { .. });
        if !self.has_ended && is_passed_over {
            return take_at_once(step);
        }
        if self.steps_left > 0 || self.has_ended && self.end == End::Refused {
            self.steps_left = self.steps_left.saturating_sub(1);
            return take_at_once(step);
        }
        if let (false, End::Torn, Step::CreateFile { path, text, .. }) = (self.has_ended, self.end, step) {
            fs::write(path, &text.as_bytes()[..text.len() / 2])?;
        }
        self.has_ended = true;
        Err(io::ErrorKind::StorageFull.into())
    }
}

/// Takes a step without waiting for the disk: no test here ends in a power failure.
fn take_at_once(step: &Step<'_>) -> io::Result<()> {
    match step {
        Step::CreateFile { path, text, .. } => fs::write(path, text),
        step => SystemDisk.take(step),
    }
}

/// The files of a made-up crate, each with its path as its text and a mark for what changed.
fn crate_of(files: &[(&str, &str)]) -> Files {
    let mut made = Files::default();
    for (path, mark) in files {
        made.add(*path, format!("{path} {mark}\n"));
    }
    made
}

fn old() -> Files {
    crate_of(&[
        ("Cargo.toml", "1"),
        ("README.md", "1"),
        ("src/gone/deep/inner.rs", "1"),
        ("src/gone/mod.rs", "1"),
        ("src/kept/mod.rs", "1"),
        ("src/lib.rs", "1"),
        ("tests/gone.rs", "1"),
    ])
}

/// The crate to which the run leads that is ended.
fn new() -> Files {
    crate_of(&[
        ("Cargo.toml", "1"),
        ("README.md", "2"),
        ("src/added/deep/inner.rs", "2"),
        ("src/added/mod.rs", "2"),
        ("src/kept/mod.rs", "1"),
        ("src/kept/more.rs", "2"),
        ("src/lib.rs", "2"),
    ])
}

/// What the description says by the time of the next run, which has something of both, and something of neither.
fn other() -> Files {
    crate_of(&[
        ("Cargo.toml", "3"),
        ("README.md", "1"),
        ("src/added/mod.rs", "3"),
        ("src/gone/mod.rs", "3"),
        ("src/kept/mod.rs", "3"),
        ("src/lib.rs", "3"),
        ("src/other/mod.rs", "3"),
    ])
}

/// The record of what the tool owns.
const MANIFEST: &str = ".clientsmith.yaml";
/// A file that belongs to a person, in a folder that comes and goes with the tool's own.
const NOTES: &str = "src/kept/notes.txt";

/// An output folder with what was there before the run, if anything was, and a person's own file.
fn folder(before: Option<&Files>) -> TempDir {
    // In memory where Linux offers that: ext4 passes over what was deleted in the last minute, file by file, for each new one.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    if let Some(before) = before {
        write(before, folder.path());
    }
    support::write_file(&folder.path().join(NOTES), b"mine");
    folder
}

#[track_caller]
fn write(files: &Files, out: &Path) {
    let plan = output::plan(files, out, false).unwrap();
    let refused: Vec<_> = plan.refused.iter().map(|refusal| &refusal.path).collect();
    assert_eq!(refused, [""; 0], "these are the tool's own");
    output::write_on(&mut Ending::after(usize::MAX, End::Killed), &plan, out).unwrap();
}

/// What a folder holds once a crate is written into it.
fn written(files: &Files) -> Folder {
    let folder = folder(Some(files));
    support::read_folder(folder.path())
}

/// What git and Cargo see of a folder.
fn crate_files(out: &Path) -> Folder {
    let mut found = support::read_folder(out);
    found.retain(|path, _| !path.starts_with(".clientsmith.tmp/"));
    found
}

/// A run that was ended, from one crate or from nothing to the new one.
struct Ended<'a> {
    name: String,
    out: &'a Path,
    before: Folder,
    done: Result<(), OutputError>,
}

/// Ends the run in each possible way, and hands over what came of it.
fn for_each_end(mut check: impl FnMut(Ended)) {
    for (start, before) in [("nothing", None), ("a crate", Some(old()))] {
        for end in [End::Killed, End::Torn, End::Refused] {
            for steps in 0.. {
                let folder = folder(before.as_ref());
                let (out, before) = (folder.path(), crate_files(folder.path()));
                let plan = output::plan(&new(), out, false).unwrap();
                let mut disk = Ending::after(steps, end);
                let done = output::write_on(&mut disk, &plan, out);
                if !disk.has_ended {
                    assert!(done.is_ok() && steps > 25, "{steps} steps");
                    break;
                }
                check(Ended { name: format!("from {start}, {end:?} after {steps} steps"), out, before, done });
            }
        }
    }
}

#[test]
fn each_file_is_old_or_new_and_a_mixture_is_never_fresh() {
    let sides = [old(), new()];
    let crates = [old(), new(), other()].map(|files| (written(&files), files));
    for_each_end(|Ended { name, out, before, done }| {
        let found = crate_files(out);
        for (path, bytes) in found.iter().filter(|(path, _)| ![NOTES, MANIFEST].contains(&path.as_str())) {
            let is_whole = sides.iter().any(|files| files.get(path).is_some_and(|text| text.as_bytes() == bytes));
            assert!(is_whole, "{name}: {path} is {:?}", String::from_utf8_lossy(bytes));
        }
        for (written, files) in &crates {
            let is_fresh = output::plan(files, out, false).unwrap().is_fresh();
            assert_eq!(is_fresh, found == *written, "{name}");
        }
        if matches!(done, Err(OutputError::Untouched { .. })) {
            assert_eq!(found, before, "{name}");
        }
    });
}

#[test]
fn next_run_heals_whatever_the_description_says_by_then() {
    for next in [old(), new(), other()] {
        let expected = written(&next);
        for_each_end(|Ended { name, out, .. }| {
            write(&next, out);
            assert_eq!(support::read_folder(out), expected, "{name}");
        });
    }
}

#[test]
fn run_that_heals_may_be_ended_as_well() {
    let expected = written(&old());
    for_each_end(|Ended { name, out, .. }| {
        for steps in [5, 10, 14, 17, 20] {
            let plan = output::plan(&other(), out, false).unwrap();
            assert!(plan.refused.is_empty(), "{name}, then after {steps} steps");
            _ = output::write_on(&mut Ending::after(steps, End::Killed), &plan, out);
        }
        write(&old(), out);
        assert_eq!(support::read_folder(out), expected, "{name}");
    });
}

#[test]
fn what_a_person_wrote_meanwhile_is_refused() {
    let crates = [old(), new(), other()];
    for_each_end(|Ended { name, out, .. }| {
        for path in ["README.md", "src/added/mod.rs", "src/gone/mod.rs", "src/other/mod.rs"] {
            support::write_file(&out.join(path), b"mine");
        }
        for files in &crates {
            let plan = output::plan(files, out, false).unwrap();
            let touched =
                plan.write.iter().filter(|change| change.old.as_deref() == Some(b"mine")).map(|change| &change.path);
            let removed = plan.remove.iter().filter(|(_, old)| *old == b"mine").map(|(path, _)| path);
            let touched: Vec<_> = touched.chain(removed).collect();
            assert!(touched.len() > 1, "{name}: {touched:?}");
            assert_eq!(plan.refused.iter().map(|refusal| &refusal.path).collect::<Vec<_>>(), touched, "{name}");
        }
    });
}

#[test]
fn forced_run_that_was_ended_forces_nothing_later() {
    for_each_end(|Ended { name, out, .. }| {
        support::write_file(&out.join("src/lib.rs"), b"mine");
        let plan = output::plan(&other(), out, true).unwrap();
        let done = output::write_on(&mut Ending::after(12, End::Killed), &plan, out);
        assert!(done.is_err(), "{name}");
        let is_mine = fs::read(out.join("src/lib.rs")).unwrap() == b"mine";
        let plan = output::plan(&new(), out, false).unwrap();
        assert_eq!(plan.refused.len(), usize::from(is_mine), "{name}");
    });
}

/// A run that changes 500 files, ended before each of its steps.
#[test]
#[ignore = "it writes millions of files: run it by name after a change to what brings files to disk"]
fn a_run_that_changes_500_files_heals_from_each_step() {
    let made = |mark: &str| {
        let mut made = Files::default();
        for number in 0..500 {
            made.add(format!("src/m{}/f{number}.rs", number % 20), format!("{number} {mark}\n"));
        }
        made
    };
    let sides = [made("1"), made("2")];
    let folder = folder(Some(&sides[0]));
    let out = folder.path();
    let (before, mut steps) = (support::read_folder(out), 0);
    loop {
        let plan = output::plan(&sides[1], out, false).unwrap();
        let mut disk = Ending::after(steps, End::Killed);
        _ = output::write_on(&mut disk, &plan, out);
        let found = crate_files(out);
        for (path, bytes) in found.iter().filter(|(path, _)| ![NOTES, MANIFEST].contains(&path.as_str())) {
            let is_whole = sides.iter().any(|files| files.get(path).is_some_and(|text| text.as_bytes() == bytes));
            assert!(is_whole, "{path} after {steps} steps");
        }
        if !disk.has_ended {
            break;
        }
        write(&sides[0], out);
        assert_eq!(support::read_folder(out), before, "after {steps} steps");
        steps += 1;
    }
    assert!(steps > 1_000, "{steps} steps");
    eprintln!("{steps} steps");
}

/// The same with a whole crate and the built program.
#[test]
fn tool_completes_what_another_run_began() {
    for renames in 0.. {
        let project = Project::of_case("presence");
        let files = support::generate(&project.path("spec")).unwrap();
        let plan = output::plan(&files, &project.out(""), false).unwrap();
        let mut disk = Ending::after(renames, End::KilledAtRename);
        _ = output::write_on(&mut disk, &plan, &project.out(""));
        if !disk.has_ended {
            assert!(renames > 5, "{renames} renames");
            break;
        }
        assert_eq!(project.run(&["generate", "--check"]).code, 1, "{renames}");
        if renames % 2 == 0 {
            project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
        }
        project.generate().succeeds();
        let files = support::generate(&project.path("spec")).unwrap();
        assert!(output::plan(&files, &project.out(""), false).unwrap().is_fresh(), "{renames}");
        assert_eq!(project.files().len(), files.iter().count() + 1, "{renames}");
    }
}
