//! Events that the service tells by itself.

use super::section::Section;
use crate::emit::samples::ASYNC;
use crate::rust::RustCrate;

pub(super) fn events(krate: &RustCrate) -> Option<Section> {
    let (module, events) = krate.events()?;
    let (name, feature) = (&module.name, &module.feature.name);
    let (krate, event) = (&krate.name, &events.union.name);
    Some(Section {
        title: "Events",
        text: format!(
            "\
The feature `{feature}` brings what the service tells by itself. A delivery is verified and read by its headers and its raw
body, byte for byte; one that a framework has parsed and written again does not verify. Data that does not fit is an error
in its place, and an event that is not known is kept whole. The same event may come twice, with the same id."
        ),
        frame: ASYNC,
        feature: feature.clone(),
        code: format!(
            r#"use {krate}::{{{name}::{event}, webhooks::{{self, Verifier}}}};

let secret = "whsec_test_example";
// What a test delivers.
let body = {event}::example().to_json();
let headers = webhooks::sign(secret, &body, std::time::SystemTime::now())?;

match {event}::from_webhook(&Verifier::new([secret]), &headers, &body)? {{
    {event}::Unknown(event) => println!("{{}} is newer than this program", event.event_type()),
    event => println!("{{}} {{:?}}", event.event_type(), event.id()),
}}"#
        ),
    })
}
