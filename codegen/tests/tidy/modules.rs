//! The modules of a crate, and which file holds what a path leads to.

use std::collections::{BTreeMap, BTreeSet};

use crate::paths::{WrittenPath, paths};
use crate::sources::{Source, without_tests};

/// A path from the root of a crate.
type ModulePath = Vec<String>;

/// The modules of a crate. Programs beside its library are modules too, which know it by its name.
pub(crate) struct Modules {
    krate: &'static str,
    modules: BTreeMap<ModulePath, Module>,
}

/// A file of a crate.
struct Module {
    /// Its path from the repository's root.
    file: String,
    paths: Vec<WrittenPath>,
}

/// What a path leads to.
enum Target {
    Module(ModulePath),
    /// An item of a module; what follows in the path, such as a variant, belongs to the item.
    Item(ModulePath),
}

impl Target {
    fn into_module(self) -> ModulePath {
        let (Self::Module(module) | Self::Item(module)) = self;
        module
    }
}

/// That one file speaks of what is in another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mention {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) line: usize,
    /// What it names.
    pub(crate) name: String,
}

impl Modules {
    /// The modules of a crate, from its sources in a folder.
    pub(crate) fn new(folder: &str, krate: &'static str, sources: Vec<Source>) -> Self {
        let module = |source: Source| {
            let inside = source.path[folder.len() + 1..].trim_end_matches(".rs");
            let names = inside.split('/').filter(|name| !matches!(*name, "lib" | "mod"));
            let paths = paths(&without_tests(&source.tokens()));
            (names.map(str::to_owned).collect(), Module { paths, file: source.path })
        };
        Self { krate, modules: sources.into_iter().map(module).collect() }
    }

    /// Who speaks of whom, each once.
    pub(crate) fn mentions(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (place, module) in &self.modules {
            let mut known = BTreeSet::new();
            for path in &module.paths {
                let found = self.target(place, &path.segments, &mut BTreeSet::new());
                let Some(target) = found.map(Target::into_module) else { continue };
                let to = &self.modules[&target].file;
                if *to != module.file && known.insert(to) {
                    let name = path.segments.join("::");
                    mentions.push(Mention { from: module.file.clone(), to: to.clone(), line: path.line, name });
                }
            }
        }
        mentions
    }

    /// What a path leads to, if it leads into this crate. `seen` are the names that were looked up on the way.
    fn target(
        &self,
        place: &[String],
        segments: &[String],
        seen: &mut BTreeSet<(ModulePath, String)>,
    ) -> Option<Target> {
        let mut at = place.to_vec();
        let mut rest = segments;
        let mut is_start = true;
        while let [first, after @ ..] = rest {
            match first.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => _ = at.pop(),
                name if is_start && name == self.krate => at.clear(),
                name => {
                    let child = [&at[..], &[name.to_owned()]].concat();
                    if self.modules.contains_key(&child) {
                        at = child;
                    } else {
                        match self.brought(&at, name, seen) {
                            Some(Target::Module(brought)) => at = brought,
                            Some(item) => return Some(item),
                            None => return (!is_start).then_some(Target::Item(at)),
                        }
                    }
                }
            }
            (rest, is_start) = (after, false);
        }
        Some(Target::Module(at))
    }

    /// What a name stands for which a `use` brought into a module.
    fn brought(&self, module: &[String], name: &str, seen: &mut BTreeSet<(ModulePath, String)>) -> Option<Target> {
        if !seen.insert((module.to_vec(), name.to_owned())) {
            return None;
        }
        let mut uses = self.modules.get(module)?.paths.iter();
        let found = uses.find(|path| path.brings.as_deref() == Some(name))?;
        self.target(module, &found.segments, seen)
    }
}
