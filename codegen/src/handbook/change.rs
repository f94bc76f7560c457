//! What makes a wrong description right.

use std::collections::BTreeMap;

/// A change of a file: its lines become others, or it gets another path.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The path of the file.
    pub path: &'static str,
    /// Where the file belongs, if it lies at the wrong place.
    pub moved_to: Option<&'static str>,
    /// Lines that go (`-`), come (`+`) and stay (a space), in hunks with `@@` between them.
    pub lines: &'static str,
}

impl Change {
    pub(super) fn new(path: &'static str, lines: &'static str) -> Self {
        match path.split_once(" => ") {
            Some((path, to)) => Self { path, moved_to: Some(to), lines },
            None => Self { path, moved_to: None, lines },
        }
    }

    /// Makes the change in the files of a description.
    ///
    /// # Errors
    /// What is to be changed, if it is not there just once.
    pub fn make(&self, files: &mut BTreeMap<String, String>) -> Result<(), String> {
        let mut text = files.remove(self.path).ok_or_else(|| self.path.to_owned())?;
        for hunk in self.lines.split("@@\n") {
            let side = |sign: char| -> String {
                let lines = hunk.split_inclusive('\n').filter(|line| line.starts_with([' ', sign]));
                lines.map(|line| &line[1..]).collect()
            };
            let (old, new) = (side('-'), side('+'));
            if old.is_empty() {
                continue;
            }
            if text.matches(&old).count() != 1 {
                return Err(old);
            }
            text = text.replace(&old, &new);
        }
        files.insert(self.moved_to.unwrap_or(self.path).to_owned(), text);
        Ok(())
    }
}
