//! What a new user does first, for the crate's front page and its README.

use super::model::{Module, Request};
use super::names::Name;
use super::samples::{self, Frame};
use crate::api::HttpMethod;

/// A short text with code.
#[derive(Debug)]
pub struct Section {
    title: &'static str,
    text: String,
    frame: Frame,
    code: String,
}

impl Section {
    /// As Markdown for readers, who see the code as they would write it.
    #[must_use]
    pub fn for_readme(&self) -> Vec<String> {
        let fence = |text: &str| vec![text.to_owned()];
        self.markdown("##", [fence("```rust"), self.code(), fence("```")].concat())
    }

    /// As Markdown for rustdoc, which compiles the code and hides what that takes.
    #[must_use]
    pub fn for_rustdoc(&self) -> Vec<String> {
        self.markdown("#", samples::compiled(self.frame, "", &self.code()))
    }

    fn code(&self) -> Vec<String> {
        self.code.lines().map(str::to_owned).collect()
    }

    fn markdown(&self, heading: &str, code: Vec<String>) -> Vec<String> {
        let mut lines = vec![format!("{heading} {}", self.title), String::new()];
        lines.extend(self.text.lines().map(str::to_owned));
        lines.push(String::new());
        lines.extend(code);
        lines
    }
}

/// A call to show, and the names by which code speaks of it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    krate: &'a Name,
    module: &'a Name,
    request: &'a Request,
}

/// The sections that a crate has enough material for.
pub(super) fn sections(krate: &Name, modules: &[Module]) -> Vec<Section> {
    let calls = || {
        let named =
            modules.iter().flat_map(|module| module.requests.iter().map(move |request| (&module.name, request)));
        named.map(|(module, request)| Shown { krate, module, request })
    };
    let Some(first) = calls().next() else { return own_tests(krate, modules).into_iter().collect() };
    let repeated = calls().find(|call| call.request.is_keyed).unwrap_or(first);
    let failing = calls().max_by_key(|call| call.request.error.variants.len());
    let failing = failing.filter(|call| !call.request.error.variants.is_empty());
    let sections = [
        Some(first_call(first)),
        failing.map(error_handling),
        Some(retries(repeated)),
        Some(time_outs(first)),
        Some(without_async(first)),
        Some(tracing(first)),
        own_tests(krate, modules),
        Some(tests_of_calls(repeated)),
    ];
    sections.into_iter().flatten().collect()
}

const REPEATED: &str = "\
A call that fails is repeated up to twice: without a connection or with a broken one, after an attempt that took
too long, at the statuses 409 and 5xx, and where the service asks for it. It is not repeated where the service
asks not to, or does not prove who it is. The waits between grow from half a second to 5 seconds, or are what the
service asks for, up to a minute.";
const KEYED: &str = "\
A call that changes something is only repeated with an idempotency key, by which the service knows it again. Where
the service takes one, the client makes one up. With a key of your own, which you keep, you can make the call
again even after a crash.";
const NOT_KEYED: &str = "A call that changes something is sent once.";

impl Shown<'_> {
    /// The call, from the root of the crate.
    fn path(self) -> String {
        format!("{}::{}", self.krate, self.call())
    }

    /// The call, where its module is in use.
    fn call(self) -> String {
        samples::call(self.module, self.request)
    }

    fn binding(self) -> &'static str {
        samples::binding(self.request)
    }

    /// Whether a call that fails is made again.
    fn is_repeated(self) -> bool {
        self.request.is_keyed || self.request.method == HttpMethod::Get
    }
}

fn first_call(shown: Shown<'_>) -> Section {
    let Shown { krate, module, .. } = shown;
    let (call, binding) = (shown.call(), shown.binding());
    Section {
        title: "First call",
        text: "A client is cheap to clone. A request is a value; awaiting it sends it.".to_owned(),
        frame: samples::ASYNC,
        code: format!(
            r#"use {krate}::{{Client, {module}}};

let client = Client::new(std::env::var("API_KEY")?)?;
{binding}{call}.await?;"#
        ),
    }
}

fn error_handling(shown: Shown<'_>) -> Section {
    let Shown { krate, module, request } = shown;
    let (call, error) = (shown.call(), &request.error.name);
    let arms = request.error.variants.iter().filter(|variant| !variant.attributes.is_deprecated()).take(2);
    let arms = arms.map(|variant| {
        // What is printed is a format string.
        let text = variant.wire.replace('{', "{{").replace('}', "}}");
        format!("        {error}::{} => println!({text:?}),\n", variant.name)
    });
    let arms: String = arms.collect();
    Section {
        title: "Errors",
        text: "Each call has an enum of exactly the codes with which the service refuses it.".to_owned(),
        frame: samples::ASYNC,
        code: format!(
            r#"use {krate}::{{Client, Error, {module}::{{self, {error}}}}};

let client = Client::new(std::env::var("API_KEY")?)?;
match {call}.await {{
    Ok(_) => println!("done"),
    Err(Error::Api(refused)) => match refused.kind {{
{arms}        // One line: status, code, message and request id.
        _ => println!("{{refused}}"),
    }},
    // The network, or an answer that does not fit.
    Err(other) => return Err(other.into()),
}}"#
        ),
    }
}

