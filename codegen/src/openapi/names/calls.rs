//! Names of calls and of the modules in which they are: the verb, and what the path or the identifier adds to the module.

use std::collections::{HashMap, HashSet};

use super::distinct::distinct;
use super::words::{camel, is_plural, is_same, one_of, snake, words};

/// The module of calls that neither have a tag nor a path with words.
const ROOT: &str = "root";
/// The most characters of the name of a module.
const LONGEST_MODULE: usize = 60;
/// Words that lead nowhere at the end of a name.
const LEADING_ON: [&str; 9] = ["to", "for", "of", "by", "in", "from", "a", "an", "the"];
/// Words of identifiers that say no more than the path does.
const IDLE: [&str; 12] =
    ["get", "post", "put", "patch", "delete", "head", "options", "trace", "by", "api", "id", "using"];

/// What names a call.
pub(in crate::openapi) struct Call<'a> {
    pub(in crate::openapi) method: &'static str,
    pub(in crate::openapi) path: &'a str,
    pub(in crate::openapi) tag: Option<&'a str>,
    pub(in crate::openapi) id: Option<&'a str>,
    /// Whether its answer is a list.
    pub(in crate::openapi) lists: bool,
    /// The name that its module shall have.
    pub(in crate::openapi) hint: Option<&'a str>,
    /// The names of its module and of itself that are kept.
    pub(in crate::openapi) kept: Option<(&'a str, &'a str)>,
}

/// The names of a call.
pub(in crate::openapi) struct Named {
    pub(in crate::openapi) module: String,
    pub(in crate::openapi) function: String,
    /// With what names of types begin that belong to it, best first.
    pub(in crate::openapi) bases: Vec<String>,
}

/// A segment of a path.
enum Segment {
    Words(Vec<String>),
    Parameter,
}

