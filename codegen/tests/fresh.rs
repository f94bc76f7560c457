//! The crate in `generated/` is what the description in `spec/` gives, byte for byte.

use std::path::{Path, PathBuf};

use clientsmith::diag::Sources;
use clientsmith::output::{self, Files};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn generate(spec: &Path) -> Files {
    let sources = Sources::load(spec).unwrap();
    let built = clientsmith::build(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false)));
    assert!(built.remarks.is_empty(), "{}", built.remarks.render(&sources, false));
    built.value
}

#[test]
fn generated_crate_is_fresh() {
    let files = generate(&workspace().join("spec"));
    let plan = output::plan(&files, &workspace().join("generated"), true).unwrap();
    assert!(plan.is_fresh(), "run `cargo run -p clientsmith -- generate`\n{}", output::difference(&plan, "generated"));
}

#[test]
fn same_description_gives_same_bytes_wherever_it_lies() {
    let here = generate(&workspace().join("spec"));
    assert_eq!(generate(&workspace().join("spec")), here);
    let elsewhere = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(workspace().join("spec")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), elsewhere.path().join(file.file_name())).unwrap();
    }
    assert_eq!(generate(elsewhere.path()), here);
}
