//! The words of a name, and how each is written: cut where something is neither letter nor digit, and where capitals begin one.

/// The words of a name: `HTTPServer_id2` is `HTTP`, `Server` and `id2`.
pub(super) fn words<'a>(name: &'a str, mut take: impl FnMut(&'a str)) {
    for run in name.split(|sign: char| !sign.is_alphanumeric()).filter(|run| !run.is_empty()) {
        let mut start = 0;
        // Whether the last letter of this word was a capital; a digit is neither.
        let mut was_capital: Option<bool> = None;
        let mut letters = run.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if letter.is_uppercase() {
                // Of several capitals the last one begins the word that follows.
                let is_first = was_capital
                    .is_some_and(|was| !was || letters.peek().is_some_and(|(_, following)| following.is_lowercase()));
                if is_first {
                    take(&run[start..at]);
                    start = at;
                }
                was_capital = Some(true);
            } else if letter.is_lowercase() {
                was_capital = Some(false);
            }
        }
        take(&run[start..]);
    }
}

/// Adds a word in small letters.
pub(super) fn small(text: &mut String, word: &str) {
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // The small sigma has a form of its own at the end of a word.
            'Σ' if letters.peek().is_none() => text.push('ς'),
            _ if letter.is_ascii() => text.push(letter.to_ascii_lowercase()),
            _ => text.extend(letter.to_lowercase()),
        }
    }
}

/// Adds a word in capitals.
pub(super) fn capitals(text: &mut String, word: &str) {
    text.extend(word.chars().flat_map(char::to_uppercase));
}

/// Adds a word whose first letter is a capital.
pub(super) fn capitalized(text: &mut String, word: &str) {
    let mut letters = word.chars();
    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    small(text, letters.as_str());
}

#[cfg(test)]
mod tests {
    use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
    use proptest::prelude::*;

    use super::super::joined;
    use super::{capitalized, capitals, small, words};

    fn is_as_heck_has_it(name: &str) {
        assert_eq!(joined(name, small), name.to_snake_case(), "{name:?}");
        assert_eq!(joined(name, capitals), name.to_shouty_snake_case(), "{name:?}");
        let mut camel = String::new();
        words(name, |word| capitalized(&mut camel, word));
        assert_eq!(camel, name.to_upper_camel_case(), "{name:?}");
    }

    #[test]
    fn words_are_those_of_heck() {
        for name in ["HTTPServer", "aB1c2D", "ABC", "ABc1DE", "X9y", "ΌΣΟΣ", "straßeÄb", "ǅz", "__a__"] {
            is_as_heck_has_it(name);
        }
    }

    proptest! {
        #[test]
        fn words_of_any_name_are_those_of_heck(name in "([a-cA-C0-9_ ßΣÄñ]|\\PC){0,12}") {
            is_as_heck_has_it(&name);
        }
    }
}
