//! Types that send a series of requests whose tokens another call gives.

use super::docs::{Doc, code, links};
use super::item_names::CallNames;
use super::model::{Attributes, Request, Sender};
use super::names::Name;
use super::sides::Side;
use super::types::Types;
use crate::api::{Auth, Endpoint, Session, Token};

/// The type that sends requests of an endpoint, if their tokens come from another call of the same resource.
pub(super) fn lower_sender(
    endpoint: &Endpoint,
    request: &Request,
    name: Option<&Name>,
    former: Vec<Name>,
    calls: &[CallNames],
    types: &Types<'_>,
) -> Option<Sender> {
    let Auth::Token(Token { session: Some(session), .. }) = &endpoint.auth else { return None };
    let fields = &types.names.objects[session.object.index()].fields;
    let is_secret = types.api[session.object].fields[session.token].secret;
    let name = name?.clone();
    let doc = doc(session, request, calls, types);
    Some(Sender {
        attributes: Attributes::beside(&endpoint.item, doc).formerly(former),
        item: types.of(&session.item, Side::Request),
        max_items: session.max_items,
        opening: calls[session.create].operation.clone(),
        opening_function: calls[session.create].function.clone(),
        session: types.object(session.object, Side::Answer),
        token: fields[session.token].clone(),
        is_secret,
        expires_at: fields[session.expires_at].clone(),
        expired: session.renew_on.map(|code| types.api[code].item.name.clone()),
        name,
    })
}

fn doc(session: &Session, request: &Request, calls: &[CallNames], types: &Types<'_>) -> Doc {
    let most = session.max_items.map(|most| format!(" of at most {most}")).unwrap_or_default();
    let own = links::to_function(&request.function);
    let opening = links::to_function(&calls[session.create].function);
    let refusal = session.renew_on.map(|refusal| {
        let refusal = code(&types.api[refusal].item.name);
        format!("A batch that the service refuses with {refusal} is sent once more, with a new token.")
    });
    let mut doc = Doc::default();
    doc.section([format!("Sends any number of items by {own}, in batches{most}.")]);
    let tokens = [
        format!("It gets its tokens from {opening}, each before the last one ends."),
        "The API key of the client is sent nowhere else.".to_owned(),
    ];
    doc.section(tokens.into_iter().chain(refusal));
    doc
}
