//! Calls as documentation shows them.

use super::section::section;
use super::values::Speller;
use crate::rust::{AnswerContent, Name, Request, RustType, Sender};

/// A call of a request function with all that is required, as an expression with full paths in its arguments.
pub(crate) fn call<'a>(module: &Name, request: &'a Request, speller: &mut Speller<'a>) -> String {
    let given = request.required().map(|parameter| speller.given(parameter));
    let arguments: Vec<String> = std::iter::once("&client".to_owned()).chain(given).collect();
    format!("{module}::{}({})", request.function, arguments.join(", "))
}

/// What keeps the answer of a call, under the name of what it is: nothing, if there is none.
pub(crate) fn binding(request: &Request) -> String {
    if request.returns == RustType::Unit {
        return String::new();
    }
    let name = answered(&request.returns).filter(|name| name.as_str() != "client");
    format!("let {} = ", name.as_ref().map_or("answer", Name::as_str))
}

/// The name of a variable for an object, or for several.
fn answered(ty: &RustType) -> Option<Name> {
    match ty {
        RustType::Local(name) | RustType::Foreign(_, name) => Some(name.variable()),
        RustType::Box(inner) | RustType::Option(inner) | RustType::Expandable(_, inner) => answered(inner),
        RustType::Vec(inner) | RustType::CursorPage(inner) | RustType::UrlPage(inner) => {
            Some(answered(inner)?.plural())
        }
        _ => None,
    }
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
    let call = format!("{krate}::{call}{}", set.unwrap_or_default());
    let code = match request.answer.content {
        AnswerContent::Events => walk(&call, "events", "event", "event?.data"),
        AnswerContent::Lines => walk(&call, "lines", "line", "line?"),
        AnswerContent::Json | AnswerContent::Text | AnswerContent::Bytes => {
            format!("{}{call}.await?;", binding(request))
        }
    };
    section(&code, &speller.types, krate, module)
}

/// A walk through what comes piece by piece.
fn walk(call: &str, many: &str, one: &str, shown: &str) -> String {
    format!(
        "let mut {many} = {call}.{many}();\nwhile let Some({one}) = {many}.next().await {{\n    \
         println!(\"{{:?}}\", {shown});\n}}"
    )
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
