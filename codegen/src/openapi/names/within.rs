//! Names within a module, which need not say what it says.

use super::words::is_same;

/// Words that say nothing of what stands behind them, so that they can stand alone.
const LIGHT: [&str; 22] = [
    "a", "all", "an", "and", "batch", "bulk", "by", "create", "delete", "find", "get", "is", "list", "many",
    "multiple", "new", "of", "or", "search", "single", "the", "update",
];

/// Words without those of the module, where these stand together: first, or behind what is done. In `create special event`
/// the module `events` stays, since there `special` would be left without it.
pub(super) fn without(id: &[String], module: &[String]) -> Vec<String> {
    let says_nothing_of = |word: &String| LIGHT.contains(&word.as_str());
    let is_fine = |start: usize| id[..start].iter().skip(1).all(says_nothing_of);
    let found = (0..id.len()).find_map(|start| Some((start, says(&id[start..], module)?)));
    let Some((start, count)) = found.filter(|(start, _)| is_fine(*start)) else { return id.to_vec() };
    let rest = [&id[..start], &id[start + count..]].concat();
    // Some identifiers begin with the module, and say it once more: `users-list-users`.
    if start == 0 && rest.len() > module.len() { without(&rest, module) } else { rest }
}

/// How many of the first words say what a module is called, be it cut into words otherwise.
pub(super) fn says(words: &[String], module: &[String]) -> Option<usize> {
    if module.is_empty() {
        return None;
    }
    if words.len() >= module.len() && module.iter().zip(words).all(|(one, other)| is_same(one, other)) {
        return Some(module.len());
    }
    let whole = module.concat();
    let joined = (1..=words.len()).map(|count| (count, words[..count].concat()));
    let mut joined = joined.take_while(|(_, text)| text.len() <= whole.len() + 2);
    joined.find(|(_, text)| is_same(text, &whole)).map(|(count, _)| count)
}
