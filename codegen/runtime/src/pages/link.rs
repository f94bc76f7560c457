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
        let (parameters, others) = cut_at(',', rest);
        if is_next(parameters) {
            return Some(url.trim());
        }
        links = others;
    }
}

/// Whether the relation is `next`, or one of several is. Of two parameters `rel`, the first counts.
fn is_next(mut parameters: &str) -> bool {
    while !parameters.is_empty() {
        let (parameter, others) = cut_at(';', parameters);
        if let Some((name, relations)) = parameter.split_once('=')
            && name.trim().eq_ignore_ascii_case("rel")
        {
            let mut relations = relations.trim().trim_matches('"').split_ascii_whitespace();
            return relations.any(|relation| relation.eq_ignore_ascii_case("next"));
        }
        parameters = others;
    }
    false
}

/// What stands before and behind the first such sign that is in no quotes.
fn cut_at(end: char, text: &str) -> (&str, &str) {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let is_end = |sign: char| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match sign {
            '\\' => is_escaped = is_quoted && !was_escaped,
            '"' if !was_escaped => is_quoted = !is_quoted,
            _ => {}
        }
        sign == end && !is_quoted
    };
    text.find(is_end).map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}
