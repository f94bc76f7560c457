//! Begins with a small description of our own.

use super::start::{NewFile, Start};
use crate::cli::say::error;
use crate::diag::{Source, Sources, code};
use crate::json_schema;

/// What editors know of descriptions. It lies in the folder, so that it is that of the tool which made the folder, and no editor
/// asks the internet for it.
const SCHEMA: &str = "description.schema.json";
/// Tells editors where that lies.
const EDITORS: &str = "# yaml-language-server: $schema=../description.schema.json";

/// The description of an API of pets, for a package of this name.
pub(super) fn start(package: &str) -> Result<Start, String> {
    let api = include_str!("template/api.yaml").replace("PACKAGE", &written(package));
    let described = |path: &str, text: &str| NewFile::new(path, format!("{EDITORS}\n{text}"));
    let mut files =
        vec![described("spec/api.yaml", &api), described("spec/pets.yaml", include_str!("template/pets.yaml"))];
    let source = |file: &NewFile| Source { path: file.path.display().to_string(), text: file.text.clone() };
    // Whether the name will do is for the checks of descriptions to say.
    if let Err(faults) = crate::read(&Sources { files: files.iter().map(source).collect() }) {
        let help = faults.list().iter().find_map(|fault| fault.help.clone()).unwrap_or_default();
        let message = format!("{} cannot be the name of a package\n  = help: {help}, with `--package`", code(package));
        return Err(error(message));
    }
    files.push(NewFile::new(SCHEMA, format!("{:#}\n", json_schema::of_any_file())));
    Ok(Start {
        title: package.to_owned(),
        source: "spec/".to_owned(),
        commands: ["clientsmith check", "clientsmith generate", "cargo test"].map(str::to_owned).to_vec(),
        workflow: include_str!("template/description.yml").to_owned(),
        files,
    })
}

/// A name as it is written in YAML.
fn written(name: &str) -> String {
    let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_plain { name.to_owned() } else { serde_json::Value::from(name).to_string() }
}
