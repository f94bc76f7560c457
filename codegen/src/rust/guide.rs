//! The three things that a new user does first, for the crate's front page and its README.

use super::model::{Module, Request, Struct};
use super::names::Name;
use super::samples;

/// A short text with code.
#[derive(Debug)]
pub struct Section {
    title: &'static str,
    text: &'static str,
    code: Vec<String>,
}

impl Section {
    /// As Markdown for readers, who see the code as they would write it.
    #[must_use]
    pub fn for_readme(&self) -> Vec<String> {
        let fence = |text: &str| vec![text.to_owned()];
        self.markdown("##", [fence("```rust"), self.code.clone(), fence("```")].concat())
    }

    /// As Markdown for rustdoc, which compiles the code and hides what that takes.
    #[must_use]
    pub fn for_rustdoc(&self) -> Vec<String> {
        self.markdown("#", samples::compiled("", &self.code))
    }

    fn markdown(&self, heading: &str, code: Vec<String>) -> Vec<String> {
        let heading = format!("{heading} {}", self.title);
        let mut lines = vec![heading, String::new(), self.text.to_owned(), String::new()];
        lines.extend(code);
        lines
    }
}

/// The sections that a crate has enough material for.
pub(super) fn sections(krate: &Name, modules: &[Module]) -> Vec<Section> {
    let calls = || modules.iter().flat_map(|module| module.requests.iter().map(|request| (&module.name, request)));
    let first = calls().next().map(|(module, request)| first_call(krate, module, request));
    let failing = calls().max_by_key(|(_, request)| request.error.variants.len());
    let errors = failing.filter(|(_, request)| !request.error.variants.is_empty());
    let errors = errors.map(|(module, request)| error_handling(krate, module, request));
    let object = modules.iter().find_map(|module| module.structs.first().map(|object| (&module.name, object)));
    let tests = object.map(|(module, object)| own_tests(krate, module, object));
    first.into_iter().chain(errors).chain(tests).collect()
}

const CLIENT: &str = "let client = Client::new(std::env::var(\"API_KEY\")?)?;";

fn first_call(krate: &Name, module: &Name, request: &Request) -> Section {
    Section {
        title: "First call",
        text: "A client is cheap to clone. A request is a value; awaiting it sends it.",
        code: vec![
            format!("use {krate}::{{Client, {module}}};"),
            String::new(),
            CLIENT.to_owned(),
            format!("{}{}.await?;", samples::binding(request), samples::call(module, request)),
        ],
    }
}

fn error_handling(krate: &Name, module: &Name, request: &Request) -> Section {
    let error = &request.error.name;
    let arms = request.error.variants.iter().filter(|variant| !variant.attributes.is_deprecated()).take(2);
    let arms = arms.map(|variant| {
        // What is printed is a format string.
        let text = variant.wire.replace('{', "{{").replace('}', "}}");
        format!("        {error}::{} => println!({text:?}),", variant.name)
    });
    let mut code = vec![
        format!("use {krate}::{{Client, Error, {module}::{{self, {error}}}}};"),
        String::new(),
        CLIENT.to_owned(),
        format!("match {}.await {{", samples::call(module, request)),
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
    let text = "Each call has an enum of exactly the codes with which the service refuses it.";
    Section { title: "Errors", text, code }
}

fn own_tests(krate: &Name, module: &Name, object: &Struct) -> Section {
    let name = &object.name;
    Section {
        title: "Your own tests",
        text: "Every object has an example to start from, and reads and writes JSON.",
        code: vec![
            format!("use {krate}::{module}::{name};"),
            String::new(),
            format!("let example = {name}::example();"),
            format!("assert_eq!({name}::from_json(&example.to_json())?, example);"),
        ],
    }
}
