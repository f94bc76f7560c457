//! Where in a document a value is.

/// A place such as `status_transitions.drafted_at` or `data[3].id`, put together from the inside out; empty for the whole
/// document.
#[derive(Default)]
pub(crate) struct ValuePath(String);

impl ValuePath {
    /// What was the whole is this member of it.
    pub(super) fn within_member(&mut self, name: &str) {
        self.put_before(name);
    }

    /// What was the whole is this item of an array.
    pub(super) fn within_item(&mut self, index: usize) {
        self.put_before(&format!("[{index}]"));
    }

    fn put_before(&mut self, step: &str) {
        let dot = if self.0.is_empty() || self.0.starts_with('[') { "" } else { "." };
        self.0 = format!("{step}{dot}{}", self.0);
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}
