//! The crate inside somebody's workspace: a note where Cargo would not build it, and only there. Cargo itself is asked.

use std::fs;

use crate::project::{Project, Run};
use crate::support;

/// What is around the crate: a name, where the crate is written, and folders with what their `Cargo.toml` says. `APP`
/// stands for a package.
type Around = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const APP: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n";

/// Where Cargo would not build the crate.
const STRANGE: &[Around] = &[
    ("a workspace without members", "generated", &[("", "[workspace]")]),
    ("a package that is a workspace", "generated", &[("", "APP[workspace]\nmembers = ['.']")]),
    ("a workspace further up", "api/client/generated", &[("", "[workspace]"), ("api/client", "APP")]),
    (
        "names that are alike",
        "crates/loans",
        &[("", "[workspace]\nmembers = ['crates/loan']\nexclude = ['crates/l', 'loans']"), ("crates/loan", "APP")],
    ),
    (
        "a pattern that ends above it",
        "crates/loans/generated",
        &[("", "[workspace]\nmembers = ['crates/*']"), ("crates/loans", "APP")],
    ),
    (
        "excluded from an inner workspace only",
        "inner/generated",
        &[("", "[workspace]"), ("inner", "[workspace]\nexclude = ['generated']")],
    ),
    (
        "a workspace that a package around names",
        "app/generated",
        &[("app", "APPworkspace = '..'"), ("", "[workspace]\nmembers = ['app']")],
    ),
    (
        "a dependency of a package that is no member",
        "generated",
        &[("", "[workspace]"), ("other", "APP[workspace]\n[dependencies]\ncase-presence = { path = '../generated' }")],
    ),
];

/// Where it would.
const FAMILIAR: &[Around] = &[
    ("nothing", "generated", &[]),
    ("a package", "generated", &[("", "APP")]),
    ("listed", "generated", &[("", "[workspace]\nmembers = ['./generated']")]),
    ("listed by a key with dots", "generated", &[("", "workspace.members = [\n  # The client.\n  'generated',\n]")]),
    ("listed by a pattern", "crates/loans", &[("", "[workspace]\nmembers = ['crates/*']")]),
    ("listed by a pattern for any depth", "a/b/client-1", &[("", "[workspace]\nmembers = ['**/client-[0-9]']")]),
    ("excluded", "generated", &[("", "[workspace]\nexclude = ['generated']")]),
    ("in a folder that is excluded", "vendor/loans", &[("", "[workspace]\nexclude = ['vendor']")]),
    (
        "listed in a folder that is excluded",
        "vendor/loans",
        &[("", "[workspace]\nexclude = ['vendor']\nmembers = ['vendor/loans']")],
    ),
    (
        "a dependency of the package at the root",
        "generated",
        &[("", "APP[workspace]\n[dependencies]\ncase-presence = { path = 'generated' }")],
    ),
    (
        "a dependency of a dependency",
        "crates/loans",
        &[
            ("", "APP[workspace]\n[dev-dependencies]\nmiddle = { path = 'middle' }"),
            (
                "middle",
                "[package]\nname = 'middle'\n[target.'cfg(unix)'.dependencies.case-presence]\npath = '../crates/loans'",
            ),
        ],
    ),
    (
        "a dependency that members share",
        "crates/loans",
        &[
            ("", "[workspace]\nmembers = ['app']\n[workspace.dependencies]\ncase-presence = { path = 'crates/loans' }"),
            ("app", "APP[dependencies]\ncase-presence = { workspace = true }"),
        ],
    ),
];

/// The project with its crate, what the tool said, and what Cargo makes of the crate.
fn written((_, out, manifests): &Around) -> (Project, String, Run) {
    let project = Project::of_case("presence");
    for (folder, manifest) in *manifests {
        let folder = project.path(folder);
        support::write_file(&folder.join("Cargo.toml"), manifest.replace("APP", APP).as_bytes());
        support::write_file(&folder.join("src/lib.rs"), b"");
    }
    let said = project.run(&["generate", "--out", out]).succeeds();
    let mut cargo = support::cargo();
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(project.path(out));
    let cargo = Run::of(&mut cargo);
    (project, said, cargo)
}

#[test]
fn note_says_what_to_add_where_cargo_would_not_build_the_crate() {
    for around in STRANGE {
        let (name, out, _) = around;
        let (project, said, cargo) = written(around);
        assert!(
            cargo.stderr.contains("current package believes it's in a workspace when it's not"),
            "{name}: {cargo:?}"
        );
        let root = project.path("Cargo.toml").canonicalize().unwrap();
        assert!(cargo.stderr.contains(&format!("workspace: {}", root.display())), "{name}: {cargo:?}");
        assert!(said.contains("note: the crate lies in the workspace of `Cargo.toml`"), "{name}: {said}");
        assert!(said.contains(&format!("add `{out:?}` there to `members`")), "{name}: {said}");
        let said = project.run(&["generate", "--out", out]).succeeds();
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
    }
}

#[test]
fn no_note_is_given_where_cargo_builds_the_crate() {
    for around in FAMILIAR {
        let (_, said, cargo) = written(around);
        assert_eq!((cargo.code, said.lines().count()), (0, 1), "{}: {said} {cargo:?}", around.0);
    }
}

#[test]
fn manifest_that_cannot_be_read_is_no_fault_of_ours() {
    let project = Project::of_case("presence");
    for text in [&b"[workspace"[..], b"workspace = 1", &[0xff]] {
        fs::write(project.path("Cargo.toml"), text).unwrap();
        fs::remove_dir_all(project.out("")).unwrap_or_default();
        let said = project.generate().succeeds();
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}