fn retries(shown: Shown<'_>) -> Section {
    let Shown { krate, module, request } = shown;
    let call = shown.call();
    let (text, key) = if request.is_keyed { (KEYED, "    .idempotency_key(\"order-42\")\n") } else { (NOT_KEYED, "") };
    Section {
        title: "Retries",
        text: format!("{REPEATED}\n\n{text}"),
        frame: samples::ASYNC,
        code: format!(
            r#"use {krate}::{{Client, RetryPolicy, {module}}};

let client = Client::builder().api_key(std::env::var("API_KEY")?).retry(RetryPolicy::times(4)).build()?;
let response = {call}
{key}    .with_response()
    .await?;
println!("{{}} attempts, request {{:?}}", response.raw.attempts(), response.raw.request_id());"#
        ),
    }
}

fn time_outs(shown: Shown<'_>) -> Section {
    let Shown { krate, module, .. } = shown;
    let call = shown.call();
    Section {
        title: "Time-outs",
        text: "\
Unless set, a connection may take 10 seconds, an attempt 30, and the whole call 80, with its retries and the waits
between them. An answer of more than 32 MiB is refused. Each of these can be set for a client, and all but the
first for a call."
            .to_owned(),
        frame: samples::ASYNC,
        code: format!(
            r#"use std::time::Duration;
use {krate}::{{Client, {module}}};

let client = Client::builder()
    .api_key(std::env::var("API_KEY")?)
    .connect_timeout(Duration::from_secs(2))
    .attempt_timeout(Duration::from_secs(10))
    .response_limit(1024 * 1024)
    .build()?;
{call}.timeout(Duration::from_secs(25)).await?;"#
        ),
    }
}

fn without_async(shown: Shown<'_>) -> Section {
    let Shown { krate, module, .. } = shown;
    let (call, binding) = (shown.call(), shown.binding());
    Section {
        title: "Without async",
        text: "\
The feature `blocking-tls`, or `blocking` for plain `http`, brings a client without an async runtime. The calls
and their settings are the same; `send` sends them. With `default-features = false` nothing of tokio or hyper is
built."
            .to_owned(),
        frame: samples::BLOCKING,
        code: format!(
            r#"use {krate}::{{BlockingClient, {module}}};

let client = BlockingClient::new(std::env::var("API_KEY")?)?;
{binding}{call}.send()?;"#
        ),
    }
}

fn tracing(shown: Shown<'_>) -> Section {
    let (krate, call) = (shown.krate, shown.path());
    Section {
        title: "Tracing",
        text: "\
With the feature `tracing`, each call is a span `api_call` within the current one, with the fields `operation`,
`http.request.method`, `url.template`, `http.response.status_code` or `error`, `attempts`, `request_id` and
`elapsed_ms`. Each retry is an event with `reason` and `wait_ms`. There is no secret and no body in them."
            .to_owned(),
        frame: samples::TRACED,
        code: format!(
            r#"use tracing::Instrument;

let client = {krate}::Client::new(std::env::var("API_KEY")?)?;
let order = tracing::info_span!("order", number = 42);
{call}.into_future().instrument(order).await?;"#
        ),
    }
}

fn own_tests(krate: &Name, modules: &[Module]) -> Option<Section> {
    let (module, object) = modules.iter().find_map(|module| Some((&module.name, module.structs.first()?)))?;
    let name = &object.name;
    Some(Section {
        title: "Your own tests",
        text: "Every object has an example to start from, and reads and writes JSON.".to_owned(),
        frame: samples::ASYNC,
        code: format!(
            r"use {krate}::{module}::{name};

let example = {name}::example();
assert_eq!({name}::from_json(&example.to_json())?, example);"
        ),
    })
}

fn tests_of_calls(shown: Shown<'_>) -> Section {
    let (krate, call) = (shown.krate, shown.path());
    let attempts = if shown.is_repeated() { 3 } else { 1 };
    Section {
        title: "Tests without a network",
        text: "\
A client takes a transport of your own, in terms of the crates `http` and `bytes`. In an environment of your own
it does not wait: time and chance come from there."
            .to_owned(),
        frame: samples::ASYNC,
        code: format!(
            r#"use bytes::Bytes;
use {krate}::{{Client, Environment, Limits, Transport, TransportFuture, Wait}};

/// A service that is out of order.
struct OutOfOrder;

impl Transport for OutOfOrder {{
    fn send(&self, _: http::Request<Bytes>, _: Limits) -> TransportFuture {{
        let mut answer = http::Response::new(Bytes::new());
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

let client = Client::builder().api_key("test").transport(OutOfOrder).environment(NoWaits).build()?;
let error = {call}.await.unwrap_err();
assert_eq!((error.status(), error.attempts()), (Some(503), {attempts}));"#
        ),
    }
}
