//! Words for the signs of wire names: for those without a letter or digit, and for signs that tell two names apart.

use std::borrow::Cow;

/// Signs that have a word of their own where they stand together.
const TOGETHER: [(&str, &str); 5] =
    [(">=", "GreaterThanOrEqual"), ("<=", "LessThanOrEqual"), ("!=", "NotEqual"), ("&&", "And"), ("||", "Or")];

/// The word for each sign of ASCII.
const ALONE: [(char, &str); 33] = [
    (' ', "Space"),
    ('!', "Not"),
    ('"', "Quote"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "Ampersand"),
    ('\'', "Apostrophe"),
    ('(', "OpeningParenthesis"),
    (')', "ClosingParenthesis"),
    ('*', "Star"),
    ('+', "Plus"),
    (',', "Comma"),
    ('-', "Minus"),
    ('.', "Dot"),
    ('/', "Slash"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('<', "LessThan"),
    ('=', "Equal"),
    ('>', "GreaterThan"),
    ('?', "QuestionMark"),
    ('@', "At"),
    ('[', "OpeningBracket"),
    ('\\', "Backslash"),
    (']', "ClosingBracket"),
    ('^', "Caret"),
    ('_', "Underscore"),
    ('`', "Backtick"),
    ('{', "OpeningBrace"),
    ('|', "Pipe"),
    ('}', "ClosingBrace"),
    ('~', "Tilde"),
];

/// Signs that mean something in front of a word or number, such as in `-created_at` and `>=5`.
const IN_FRONT: [char; 6] = ['+', '-', '<', '=', '>', '!'];
/// Signs that mean something behind one, such as in `A+` and `50%`.
const BEHIND: [char; 3] = ['+', '-', '%'];

/// A wire name with words in place of the signs that count: of all of them, if it has neither letter nor digit. An
/// empty text has a word as well.
pub(super) fn spoken(wire: &str) -> Cow<'_, str> {
    if wire.is_empty() {
        return Cow::Borrowed("Empty");
    }
    let is_word = char::is_alphanumeric;
    let (Some(first), Some(last)) = (wire.find(is_word), wire.rfind(is_word)) else {
        return words(wire).map_or(Cow::Borrowed(wire), Cow::Owned);
    };
    let end = last + wire[last..].chars().next().map_or(0, char::len_utf8);
    let (front, behind) = (signs(&wire[..first], &IN_FRONT), signs(&wire[end..], &BEHIND));
    if front.is_none() && behind.is_none() {
        return Cow::Borrowed(wire);
    }
    Cow::Owned(
        [front.as_deref().unwrap_or_default(), &wire[first..end], behind.as_deref().unwrap_or_default()].join(" "),
    )
}

/// Words for signs that are all such; nothing if there are none, or others.
fn signs(text: &str, such: &[char]) -> Option<String> {
    if text.chars().all(|sign| such.contains(&sign)) { words(text) } else { None }
}

/// Words for signs; nothing if there are none, or one has no word.
fn words(mut text: &str) -> Option<String> {
    let mut words = Vec::new();
    while let Some(first) = text.chars().next() {
        let together = TOGETHER.iter().find_map(|(signs, word)| Some((text.strip_prefix(signs)?, *word)));
        let alone =
            || ALONE.iter().find(|(sign, _)| *sign == first).map(|(_, word)| (&text[first.len_utf8()..], *word));
        let (rest, word) = together.or_else(alone)?;
        words.push(word);
        text = rest;
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use crate::casing::{camel, snake};

    #[test]
    fn signs_become_words_where_they_count() {
        for (wire, name) in [
            ("", "Empty"),
            (">", "GreaterThan"),
            (">=", "GreaterThanOrEqual"),
            ("<", "LessThan"),
            ("<=", "LessThanOrEqual"),
            ("=", "Equal"),
            ("==", "EqualEqual"),
            ("!=", "NotEqual"),
            ("<>", "LessThanGreaterThan"),
            ("*", "Star"),
            ("&&", "And"),
            ("+1", "Plus1"),
            ("-1", "Minus1"),
            ("1", "N1"),
            ("1.5", "N1_5"),
            ("-1.5", "Minus1_5"),
            ("15", "N15"),
            ("1,000", "N1_000"),
            ("2025-08-27", "N2025_08_27"),
            ("gpt-3.5-turbo", "Gpt3_5Turbo"),
            ("-created_at", "MinusCreatedAt"),
            ("created_at", "CreatedAt"),
            (">=18", "GreaterThanOrEqual18"),
            ("!open", "NotOpen"),
            ("A+", "APlus"),
            ("C++", "CPlusPlus"),
            ("50%", "N50Percent"),
            ("@odata.type", "OdataType"),
            ("$filter", "Filter"),
            ("customer.*", "Customer"),
            ("(a)", "A"),
            ("in-harbour", "InHarbour"),
        ] {
            assert_eq!(camel(wire), name, "{wire}");
        }
        assert_eq!(snake("+1"), "plus_1");
        assert_eq!(camel("…"), "");
    }
}
