//! Whether a file is a document of a kind that is read.

use super::document::{Files, Look, literal};

/// What to do with a document that says too little of itself.
const HELP: &str = "name the document that has `openapi: 3.1.0` or the like, `info` and `paths`";

/// Says why a document is not read, if it is not.
///
/// # Errors
/// Why it is not read, and what to do.
pub fn recognise(files: &Files) -> Result<(), String> {
    let root = files.root();
    let path = files.path();
    if root.at("swagger").is_some() {
        return Err(format!(
            "`{path}` is a document of Swagger 2.0, which is not read: convert it to OpenAPI 3 first, such as with \
             `npx swagger2openapi {path}`"
        ));
    }
    let version = root.at("openapi").and_then(literal).map(|(_, version)| version).unwrap_or_default();
    if !version.starts_with("3.") && version != "3" {
        return Err(format!("`{path}` is no document of OpenAPI 3: it does not say `openapi: 3.…`\n  = help: {HELP}"));
    }
    Ok(())
}
