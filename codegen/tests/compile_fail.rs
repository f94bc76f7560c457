//! What callers of a generated crate cannot write.
//!
//! Each file of `compile_fail/` is a program in two forms that differ in a line: it compiles, and with `cfg(wrong)` it
//! does not. Its first line names the code that rustc must then give; wording is of no interest.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The codes of the errors and warnings of each program.
type Codes = BTreeMap<String, BTreeSet<String>>;

#[test]
fn each_program_compiles_in_its_right_form_only() {
    let programs = programs();
    let package = package(&programs);
    let right = check(&package, "");
    assert!(right.is_empty(), "programs without `cfg(wrong)` must compile without warnings: {right:#?}");

    let expected: Codes = programs.iter().map(|(name, text)| (name.clone(), [code(name, text)].into())).collect();
    let wrong = check(&package, "wrong");
    assert_eq!(wrong, expected, "left: codes that rustc gave with `cfg(wrong)`; right: what the first lines say");
}

/// Names and texts of all programs.
fn programs() -> BTreeMap<String, String> {
    let files = support::read_folder(&support::codegen("tests/compile_fail"));
    let texts = files.into_iter().map(|(path, bytes)| {
        let name = path.strip_suffix(".rs").expect("programs end in `.rs`").to_owned();
        (name, String::from_utf8(bytes).expect("programs are UTF-8"))
    });
    let programs: BTreeMap<_, _> = texts.collect();
    assert!(programs.len() >= 6, "only {} programs were found", programs.len());
    programs
}

/// What the first line of a program says.
fn code(name: &str, text: &str) -> String {
    let line = text.lines().next().and_then(|line| line.strip_prefix("// error: "));
    line.unwrap_or_else(|| panic!("{name}.rs must begin with `// error: ` and a code such as `E0004`")).to_owned()
}

/// A package of all programs beside the generated crate.
fn package(programs: &BTreeMap<String, String>) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_fail");
    let generated = support::workspace().join("generated");
    let manifest = format!(
        "[package]\nname = \"callers\"\nedition = \"2024\"\n\n[features]\nwrong = []\n\n\
         [dependencies]\nstripe-billing = {{ path = {:?} }}\n",
        generated.display().to_string()
    );
    let sources = programs.iter().map(|(name, text)| {
        let text = text.replace("cfg(wrong)", "cfg(feature = \"wrong\")");
        (format!("src/bin/{name}.rs"), text.replace("cfg(not(wrong))", "cfg(not(feature = \"wrong\"))").into_bytes())
    });
    let package = root.join("callers");
    support::write_folder(&package, &sources.chain([("Cargo.toml".to_owned(), manifest.into_bytes())]).collect());
    support::write_workspace(&root, &["callers"]);
    package
}

/// Checks all programs, and gives the codes of what rustc says to them.
fn check(package: &Path, features: &str) -> Codes {
    let mut cargo = support::cargo();
    cargo.current_dir(package).args(["check", "--bins", "--offline", "--keep-going", "--message-format=json"]);
    let output =
        cargo.args(["--features", features]).env("CARGO_TARGET_DIR", support::shared_target()).output().unwrap();
    let mut codes = Codes::new();
    let mut success = None;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("Cargo writes JSON");
        success = success.or(message["success"].as_bool().filter(|_| message["reason"] == "build-finished"));
        if let Some(code) = message["message"]["code"]["code"].as_str() {
            let name = message["target"]["name"].as_str().expect("a message has a target").to_owned();
            codes.entry(name).or_default().insert(code.to_owned());
        }
    }
    assert_eq!(success, Some(codes.is_empty()), "{}", support::transcript(&output));
    codes
}
