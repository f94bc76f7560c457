//! The public items of a large crate, which are listed in a file for each module.

use std::fmt::Write as _;
use std::fs;

use crate::project::Project;
use crate::repository::Repository;

/// More items than one list has.
const FIELDS: usize = 5_001;

/// Gives the description one more resource, which is large.
fn enlarge(project: &Project) {
    let mut text = "resource: shelves\ndoc: Shelves.\nobjects:\n".to_owned();
    for object in 0..FIELDS.div_ceil(100) {
        _ = write!(text, "  Shelf{object}:\n    doc: A shelf.\n    fields:\n");
        for field in 0..100 {
            _ = writeln!(text, "      item_{field}: {{type: string, doc: What lies there.}}");
        }
    }
    fs::write(project.path("spec/shelves.yaml"), text).unwrap();
}

#[test]
fn a_long_list_has_a_file_for_each_module() {
    let project = Project::written("presence");
    let whole = project.read("api.txt");
    assert!(!project.out("api").exists());
    enlarge(&project);
    project.generate();
    let parted = project.read("api.txt");
    assert!(parted.contains("# api/loans.txt has the items of `loans`.\n"), "{parted}");
    assert!(parted.lines().count() < whole.lines().count());
    let loans = project.read("api/loans.txt");
    assert!(loans.starts_with("pub mod loans "), "{loans}");
    assert!(loans.lines().all(|line| whole.contains(line)), "{loans}");
    assert!(project.read("api/shelves.txt").contains("pub shelves::Shelf0::item_0: String // \"item_0\"\n"));
    assert!(project.read("README.md").contains("`api.txt` and the files in `api` list every public item"));
    assert!(project.read(".gitattributes").ends_with("api/*.txt linguist-generated=false\n"));

    fs::remove_file(project.path("spec/shelves.yaml")).unwrap();
    project.generate().succeeds();
    assert_eq!(project.read("api.txt"), whole);
    assert!(!project.out("api").exists());
}

#[test]
fn a_review_reads_all_of_it() {
    let repository = Repository::empty();
    enlarge(&repository.project);
    repository.project.generate();
    repository.commit("large");
    let report = repository.report(&["HEAD"]);
    assert_eq!(report["generator"].as_array().map(Vec::len), Some(0), "{report}");

    // What another version of the tool wrote otherwise shows, wherever it is listed.
    let list = repository.project.read("api/loans.txt");
    fs::write(repository.project.out("api/loans.txt"), list + "pub struct loans::Former\n").unwrap();
    repository.commit("other");
    let report = repository.report(&["HEAD"]);
    assert_eq!(report["generator"].as_array().map(Vec::len), Some(1), "{report}");
}

#[test]
fn tests_can_be_left_out() {
    let project = Project::written("presence");
    assert!(project.out("tests/loans.rs").exists());
    project.edit_spec("api.yaml", "license: ", "without_tests: true, license: ");
    project.generate().succeeds();
    assert!(!project.out("tests").exists());
}
