//! What is asked of any text, by the tests and by the fuzzer: it is read or reported, and nothing panics.

use clientsmith::diag::{Source, Sources};

/// A line that only a fuzzed text has: behind it begins the next file.
const NEXT_FILE: &str = "%%%\n";

/// The files of one text that a fuzzer made.
pub(crate) fn files_of(text: &str) -> Vec<&str> {
    text.split(NEXT_FILE).collect()
}

/// Reads files as a description and renders what is said of it or made of it, which is all that can go wrong; gives the
/// report on its faults.
pub(crate) fn survive(files: &[&str]) -> String {
    let name = |index| if index == 0 { "api.yaml".to_owned() } else { format!("{index}.yaml") };
    let source = |(index, text): (usize, &&str)| Source { path: name(index), text: (*text).to_owned() };
    let sources = Sources { files: files.iter().enumerate().map(source).collect() };
    for text in files {
        survive_as_accepted(text);
    }
    match clientsmith::build(&sources) {
        Ok(made) => {
            let _ = made.remarks.render(&sources, true);
            String::new()
        }
        Err(faults) => {
            assert!(faults.has_faults());
            assert!(!faults.render(&sources, true).is_empty());
            faults.render(&sources, false)
        }
    }
}

/// Whatever a text is, it may be given as the list of accepted changes.
fn survive_as_accepted(text: &str) {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let sources = Sources { files: vec![source("api.yaml", ""), source("accepted.yaml", text)] };
    if let Err(faults) = clientsmith::acceptances(&sources) {
        assert!(faults.has_faults());
        assert!(!faults.render(&sources, true).is_empty());
    }
}
