//! The header `Link` of RFC 8288, by which a page names others.

use http::HeaderMap;
use http::header::LINK;

/// The URL of the next page: that of the first link whose relation is `next`.
pub(crate) fn next_link(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().find_map(|value| next_of(value.to_str().ok()?)).map(str::to_owned)
}

fn next_of(mut links: &str) -> Option<&str> {
    loop {
        let (url, rest) = links.split_once('<')?.1.split_once('>')?;
        let end = end_of_link(rest);
        if is_next(&rest[..end]) {
            return Some(url.trim());
        }
        links = &rest[end..];
    }
}

/// Where the parameters of a link end: at a comma that is in no quotes.
fn end_of_link(parameters: &str) -> usize {
    let mut is_quoted = false;
    let mut is_escaped = false;
    let is_end = |sign: char| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match sign {
            '\\' => is_escaped = is_quoted && !was_escaped,
            '"' if !was_escaped => is_quoted = !is_quoted,
            _ => {}
        }
        sign == ',' && !is_quoted
    };
    parameters.find(is_end).unwrap_or(parameters.len())
}

/// Whether the relation is `next`, or one of several is. Of two parameters `rel`, the first counts.
fn is_next(parameters: &str) -> bool {
    let mut parameters = parameters.split(';').filter_map(|parameter| parameter.split_once('='));
    let relation = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
    relation.is_some_and(|(_, relations)| {
        let mut relations = relations.trim().trim_matches('"').split_ascii_whitespace();
        relations.any(|relation| relation.eq_ignore_ascii_case("next"))
    })
}
