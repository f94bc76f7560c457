//! Tests of programs that use the crate.

use super::section::Section;
use super::shown::Shown;
use crate::emit::samples::ASYNC;
use crate::rust::{Module, RustCrate};

pub(super) fn own_tests(krate: &RustCrate) -> Option<Section> {
    let (place, name) = krate.guide.object.as_ref()?;
    let Module { name: module, feature, .. } = &krate.modules[*place];
    let krate = krate.root();
    Some(Section {
        title: "Your own tests",
        text: "Every object has an example to start from, and reads and writes JSON.".to_owned(),
        frame: ASYNC,
        feature: feature.name.clone(),
        code: format!(
            r"use {krate}::{module}::{name};

let example = {name}::example();
assert_eq!({name}::from_json(&example.to_json())?, example);"
        ),
    })
}

pub(super) fn tests_of_calls(shown: Shown<'_>) -> Section {
    let (krate, call, builder, credentials) =
        (shown.root(), shown.path(), shown.test_builder(), shown.test_credentials());
    let attempts = if shown.request.is_repeated() { 3 } else { 1 };
    Section {
        title: "Tests without a network",
        text: "\
A client takes a transport of your own, in terms of the crate `http`, which this one exports. An environment of your
own decides how it waits, what time it is, and what comes by chance."
            .to_owned(),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r"use {krate}::reexports::http;
use {krate}::{{Body, Client, Environment, Limits, Transport, TransportFuture, Wait}};

/// A service that is out of order.
struct OutOfOrder;

impl Transport for OutOfOrder {{
    fn send(&self, _: http::Request<Body>, _: Limits) -> TransportFuture {{
        let mut answer = http::Response::new(Body::default());
        *answer.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
        Box::pin(std::future::ready(Ok(answer)))
    }}
}}

/// Surroundings in which every wait is over at once.
struct NoWaits;

impl Environment for NoWaits {{
    fn wait(&self, _: std::time::Duration) -> Wait {{
        Box::pin(std::future::ready(()))
    }}
}}

let client = Client::{builder}{credentials}.transport(OutOfOrder).environment(NoWaits).build()?;
let error = {call}.await.unwrap_err();
assert_eq!((error.status(), error.attempts()), (Some(503), {attempts}));"
        ),
    }
}
