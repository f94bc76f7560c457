//! A run with nothing to do: what the crate is made of is as it was, and so is the crate.

use std::fmt::Write as _;
use std::path::Path;
use std::time::SystemTime;

use super::say::{self, say, say_on};
use crate::diag::{Diagnostics, Sources};
use crate::output::{Files, Memory, Said, fingerprint};

/// The fingerprint of all that a crate is made of: the tool, the files, and what there is to remark on where they lie.
pub(super) fn inputs(sources: &Sources, remarks: &Diagnostics) -> String {
    inputs_but(None, sources, remarks)
}

/// The same of a project, with these names in place of those in a file, which the run may write.
pub(super) fn inputs_with_names(
    (file, names): (Option<usize>, &str),
    sources: &Sources,
    remarks: &Diagnostics,
) -> String {
    let others = inputs_but(file, sources, remarks);
    fingerprint(format!("{others} {}", fingerprint(names.as_bytes())).as_bytes())
}

fn inputs_but(left_out: Option<usize>, sources: &Sources, remarks: &Diagnostics) -> String {
    let mut text = tool();
    let files = sources.files.iter().enumerate();
    for (_, file) in files.filter(|(index, _)| Some(*index) != left_out) {
        _ = writeln!(text, "{} {}", fingerprint(file.text.as_bytes()), file.path);
    }
    if !remarks.is_empty() {
        text.push_str(&remarks.render(sources, false));
    }
    fingerprint(text.as_bytes())
}

/// Which build of the tool this is.
fn tool() -> String {
    let executable = std::env::current_exe().ok();
    let found = executable.as_ref().and_then(|path| path.metadata().ok());
    let size = found.as_ref().map(std::fs::Metadata::len);
    let time = found.and_then(|found| found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok());
    format!("{} {executable:?} {size:?} {time:?}\n", env!("CARGO_PKG_VERSION"))
}

/// What the last run left, if it had the same inputs.
pub(super) fn recall(out: &Path, inputs: &str) -> Option<Memory> {
    Memory::recall(out).filter(|memory| memory.inputs == inputs)
}

/// Says once more what the last run said, remarks on our own descriptions first, and that there is nothing to do.
pub(super) fn repeat(memory: &Memory, done: Option<String>) {
    let Said { plain, colored, sentence } = &memory.said;
    let remarks = if say::is_colored(&std::io::stderr()) { colored } else { plain };
    if sentence.is_none() && !remarks.is_empty() {
        say_on(std::io::stderr().lock(), remarks);
    }
    done.into_iter().for_each(say);
    if let Some(sentence) = sentence {
        if !remarks.is_empty() {
            say_on(std::io::stderr().lock(), remarks);
        }
        say(sentence);
    }
}

/// Leaves what this run made for the next one. That one makes the crate again if this cannot be written.
pub(super) fn leave(out: &Path, files: &Files, inputs: &str, said: Said) {
    _ = Memory::of(files, inputs.to_owned(), said).leave(out);
}
