//! Words of names.

use crate::casing;

/// The words of a name, in lower case and of ASCII alone.
pub(in crate::openapi) fn words(name: &str) -> Vec<String> {
    let plain: String = name.chars().map(|letter| if letter.is_ascii() { letter } else { ' ' }).collect();
    if !plain.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return Vec::new();
    }
    // A letter in front keeps the signs as they are, and digits without an `n`.
    let snake = casing::snake(&format!("x {}", plain.trim()));
    let mut words: Vec<String> = Vec::new();
    for word in snake.split('_').skip(1).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            // `OAuth` is one word.
            Some(last) if last == "o" && word.starts_with("auth") => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// `UpperCamelCase` of letters and digits alone; empty if there are no words.
pub(in crate::openapi) fn camel(words: &[String]) -> String {
    casing::camel(&words.join(" ")).replace('_', "")
}

/// `snake_case`; empty if there are no words.
pub(in crate::openapi) fn snake(words: &[String]) -> String {
    let name = words.join("_");
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("n{name}") } else { name }
}

/// Words that end in an `s` when there is one.
const WITH_S: [&str; 7] = ["alias", "bias", "bonus", "bus", "campus", "canvas", "status"];

/// Abbreviations that end in an `s` when there is one.
const ABBREVIATIONS: [&str; 16] =
    ["aws", "cms", "crs", "css", "dns", "gps", "https", "ios", "kms", "mms", "pos", "rss", "sms", "sns", "sqs", "tls"];

/// One of what a word says there are several of.
pub(in crate::openapi) fn singular(word: &str) -> String {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 1);
    if ABBREVIATIONS.contains(&word) {
        return word.to_owned();
    }
    if ["ss", "us", "is", "ias", "vas", "news", "series"].iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    if WITH_S.iter().any(|one| word.ends_with(&format!("{one}es"))) {
        return word.trim_end_matches("es").to_owned();
    }
    if let Some(stem) = stem("ies") {
        return format!("{stem}y");
    }
    if let Some(stem) = ["sses", "xes", "ches", "shes"]
        .iter()
        .find_map(|end| word.strip_suffix(&end[end.len() - 2..]).filter(|_| word.ends_with(end)))
    {
        return stem.to_owned();
    }
    stem("s").unwrap_or(word).to_owned()
}

/// Whether a word means several of something.
pub(in crate::openapi) fn is_plural(word: &str) -> bool {
    singular(word) != word
}

/// Words with the last one in the singular.
pub(in crate::openapi) fn one_of(words: &[String]) -> Vec<String> {
    let mut one = words.to_vec();
    if let Some(last) = one.last_mut() {
        *last = singular(last);
    }
    one
}

/// Whether two words are the same, be it one or several.
pub(in crate::openapi) fn is_same(one: &str, other: &str) -> bool {
    one == other || singular(one) == singular(other)
}

#[cfg(test)]
mod tests {
    use super::{camel, singular, words};

    #[test]
    fn names_are_cut_into_words() {
        for (name, cut) in [
            ("ListInvoicesV2ApiInvoicesGet", "list invoices v2 api invoices get"),
            ("repos/get-content", "repos get content"),
            ("_types.aggregations.Percentiles", "types aggregations percentiles"),
            ("3ds_data", "3ds data"),
            ("createOAuth2Token", "create oauth2 token"),
            ("…", ""),
        ] {
            assert_eq!(words(name).join(" "), cut, "{name}");
        }
    }

    #[test]
    fn words_have_a_singular() {
        for (many, one) in [
            ("invoices", "invoice"),
            ("companies", "company"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("status", "status"),
            ("statuses", "status"),
            ("aliases", "alias"),
            ("houses", "house"),
            ("sms", "sms"),
        ] {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn names_of_types_are_letters_and_digits() {
        assert_eq!(camel(&words("v2.1 event")), "V21Event");
        assert_eq!(camel(&words("404")), "N404");
    }
}
