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

#[test]
fn runtime_is_copied_word_for_word_and_whole() {
    let files = generate(&workspace().join("spec"));
    let sources = workspace().join("codegen/runtime/src");
    let mut copied = 0;
    for (path, text) in files.iter() {
        let Some(module) = path.strip_prefix("src/runtime/").filter(|module| *module != "mod.rs") else { continue };
        assert_eq!(text, std::fs::read_to_string(sources.join(module)).unwrap(), "{module}");
        copied += 1;
    }
    assert!(copied > 10, "{copied} modules");
}
