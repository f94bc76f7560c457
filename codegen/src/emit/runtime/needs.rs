//! Which parts of the runtime a description needs, and what of it asks for them.

use super::modules::{MODULES, RuntimeModule};
use crate::emit::given::Given;
use crate::rust::{
    AnswerContent, Attributes, BodyFormat, Dialect, Encoding, EnumBase, Events, Module, NextPage, Parameter, Refusal,
    Request, RustCrate, RustType, SECRET, TIMESTAMP, Union, types_in_module,
};
use crate::surface::Origin;

/// The modules that a description needs, each folder before what is in it.
pub(super) fn selected(krate: &RustCrate) -> Vec<&'static RuntimeModule> {
    let mut selected = Vec::new();
    select(&|path| has_use_for(krate, path), &MODULES, &mut selected);
    selected
}

/// All modules, each folder before what is in it.
pub(super) fn all() -> Vec<&'static RuntimeModule> {
    let mut all = Vec::new();
    select(&|_| true, &MODULES, &mut all);
    all
}

fn select(
    is_needed: &dyn Fn(&str) -> bool,
    modules: &'static [RuntimeModule],
    selected: &mut Vec<&'static RuntimeModule>,
) {
    for module in modules.iter().filter(|module| is_needed(&module.path)) {
        selected.push(module);
        let before = selected.len();
        select(is_needed, &module.inner, selected);
        if module.is_folder() && selected.len() == before {
            selected.pop();
        }
    }
}

/// Whether a description has something that needs a module or a folder.
fn has_use_for(krate: &RustCrate, path: &str) -> bool {
    asking(krate, path).is_none_or(|askers| !askers.is_empty())
}

/// What of a description asks for a module; nothing for one that every crate has, or that is none of the runtime.
pub(crate) fn askers(krate: &RustCrate, module: Option<&str>) -> Vec<Origin> {
    let Some(module) = module else { return Vec::new() };
    let folder = module.rsplit_once('/').map(|(folder, _)| folder);
    asking(krate, module).or_else(|| asking(krate, folder?)).unwrap_or_default()
}

/// Something that asks for a module or a folder, and what else may have made it do so; empty if nothing does. What is not
/// named here every client needs.
fn asking(krate: &RustCrate, path: &str) -> Option<Vec<Origin>> {
    let scalars: Vec<RustType> = types_in_module(path).collect();
    // A session ends at an instant, and an envelope says at which its event was made.
    let of_sessions =
        || if scalars.contains(&TIMESTAMP) { or(of_session(krate), || of_envelopes(krate)) } else { Vec::new() };
    let of_scalars = || or(of_type(krate, |ty| scalars.contains(ty)), of_sessions);
    Some(match path {
        "calls/given" => of_setter(krate, |given| !given.is_argument() && given.constant.is_none()),
        "calls/setters" => of_setter(krate, |given| !given.is_argument() && Given::row(given).is_some()),
        "contents/bytes_content" => of_answer(krate, |content| content == AnswerContent::Bytes),
        "contents/text_content" => of_answer(krate, |content| content == AnswerContent::Text),
        "errors/code_of" => of_refusal(krate, |request, refusal| request.error.variants.is_empty() && refusal.is_whole),
        "errors/described" => of_refusal(krate, |_, _| true),
        "formats/bytes_body" => of_body(krate, &[BodyFormat::Bytes]),
        "formats/form" => or(of_dialect(krate, |dialect| dialect.is_form), || of_body(krate, &[BodyFormat::Form])),
        // What no dialect speaks of is written as JSON.
        "formats/json_body" if krate.dialects.is_empty() => return None,
        "formats/json_body" => {
            or(of_dialect(krate, |dialect| !dialect.is_form), || of_body(krate, &[BodyFormat::Json]))
        }
        "formats/lines_body" => of_body(krate, &[BodyFormat::Lines]),
        "formats/in_turn" | "formats/multipart" => of_body(krate, &[BodyFormat::Multipart]),
        "formats/text_body" => of_body(krate, &[BodyFormat::Text]),
        "formats/styled" => of_styled(krate),
        "json/follows" => of_union(krate, |union| union.variants.iter().any(|variant| !variant.conversions.is_empty())),
        "json/union" => of_item(krate, |module| &module.unions, |item| &item.attributes),
        "pages" => of_request(krate, Request::is_paged),
        "pages/cursor_page" => of_type(krate, |ty| matches!(ty, RustType::CursorPage(_))),
        "pages/url_page" => of_type(krate, |ty| matches!(ty, RustType::UrlPage(_))),
        "pages/link" => {
            of_request(krate, |request| request.paging.as_ref().is_some_and(|paging| paging.next == NextPage::Link))
        }
        "places" => of_places(krate),
        "sessions" => of_session(krate),
        "streams" => of_answer(krate, |content| content.is_stream() || content == AnswerContent::Bytes),
        "streams/await_chunks" | "streams/block_for_chunks" | "streams/chunks" => {
            of_answer(krate, |content| content == AnswerContent::Bytes)
        }
        streams if streams.starts_with("streams/") => of_answer(krate, AnswerContent::is_stream),
        "tokens" => of_tokens(krate),
        webhooks if webhooks.split('/').next() == Some("webhooks") => return asking_for_events(krate, webhooks),
        "values/boxed" => of_type(krate, |ty| matches!(ty, RustType::Boxed(_))),
        "values/expandable" => of_type(krate, |ty| matches!(ty, RustType::Expandable(..))),
        "values/identifier" => {
            let identifiers = || of_item(krate, |module| &module.identifiers, |item| &item.attributes);
            or(or(of_scalars(), identifiers), || of_item(krate, |module| &module.aliases, |item| &item.attributes))
        }
        "values/copy_enum" | "values/unknown_scalar" => of_enum(krate, |base| base != EnumBase::Text),
        "values/open_enum" => of_enum(krate, |base| base == EnumBase::Text),
        "values/file" | "values/file_content" => {
            or(of_scalars(), || of_body(krate, &[BodyFormat::Bytes, BodyFormat::Multipart]))
        }
        "values/secret" => of_type(krate, |ty| *ty == SECRET),
        _ if scalars.is_empty() => return None,
        _ => of_scalars(),
    })
}

