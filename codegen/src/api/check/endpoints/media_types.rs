//! Checks media types.

use crate::{
    diag::{Diagnostic, Diagnostics, code},
    spec::Text,
};

/// Whether a text is a type and a subtype, perhaps with parameters, which HTTP can carry.
pub(super) fn is_media_type(media: &Text, diagnostics: &mut Diagnostics) -> bool {
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let (essence, parameters) = media.value.split_once(';').unwrap_or((&media.value, ""));
    let is_sound =
        essence.trim_end().split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
            && parameters.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if !is_sound {
        let message = format!("{} is no media type", code(&media.value));
        let help = "write a type and a subtype, such as `text/csv` or `application/merge-patch+json`";
        diagnostics.push(Diagnostic::new("invalid-body", message, &media.span, "not a media type").help(help));
    }
    is_sound
}
