//! Names of calls and of the modules in which they are: the verb, and what the path or the identifier adds to the module.

use std::collections::{HashMap, HashSet};

use super::distinct::distinct;
use super::words::{camel, is_plural, is_same, one_of, snake, words};

/// The module of calls that neither have a tag nor a path with words.
const ROOT: &str = "root";
/// The most characters of the name of a module.
const LONGEST_MODULE: usize = 60;
/// The most characters of the name of a call.
const LONGEST_NAME: usize = 80;
/// Words that say nothing of what stands behind them, so that they can stand alone.
const LIGHT: [&str; 22] = [
    "a", "all", "an", "and", "batch", "bulk", "by", "create", "delete", "find", "get", "is", "list", "many",
    "multiple", "new", "of", "or", "search", "single", "the", "update",
];
/// Verbs with which segments begin that are something to do, whatever their number is.
const VERBS: [&str; 20] = [
    "add", "apply", "assign", "attach", "cancel", "change", "check", "clear", "detach", "disable", "enable",
    "generate", "remove", "request", "reset", "revoke", "send", "set", "unassign", "verify",
];
/// What a path can end with that is done with what stands before.
const DONE: [&str; 8] = ["search", "query", "lookup", "count", "export", "download", "preview", "find"];
/// Words that lead nowhere at the end of a name.
const LEADING_ON: [&str; 9] = ["to", "for", "of", "by", "in", "from", "a", "an", "the"];
/// Words of identifiers that say no more than the path does.
const IDLE: [&str; 12] =
    ["get", "post", "put", "patch", "delete", "head", "options", "trace", "by", "api", "id", "using"];

/// In what form an answer comes, behind the dot of a segment.
const FORMS: [&str; 2] = ["json", "xml"];
/// What a path can end with that says no more than its method.
const DELETING: [&str; 3] = ["delete", "destroy", "remove"];

/// What names a call.
pub(in crate::openapi) struct Call<'a> {
    pub(in crate::openapi) method: &'static str,
    pub(in crate::openapi) path: &'a str,
    pub(in crate::openapi) tag: Option<&'a str>,
    pub(in crate::openapi) id: Option<&'a str>,
    /// What its publisher calls it and the group in which it is, where it says so itself.
    pub(in crate::openapi) given: Given<'a>,
    /// Whether its answer is a list.
    pub(in crate::openapi) lists: bool,
    /// Whether the same path can be got.
    pub(in crate::openapi) is_readable: bool,
    /// The name that its module shall have.
    pub(in crate::openapi) hint: Option<&'a str>,
    /// The names of its module and of itself that are kept.
    pub(in crate::openapi) kept: Option<(&'a str, &'a str)>,
}

/// Names that publishers give.
#[derive(Clone, Debug, Default)]
pub(in crate::openapi) struct Given<'a> {
    pub(in crate::openapi) group: Option<String>,
    pub(in crate::openapi) name: Option<&'a str>,
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
    let modules = without_versions(&calls.iter().map(module).collect::<Vec<_>>());
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

/// Modules without the versions that their names begin with, unless these tell them apart.
fn without_versions(modules: &[Vec<String>]) -> Vec<Vec<String>> {
    let short = |module: &[String]| {
        let is_idle =
            |word: &&String| is_version(word.strip_prefix("api").filter(|rest| !rest.is_empty()).unwrap_or(word));
        let idle = module.iter().take_while(is_idle).count();
        module[if idle < module.len() { idle } else { 0 }..].to_vec()
    };
    let mut owners: HashMap<Vec<String>, HashSet<&[String]>> = HashMap::new();
    for module in modules {
        owners.entry(short(module)).or_default().insert(module);
    }
    let short = |module: &Vec<String>| Some(short(module)).filter(|short| owners[short].len() == 1);
    modules.iter().map(|module| short(module).unwrap_or_else(|| module.clone())).collect()
}