/// Names all calls. What has a name keeps it; others get none that is taken.
pub(in crate::openapi) fn named(calls: &[Call<'_>], is_taken: impl Fn(&str) -> bool) -> Vec<Named> {
    let modules: Vec<Vec<String>> = calls.iter().map(module).collect();
    let homes: Vec<String> = calls
        .iter()
        .zip(&modules)
        .map(|(call, words)| {
            let given = call.hint.or(call.kept.map(|(module, _)| module));
            given.map_or_else(|| snake(words), str::to_owned)
        })
        .collect();
    let candidates: Vec<Vec<Vec<String>>> =
        calls.iter().zip(&modules).map(|(call, module)| names(call, module)).collect();
    let mut functions = vec![String::new(); calls.len()];
    let mut inside: HashMap<&str, Vec<usize>> = HashMap::new();
    for (call, home) in homes.iter().enumerate() {
        inside.entry(home).or_default().push(call);
    }
    for inside in inside.into_values() {
        let kept: HashSet<&str> = inside.iter().filter_map(|call| calls[*call].kept).map(|(_, name)| name).collect();
        let of = |call: &usize| match calls[*call].kept {
            Some((_, function)) => vec![function.to_owned()],
            None => candidates[*call].iter().map(|words| snake(words)).collect(),
        };
        let is_taken =
            |item: usize, name: &str| calls[inside[item]].kept.is_none() && (kept.contains(name) || is_taken(name));
        let names = distinct(&inside.iter().map(of).collect::<Vec<_>>(), is_taken);
        for (call, name) in inside.into_iter().zip(names) {
            functions[call] = name;
        }
    }
    let bases =
        calls.iter().zip(&modules).zip(&candidates).map(|((call, module), names)| bases(call, module, &names[0]));
    let named = homes.into_iter().zip(functions).zip(bases);
    named.map(|((module, function), bases)| Named { module, function, bases }).collect()
}

fn module(call: &Call<'_>) -> Vec<String> {
    if let Some(given) = call.hint.map(words).filter(|words| !words.is_empty()) {
        return given;
    }
    let mut module = module_source(call.tag, call.path).map(|source| words(&source)).unwrap_or_default();
    while snake(&module).len() > LONGEST_MODULE {
        module.pop();
    }
    if module.is_empty() { vec![ROOT.to_owned()] } else { module }
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

/// The segments of a path, but for versions and what all paths begin with.
fn segments(path: &str) -> Vec<Segment> {
    let segments = path.split(['?', '#']).next().unwrap_or_default().split('/').filter(|segment| !segment.is_empty());
    segments.filter_map(|segment| {
        if segment.starts_with('{') && segment.ends_with('}') {
            return Some(Segment::Parameter);
        }
        let words = words(&without_parameters(segment));
        let is_idle = matches!(words.as_slice(), [only] if is_version(only) || matches!(only.as_str(), "api" | "rest" | "json"));
        (!words.is_empty() && !is_idle).then_some(Segment::Words(words))
    }).collect()
}

fn is_version(word: &str) -> bool {
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

/// The names that a call may have in its module, best first.
fn names(call: &Call<'_>, module: &[String]) -> Vec<Vec<String>> {
    let id = call.id.map(|id| told(call, id)).unwrap_or_default();
    let short = trimmed(without(&id, module));
    let by_path = of_path(call, module);
    let mut whole: Vec<String> = vec![call.method.to_owned()];
    whole.extend(words(call.path));
    let all = if short.is_empty() { vec![by_path, id, whole] } else { vec![short, id, by_path, whole] };
    all.into_iter().filter(|name| !name.is_empty()).collect()
}

/// The words of an identifier; none if it says no more than the method and the path.
fn told(call: &Call<'_>, id: &str) -> Vec<String> {
    let mut id = words(id);
    let path = words(call.path);
    // Some frameworks make identifiers of a name, the path and the method.
    if let Some(name) = id.strip_suffix(&[call.method.to_owned()]).and_then(|id| id.strip_suffix(path.as_slice())) {
        id = name.to_vec();
    }
    let has_method =
        id.first().is_some_and(|first| first == call.method) || id.last().is_some_and(|last| last == call.method);
    let is_idle = |word: &String| IDLE.contains(&word.as_str()) || path.iter().any(|other| is_same(other, word));
    if has_method && id.iter().all(is_idle) { Vec::new() } else { id }
}

/// Words without those of the module, where these stand together.
fn without(id: &[String], module: &[String]) -> Vec<String> {
    let is_there = |start: usize| module.iter().zip(&id[start..]).all(|(one, other)| is_same(one, other));
    let Some(start) = (0..id.len()).find(|start| start + module.len() <= id.len() && is_there(*start)) else {
        return id.to_vec();
    };
    [&id[..start], &id[start + module.len()..]].concat()
}

fn trimmed(mut name: Vec<String>) -> Vec<String> {
    while name.last().is_some_and(|word| LEADING_ON.contains(&word.as_str())) {
        name.pop();
    }
    name
}

/// A name by the method, and by what the path adds to the module.
fn of_path(call: &Call<'_>, module: &[String]) -> Vec<String> {
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
    let (last, before) = literals.split_last().map_or((&[][..], &[][..]), |(last, before)| (last.as_slice(), before));
    let mut noun: Vec<String> = before.iter().flat_map(|words| one_of(words)).collect();
    let is_collection = last.last().is_some_and(|word| is_plural(word));
    let verb = match call.method {
        "get" if !is_item && call.lists => "list",
        "post" if is_item => "update",
        "post" if last.is_empty() || is_collection => "create",
        // What is posted to and is no collection is something to do.
        "post" => "",
        "put" | "patch" => "update",
        method => method,
    };
    let is_one = is_item || verb == "create";
    noun.extend(if is_one { one_of(last) } else { last.to_vec() });
    let verb = Some(verb).filter(|verb| !verb.is_empty()).map(str::to_owned);
    verb.into_iter().chain(noun).collect()
}

/// The beginnings of the names of types: the verb and what the call is about, and then the same with its module.
fn bases(call: &Call<'_>, module: &[String], name: &[String]) -> Vec<String> {
    let id = call.id.map(|id| told(call, id)).unwrap_or_default();
    let one = one_of(module);
    let is_said = !id.is_empty() && without(&id, module).len() < id.len();
    let (verb, rest) = name.split_first().map_or((&[][..], &[][..]), |(verb, rest)| (std::slice::from_ref(verb), rest));
    let with_module = [verb, one.as_slice(), rest].concat();
    let first = if is_said { id } else { with_module };
    let whole = [&[call.method.to_owned()][..], &words(call.path)].concat();
    [first, [one.as_slice(), name].concat(), whole].iter().map(|words| camel(words)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Call, named};

    #[test]
    fn calls_are_named_by_what_they_do() {
        for (method, path, tag, id, lists, name) in [
            ("get", "/v2/api/invoices", Some("Invoices"), Some("ListInvoicesV2ApiInvoicesGet"), true, "invoices::list"),
            ("get", "/api/invoices", Some("Invoices"), Some("list_invoices_api_invoices_get"), true, "invoices::list"),
            ("get", "/v1/invoices", None, Some("GetInvoices"), true, "invoices::list"),
            ("get", "/v1/invoices/{invoice}", None, Some("GetInvoicesInvoice"), false, "invoices::get"),
            ("post", "/v1/invoices", None, Some("PostInvoices"), false, "invoices::create"),
            ("post", "/v1/invoices/{invoice}", None, Some("PostInvoicesInvoice"), false, "invoices::update"),
            (
                "post",
                "/v1/invoices/{invoice}/finalize",
                None,
                Some("PostInvoicesInvoiceFinalize"),
                false,
                "invoices::finalize",
            ),
            ("delete", "/v1/invoices/{invoice}", None, None, false, "invoices::delete"),
            ("get", "/v1/customers/{id}/sources", None, None, true, "customers::list_sources"),
            ("get", "/v1/customers/{id}/sources/{source}", None, None, false, "customers::get_source"),
            ("post", "/v1/customers/{id}/sources", None, None, false, "customers::create_source"),
            ("get", "/pet/{petId}", Some("pet"), Some("getPetById"), false, "pet::get"),
            ("put", "/pet", Some("pet"), Some("updatePet"), false, "pet::update"),
            ("get", "/pet/findByStatus", Some("pet"), Some("findPetsByStatus"), true, "pet::find_by_status"),
            (
                "get",
                "/repos/{owner}/{repo}/contents/{path}",
                Some("repos"),
                Some("repos/get-content"),
                false,
                "repos::get_content",
            ),
            ("get", "/", None, None, false, "root::get"),
        ] {
            let call = Call { method, path, tag, id, lists, hint: None, kept: None };
            let named = named(&[call], |_| false);
            assert_eq!(format!("{}::{}", named[0].module, named[0].function), name, "{method} {path}");
        }
    }
}
