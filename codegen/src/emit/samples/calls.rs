//! Calls as documentation shows them.

use super::section::section;
use super::values::Speller;
use crate::rust::{Name, Request, RustType, Sender};

/// A call of a request function with all that is required, as an expression with full paths in its arguments.
pub(crate) fn call<'a>(module: &Name, request: &'a Request, speller: &mut Speller<'a>) -> String {
    let given = request.required().map(|parameter| speller.given(parameter));
    let arguments: Vec<String> = std::iter::once("&client".to_owned()).chain(given).collect();
    format!("{module}::{}({})", request.function, arguments.join(", "))
}

/// What keeps the answer of a call: nothing, if there is none.
pub(crate) fn binding(request: &Request) -> &'static str {
    if request.returns == RustType::Unit { "" } else { "let answer = " }
}

/// What a batch of a sender's requests holds, as an expression.
pub(crate) fn batch<'a>(request: &'a Request, speller: &mut Speller<'a>) -> String {
    request.batch().map(|batch| speller.given(batch)).unwrap_or_default()
}

/// The documentation example of a request function.
pub(crate) fn example(krate: &Name, module: &Name, request: &Request) -> Vec<String> {
    let mut speller = Speller::new(krate, module);
    let call = call(module, request, &mut speller);
    let set = request.shown_setter().map(|setter| format!(".{}({})", setter.name, speller.given(setter)));
    let code = format!("{}{krate}::{call}{}.await?;", binding(request), set.unwrap_or_default());
    section(&code, &speller.types, krate, module)
}

/// The documentation example of a type that sends a series of requests.
pub(crate) fn sender_example(krate: &Name, module: &Name, request: &Request, sender: &Sender) -> Vec<String> {
    let name = &sender.name;
    let mut speller = Speller::new(krate, module);
    let batch = batch(request, &mut speller);
    let code = format!("let mut sender = {krate}::{module}::{name}::new(&client);\nsender.send({batch}).await?;");
    let own = (module.clone(), name.clone());
    speller.types.insert(&own);
    section(&code, &speller.types, krate, module)
}
