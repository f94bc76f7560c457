//! Checks after which statuses a call is worth repeating.

use crate::{
    diag::{Diagnostic, Diagnostics},
    spec::{Read, Spanned},
};

/// The statuses, each once; nothing if the description does not say which.
pub(super) fn statuses(written: &Read<Option<Vec<Spanned<i64>>>>, diagnostics: &mut Diagnostics) -> Option<Vec<u16>> {
    let written = written.as_ref().ok()?.as_ref()?;
    let mut statuses: Vec<u16> = Vec::new();
    for Spanned { value, span } in written {
        let mut fault = |message: String, help: &str| {
            diagnostics.push(Diagnostic::new("invalid-status", message, span, "this status").help(help));
        };
        match u16::try_from(*value) {
            Ok(status) if statuses.contains(&status) => {
                fault(format!("the status {value} is listed twice"), "remove one of the two");
            }
            Ok(status @ 400..=599) => statuses.push(status),
            _ => fault(
                format!("the status {value} says of no call that it failed"),
                "write statuses from 400 to 599, such as `[429, 503]`",
            ),
        }
    }
    Some(statuses)
}
