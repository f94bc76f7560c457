//! How parameters are written into queries and bodies, in the formats that services take.

pub(super) mod bytes_body;
pub(super) mod encoding;
pub(super) mod form;
pub(super) mod format;
mod in_turn;
pub(super) mod json_body;
pub(super) mod lines_body;
pub(super) mod multipart;
pub(super) mod percent;
pub(super) mod styled;
pub(super) mod styling;
pub(super) mod text_body;
