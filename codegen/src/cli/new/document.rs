//! Begins with a published OpenAPI document.

use std::path::{Path, PathBuf};

use super::start::{NewFile, Start};
use crate::cli::say::{self, error};
use crate::diag::{Diagnostics, display_path};
use crate::openapi::{self, Files, OpenError};

/// Where the document and the files to which it leads will lie.
const FOLDER: &str = "openapi";

/// A copy of a document, of which a crate can be made.
pub(super) fn start(name: &str, document: &Path) -> Result<Start, String> {
    let files = Files::open(document, &[], &mut Diagnostics::default()).map_err(|why| match why {
        OpenError::Faulty(faults, sources) => say::findings(&faults, &sources),
        why => error(why),
    })?;
    openapi::recognise(&files).map_err(error)?;
    crate::build_document(&files).map_err(|faults| say::findings(&faults, &files.sources))?;
    let copies = copies(&files);
    let source = copies.first().map(|copy| display_path(&copy.path)).unwrap_or_default();
    let generate = format!("clientsmith generate --openapi {source} --out generated");
    Ok(Start {
        title: name.to_owned(),
        commands: vec![generate, "cargo test".to_owned()],
        workflow: include_str!("template/document.yml").replace("SOURCE", &source),
        source,
        files: copies,
    })
}

/// All files of a document, which lie to each other as they did; the document itself is the first.
fn copies(files: &Files) -> Vec<NewFile> {
    let paths: Vec<&Path> = files.real_paths().collect();
    let common = paths
        .iter()
        .filter_map(|path| path.parent())
        .map(Path::to_owned)
        .reduce(|one, other| common(&one, &other))
        .unwrap_or_default();
    let inside = |path: &Path| Path::new(FOLDER).join(path.strip_prefix(&common).unwrap_or(path));
    let texts = files.sources.files.iter().map(|source| source.text.as_str());
    paths.into_iter().zip(texts).map(|(path, text)| NewFile::new(inside(path), text)).collect()
}

/// The folder that holds two others.
fn common(one: &Path, other: &Path) -> PathBuf {
    let same = one.components().zip(other.components()).take_while(|(one, other)| one == other);
    same.map(|(component, _)| component).collect()
}
