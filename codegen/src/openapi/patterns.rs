//! Patterns of texts.

/// Whether a text is of a pattern, in which `*` stands for anything but `/`, and `**` for anything.
pub(super) fn is_match(pattern: &str, text: &str) -> bool {
    let text = text.as_bytes();
    // How many bytes of the text what was seen of the pattern can stand for.
    let mut reached = vec![false; text.len() + 1];
    reached[0] = true;
    let mut rest = pattern.as_bytes();
    while let Some((sign, after)) = rest.split_first() {
        rest = after;
        if *sign == b'*' {
            let is_deep = rest.first() == Some(&b'*');
            rest = rest.strip_prefix(b"*").unwrap_or(rest);
            for end in 1..=text.len() {
                reached[end] |= reached[end - 1] && (is_deep || text[end - 1] != b'/');
            }
        } else {
            for end in (1..=text.len()).rev() {
                reached[end] = reached[end - 1] && text[end - 1] == *sign;
            }
            reached[0] = false;
        }
    }
    reached[text.len()]
}

#[cfg(test)]
mod tests {
    use super::is_match;

    #[test]
    fn stars_stand_for_what_they_should() {
        for (pattern, text, is_of_it) in [
            ("GET /v1/invoices", "GET /v1/invoices", true),
            ("GET /v1/invoices", "GET /v1/invoice", false),
            ("/v1/*", "/v1/invoices", true),
            ("/v1/*", "/v1/invoices/{id}", false),
            ("/v1/**", "/v1/invoices/{id}", true),
            ("**/{id}", "/v1/invoices/{id}", true),
            ("* /v1/*/finalize", "POST /v1/a/finalize", true),
            ("*", "", true),
            ("", "", true),
            ("", "a", false),
            ("Core*", "Core Resources", true),
            ("a*b*c", "aXbXbXc", true),
        ] {
            assert_eq!(is_match(pattern, text), is_of_it, "{pattern} {text}");
        }
    }
}
