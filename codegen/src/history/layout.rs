//! Where a description and its crate lie to each other.

use std::path::{Component, Path, PathBuf};

/// Where a description lies, and the crate that is made from it.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The folder of the description.
    pub spec: PathBuf,
    /// The folder of the crate.
    pub out: PathBuf,
}

impl Layout {
    /// The folder of the crate of another description, which lies to it as this one's does.
    pub(super) fn crate_beside(&self, spec: &Path) -> PathBuf {
        if spec == self.spec { self.out.clone() } else { clean(&absolute(spec).join(self.way())) }
    }

    /// The same inside a repository, where paths have forward slashes; nothing if that is outside.
    pub(super) fn crate_inside(&self, spec: &str) -> Option<String> {
        join_inside(spec, &self.way())
    }

    /// The way from the description to the crate.
    fn way(&self) -> PathBuf {
        way(&self.spec, &self.out)
    }
}

/// The way from a folder to something else.
#[must_use]
pub fn way(from: &Path, to: &Path) -> PathBuf {
    let (from, to) = (absolute(from), absolute(to));
    let common = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

/// A path inside a repository, and the way on from there; nothing if that leads out.
pub(super) fn join_inside(start: &str, way: &Path) -> Option<String> {
    let mut parts: Vec<String> = start.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for component in way.components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::ParentDir => drop(parts.pop()?),
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

fn absolute(path: &Path) -> PathBuf {
    clean(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// A path without `..`, as far as can be said without looking at links.
fn clean(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(cleaned.pop()),
            component => cleaned.push(component),
        }
    }
    cleaned
}