fn module(call: &Call<'_>) -> Vec<String> {
    if let Some(given) = call.hint.map(words).filter(|words| !words.is_empty()) {
        return given;
    }
    let mut module = module_source(call.given.group.as_deref().or(call.tag), call.path)
        .map(|source| words(&source))
        .unwrap_or_default();
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

/// The segments of a path, but for versions, forms such as `.json`, and what all paths begin with.
fn segments(path: &str) -> Vec<Segment> {
    let segments = path.split(['?', '#']).next().unwrap_or_default().split('/').filter(|segment| !segment.is_empty());
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
    let given = call.given.name.map(words).unwrap_or_default();
    let versions = id.iter().take_while(|word| is_version(word)).count();
    let short = if given.is_empty() { trimmed(without(&id[versions..], module)) } else { given };
    let by_path = of_path(call, module);
    let mut whole: Vec<String> = vec![call.method.to_owned()];
    whole.extend(words(call.path));
    let all = if short.is_empty() { vec![by_path, id, whole] } else { vec![short, id, by_path, whole] };
    let mut names: Vec<Vec<String>> = all.into_iter().map(ending).filter(|name| !name.is_empty()).collect();
    names.dedup();
    names
}

/// The end of a name that is too long: it says most.
fn ending(mut name: Vec<String>) -> Vec<String> {
    while name.len() > 1 && snake(&name).len() > LONGEST_NAME {
        name.remove(0);
    }
    name
}

/// The words of an identifier; none if it says no more than the method and the path.
fn told(call: &Call<'_>, id: &str) -> Vec<String> {
    let mut id = words(&without_articles(id));
    let path = words(call.path);
    // Some frameworks make identifiers of a name, the path and the method.
    if let Some(name) = id.strip_suffix(&[call.method.to_owned()]).and_then(|id| id.strip_suffix(path.as_slice())) {
        id = name.to_vec();
    }
    let has_method =
        id.first().is_some_and(|first| first == call.method) || id.last().is_some_and(|last| last == call.method);
    // A version that is in the identifier of one call tells it from another one.
    let is_told = |word: &String| word.starts_with('v') && is_version(word);
    let is_idle = |word: &String| {
        IDLE.contains(&word.as_str()) || !is_told(word) && path.iter().any(|other| is_same(other, word))
    };
    if has_method && id.iter().all(is_idle) { Vec::new() } else { id }
}

/// An identifier without articles that stand by themselves.
fn without_articles(id: &str) -> String {
    let parts = id.split(|sign: char| !sign.is_ascii_alphanumeric());
    parts.filter(|part| !["a", "an", "the"].contains(part)).collect::<Vec<_>>().join(" ")
}

/// Words without those of the module, where these stand together: first, or behind what is done. In `create special event`
/// the module `events` stays, since there `special` would be left without it.
fn without(id: &[String], module: &[String]) -> Vec<String> {
    let is_there = |start: usize| module.iter().zip(&id[start..]).all(|(one, other)| is_same(one, other));
    let says_nothing_of = |word: &String| LIGHT.contains(&word.as_str());
    let is_fine = |start: usize| id[..start].iter().skip(1).all(says_nothing_of);
    let found = (0..id.len()).find(|start| start + module.len() <= id.len() && is_there(*start));
    let Some(start) = found.filter(|start| is_fine(*start)) else { return id.to_vec() };
    let rest = [&id[..start], &id[start + module.len()..]].concat();
    // Some identifiers begin with the module, and say it once more: `users-list-users`.
    if start == 0 && rest.len() > module.len() { without(&rest, module) } else { rest }
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
    let is_told = matches!(last, [first, _, ..] if VERBS.contains(&first.as_str()));
    let is_collection = !is_told && last.last().is_some_and(|word| is_plural(word));
    let has_act = matches!(last, [only] if DONE.contains(&only.as_str()));
    // What is posted to, and neither a collection nor to be had, is something to do.
    let is_action = call.method == "post" && !is_item && !last.is_empty() && !is_collection && !call.is_readable;
    if !is_item && (is_action || call.method == "get" && has_act) {
        return [last, noun.as_slice()].concat();
    }
    let verb = match call.method {
        "get" if !is_item && call.lists => "list",
        "post" if !is_item && (last.is_empty() || is_collection) => "create",
        "post" | "put" | "patch" => "update",
        method => method,
    };
    let is_one = is_item || verb == "create";
    noun.extend(if is_one { one_of(last) } else { last.to_vec() });
    std::iter::once(verb.to_owned()).chain(noun).collect()
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
    use super::{Call, Given, named};

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
            ("get", "/v1/customers/search", None, Some("GetCustomersSearch"), true, "customers::search"),
            ("post", "/v1/customers/{id}/sources/{source}/verify", None, None, false, "customers::verify_source"),
            ("post", "/events", Some("Events"), Some("createSpecialEvent"), false, "events::create_special_event"),
            (
                "post",
                "/bookings/{id}/payment",
                Some("Payments"),
                Some("create-booking-payment"),
                false,
                "payments::create_booking_payment",
            ),
            ("post", "/walls/{id}/actions/set_rules", Some("Wall Actions"), None, false, "wall_actions::set_rules"),
            ("get", "/v1/pages/{id}", Some("Pages"), Some("retrieve-a-page"), false, "pages::retrieve"),
            ("get", "/tickets/{id}/code", Some("Tickets"), Some("getTicketCode"), false, "tickets::get_code"),
            ("get", "/pets", Some("pets"), Some("getAllPets"), true, "pets::get_all"),
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
            (
                "get",
                "/artists/{id}/related-artists",
                Some("Artists"),
                Some("get-an-artists-related-artists"),
                false,
                "artists::get_related_artists",
            ),
            ("get", "/users/{id}", Some("users"), Some("users-find-users"), false, "users::find"),
            ("post", "/v1/app", Some("Application"), Some("v1.application.create"), false, "application::create"),
            ("get", "/api/v2/instance", Some("instance"), Some("getInstanceV2"), false, "instance::get_v2"),
            ("delete", "/team/destroy", Some("Team"), Some("teamDelete"), false, "team::delete"),
            ("get", "/2010-04-01/Keys.json", Some("Api20100401Key"), Some("ListKey"), true, "key::list"),
            ("delete", "/2010-04-01/Keys/{Sid}.json", Some("Api20100401Key"), Some("DeleteKey"), false, "key::delete"),
            ("post", "/oauth/token", Some("OAuth"), Some("oauthTokenGenerate"), false, "oauth::token_generate"),
        ] {
            let (is_readable, given) = (false, Given::default());
            let call = Call { method, path, tag, id, lists, is_readable, given, hint: None, kept: None };
            let named = named(&[call], |_| false);
            assert_eq!(format!("{}::{}", named[0].module, named[0].function), name, "{method} {path}");
        }
    }
}
