//! What a new user does first, for the crate's front page and its README.

use super::calls::{self, Frame};
use super::model::{Module, Parameter, Part, Request, Sender};
use super::names::Name;
use crate::api::HttpMethod;

/// A short text with code.
#[derive(Debug)]
pub struct Section {
    title: &'static str,
    text: String,
    frame: Frame,
    /// The feature that brings what the code speaks of.
    feature: String,
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
        self.markdown("#", calls::compiled(self.frame, Some(&self.feature), "", &self.code()))
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
    feature: &'a str,
    request: &'a Request,
}

/// The sections that a crate has enough material for.
pub(super) fn sections(krate: &Name, modules: &[Module]) -> Vec<Section> {
    let calls = || {
        modules.iter().flat_map(move |module| {
            let Module { name, feature, requests, .. } = module;
            requests.iter().map(move |request| Shown { krate, module: name, feature: &feature.name, request })
        })
    };
    let plain = calls().find(|call| call.is_plain());
    let Some(first) = plain.or_else(|| calls().next()) else { return own_tests(krate, modules).into_iter().collect() };
    let keyed = || calls().filter(|call| call.request.is_keyed);
    let repeated = keyed().find(|call| call.is_plain()).or_else(|| keyed().next()).unwrap_or(first);
    let failing = calls().max_by_key(|call| (call.is_plain(), call.request.error.variants.len()));
    let failing = failing.filter(|call| !call.request.error.variants.is_empty());
    let sections = [
        Some(first_call(first)),
        failing.map(error_handling),
        calls().find(|call| call.request.is_paged()).map(pages),
        calls().find_map(|call| Some(senders(call, call.request.sender.as_ref()?))),
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
        calls::call(self.module, self.request)
    }

    fn binding(self) -> &'static str {
        calls::binding(self.request)
    }

    /// Whether it is signed with the API key and shows no types but those of the language.
    fn is_plain(self) -> bool {
        let is_plain = |given: &Parameter| given.part != Part::Token && given.sample.types.is_empty();
        self.request.required().all(is_plain)
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
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
        code: format!(
            r#"use {krate}::{{Client, {module}}};

let client = Client::new(std::env::var("API_KEY")?)?;
{binding}{call}.await?;"#
        ),
    }
}

fn error_handling(shown: Shown<'_>) -> Section {
    let Shown { krate, module, request, .. } = shown;
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
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
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

fn pages(shown: Shown<'_>) -> Section {
    let Shown { krate, module, .. } = shown;
    let call = shown.call();
    Section {
        title: "Pages",
        text: "\
A list comes page by page. `items` on a request walks through all of them and asks for the next page once it is needed;
`pages` gives the pages themselves. Both repeat the filters and settings of the request. Each is a stream of the crate
`futures`, or an iterator where the client blocks, and ends after the first error."
            .to_owned(),
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
        code: format!(
            r#"use {krate}::{{Client, {module}}};

let client = Client::new(std::env::var("API_KEY")?)?;
let mut items = {call}.items();
while let Some(item) = items.next().await {{
    println!("{{:?}}", item?);
}}"#
        ),
    }
}

fn senders(shown: Shown<'_>, sender: &Sender) -> Section {
    let Shown { krate, module, request, .. } = shown;
    let name = &sender.name;
    let batch = calls::batch(request);
    Section {
        title: "Sessions",
        text: format!(
            "\
`{module}::{name}` sends any number of items in batches, with tokens that it gets and renews as needed. The API key
stays with the client."
        ),
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
        code: format!(
            r#"use {krate}::{{Client, {module}::{name}}};

let client = Client::new(std::env::var("API_KEY")?)?;
let mut sender = {name}::new(&client);
sender.send({batch}).await?;"#
        ),
    }
}

fn retries(shown: Shown<'_>) -> Section {
    let Shown { krate, module, request, .. } = shown;
    let call = shown.call();
    let (text, key) = if request.is_keyed { (KEYED, "    .idempotency_key(\"order-42\")\n") } else { (NOT_KEYED, "") };
    Section {
        title: "Retries",
        text: format!("{REPEATED}\n\n{text}"),
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
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
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
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
built; the features of the resources that you use are then to be named too."
            .to_owned(),
        frame: calls::BLOCKING,
        feature: shown.feature.to_owned(),
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
        frame: calls::TRACED,
        feature: shown.feature.to_owned(),
        code: format!(
            r#"use tracing::Instrument;

let client = {krate}::Client::new(std::env::var("API_KEY")?)?;
let order = tracing::info_span!("order", number = 42);
{call}.into_future().instrument(order).await?;"#
        ),
    }
}

fn own_tests(krate: &Name, modules: &[Module]) -> Option<Section> {
    let example = |module: &'_ Module| module.forms().next().map(|(name, _)| name.clone());
    let (Module { name: module, feature, .. }, name) =
        modules.iter().find_map(|module| Some((module, example(module)?)))?;
    Some(Section {
        title: "Your own tests",
        text: "Every object has an example to start from, and reads and writes JSON.".to_owned(),
        frame: calls::ASYNC,
        feature: feature.name.clone(),
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
        frame: calls::ASYNC,
        feature: shown.feature.to_owned(),
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
