//! Calls.

use super::{
    answers, bodies, headers,
    keys::Keys,
    objects,
    out::{Entry, Out},
    pages, security,
    types::{self, Places, Typed},
};
use crate::spec::{Auth, Endpoint, Example, Item, Parameter, Session, Shared, schema};
use crate::yaml::{Read, Spanned};

/// An entry of `endpoints`, but for what it shares with others.
pub(super) fn endpoint(of: &Endpoint, shared: &[&Shared], places: &Places<'_>) -> Entry {
    let known = |is: &dyn Fn(&Shared) -> bool| shared.iter().any(|shared| is(shared));
    let own = of.parameters.iter().flatten().filter(|own| {
        !known(&|shared| shared.parameters.iter().flatten().any(|it| it.item.name.span == own.item.name.span))
    });
    let headers = of
        .headers
        .iter()
        .filter(|own| !known(&|shared| shared.headers.iter().any(|it| it.item.name.span == own.item.name.span)));
    let errors = of.errors.iter().flatten();
    let errors = errors.filter(|own| !known(&|shared| shared.errors.iter().flatten().any(|it| it.span == own.span)));
    let refusals = of.refusals.iter().flatten().filter(|own| {
        !known(&|shared| shared.refusals.iter().flatten().any(|it| it.item.name.span == own.item.name.span))
    });
    let is_own =
        |statuses: &&Vec<Spanned<i64>>| !known(&|shared| matches!(&shared.retry_on, Ok(Some(it)) if it == *statuses));
    let retry_on = of.retry_on.iter().flatten().next().filter(is_own);
    let auth = of.auth.as_ref().map(auth).or_else(|| of.security.as_ref().map(security::out));
    let keys = Keys::of(&schema::ENDPOINT)
        .item(&of.item)
        .text("http", of.http.as_ref().ok())
        .text("server", of.server.as_ref())
        .put("auth", auth)
        .few("headers", headers.map(headers::header))
        .flag("idempotent", of.idempotent)
        .put("retry_on", retry_on.map(|statuses| integers(statuses)))
        .section("params", parameters(own.collect(), &of.item, places))
        .put("body", of.body.iter().flatten().next().map(|body| bodies::body(body, &of.item, places)))
        .put("returns", answers::returns(of))
        .few("refusals", refusals.map(answers::by_status))
        .put("pages", of.pages.iter().flatten().next().map(pages::pages_of))
        .put(
            "errors",
            Some(errors.map(Out::text).collect::<Vec<_>>()).filter(|errors| !errors.is_empty()).map(Out::List),
        )
        .section("examples", of.examples.iter().map(example));
    Entry::named(&of.item.name.value, keys.out())
}

/// Whole numbers.
pub(super) fn integers(numbers: &[Spanned<i64>]) -> Out {
    Out::List(numbers.iter().map(|number| Out::number(number.value)).collect())
}

/// `{bearer: token}`, and where such tokens come from.
fn auth(Auth { token, session }: &Auth) -> Out {
    let session = session.as_ref().map(|Session { create, token, expires_at, renew_on, .. }| {
        let keys = Keys::of(&schema::SESSION).text("create", create.as_ref().ok()).text("token", token.as_ref().ok());
        keys.text("expires_at", expires_at.as_ref().ok()).text("renew_on", renew_on.iter().flatten().next()).out()
    });
    Keys::of(&schema::AUTH).text("bearer", Some(token)).put("session", session).out()
}

/// The entries of `params`. What has the name of another one has a key of its own.
pub(super) fn parameters<'a>(list: Vec<&'a Parameter>, owner: &Item, places: &Places<'_>) -> Vec<Entry> {
    let mut keys: Vec<&'a str> = Vec::new();
    let mut entries = Vec::new();
    for parameter in list {
        let name = parameter.item.name.value.as_str();
        entries.push(self::parameter(parameter, keys.contains(&name), owner, places));
        keys.push(name);
    }
    entries
}

fn parameter(of: &Parameter, is_taken: bool, owner: &Item, places: &Places<'_>) -> Entry {
    let place = of.location.as_ref().map_or("", |place| &place.value);
    let typed = Typed::of(&of.ty, owner, &of.item, places);
    let keys = Keys::of(&schema::PARAMETER).text("in", of.location.as_ref().ok());
    let keys = if is_taken { keys.text("wire_name", Some(&of.item.name)) } else { keys };
    let keys = typed.iter().fold(keys, |keys, typed| typed.ty(keys));
    let keys = keys
        .text("style", of.style.iter().flatten().next())
        .flag("explode", matches!(of.explode, Ok(Some(_))))
        .flag("optional", of.optional == Ok(true))
        .put("const", of.constant.iter().flatten().next().map(Out::node))
        .put("default", of.default.iter().flatten().next().map(Out::node))
        .put("example", of.example.iter().flatten().next().map(Out::node));
    let keys = types::bounds(keys, &of.bounds).flag("secret", matches!(of.secret, Ok(Some(_))));
    let name = of.item.name.value.clone();
    let (key, item) = match &of.item.rust {
        Some(rust) if is_taken => (rust.value.clone(), Item { rust: None, ..of.item.clone() }),
        None if is_taken => (format!("{place}_{name}"), of.item.clone()),
        _ => (name, of.item.clone()),
    };
    let keys = typed.iter().fold(keys.item(&item), objects::in_place);
    Entry::named(key, keys.out())
}

fn example(Example { name, status, response }: &Example) -> Entry {
    let status = status.iter().flatten().next().map(|status| Out::number(status.value));
    let keys = Keys::of(&schema::EXAMPLE).put("status", status);
    Entry::named(&name.value, keys.put("response", response.as_ref().ok().map(Out::node)).out())
}

/// The keys of what calls share, but for headers.
pub(super) fn shared(keys: Keys, shared: &Shared, owner: &Item, places: &Places<'_>) -> Keys {
    let all: Read<Vec<&Parameter>> =
        shared.parameters.as_ref().map(|list| list.iter().collect()).map_err(|faulty| *faulty);
    let keys = keys
        .section("params", parameters(all.unwrap_or_default(), owner, places))
        .texts("common_errors", shared.errors.as_deref().unwrap_or_default());
    let refusals = shared.refusals.iter().flatten().map(answers::by_status);
    keys.few("refusals", refusals).put("retry_on", shared.retry_on.iter().flatten().next().map(|list| integers(list)))
}
