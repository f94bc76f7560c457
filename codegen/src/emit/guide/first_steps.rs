//! Calls, their errors, lists and series.

use super::section::Section;
use super::shown::Shown;
use crate::emit::samples::ASYNC;

pub(super) fn first_call(shown: Shown<'_>) -> Section {
    let (krate, module) = (shown.root(), &shown.module.name);
    let (call, binding, client) = (shown.call(), shown.binding(), shown.client("Client"));
    Section {
        title: "First call",
        text: "A client is cheap to clone. A request is a value; awaiting it sends it.".to_owned(),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r"use {krate}::{{Client, {module}}};

let client = {client};
{binding}{call}.await?;"
        ),
    }
}

pub(super) fn error_handling(shown: Shown<'_>) -> Section {
    let (krate, module, request) = (shown.root(), &shown.module.name, shown.request);
    let (call, error, client) = (shown.call(), &request.error.name, shown.client("Client"));
    let arms = request.error.variants.iter().filter(|variant| !variant.attributes.is_deprecated()).take(2);
    let arms = arms.map(|variant| {
        // What is printed is a format string.
        let text = variant.wire.replace('{', "{{").replace('}', "}}");
        format!("        {error}::{} => println!({text:?}),\n", variant.name)
    });
    let arms: String = arms.collect();
    Section {
        title: "Errors",
        text: "\
A call for which codes are described has an enum of exactly these; any other code is kept as `Unknown`."
            .to_owned(),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r#"use {krate}::{{Client, Error, {module}::{{self, {error}}}}};

let client = {client};
match {call}.await {{
    Ok(_) => println!("done"),
    Err(Error::Api(refused)) => match refused.kind {{
{arms}        // One line: status, code, message and request id.
        _ => println!("{{refused}}"),
    }},
    // No answer, one that does not fit, or a request that could not be sent.
    Err(other) => return Err(other.into()),
}}"#
        ),
    }
}

/// What a page of the runtime can do.
const LENIENT: &str = " With `lenient` on the request, an item
that does not fit is an error in its place, and the others arrive.";

pub(super) fn pages(shown: Shown<'_>) -> Section {
    let (krate, module) = (shown.root(), &shown.module.name);
    let (call, client) = (shown.call(), shown.client("Client"));
    Section {
        title: "Pages",
        text: "\
A list comes page by page. `items` on a request walks through all of them and asks for the next page once it is needed;
`pages` gives the pages themselves. Both repeat the filters and settings of the request. Each is a stream of the crate
`futures`, or an iterator where the client blocks, and ends after the first error. `items.response()` is the response that the
last item came in, and `with_response().pages()` gives each page with its own."
            .to_owned()
            + if shown.request.paging.is_none() { LENIENT } else { "" },
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r#"use {krate}::{{Client, {module}}};

let client = {client};
let mut items = {call}.items();
while let Some(item) = items.next().await {{
    println!("{{:?}}", item?);
}}"#
        ),
    }
}

pub(super) fn series(shown: Shown<'_>) -> Option<Section> {
    let (krate, module, batch) = (shown.root(), &shown.module.name, shown.batch());
    let name = &shown.request.sender.as_ref()?.name;
    let client = shown.client("Client");
    Some(Section {
        title: "Sessions",
        text: format!(
            "\
`{module}::{name}` sends any number of items in batches, with tokens that it gets and renews as needed. The API key
stays with the client."
        ),
        frame: ASYNC,
        feature: shown.feature(),
        code: format!(
            r"use {krate}::{{Client, {module}::{name}}};

let client = {client};
let mut sender = {name}::new(&client);
sender.send({batch}).await?;"
        ),
    })
}
