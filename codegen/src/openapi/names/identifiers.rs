//! What identifiers of operations say: the words of a name, without what the module, the method and the path say anyway.

use super::call::Call;
use super::paths::{is_version, split};
use super::within::says;
use super::words::{is_same, words};

/// Words that lead nowhere at the end of a name.
const LEADING_ON: [&str; 9] = ["to", "for", "of", "by", "in", "from", "a", "an", "the"];
/// Words of identifiers that say no more than the path does.
const IDLE: [&str; 12] =
    ["get", "post", "put", "patch", "delete", "head", "options", "trace", "by", "api", "id", "using"];
/// So long is an identifier, at least, that a machine has made of digits.
const LONG: usize = 12;

/// The words of what a document calls an operation; none if they say no more than the method and the path.
pub(super) fn told(call: &Call<'_>, module: &[String]) -> Vec<String> {
    let id = written(call, module);
    if call.id.is_some_and(|id| behind(id, module).is_some()) {
        return id;
    }
    let path = words(call.path);
    let has_method =
        id.first().is_some_and(|first| first == call.method) || id.last().is_some_and(|last| last == call.method);
    // A version that is in the identifier of one call tells it from another one.
    let is_told = |word: &String| word.starts_with('v') && is_version(word);
    let is_idle = |word: &String| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number || IDLE.contains(&word.as_str()) || !is_told(word) && path.iter().any(|other| is_same(other, word))
    };
    // What says all of the path in one piece says its version too.
    let whole = id.windows(path.len().max(2)).position(|words| words == path);
    let (before, after) = whole.map_or((id.as_slice(), &[][..]), |at| (&id[..at], &id[at + path.len()..]));
    if has_method && before.iter().chain(after).all(is_idle) { Vec::new() } else { id }
}

/// The words of what a document calls an operation, without what frameworks add to a name.
pub(super) fn written(call: &Call<'_>, module: &[String]) -> Vec<String> {
    let id = call.id.filter(|id| !is_made_of_digits(id)).unwrap_or_default();
    let has_path = id.contains('/');
    let mut id = words(&without_articles(behind(id, module).unwrap_or(id)));
    let method = [call.method.to_owned()];
    for path in [call.path, split(call.path).0].map(words) {
        // FastAPI puts the path and the method behind a name, others put them before it.
        let before = id.strip_suffix(&method).and_then(|id| id.strip_suffix(path.as_slice()));
        let after = || id.strip_prefix(&method).and_then(|id| id.strip_prefix(path.as_slice())).filter(|_| has_path);
        if let Some(name) = before.or_else(after).filter(|name| !name.is_empty()) {
            id = name.to_vec();
            break;
        }
    }
    // Springfox says how a name is asked for, and numbers what has one name.
    let using = id.windows(2).rposition(|pair| pair[0] == "using" && pair[1] == call.method);
    if let Some(using) = using.filter(|using| *using > 0 && id.len() <= using + 3) {
        id.truncate(using);
    }
    without_folder(id)
}

/// What a name in dots says behind the module: `list` of `drive.files.list`.
fn behind<'a>(id: &'a str, module: &[String]) -> Option<&'a str> {
    let ends = id.match_indices('.').map(|(dot, _)| dot);
    let start = |end: usize| id[..end].rfind('.').map_or(0, |dot| dot + 1);
    let is_module = |end: &usize| {
        let part = words(&id[start(*end)..*end]);
        !part.is_empty() && says(&part, module) == Some(part.len())
    };
    ends.filter(is_module).next_back().map(|dot| &id[dot + 1..])
}

/// Whether an identifier is a number that a machine has made: `5476364f031f5909e4fe3314`, or a UUID.
fn is_made_of_digits(id: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-' || byte == b'_';
    id.len() >= LONG && id.bytes().all(is_digit) && id.bytes().any(|byte| byte.is_ascii_digit())
}

/// A name without the folder in which it is, where that ends with its verb: `dialogs get` of `dialogs get get dialog`.
fn without_folder(id: Vec<String>) -> Vec<String> {
    let twice = |at: &usize| {
        let (folder, name) = (&id[..*at], &id[at + 2..]);
        let common = folder.len().min(name.len());
        let ends = folder[folder.len() - common..].iter().zip(&name[name.len() - common..]);
        common > 0 && id[*at] == id[at + 1] && ends.into_iter().all(|(one, other)| is_same(one, other))
    };
    match (1..id.len().saturating_sub(1)).find(twice) {
        Some(at) => id[at + 1..].to_vec(),
        None => id,
    }
}

/// An identifier without articles that stand by themselves.
fn without_articles(id: &str) -> String {
    let parts = id.split(|sign: char| !sign.is_ascii_alphanumeric());
    parts.filter(|part| !["a", "an", "the"].contains(part)).collect::<Vec<_>>().join(" ")
}

pub(super) fn trimmed(mut name: Vec<String>) -> Vec<String> {
    while name.last().is_some_and(|word| LEADING_ON.contains(&word.as_str())) {
        name.pop();
    }
    name
}
