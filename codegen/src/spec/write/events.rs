//! Events, and how they are delivered.

use super::{
    keys::Keys,
    objects,
    out::{Entry, Out},
    types::{self, Places, Typed},
};
use crate::spec::{Event, Hmac, Item, Located, Signature, SignaturePairs, Webhooks, schema};
use crate::yaml::{Node, Read, Text};

/// The section `webhooks` of `api.yaml`.
pub(super) fn webhooks(of: &Webhooks) -> Out {
    let headers = of.headers.iter();
    let headers = headers.filter_map(|(name, value)| Some(Entry::named(&name.value, Out::text(value.as_ref().ok()?))));
    let keys = Keys::of(&schema::WEBHOOKS)
        .put("signature", of.signature.as_ref().ok().map(signature))
        .put("type", of.event_type.as_deref().ok().and_then(places))
        .put("id", said(&of.id).map(located))
        .text("retrieve", said(&of.retrieve));
    keys.few("headers", headers).lines()
}

fn signature(of: &Signature) -> Out {
    match of {
        Signature::Named(name) => Out::text(name),
        Signature::Hmac(hmac) => self::hmac(hmac),
    }
}

fn hmac(Hmac { header, prefix, pairs, encoding, signed, timestamp, id, secret, tolerance }: &Hmac) -> Out {
    let keys = Keys::of(&schema::SIGNATURE)
        .text("header", header.as_ref().ok())
        .text("prefix", said(prefix))
        .put("pairs", said(pairs).map(self::pairs))
        .text("encoding", said(encoding))
        .text("signed", said(signed))
        .text("timestamp", said(timestamp))
        .text("id", said(id))
        .text("secret", said(secret));
    keys.put("tolerance", said(tolerance).map(|seconds| Out::number(seconds.value))).out()
}

fn pairs(SignaturePairs { timestamp, signature, separator }: &SignaturePairs) -> Out {
    let keys = Keys::of(&schema::SIGNATURE_PAIRS)
        .text("timestamp", timestamp.as_ref().ok())
        .text("signature", signature.as_ref().ok())
        .text("separator", said(separator));
    keys.out()
}

fn places(places: &[Located]) -> Option<Out> {
    match places {
        [] => None,
        [place] => Some(located(place)),
        several => Some(Out::List(several.iter().map(located).collect())),
    }
}

fn located(place: &Located) -> Out {
    match place {
        Located::Members(members) => Out::text(members),
        Located::Header(name) => Keys::of(&schema::IN_HEADER).text("header", Some(name)).out(),
    }
}

/// An entry of `events`.
pub(super) fn event(of: &Event, owner: &Item, places: &Places<'_>) -> Entry {
    let data = said(&of.data).cloned().map(Ok);
    let typed = data.as_ref().and_then(|ty| Typed::of(ty, owner, &of.item, places));
    let keys = Keys::of(&schema::EVENT).text("kind", said(&of.kind));
    let keys = typed.iter().fold(keys, |keys, typed| typed.ty(keys));
    let keys = keys.put("related", said(&of.related).map(types::out)).item(&of.item);
    let keys = typed.iter().fold(keys, objects::in_place);
    let keys = keys.section("examples", of.examples.iter().filter_map(example));
    Entry::named(&of.item.name.value, keys.out())
}

fn example((name, body): &(Text, Read<Node>)) -> Option<Entry> {
    let body = Out::node(body.as_ref().ok()?);
    Some(Entry::named(&name.value, Keys::of(&schema::EVENT_EXAMPLE).put("body", Some(body)).out()))
}

/// What was written, if something was.
fn said<T>(read: &Read<Option<T>>) -> Option<&T> {
    read.as_ref().ok().and_then(Option::as_ref)
}
