//! Where deliveries say which event they are, and what identifies it.

use std::collections::HashSet;

use super::delivery::Delivery;
use crate::openapi::document::Document;
use crate::openapi::texts::at;
use crate::spec::{Located, Text};

/// Members that say what happened, where there is one webhook alone, and no other one to tell it from.
const USUAL: [&str; 7] = ["type", "event", "event_type", "eventType", "event_name", "eventName", "action"];
/// Members that identify an event.
const IDENTIFIERS: [&str; 3] = ["id", "event_id", "eventId"];

/// Where deliveries say which event they are; nowhere if nothing tells them apart.
pub(super) fn event_type<'a>(deliveries: &[Delivery<'a>], document: &Document<'a>) -> Vec<Located> {
    let Some(first) = deliveries.first() else { return Vec::new() };
    let place = |text: &str| at(&first.name.span, text);
    let is_only = deliveries.len() == 1;
    let mut members = first.members(document);
    members.sort_by_key(|name| USUAL.iter().position(|usual| usual == name).unwrap_or(USUAL.len()));
    members.retain(|name| !is_only || USUAL.contains(name));
    let headers = || first.headers(document).into_iter().map(|(name, _)| name).filter(|name| is_told_by(name));
    let alone = members.iter().map(|name| Located::Members(place(name)));
    let mut alone = alone.chain(headers().map(|name| Located::Header(place(name))));
    if let Some(found) = alone.find(|found| tells(std::slice::from_ref(found), deliveries, document)) {
        return vec![found];
    }
    let more: HashSet<&str> = deliveries.iter().flat_map(|delivery| delivery.members(document)).collect();
    let pairs = headers().flat_map(|header| {
        let more = USUAL.into_iter().filter(|name| more.contains(name));
        more.map(move |member| vec![Located::Header(place(header)), Located::Members(place(member))])
    });
    pairs.into_iter().find(|places| tells(places, deliveries, document)).unwrap_or_default()
}

/// Whether a header may say what happened.
fn is_told_by(header: &str) -> bool {
    let lower = header.to_ascii_lowercase();
    ["event", "type", "topic"].iter().any(|word| lower.contains(word))
}

/// Whether places tell all deliveries apart, but for a few that are described twice.
fn tells<'a>(places: &[Located], deliveries: &[Delivery<'a>], document: &Document<'a>) -> bool {
    let texts: Option<HashSet<String>> = deliveries.iter().map(|delivery| said(places, delivery, document)).collect();
    texts.is_some_and(|texts| texts.len() * 20 >= deliveries.len() * 19)
}

/// What a delivery says of its event in some places; the first says something.
pub(super) fn said<'a>(places: &[Located], delivery: &Delivery<'a>, document: &Document<'a>) -> Option<String> {
    let say = |place: &Located| match place {
        Located::Members(name) => delivery.says(&name.value, document),
        Located::Header(name) => {
            let is_it = |known: &str| known.eq_ignore_ascii_case(&name.value);
            delivery.headers(document).into_iter().find(|(known, _)| is_it(known)).and_then(|(_, text)| text)
        }
    };
    let mut texts = places.iter().map(say);
    let first = texts.next()??;
    Some(texts.flatten().fold(first, |before, text| format!("{before}.{text}")))
}

/// Where all deliveries say what identifies an event.
pub(super) fn id<'a>(deliveries: &[Delivery<'a>], document: &Document<'a>) -> Option<Located> {
    let first = deliveries.first()?;
    let place = |text: &str| -> Text { at(&first.name.span, text) };
    let has = |name: &&str| deliveries.iter().all(|delivery| delivery.members(document).contains(name));
    let member = || IDENTIFIERS.into_iter().find(has).map(|name| Located::Members(place(name)));
    let headers = first.headers(document).into_iter().map(|(name, _)| name);
    let mut headers = headers.filter(|name| {
        let lower = name.to_ascii_lowercase();
        lower == "webhook-id" || lower.ends_with("-delivery") || lower.ends_with("-event-id")
    });
    let header = headers.next().map(|name| Located::Header(place(name)));
    header.or_else(member)
}
