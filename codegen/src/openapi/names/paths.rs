//! What paths say of a call: its verb, and what it is about.

use super::call::{Call, Read};
use super::within::without;
use super::words::{is_plural, is_same, one_of, words};

/// Verbs with which segments begin that are something to do, whatever their number is.
const VERBS: [&str; 36] = [
    "add",
    "apply",
    "approve",
    "assign",
    "attach",
    "calculate",
    "cancel",
    "change",
    "check",
    "clear",
    "close",
    "confirm",
    "count",
    "create",
    "delete",
    "detach",
    "disable",
    "enable",
    "generate",
    "invite",
    "mark",
    "move",
    "publish",
    "reject",
    "remove",
    "request",
    "resend",
    "reset",
    "restart",
    "revoke",
    "send",
    "set",
    "submit",
    "unassign",
    "validate",
    "verify",
];
/// Verbs with which segments begin that say what a request is for, whatever its method is.
const GETTING: [&str; 3] = ["get", "find", "fetch"];
/// What a path can end with that is done with what stands before.
const DONE: [&str; 8] = ["search", "query", "lookup", "count", "export", "download", "preview", "find"];
/// Words of the names of parameters that say what is done.
const ACTING: [&str; 4] = ["action", "method", "operation", "target"];
/// In what form an answer comes, behind the dot of a segment.
const FORMS: [&str; 2] = ["json", "xml"];
/// What a path can end with that says no more than its method.
const DELETING: [&str; 3] = ["delete", "destroy", "remove"];

/// A segment of a path.
enum Segment {
    Words(Vec<String>),
    Parameter,
}

/// Of what the name of a module is made: the tag, or the first segment of the path with words.
pub(in crate::openapi) fn module_source(tag: Option<&str>, path: &str) -> Option<String> {
    let of_path = || {
        segments(path).into_iter().find_map(|segment| match segment {
            Segment::Words(words) => Some(words.join("_")),
            Segment::Parameter => None,
        })
    };
    tag.filter(|tag| !words(tag).is_empty()).map(str::to_owned).or_else(of_path)
}

/// A path, and what stands behind it: a query or a fragment, by which some documents tell several calls of a path apart.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.split_at(path.find(['?', '#']).unwrap_or(path.len()))
}

/// What stands behind a path.
#[derive(Default)]
struct Behind {
    /// What it says is done: `TagQueue` of `#Action=TagQueue`.
    act: Vec<String>,
    /// Other values, and the names of what is only switched on.
    words: Vec<String>,
}

impl Behind {
    fn of(path: &str) -> Self {
        let mut behind = Self::default();
        for pair in split(path).1.split(['?', '#', '&']).filter(|pair| !pair.contains('{')) {
            match pair.split_once('=') {
                Some((name, "" | "true" | "1")) => behind.words.extend(words(name)),
                Some((name, value)) if words(name).iter().any(|word| ACTING.contains(&word.as_str())) => {
                    behind.act.extend(words(value));
                }
                Some((_, value)) => behind.words.extend(words(value)),
                None => behind.words.extend(words(pair)),
            }
        }
        behind
    }
}

/// The segments of a path, but for versions, forms such as `.json`, and what all paths begin with.
fn segments(path: &str) -> Vec<Segment> {
    let segments = split(path).0.split('/').filter(|segment| !segment.is_empty());
    let of = |segment: &str| {
        let mut words = words(&without_parameters(segment));
        let has_form = segment.contains('.') && words.last().is_some_and(|last| FORMS.contains(&last.as_str()));
        if has_form {
            words.pop();
        }
        if words.is_empty() && segment.starts_with('{') {
            return Some(Segment::Parameter);
        }
        let is_first = matches!(words.as_slice(), [only] if matches!(only.as_str(), "api" | "rest" | "json"));
        let is_idle = words.iter().all(|word| is_version(word)) || is_first;
        (!is_idle).then_some(Segment::Words(words))
    };
    segments.filter_map(of).collect()
}

pub(super) fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix('v').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A segment with spaces in place of its parameters.
fn without_parameters(segment: &str) -> String {
    let parts = segment.split('{').enumerate();
    let literals =
        parts.map(|(index, part)| if index == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) });
    literals.collect::<Vec<_>>().join(" ")
}

/// A name by the method, and by what the path adds to the module; without a module, by all of the path.
pub(super) fn of_path(call: &Call<'_>, module: &[String]) -> Vec<String> {
    let segments = segments(call.path);
    let is_module = |segment: &Segment| matches!(segment, Segment::Words(words) if without(words, module).is_empty());
    let after = segments.iter().position(is_module).map_or(0, |index| index + 1);
    let rest = &segments[after..];
    let is_item = matches!(segments.last(), Some(Segment::Parameter));
    let literals: Vec<&Vec<String>> = rest
        .iter()
        .filter_map(|segment| match segment {
            Segment::Words(words) => Some(words),
            Segment::Parameter => None,
        })
        .collect();
    let says_more = |words: &&&Vec<String>| {
        call.method != "delete" || !matches!(words.as_slice(), [only] if DELETING.contains(&only.as_str()))
    };
    let literals: Vec<&Vec<String>> = literals.iter().filter(says_more).copied().collect();
    let (last, before) = literals.split_last().map_or((&[][..], &[][..]), |(last, before)| (last.as_slice(), before));
    let mut noun: Vec<String> = before.iter().flat_map(|words| one_of(words)).collect();
    // A module may be named by several segments: `firewall actions` of `/firewalls/{id}/actions`.
    if noun.len() >= module.len() && module.iter().zip(&noun).all(|(one, other)| is_same(one, other)) {
        noun.drain(..module.len());
    }
    let begins_with = |verbs: &[&str]| matches!(last, [first, _, ..] if verbs.contains(&first.as_str()));
    let (is_told, is_getting) = (begins_with(&VERBS), begins_with(&GETTING));
    let is_collection = !is_told && last.last().is_some_and(|word| is_plural(word));
    let has_act = matches!(last, [only] if DONE.contains(&only.as_str()));
    // What is posted to, and neither a collection nor to be had, is something to do.
    let is_action = call.method == "post" && !last.is_empty() && !is_collection && call.read == Read::Nothing;
    let Behind { act, words: behind } = Behind::of(call.path);
    if !act.is_empty() {
        return [act, noun, behind].concat();
    }
    if is_getting || !is_item && (is_action || call.method == "get" && has_act) {
        return [last, noun.as_slice(), behind.as_slice()].concat();
    }
    // A module may be what is done: `search`.
    let does = matches!(module, [only] if DONE.contains(&only.as_str()));
    let verb = match call.method {
        "post" if does && last.is_empty() && !is_item && call.read == Read::Nothing => &module[0],
        "get" if !is_item && call.lists => "list",
        "post" if !is_item && (last.is_empty() || is_collection || call.read == Read::List) => "create",
        "post" | "put" | "patch" => "update",
        method => method,
    };
    let is_one = is_item || verb == "create";
    noun.extend(if is_one { one_of(last) } else { last.to_vec() });
    std::iter::once(verb.to_owned()).chain(noun).chain(behind).collect()
}
