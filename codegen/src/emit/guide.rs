//! The three things that a new user does first, for the crate's front page and its README.

use crate::rust::{Module, Request, RustCrate, RustType};

/// A short text with code.
pub(super) struct Section {
    pub title: &'static str,
    pub text: String,
    pub code: Vec<String>,
}

/// The sections that the description has enough material for.
pub(super) fn sections(krate: &RustCrate) -> Vec<Section> {
    let calls = || krate.modules.iter().flat_map(|module| module.requests.iter().map(move |request| (module, request)));
    let first = calls().next().map(|(module, request)| first_call(krate, module, request));
    let failing = calls().max_by_key(|(_, request)| request.error.variants.len());
    let errors = failing.filter(|(_, request)| !request.error.variants.is_empty());
    let errors = errors.map(|(module, request)| error_handling(krate, module, request));
    let object = krate.modules.iter().find_map(|module| module.structs.first().map(|item| (module, item)));
    let tests = object.map(|(module, item)| Section {
        title: "Your own tests",
        text: "Every object has an example to start from, and reads and writes JSON.".to_owned(),
        code: vec![
            format!("use {}::{}::{};", krate.name, module.name, item.name),
            String::new(),
            format!("let example = {}::example();", item.name),
            format!("assert_eq!({}::from_json(&example.to_json())?, example);", item.name),
        ],
    });
    first.into_iter().chain(errors).chain(tests).collect()
}

fn arguments(request: &Request) -> String {
    let samples = request.required().map(|parameter| parameter.sample.as_str());
    std::iter::once("&client").chain(samples).collect::<Vec<_>>().join(", ")
}

fn client() -> String {
    "let client = Client::new(std::env::var(\"API_KEY\")?)?;".to_owned()
}

fn first_call(krate: &RustCrate, module: &Module, request: &Request) -> Section {
    let binding = if request.returns == RustType::Unit { "" } else { "let answer = " };
    let call = format!("{binding}{}::{}({}).await?;", module.name, request.function, arguments(request));
    Section {
        title: "First call",
        text: "A client is cheap to clone. A request is a value; awaiting it sends it.".to_owned(),
        code: vec![format!("use {}::{{Client, {}}};", krate.name, module.name), String::new(), client(), call],
    }
}

fn error_handling(krate: &RustCrate, module: &Module, request: &Request) -> Section {
    let error = &request.error;
    let arms = error.variants.iter().filter(|variant| variant.attributes.deprecated.is_none()).take(2);
    let arms = arms.map(|variant| {
        // What is printed is a format string.
        let text = variant.wire.replace('{', "{{").replace('}', "}}");
        format!("        {}::{} => println!({text:?}),", error.name, variant.name)
    });
    let mut code = vec![
        format!("use {}::{{Client, Error, {}::{{self, {}}}}};", krate.name, module.name, error.name),
        String::new(),
        client(),
        format!("match {}::{}({}).await {{", module.name, request.function, arguments(request)),
        "    Ok(_) => println!(\"done\"),".to_owned(),
        "    Err(Error::Api(refused)) => match refused.kind {".to_owned(),
    ];
    code.extend(arms);
    code.extend(
        [
            "        // One line: status, code, message and request id.",
            "        _ => println!(\"{refused}\"),",
            "    },",
            "    // The network, or an answer that does not fit.",
            "    Err(other) => return Err(other.into()),",
            "}",
        ]
        .map(str::to_owned),
    );
    let text = "Each call has an enum of exactly the codes with which the service refuses it.".to_owned();
    Section { title: "Errors", text, code }
}
