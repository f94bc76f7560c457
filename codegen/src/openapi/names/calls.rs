//! Names of calls and of the modules in which they are: the verb, and what the path or the identifier adds to the module.

use std::collections::{HashMap, HashSet};

use super::call::Call;
use super::distinct::distinct;
use super::identifiers::{told, trimmed, written};
use super::paths::{is_version, module_source, of_path};
use super::within::without;
use super::words::{camel, one_of, snake, words};

/// The module of calls that neither have a tag nor a path with words.
const ROOT: &str = "root";
/// The most characters of the name of a module.
const LONGEST_MODULE: usize = 60;
/// The most characters of the name of a call.
const LONGEST_NAME: usize = 80;
/// The names of a call.
pub(in crate::openapi) struct Named {
    pub(in crate::openapi) module: String,
    pub(in crate::openapi) function: String,
    /// With what names of types begin that belong to it, best first.
    pub(in crate::openapi) bases: Vec<String>,
}

/// Names all calls of a document with that title. What has a name keeps it; others get none that is taken.
pub(in crate::openapi) fn named(calls: &[Call<'_>], title: &str, is_taken: impl Fn(&str) -> bool) -> Vec<Named> {
    let modules = without_versions(&calls.iter().map(module).collect::<Vec<_>>(), &words(title));
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

/// Modules without the versions that their names begin with, unless these tell them apart. What stands before a version
/// goes with it where the title of the document says it: `taskrouter v1 worker`.
fn without_versions(modules: &[Vec<String>], title: &[String]) -> Vec<Vec<String>> {
    let short = |module: &[String]| {
        let is_idle =
            |word: &&String| is_version(word.strip_prefix("api").filter(|rest| !rest.is_empty()).unwrap_or(word));
        let said = module.iter().take_while(|word| title.contains(word)).count();
        let versions = module[said..].iter().take_while(is_idle).count();
        let idle = if versions > 0 { said + versions } else { 0 };
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

/// The names that a call may have in its module, best first.
fn names(call: &Call<'_>, module: &[String]) -> Vec<Vec<String>> {
    let id = told(call, module);
    let given = call.given.name.map(words).unwrap_or_default();
    let versions = id.iter().take_while(|word| is_version(word)).count();
    let short = if given.is_empty() { trimmed(without(&id[versions..], module)) } else { given };
    let mut whole: Vec<String> = vec![call.method.to_owned()];
    whole.extend(words(call.path));
    // An identifier that says no more than the path may still say it better.
    let mut longer = vec![of_path(call, &[])];
    longer.extend(Some(written(call, module)).filter(|id| id.last().is_some_and(|last| last != call.method)));
    longer.sort_by_key(|name| snake(name).len());
    let by_path = of_path(call, module);
    let first = if short.is_empty() { vec![by_path] } else { vec![short, id, by_path] };
    let all = [first, longer, vec![whole]].concat();
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

/// The beginnings of the names of types: the verb and what the call is about, and then the same with its module.
fn bases(call: &Call<'_>, module: &[String], name: &[String]) -> Vec<String> {
    let id = told(call, module);
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
    use super::super::call::{Call, Given, Read};
    use super::named;

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
            // What frameworks make of a name.
            ("get", "/files?beta=true", Some("Files"), Some("beta_list_files_files_get"), true, "files::beta_list"),
            ("post", "/profile", Some("Profile"), Some("changePasswordUsingPOST_1"), false, "profile::change_password"),
            ("get", "/events/v3/events", Some("Basic"), Some("get-/events/v3/events_getPage"), true, "basic::get_page"),
            (
                "get",
                "/dialogs",
                Some("Enduser"),
                Some("EndUserDialogsSearch_SearchDialog"),
                false,
                "enduser::search_dialog",
            ),
            ("get", "/files", Some("files"), Some("drive.files.list"), true, "files::list"),
            ("get", "/app/{id}", Some("Application"), Some("v1.application.get"), false, "application::get"),
            ("get", "/lines", Some("Lines"), Some("5476364f031f5909e4fe3314"), true, "lines::list"),
            ("get", "/v1/events/", Some("events"), Some("/v1/events/|0_GET"), true, "events::list"),
            // Queries and fragments tell calls of a path apart.
            ("post", "/v1/messages?beta=true", Some("Messages"), Some("messages_post"), false, "messages::create_beta"),
            ("post", "/#Action=TagQueue", None, None, false, "root::tag_queue"),
            ("get", "/getArrivalsByCRS/{CRS}", Some("Trains"), None, false, "trains::get_arrivals_by_crs"),
            ("get", "/v1/rooms", Some("Rooms"), Some("get_v1_rooms"), true, "rooms::list"),
            ("get", "/about", Some("Info"), Some("get-about-team"), false, "info::get_about_team"),
            ("post", "/v1/search", Some("Search"), Some("post-search"), true, "search::search"),
            ("post", "/messages/count_tokens", Some("Messages"), None, false, "messages::count_tokens"),
            ("get", "/Workers", Some("InvoicingV1Worker"), Some("ListWorker"), true, "worker::list"),
        ] {
            let (read, given) = (Read::Nothing, Given::default());
            let call = Call { method, path, tag, id, lists, read, given, hint: None, kept: None };
            let named = named(&[call], "Invoicing API", |_| false);
            assert_eq!(format!("{}::{}", named[0].module, named[0].function), name, "{method} {path}");
        }
    }
}
