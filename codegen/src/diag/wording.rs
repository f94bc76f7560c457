//! Words that all reports share: names in backticks, lists, and the name that was probably meant.

/// A name longer than this is cut in a message; the place shows all of it.
const LONGEST_NAME: usize = 60;

/// A name from the description, in backticks, on one line, and not endless. An empty one has its quotes.
pub(crate) fn code(name: &str) -> String {
    // Most names are so, and reports speak of very many.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'\\';
    if !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(is_plain) {
        return format!("`{name}`");
    }
    let mut shown: String = name.chars().take(LONGEST_NAME).flat_map(char::escape_debug).collect();
    if name.chars().nth(LONGEST_NAME).is_some() {
        shown.push('…');
    }
    if name.is_empty() {
        shown.push_str("\"\"");
    }
    format!("`{}`", shown.replace("\\'", "'").replace("\\\"", "\""))
}

/// `` `a`, `b` and `c` ``; cut after twenty names.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    join(names, "and")
}

/// `` `a`, `b` or `c` ``; cut after twenty names.
pub(crate) fn alternatives<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    join(names, "or")
}

fn join<'a>(names: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    const MOST: usize = 20;
    let mut names: Vec<String> = names.into_iter().take(MOST + 1).map(code).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        return format!("{}, …", names.join(", "));
    }
    match names.pop() {
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} {word} {last}", names.join(", ")),
        None => "none".to_owned(),
    }
}

/// What to write instead of a name that does not exist: the one that was probably meant, or `otherwise`.
pub(crate) fn instead(meant: Option<&str>, otherwise: impl Into<String>) -> String {
    meant.map_or_else(|| otherwise.into(), did_you_mean)
}

/// Asks for a name that was probably meant.
pub(crate) fn did_you_mean(name: &str) -> String {
    format!("did you mean {}?", code(name))
}

/// Whether a reader would not see a character, or would see others in the wrong order because of it.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// The same text with everything escaped that could not be seen in it, or would command a terminal.
pub(crate) fn visible(text: &str) -> String {
    if !text.contains(is_hidden) {
        return text.to_owned();
    }
    let escaped = |character: char| character.escape_unicode().to_string();
    let shown = |character: char| if is_hidden(character) { escaped(character) } else { character.into() };
    text.chars().map(shown).collect()
}

/// The candidate that was probably meant by a name that does not exist.
///
/// Where the description decides how many candidates there are,
/// [`Diagnostics::closest`](super::Diagnostics::closest) sees to it that the search has an end.
pub(crate) fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > 4 * LONGEST_NAME {
        return None;
    }
    let lower = name.to_lowercase();
    let length = name.chars().count();
    let limit = (length / 3).clamp(1, 5);
    let distance = |candidate: &str| strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
    let near = |candidate: &str| candidate.chars().count().abs_diff(length) <= limit;
    candidates
        .into_iter()
        .filter(|candidate| near(candidate))
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}
