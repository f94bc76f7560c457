//! What the generator writes is good Rust: it compiles without warnings, its tests and documentation examples pass.
//!
//! All cases, crates of larger descriptions that are made here, and the crate in `generated/` are members of one workspace under the target folder, so that their
//! dependencies are built once; a file is only written there if it changed, so that Cargo has little to do again.
//!
//! Each crate holds a whole runtime, so each way to compile one is dear. Libraries have no unit tests, so they are not
//! compiled as what would run them: `TARGETS` instead of `--all-targets`.

#[path = "compile/documents.rs"]
mod documents;
#[path = "compile/graphs.rs"]
mod graphs;
#[path = "compile/joined.rs"]
mod joined;
#[path = "openapi/json.rs"]
mod json;
#[path = "compile/shapes.rs"]
mod shapes;
mod support;
#[path = "compile/taken.rs"]
mod taken;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use support::Folder;

/// The crate of all graphs and its caller are like others but for their size, at which each tool takes as long as for all others
/// together: the compiler, which is what they are made for, sees them once, when they are tested.
const GRAPHS: &str = "-p case-graphs -p graphs-caller";
/// The others, but for `generated/`: its tests are run by `cargo test --workspace` itself.
const BUT_GRAPHS: &str = "--workspace --exclude stripe-billing --exclude case-graphs --exclude graphs-caller";
/// What Clippy is asked for, as `cargo clippy -- -D warnings -W clippy::pedantic` tells its driver.
const PEDANTIC: &str = "-Dwarnings__CLIPPY_HACKERY__-Wclippy::pedantic__CLIPPY_HACKERY__";
/// All that a generated crate has to compile.
const TARGETS: &str = "--lib --test *";

/// A workspace of generated crates.
struct Workspace {
    root: PathBuf,
    /// The folders of its packages.
    members: Vec<String>,
}

/// The workspace, made once for all tests of this file.
static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases");
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let cases = joined::write(&root, &scratch.join("cases-spec"));
    let mut generated: Folder = support::read_folder(&support::workspace().join("generated"));
    generated.retain(|path, _| !path.starts_with("target/"));
    support::write_folder(&root.join("generated"), &generated);
    assert_no_unit_tests(&root);
    graphs::write(&root, &scratch.join("graphs-spec"));
    shapes::write(&root, &scratch.join("shapes-spec"));
    documents::write(&root.join(documents::MEMBER));
    let made = graphs::MEMBERS.into_iter().chain([shapes::MEMBER, documents::MEMBER]);
    let members: Vec<String> =
        cases.into_iter().chain(["generated"].into_iter().chain(made).map(str::to_owned)).collect();
    support::write_workspace(&root, &members);
    Workspace { root, members }
});

/// Sees to it that [`TARGETS`] are all targets.
fn assert_no_unit_tests(root: &Path) {
    for (path, text) in support::read_folder(root) {
        let is_library = path.contains("/src/") && support::has_ending(&path, &["rs"]);
        let has_tests = String::from_utf8_lossy(&text).lines().any(|line| line.trim_start().starts_with("#[test]"));
        assert!(!is_library || !has_tests, "{path} has a unit test: use `--all-targets` from now on");
    }
}

/// Runs Cargo in the workspace, and gives what it says on standard error; `arguments` are separated by spaces.
fn cargo(arguments: &str, environment: &[(&str, &str)]) -> String {
    let mut cargo = support::cargo();
    cargo.current_dir(&WORKSPACE.root).args(arguments.split(' ')).envs(environment.iter().copied());
    cargo.env("CARGO_TARGET_DIR", support::shared_target());
    let output = cargo.output().expect("Cargo runs");
    assert!(output.status.success(), "cargo {arguments}\n{}", support::transcript(&output));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn every_crate_is_free_of_warnings_and_passes_its_tests_and_documentation_examples() {
    let driver = Path::new(support::cargo().get_program()).with_file_name("clippy-driver");
    let driver = driver.to_str().expect("a path that can be said");
    // As `cargo clippy` does, but for a build, which needs no second look at all crates for Clippy alone.
    let clippy = [("RUSTC_WORKSPACE_WRAPPER", driver), ("CLIPPY_ARGS", PEDANTIC)];
    for (packages, features, environment) in [(BUT_GRAPHS, "blocking,events", &clippy[..]), (GRAPHS, "blocking", &[])] {
        // Some tests hold the two clients against each other, and with the same features for all, each library is built once.
        let tests = format!("test {packages} --offline --quiet --features {features}");
        let said = cargo(&format!("{tests} --test *"), environment);
        assert!(!said.contains("warning: "), "{said}");
        cargo(&format!("{tests} --doc"), environment);
    }
}

#[test]
fn documentation_of_every_crate_is_free_of_warnings() {
    // Not into one folder: there, rustdoc makes the index of all anew with each of them. Nor is each deleted before the next:
    // ext4 passes over what was deleted in the last minute, file by file, for each new one.
    let (made, kept) = (support::shared_target().join("doc"), Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases-doc"));
    _ = fs::remove_dir_all(&made);
    _ = fs::remove_dir_all(&kept);
    fs::create_dir_all(&kept).unwrap();
    for package in packages() {
        cargo(&format!("doc -p {package} --no-deps --offline --quiet"), &[("RUSTDOCFLAGS", "-D warnings")]);
        fs::rename(&made, kept.join(package)).unwrap();
    }
    fs::remove_dir_all(kept).unwrap();
}

#[test]
fn every_set_of_features_is_free_of_warnings() {
    let resources = resources(&WORKSPACE.root.join("generated")).into_iter().collect::<Vec<_>>().join(",");
    let all = format!("{resources},async-tls,blocking-tls,proxy,http2,tracing,serde");
    for features in ["", &resources, "async", "blocking", "serde", &all] {
        let package = format!("clippy -p stripe-billing {TARGETS} --offline --quiet --no-default-features");
        cargo(&format!("{package} --features={features} -- -D warnings -W clippy::pedantic"), &[]);
    }
}

#[test]
fn each_resource_by_itself_is_free_of_warnings() {
    for (package, folder) in [("case-features", "features"), ("stripe-billing", "generated")] {
        for resource in resources(&WORKSPACE.root.join(folder)) {
            // What is not needed is what the compiler itself warns of.
            let features = format!("--no-default-features --features={resource},async");
            let said = cargo(&format!("check -p {package} {TARGETS} --offline --quiet {features}"), &[]);
            assert!(!said.contains("warning: "), "{package} with {features}\n{said}");
        }
    }
}

/// The names of all packages, but for those of graphs.
fn packages() -> Vec<String> {
    let members = WORKSPACE.members.iter().filter(|member| !graphs::MEMBERS.contains(&member.as_str()));
    let name = |member: &String| {
        let manifest = fs::read_to_string(WORKSPACE.root.join(member).join("Cargo.toml")).unwrap();
        let (_, rest) = manifest.split_once("name = \"").expect("a package has a name");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    members.map(name).collect()
}

/// The resources of a crate, each of which is a folder of its sources and a feature.
fn resources(package: &Path) -> BTreeSet<String> {
    let files = support::read_folder(&package.join("src"));
    let folders = files.keys().filter_map(|path| Some(path.split_once('/')?.0.to_owned()));
    let resources: BTreeSet<String> = folders.filter(|folder| folder != "runtime").collect();
    assert!(!resources.is_empty(), "{} has no resources", package.display());
    resources
}
