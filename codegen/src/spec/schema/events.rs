//! What the service tells by itself, and how it delivers that.

use super::{
    common::{DOC, NAMED, OPTIONAL_TYPE},
    kind::{
        MappingKind, Rule,
        Shape::{self, Any, Each, Either, Kind, List, Text, Type, Whole},
        keys, kinds,
    },
    types::{FIELDS, OF_VALUES, PLACED, REST_OF_OBJECT, VALUES, VARIANTS},
};

/// A place in a delivery.
const PLACE: Shape = Either(&[Text, Kind(&IN_HEADER)]);
/// One, or several that together say something.
const PLACES: Shape = Either(&[Text, Kind(&IN_HEADER), List(&PLACE)]);

kinds! {
    WEBHOOKS = MappingKind::new("webhooks", &[keys! {
        "signature": required Either(&[Text, Kind(&SIGNATURE)]), "How deliveries are signed: `stripe`, `standard_webhooks`, an HMAC with SHA-256 that a mapping describes, or `none`.";
        "type": optional PLACES, "Where a delivery says what happened: members of the body, `type` unless said, or `{header: X-Event}`, or a list of such; `none` where each event has an endpoint of its own.";
        "id": optional PLACE, "Where it says what identifies the event: `id` unless said, or `{header: X-Delivery}`.";
        "retrieve": optional Text, "The endpoint of the resource `events` that gets one: it takes its identifier in the path, and `returns: event`.";
        "headers": optional Each(&Text), "Headers of requests that follow a thin event; `{id}` and `{context}` stand for its members.";
    }]);
    IN_HEADER = MappingKind::new("place in headers", &[keys! {
        "header": required Text, "The header.";
    }]);
    SIGNATURE = MappingKind::new("signature", &[keys! {
        "header": required Text, "The header with the signature.";
        "prefix": optional Text, "What stands in the header before the signature, such as `sha256=`.";
        "pairs": optional Kind(&SIGNATURE_PAIRS), "How the signature and its time stand there, where they are pairs, such as `ts=1;h1=a`.";
        "encoding": optional Text, "How the signature is written: `hex`, in lower case, unless said, or `base64`.";
        "signed": optional Text, "What is signed: `{body}` unless said, or such as `{id}.{timestamp}.{body}`.";
        "timestamp": optional Text, "The header that says when it was signed, in seconds since 1970.";
        "id": optional Text, "The header that names the delivery.";
        "secret": optional Text, "What of the secret is the key: `text`, all of it, unless said, or `base64`.";
        "tolerance": optional Whole, "How many seconds may lie between then and now: 300 unless said.";
    }]);
    SIGNATURE_PAIRS = MappingKind::new("pairs of a signature", &[keys! {
        "timestamp": required Text, "What the time is called, which is in seconds since 1970.";
        "signature": required Text, "What the signature is called.";
        "separator": optional Text, "What stands between pairs: `,` unless said.";
    }]);
    EVENT = MappingKind::new("event", &[OPTIONAL_TYPE, keys! {
        "kind": optional Text, "`snapshot` for an envelope with the object as it was, `thin` for one that only says what happened. Without it, the body is all there is.";
        "related": optional Type, "The object that a thin event is about.";
        "examples": optional Each(&Kind(&EVENT_EXAMPLE)), "Deliveries, each of which becomes an example and a test of the crate.";
    }, PLACED, FIELDS, VARIANTS, REST_OF_OBJECT, VALUES, OF_VALUES, DOC, NAMED]).with_rules(&[Rule::InPlace]);
    EVENT_EXAMPLE = MappingKind::new("event example", &[keys! {
        "body": required Any, "The body of the delivery.";
    }]);
}
