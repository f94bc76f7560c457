//! Paths of members, such as `status_transitions.reserved_at`.

use super::names::NameRule;
use crate::{
    diag::{Diagnostic, Diagnostics, code},
    spec::Text,
};

/// Cuts a path at its dots; `None` if what is between them is no name, which is reported.
pub(super) fn split(path: &Text, diagnostics: &mut Diagnostics) -> Option<Vec<Text>> {
    let mut members = Vec::new();
    let mut at = 0;
    for name in path.value.split('.') {
        members.push(Text { value: name.to_owned(), span: path.part(at..at + name.len()) });
        at += name.len() + 1;
    }
    if members.iter().all(|member| NameRule::Wire.accepts(&member.value)) {
        return Some(members);
    }
    let message = format!("{} is not a path of members", code(&path.value));
    let fault = Diagnostic::new("invalid-member-path", message, &path.span, "not names with dots between them");
    diagnostics.push(fault.help("write the names of the members with single dots between them, such as `error.code`"));
    None
}
