//! Workspaces of Cargo around the output folder: one that does not know the crate keeps Cargo from building it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

const MANIFEST: &str = "Cargo.toml";
/// The tables that may name other packages by their paths.
const DEPENDENCIES: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// A workspace that Cargo takes for that of the crate, though it does not know the crate.
#[derive(Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// The `Cargo.toml` of the workspace.
    pub manifest: PathBuf,
    /// The crate as it would be listed there.
    pub member: String,
}

/// The workspace around the crate in the folder `out`, unless it lists or excludes the crate, or depends on it. What
/// cannot be read is for Cargo to complain about.
#[must_use]
pub fn unlisted(out: &Path) -> Option<Unlisted> {
    let out = out.canonicalize().ok()?;
    let root = root(&out)?;
    let member = out.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
    let is_member = members(&root).contains(&out);
    (!is_member).then(|| Unlisted { manifest: root.join(MANIFEST), member })
}

/// The folder of the workspace that Cargo finds for a package: the nearest one above that does not exclude it.
fn root(package: &Path) -> Option<PathBuf> {
    package.ancestors().skip(1).find_map(|folder| {
        let manifest = Manifest::read(folder)?;
        match (manifest.root, manifest.workspace) {
            (Some(root), _) => folder.join(root).canonicalize().ok(),
            (None, Some(workspace)) if !workspace.excludes(folder, package) => Some(folder.to_owned()),
            _ => None,
        }
    })
}

/// The folders of all members: those that the workspace lists, and those on which others depend by their paths.
fn members(root: &Path) -> BTreeSet<PathBuf> {
    let listed = Manifest::read(root).and_then(|manifest| manifest.workspace).map(|workspace| workspace.members);
    let listed = listed.iter().flatten().flat_map(|pattern| expand(root, pattern));
    let mut found: Vec<PathBuf> = listed.chain([root.to_owned()]).collect();
    let mut members = BTreeSet::new();
    while let Some(folder) = found.pop() {
        let Ok(folder) = folder.canonicalize() else { continue };
        if members.contains(&folder) {
            continue;
        }
        let paths = Manifest::read(&folder).map(|manifest| manifest.paths).unwrap_or_default();
        found.extend(paths.iter().map(|path| folder.join(path)));
        members.insert(folder);
    }
    members
}

/// The folders that a pattern names.
fn expand(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let pattern = format!("{}/{pattern}", glob::Pattern::escape(&root.to_string_lossy()));
    glob::glob(&pattern).into_iter().flatten().flatten().collect()
}

/// What the `Cargo.toml` of a folder says of other packages.
struct Manifest {
    workspace: Option<Workspace>,
    /// Where the workspace is that the package names as its own.
    root: Option<String>,
    /// The paths by which the package depends on others.
    paths: Vec<String>,
}

struct Workspace {
    members: Vec<String>,
    exclude: Vec<String>,
}

impl Manifest {
    fn read(folder: &Path) -> Option<Self> {
        let written = fs::read_to_string(folder.join(MANIFEST)).ok()?;
        let table = DeTable::parse(&written).ok()?;
        let table = table.get_ref();
        let workspace = inner(table, "workspace");
        let mut paths: Vec<String> = dependencies(table);
        paths.extend(workspace.iter().flat_map(|workspace| dependencies(workspace)));
        let targets = inner(table, "target").into_iter().flat_map(|targets| targets.values());
        paths.extend(targets.filter_map(|target| target.get_ref().as_table()).flat_map(dependencies));
        Some(Self {
            workspace: workspace
                .map(|table| Workspace { members: texts(table, "members"), exclude: texts(table, "exclude") }),
            root: inner(table, "package").and_then(|package| text(package, "workspace")),
            paths,
        })
    }
}

impl Workspace {
    /// Whether a package below the folder of the workspace is kept out of it. What is listed is not.
    fn excludes(&self, folder: &Path, package: &Path) -> bool {
        let names = |paths: &[String]| paths.iter().any(|path| package.starts_with(folder.join(path)));
        names(&self.exclude) && !names(&self.members)
    }
}

/// The paths in the tables of dependencies.
fn dependencies(table: &DeTable) -> Vec<String> {
    let tables = DEPENDENCIES.iter().filter_map(|name| inner(table, name));
    let entries = tables.flat_map(|dependencies| dependencies.values());
    entries.filter_map(|entry| text(entry.get_ref().as_table()?, "path")).collect()
}

fn inner<'a, 'text>(table: &'a DeTable<'text>, key: &str) -> Option<&'a DeTable<'text>> {
    table.get(key)?.get_ref().as_table()
}

fn text(table: &DeTable, key: &str) -> Option<String> {
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

fn texts(table: &DeTable, key: &str) -> Vec<String> {
    let items = table.get(key).and_then(|value| value.get_ref().as_array());
    items.into_iter().flatten().filter_map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}
