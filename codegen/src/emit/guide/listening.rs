//! Events that the service tells by itself.

use super::section::Section;
use crate::emit::samples::ASYNC;
use crate::rust::{Events, Module, RustCrate, SecretForm};

pub(super) fn events(krate: &RustCrate) -> Option<Section> {
    let (module, events) = krate.events()?;
    let (text, code) =
        if events.are_told_apart() { together(krate, module, events) } else { apart(krate, module, events) };
    Some(Section { title: "Events", text, frame: ASYNC, feature: module.feature.name.clone(), code })
}

/// Events of one enum.
fn together(krate: &RustCrate, module: &Module, events: &Events) -> (String, String) {
    let (name, event) = (&module.name, &events.union.name);
    let (delivery, uses, read) = if events.are_signed() {
        (VERIFIED, format!("{{{name}::{event}, webhooks::{{self, Verifier}}}}"), verified(events))
    } else {
        (UNVERIFIED, format!("{name}::{event}"), unverified(events))
    };
    let text = format!(
        "\
The feature `{}` brings what the service tells by itself. A delivery is {delivery}. Data that does not fit is an error
in its place, and an event that is not known is kept whole. The same event may come twice, with the same id.",
        module.feature.name
    );
    let code = format!(
        r#"use {}::{uses};

{read}
    {event}::Unknown(event) => println!("{{}} is newer than this program", event.event_type()),
    event => println!("{{}} {{:?}}", event.event_type(), event.id()),
}}"#,
        krate.root()
    );
    (text, code)
}

/// How deliveries that are signed are read, in words.
const VERIFIED: &str = "\
verified and read by its headers and its raw
body, byte for byte; one that a framework has parsed and written again does not verify";
/// How others are.
const UNVERIFIED: &str = "\
read as it comes: the description does not say how
it is signed, so something else must say who sent it";

/// The headers that say which event the first example is.
fn headers(events: &Events) -> impl Iterator<Item = &(String, String)> {
    events.list.iter().take(1).flat_map(|event| &event.example_headers)
}

/// What comes before the arms of the `match` on a delivery that is verified.
fn verified(events: &Events) -> String {
    let (event, secret) = (&events.union.name, secret(events));
    let inserted = headers(events).map(|(name, value)| format!("headers.insert({name:?}, {value:?}.parse()?);"));
    let mut inserted: Vec<String> = inserted.collect();
    let mutable = if inserted.is_empty() { "" } else { "mut " };
    inserted.push(String::new());
    format!(
        r#"let secret = "{secret}";
// What a test delivers.
let body = {event}::example().to_json();
let {mutable}headers = webhooks::sign(secret, &body, std::time::SystemTime::now())?;
{}
match {event}::from_webhook(&Verifier::new([secret]), &headers, &body)? {{"#,
        inserted.join("\n")
    )
}

/// The same of one that is not.
fn unverified(events: &Events) -> String {
    let event = &events.union.name;
    let told: Vec<String> = headers(events).map(|(name, value)| format!("({name:?}, {value:?})")).collect();
    let headers = if told.is_empty() { String::new() } else { format!("&[{}], ", told.join(", ")) };
    format!(
        r"// What a test delivers.
let body = {event}::example().to_json();

match {event}::without_verification({headers}&body)? {{"
    )
}

/// A secret such as the service gives out.
fn secret(events: &Events) -> String {
    match events.webhooks.signing.as_ref().map(|signing| &signing.secret) {
        Some(SecretForm::Base64(prefix)) => format!("{prefix}c2VjcmV0IG9mIGEgdGVzdA=="),
        _ => "whsec_test_example".to_owned(),
    }
}

/// Events of which each has a type that reads it.
fn apart(krate: &RustCrate, module: &Module, events: &Events) -> (String, String) {
    let first = events.union.variants.first().map(|event| event.name.to_string()).unwrap_or_default();
    let verify =
        if events.are_signed() { "Verify a delivery with `webhooks::Verifier` before it is read. " } else { "" };
    let text = format!(
        "\
The feature `{}` brings what the service tells by itself. Nothing in a delivery says which event it is, so each event needs
an endpoint of its own. {verify}A body that does not fit is kept in the error.",
        module.feature.name
    );
    let code = format!(
        r#"use {}::{}::{first};

// What a test delivers.
let body = {first}::EXAMPLE;
println!("{{:?}}", {first}::read(body)?);"#,
        krate.root(),
        module.name
    );
    (text, code)
}
