//! What can be set: retries, time-outs, clients without async, and what is logged.

use super::section::Section;
use super::shown::Shown;
use crate::emit::samples::{ASYNC, BLOCKING, TRACED};

const REPEATED: &str = "\
A call that fails is repeated up to twice: without a connection or with a broken one, after an attempt that took
too long, at the statuses 409 and 5xx, and where the service asks for it. It is not repeated where the service
asks not to, or does not prove who it is. The waits between grow from half a second to 5 seconds, or are what the
service asks for, up to a minute.";
const KEYED: &str = "\
A call that would change more if it were made twice is only repeated with an idempotency key, by which the service
knows it again. Where the service takes one, the client makes one up. With a key of your own, which you keep, you
can make the call again even after a crash.";
const NOT_KEYED: &str = "\
A call that would change more if it were made twice, such as most of `POST`, is sent once.";

pub(super) fn retries(shown: Shown<'_>) -> Section {
    let (krate, module, request) = (shown.root(), &shown.module.name, shown.request);
    let (call, builder, credentials) = (shown.call(), shown.builder(), shown.credentials());
    let (text, key) = if request.is_keyed { (KEYED, "    .idempotency_key(\"order-42\")\n") } else { (NOT_KEYED, "") };
    Section {
        title: "Retries",
        text: format!("{REPEATED}\n\n{text}"),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r#"use {krate}::{{Client, RetryPolicy, {module}}};

let client = Client::{builder}{credentials}.retry(RetryPolicy::times(4)).build()?;
let response = {call}
{key}    .with_response()
    .await?;
println!("{{}} attempts, request {{:?}}", response.raw.attempts(), response.raw.request_id());"#
        ),
    }
}

pub(super) fn time_outs(shown: Shown<'_>) -> Section {
    let (krate, module) = (shown.root(), &shown.module.name);
    let (call, credentials) = (shown.call(), shown.credentials().replace(").", ")\n    ."));
    let builder = shown.builder();
    let credentials = if credentials.is_empty() { credentials } else { format!("    {credentials}\n") };
    Section {
        title: "Time-outs",
        text: "\
Unless set, a connection may take 10 seconds, an attempt 30, and the whole call 80, with its retries and the waits
between them. An answer of more than 32 MiB is refused. Each of these can be set for a client, and all but the
first for a call."
            .to_owned(),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r"use std::time::Duration;
use {krate}::{{Client, {module}}};

let client = Client::{builder}
{credentials}    .connect_timeout(Duration::from_secs(2))
    .attempt_timeout(Duration::from_secs(10))
    .response_limit(1024 * 1024)
    .build()?;
{call}.timeout(Duration::from_secs(25)).await?;"
        ),
    }
}

pub(super) fn without_async(shown: Shown<'_>) -> Section {
    let (krate, module) = (shown.root(), &shown.module.name);
    let (call, binding, client) = (shown.call(), shown.binding(), shown.client("BlockingClient"));
    Section {
        title: "Without async",
        text: "\
The feature `blocking-tls`, or `blocking` for plain `http`, brings a client without an async runtime. The calls
and their settings are the same; `send` sends them. With `default-features = false` nothing of tokio or hyper is
built; the features of the resources that you use are then to be named too."
            .to_owned(),
        frame: BLOCKING,
        feature: shown.feature(),
        code: format!(
            r"use {krate}::{{BlockingClient, {module}}};

let client = {client};
{binding}{call}.send()?;"
        ),
    }
}

pub(super) fn tracing(shown: Shown<'_>) -> Section {
    let call = shown.path();
    let client = shown.client(&format!("{}::Client", shown.root()));
    Section {
        title: "Tracing",
        text: "\
With the feature `tracing`, each call is a span `api_call` within the current one, with the fields `operation`,
`http.request.method`, `url.template`, `http.response.status_code` or `error`, `attempts`, `request_id` and
`elapsed_ms`. Each retry is an event with `reason` and `wait_ms`. There is no secret and no body in them."
            .to_owned(),
        frame: TRACED,
        feature: shown.feature(),
        code: format!(
            r#"use tracing::Instrument;

let client = {client};
let order = tracing::info_span!("order", number = 42);
{call}.into_future().instrument(order).await?;"#
        ),
    }
}
