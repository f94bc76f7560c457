//! `generate --depfile`: of which files the crate is made, in the form that Make and Ninja read.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::say::{self, error};
use crate::output::{self, MANIFEST_PATH};

/// Writes what the crate in `out` depends on. Its manifest stands for all of it, and gets the time of now: tools that
/// build see by it that the crate is newer than what it is made from, even if nothing in it changed.
pub(super) fn write(depfile: &Path, out: &Path, inputs: &[PathBuf]) -> Result<(), String> {
    let manifest = out.join(MANIFEST_PATH);
    output::write_file(depfile, &text(&manifest, inputs)).map_err(error)?;
    touch(&manifest).map_err(|why| say::io_error("set the time of", &manifest, &why))
}

/// `target: inputs`, and each input by itself, so that Make goes on once one is gone.
fn text(target: &Path, inputs: &[PathBuf]) -> String {
    let inputs: Vec<String> = inputs.iter().map(|input| escaped(input)).collect();
    let alone: String = inputs.iter().flat_map(|input| ["\n", input, ":\n"]).collect();
    format!("{}: {}\n{alone}", escaped(target), inputs.join(" \\\n  "))
}

fn escaped(path: &Path) -> String {
    // On Windows, both tools read slashes too.
    let path = path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
    path.replace('\\', "\\\\").replace(' ', "\\ ").replace('#', "\\#").replace('$', "$$")
}

fn touch(path: &Path) -> io::Result<()> {
    File::options().append(true).open(path)?.set_modified(SystemTime::now())
}

#[cfg(test)]
mod tests {
    use super::text;
    use std::path::{Path, PathBuf};

    #[test]
    fn what_make_would_act_on_is_escaped() {
        let inputs = ["spec", "spec/a b.yaml", "spec/$c#d.yaml"].map(PathBuf::from);
        let expected = "out\\ 1/x: spec \\\n  spec/a\\ b.yaml \\\n  spec/$$c\\#d.yaml\n\
                        \nspec:\n\nspec/a\\ b.yaml:\n\nspec/$$c\\#d.yaml:\n";
        assert_eq!(text(Path::new("out 1/x"), &inputs), expected);
    }
}
