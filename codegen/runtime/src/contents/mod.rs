//! What the bodies of answers hold, and how a whole one is read.

pub(super) mod bytes_content;
pub(super) mod content;
pub(super) mod json_content;
pub(super) mod text_content;
