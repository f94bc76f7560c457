//! Files that nothing compiles.

use std::collections::BTreeMap;

use crate::sources::sources;
use crate::{Breach, report};

/// The beginnings of crates, and where modules of a folder are named.
const NAMING: [&str; 3] = ["mod", "lib", "main"];

#[test]
fn each_file_is_a_module_of_another() {
    let sources = sources(&["codegen/src", "codegen/runtime/src"]);
    let texts: BTreeMap<&str, &str> =
        sources.iter().map(|source| (source.path.as_str(), source.text.as_str())).collect();
    let breaches = sources.iter().filter_map(|source| {
        let path = source.path.strip_suffix(".rs")?;
        let (folder, module) = path.strip_suffix("/mod").unwrap_or(path).rsplit_once('/')?;
        let is_named_in = |file: &str| {
            let text = texts.get(format!("{folder}/{file}.rs").as_str());
            text.is_some_and(|text| text.contains(&format!("mod {module};")))
        };
        let is_orphan = !NAMING.contains(&module) && !NAMING.into_iter().any(is_named_in);
        let message = format!("no file says `mod {module};`: remove this one, or name it");
        is_orphan.then(|| Breach { path: source.path.clone(), line: 1, message })
    });
    report(breaches.collect());
}
