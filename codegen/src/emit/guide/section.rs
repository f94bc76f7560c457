//! A section of the guide, as its two readers see it.

use crate::emit::samples::{Frame, compiled, laid_out};

/// A short text with code.
pub(crate) struct Section {
    pub(super) title: &'static str,
    pub(super) text: String,
    pub(super) frame: Frame,
    /// The feature that brings what the code speaks of.
    pub(super) feature: String,
    pub(super) code: String,
}

impl Section {
    /// As Markdown for readers, who see the code as they would write it.
    pub(crate) fn for_readme(&self) -> Vec<String> {
        let fence = |text: &str| vec![text.to_owned()];
        self.markdown("##", [fence("```rust"), self.code(), fence("```")].concat())
    }

    /// As Markdown for rustdoc, which compiles the code and hides what that takes.
    pub(crate) fn for_rustdoc(&self) -> Vec<String> {
        self.markdown("#", compiled(self.frame, Some(&self.feature), "", &self.code()))
    }

    fn code(&self) -> Vec<String> {
        laid_out(&self.code)
    }

    fn markdown(&self, heading: &str, code: Vec<String>) -> Vec<String> {
        let mut lines = vec![format!("{heading} {}", self.title), String::new()];
        lines.extend(self.text.lines().map(str::to_owned));
        lines.push(String::new());
        lines.extend(code);
        lines
    }
}
