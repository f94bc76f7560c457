//! What a plan would change, as a unified difference.

use std::fmt::Write;

use similar::TextDiff;

use super::plan::{Change, Plan};

/// The difference between the folder named `out` and what it should hold.
#[must_use]
pub fn difference(plan: &Plan, out: &str) -> String {
    let mut text = String::new();
    for change in &plan.write {
        text.push_str(&change.difference(out));
    }
    for (path, old) in &plan.remove {
        add(&mut text, &format!("{out}/{path}"), Some(&String::from_utf8_lossy(old)), None);
    }
    text
}

impl Change {
    /// The same for one file.
    #[must_use]
    pub fn difference(&self, out: &str) -> String {
        let mut text = String::new();
        let old = self.old.as_deref().map(String::from_utf8_lossy);
        add(&mut text, &format!("{out}/{}", self.path), old.as_deref(), Some(&self.new));
        text
    }
}

/// The difference between a file and what it should hold.
pub(crate) fn text_difference(path: &str, old: &str, new: &str) -> String {
    let mut text = String::new();
    add(&mut text, path, Some(old), Some(new));
    text
}

fn add(text: &mut String, path: &str, old: Option<&str>, new: Option<&str>) {
    let name = |side: &str, there: Option<&str>| match there {
        Some(_) => format!("{side}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let lines = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let mut unified = lines.unified_diff();
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{}", unified.context_radius(3).header(&name("a", old), &name("b", new)));
}
