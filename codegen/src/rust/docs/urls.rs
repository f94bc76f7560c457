//! Links that may leave a text: to pages of the web and to addresses of mail, and nowhere into the crate.

use std::fmt::Write as _;

use crate::diag::is_hidden;

/// The URL of a page or an address, so spelled that nothing in it means something to Markdown.
pub(super) fn on_the_web(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_fit = match scheme.as_str() {
        "http" | "https" => {
            rest.strip_prefix("//").is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        }
        "mailto" => is_address(rest),
        _ => false,
    };
    (is_fit && !rest.contains(is_invisible)).then(|| format!("{scheme}:{}", spelled(rest)))
}

/// Whether it is an address of mail that rustdoc does not take for the name of an item: one with a dot, and no `#`.
fn is_address(text: &str) -> bool {
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '@' | '?' | '=' | '&');
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && text.chars().all(is_plain)
}

fn is_invisible(c: char) -> bool {
    is_hidden(c) || (c.is_whitespace() && c != ' ')
}

/// With characters in per cent that would end the link or change its meaning; an entity is none without its end.
fn spelled(url: &str) -> String {
    let mut spelled = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            ' ' | '"' | '<' | '>' | '\\' | '`' | '|' => _ = write!(spelled, "%{:02X}", u32::from(c)),
            ';' if spelled.contains('&') => spelled.push_str("%3B"),
            c => spelled.push(c),
        }
    }
    spelled
}