/// The same of the modules that are about events.
fn asking_for_events(krate: &RustCrate, path: &str) -> Option<Vec<Origin>> {
    Some(match path {
        "webhooks" => of_events(krate),
        "webhooks/delivery" | "webhooks/event_enum" | "webhooks/event_sort" | "webhooks/unknown_event" => {
            of_events_that(krate, Events::are_told_apart)
        }
        "webhooks/event_parts" => of_envelopes(krate),
        "webhooks/event_readers" => of_events_that(krate, |events| !events.are_told_apart()),
        "webhooks/signing" | "webhooks/verifier" => of_signed(krate, Events::are_signed),
        "webhooks/verified" => of_signed(krate, |events| events.are_signed() && events.are_told_apart()),
        "webhooks/webhook_error" | "webhooks/webhook_headers" => {
            of_events_that(krate, |events| events.are_signed() || events.are_told_apart())
        }
        "webhooks/delivered_event" => of_envelope(krate, "DeliveredEvent"),
        "webhooks/snapshot_event" => of_envelope(krate, "SnapshotEvent"),
        "webhooks/following" | "webhooks/thin_event" => of_envelope(krate, "ThinEvent"),
        _ => return None,
    })
}

fn or(origins: Vec<Origin>, others: impl FnOnce() -> Vec<Origin>) -> Vec<Origin> {
    if origins.is_empty() { others() } else { origins }
}

fn first<'a>(mut origins: impl Iterator<Item = &'a Origin>) -> Vec<Origin> {
    origins.next().into_iter().cloned().collect()
}

/// The first item of a kind.
fn of_item<T>(
    krate: &RustCrate,
    items: impl Fn(&Module) -> &Vec<T>,
    attributes: impl Fn(&T) -> &Attributes,
) -> Vec<Origin> {
    let first = krate.modules.iter().find_map(|module| items(module).first());
    first.map(|item| attributes(item).origin.clone()).into_iter().collect()
}

/// The first with such a setter.
fn of_setter(krate: &RustCrate, is_such: impl Fn(&Parameter) -> bool) -> Vec<Origin> {
    let given = krate.modules.iter().flat_map(Module::given);
    first(given.filter(|given| is_such(given)).map(|given| &given.attributes.origin))
}

/// The first enum of such a base.
fn of_enum(krate: &RustCrate, is_such: impl Fn(EnumBase) -> bool) -> Vec<Origin> {
    let enums = krate.modules.iter().flat_map(|module| &module.enums);
    first(enums.filter(|item| is_such(item.base)).map(|item| &item.attributes.origin))
}

/// The first such union.
fn of_union(krate: &RustCrate, is_such: impl Fn(&Union) -> bool) -> Vec<Origin> {
    let unions = krate.modules.iter().flat_map(|module| &module.unions);
    first(unions.filter(|item| is_such(item)).map(|item| &item.attributes.origin))
}

/// The first item that speaks of such a type.
fn of_type(krate: &RustCrate, is_such: impl Fn(&RustType) -> bool) -> Vec<Origin> {
    if !krate.uses(&is_such) {
        return Vec::new();
    }
    let typed = krate.modules.iter().flat_map(Module::typed);
    first(typed.filter(|(_, ty)| ty.parts().into_iter().any(&is_such)).map(|(origin, _)| origin))
}

