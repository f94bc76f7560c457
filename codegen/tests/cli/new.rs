//! `clientsmith new`: what it makes is right, and nothing of others is lost. That the crate compiles is for
//! `tests/compile.rs` to show.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::project::Run;
use crate::support;

fn tool(folder: &Path, arguments: &[&str]) -> Run {
    let mut tool = std::process::Command::new(env!("CARGO_BIN_EXE_clientsmith"));
    Run::of(tool.current_dir(folder).args(arguments))
}

/// An empty folder in which something is made.
fn made(arguments: &[&str]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let said = tool(folder.path(), arguments).succeeds();
    (folder, said)
}

#[test]
fn there_is_nothing_to_say_of_what_it_makes() {
    let (folder, said) = made(&["new", "pets"]);
    assert!(said.starts_with("made 7 files in pets; what is next:\n  cd pets\n  clientsmith check\n"), "{said}");
    let pets = folder.path().join("pets");
    let files: Vec<String> = support::read_folder(&pets).into_keys().collect();
    let expected = [
        ".github/workflows/clientsmith.yml",
        ".gitignore",
        "Cargo.toml",
        "README.md",
        "description.schema.json",
        "spec/api.yaml",
        "spec/pets.yaml",
    ];
    assert_eq!(files, expected);
    // Editors find beside it what the tool says of descriptions.
    let schema = fs::read_to_string(pets.join("description.schema.json")).unwrap();
    assert_eq!(schema, tool(&pets, &["schema"]).succeeds());
    for file in ["spec/api.yaml", "spec/pets.yaml"] {
        let text = fs::read_to_string(pets.join(file)).unwrap();
        assert!(text.starts_with("# yaml-language-server: $schema=../description.schema.json\n"), "{text}");
    }
    let said = tool(&pets, &["check", "--deny-remarks"]).succeeds();
    assert!(said.starts_with("nothing is wrong"), "{said}");
    let said = tool(&pets, &["generate"]).succeeds();
    assert!(!said.contains("note:"), "Cargo would build it: {said}");
    let readme = fs::read_to_string(pets.join("README.md")).unwrap();
    assert!(
        readme.starts_with("# pets-client\n") && !readme.contains("SOURCE") && !readme.contains("COMMANDS"),
        "{readme}"
    );
    // Cargo itself says what the members are, without asking a registry.
    let mut cargo = support::cargo();
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(&pets);
    assert!(Run::of(&mut cargo).succeeds().contains("\"name\":\"pets-client\""));
}

#[test]
fn the_workflow_is_the_one_that_we_offer() {
    let (folder, _) = made(&["new", "pets"]);
    let workflow = fs::read_to_string(folder.path().join("pets/.github/workflows/clientsmith.yml")).unwrap();
    let offered = fs::read_to_string(support::workspace().join("examples/github/clientsmith.yml")).unwrap();
    assert_eq!(workflow, offered);
}

#[test]
fn the_folder_that_one_is_in_will_do() {
    let (folder, _) = made(&["new", ".", "--package", "shop"]);
    assert!(fs::read_to_string(folder.path().join("spec/api.yaml")).unwrap().contains("{name: shop,"));
    fs::create_dir(folder.path().join("toys")).unwrap();
    let said = tool(&folder.path().join("toys"), &["new", "."]).succeeds();
    assert!(said.starts_with("made 7 files in .; what is next:\n  clientsmith check\n"), "{said}");
    assert!(fs::read_to_string(folder.path().join("toys/spec/api.yaml")).unwrap().contains("{name: toys-client,"));
}

#[test]
fn what_is_there_is_named_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    support::write_file(&folder.path().join("pets/README.md"), b"mine");
    support::write_file(&folder.path().join("pets/spec/api.yaml"), b"mine too");
    support::write_file(&folder.path().join("pets/notes.txt"), b"in nobody's way");
    let before = support::read_folder(folder.path());
    let said = tool(folder.path(), &["new", "pets"]).fails();
    assert!(said.contains("`pets/README.md` is there already") && said.contains("`pets/spec/api.yaml` is"), "{said}");
    assert!(!said.contains("notes.txt") && said.contains("nothing was written"), "{said}");
    assert_eq!(support::read_folder(folder.path()), before);

    fs::remove_file(folder.path().join("pets/README.md")).unwrap();
    fs::remove_file(folder.path().join("pets/spec/api.yaml")).unwrap();
    tool(folder.path(), &["new", "pets"]).succeeds();
    assert_eq!(fs::read_to_string(folder.path().join("pets/notes.txt")).unwrap(), "in nobody's way");
}

#[test]
fn a_name_that_no_package_can_have_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["Pets", "my pets", "a: b", "\"", "1st"] {
        let said = tool(folder.path(), &["new", name]).fails();
        assert!(said.contains("cannot be the name of a package") && said.contains("with `--package`"), "{said}");
        tool(folder.path(), &["new", name, "--package", "pets"]).succeeds();
    }
}

#[test]
fn a_document_is_copied_with_the_files_to_which_it_leads() {
    let folder = tempfile::tempdir().unwrap();
    let document = "openapi: 3.0.3\ninfo: {title: Pet store, version: '1'}\nservers: [{url: 'https://pets.example'}]\npaths:\n  \
        /pets:\n    get:\n      operationId: list\n      responses:\n        '200':\n          description: All.\n          \
        content: {application/json: {schema: {$ref: '../common/pet.yaml#/Pet'}}}\n";
    support::write_file(&folder.path().join("api/v1/store.yaml"), document.as_bytes());
    let pet = "Pet: {type: object, properties: {name: {type: string}}, required: [name]}\n";
    support::write_file(&folder.path().join("api/common/pet.yaml"), pet.as_bytes());
    support::write_file(&folder.path().join(".git/HEAD"), b"");

    let said = tool(folder.path(), &["new", "pets", "--openapi", "api/v1/store.yaml"]).succeeds();
    let command = "clientsmith generate --openapi openapi/v1/store.yaml --out generated";
    assert!(said.contains(command), "{said}");
    let pets = folder.path().join("pets");
    assert_eq!(fs::read_to_string(pets.join("openapi/v1/store.yaml")).unwrap(), document);
    assert_eq!(fs::read_to_string(pets.join("openapi/common/pet.yaml")).unwrap(), pet);
    let workflow = fs::read_to_string(pets.join(".github/workflows/clientsmith.yml")).unwrap();
    assert!(workflow.contains(&format!("run: {command} --check\n")), "{workflow}");
    // A copy outside of the first repository is whole by itself.
    support::write_file(&pets.join(".git/HEAD"), b"");
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    let run = tool(&pets, &arguments);
    assert!(run.code == 0 && pets.join("generated/src/lib.rs").exists(), "{run:?}");

    let said = tool(folder.path(), &["new", "toys", "--openapi", "nowhere.yaml"]).fails();
    assert!(said.contains("`nowhere.yaml` cannot be read") && !folder.path().join("toys").exists(), "{said}");
}