/// The first call that speaks a dialect of some kind, and the dialect.
fn of_dialect(krate: &RustCrate, is_such: impl Fn(&Dialect) -> bool) -> Vec<Origin> {
    let Some(dialect) = krate.dialects.iter().find(|dialect| is_such(dialect)) else { return Vec::new() };
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    let speaking = requests.filter(|request| request.dialect == dialect.name);
    let mut origins = first(speaking.map(|request| &request.attributes.origin));
    origins.push(dialect.origin.clone());
    origins
}

/// The first call whose answer comes in such a way.
fn of_answer(krate: &RustCrate, is_such: impl Fn(AnswerContent) -> bool) -> Vec<Origin> {
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    let such = requests.filter(|request| is_such(request.answer.content));
    first(such.map(|request| &request.attributes.origin))
}

/// The first call whose body is in one of these forms, if that is not the one of its dialect.
fn of_body(krate: &RustCrate, formats: &[BodyFormat]) -> Vec<Origin> {
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    let is_such = |request: &&Request| request.body.format.is_some_and(|format| formats.contains(&format));
    first(requests.filter(is_such).map(|request| &request.attributes.origin))
}

/// The first call with parameters that no dialect says how to write.
fn of_styled(krate: &RustCrate) -> Vec<Origin> {
    let requests = || krate.modules.iter().flat_map(|module| &module.requests);
    let parameters = requests().flat_map(|request| &request.parameters);
    let styled = parameters.filter(|parameter| parameter.style.is_some() || parameter.part.is_header());
    let is_encoded = |request: &&Request| {
        request.body.encodings.iter().any(|(_, encoding)| matches!(encoding, Encoding::Style(_)))
            || request.constants.iter().any(|constant| constant.part.is_header())
    };
    let encoded = || first(requests().filter(is_encoded).map(|request| &request.attributes.origin));
    or(first(styled.map(|parameter| &parameter.attributes.origin)), encoded)
}

/// The first call of whose errors the description says what they hold, and that is such.
fn of_refusal(krate: &RustCrate, is_such: impl Fn(&Request, &Refusal) -> bool) -> Vec<Origin> {
    of_request(krate, |request| request.refusal.as_ref().is_some_and(|refusal| is_such(request, refusal)))
}

/// The first scheme whose tokens a client gets by itself.
fn of_tokens(krate: &RustCrate) -> Vec<Origin> {
    first(krate.schemes.iter().filter(|scheme| scheme.is_renewed()).map(|scheme| &scheme.attributes.origin))
}

/// The first event.
fn of_events(krate: &RustCrate) -> Vec<Origin> {
    of_events_that(krate, |_| true)
}

/// The first event, if all are such.
fn of_events_that(krate: &RustCrate, are_such: impl Fn(&Events) -> bool) -> Vec<Origin> {
    let events = krate.events().into_iter().filter(|(_, events)| are_such(events));
    first(events.flat_map(|(_, events)| &events.union.variants).map(|event| &event.attributes.origin))
}

/// What says how deliveries are signed, and the first event, if all are such.
fn of_signed(krate: &RustCrate, are_such: impl Fn(&Events) -> bool) -> Vec<Origin> {
    let said = krate.events().map(|(_, events)| events.union.attributes.origin.clone());
    let of_events = of_events_that(krate, are_such);
    if of_events.is_empty() { of_events } else { said.into_iter().chain(of_events).collect() }
}

/// The first event with an envelope.
fn of_envelopes(krate: &RustCrate) -> Vec<Origin> {
    or(of_envelope(krate, "SnapshotEvent"), || of_envelope(krate, "ThinEvent"))
}

/// The first event in such an envelope.
fn of_envelope(krate: &RustCrate, envelope: &str) -> Vec<Origin> {
    of_type(krate, |ty| matches!(ty, RustType::Generic(name, _) if *name == envelope))
}

/// The first environment or variable by which a program chooses where the service is.
fn of_places(krate: &RustCrate) -> Vec<Origin> {
    let environments = krate.environments.iter().map(|environment| &environment.attributes.origin);
    first(environments.chain(krate.server_variables.iter().map(|variable| &variable.attributes.origin)))
}

/// The first call whose tokens come from another one.
fn of_session(krate: &RustCrate) -> Vec<Origin> {
    of_request(krate, |request| request.sender.is_some())
}

/// The first such call.
fn of_request(krate: &RustCrate, is_such: impl Fn(&Request) -> bool) -> Vec<Origin> {
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    first(requests.filter(|request| is_such(request)).map(|request| &request.attributes.origin))
}
