//! Checks that the examples of an endpoint fit what it returns, and the errors that it lists.

mod deliveries;
mod fitting;
mod json;
pub(super) mod made;
mod member_list;
mod refusals;
pub(super) mod shown;
mod values;

use fitting::Fitting;
pub(super) use json::json;
pub(crate) use refusals::unmet_paths;
pub(super) use values::{Mismatch, check as single};

use crate::{
    api::{
        check::{items, names::NameRule},
        model::{AnswerContent, Api, Endpoint, Example, Returns, Type},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Node, Read},
};

/// Checks all examples of an endpoint, which is `checked` but for them and may return what is faulty.
pub(crate) fn check(
    written: &spec::Endpoint,
    checked: &Endpoint,
    returns: &Read<Returns>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for spec::Example { name, status, response } in &written.examples {
        items::name(name, "example", NameRule::Wire, diagnostics);
        let status = status.as_ref().map_err(|faulty| *faulty);
        let status = status.and_then(|status| refusals::status(status.as_ref(), diagnostics));
        let (Ok(status), Ok(node)) = (status, response) else { continue };
        let example = Example { name: name.value.clone(), status, response: json(node) };
        match checked.refusal(&example) {
            Some(status) => refusals::check(node, status, written, checked, api, diagnostics),
            None if checked.answer.content != AnswerContent::Json => {
                diagnostics.push(no_json(node, checked.answer.content));
                continue;
            }
            None => success(node, status, checked, returns, api, diagnostics),
        }
        examples.push(example);
    }
    examples
}

/// Checks that a value that an example shows fits a type.
pub(super) fn value(node: &Node, ty: &Type, timestamps: TimestampFormat, api: &Api, diagnostics: &mut Diagnostics) {
    Fitting::new(api, timestamps, diagnostics).value(node, ty);
}

/// An example is JSON.
fn no_json(node: &Node, content: AnswerContent) -> Diagnostic {
    let message = format!("an example is JSON, and the answer comes as {}", code(content.as_str()));
    let fault = Diagnostic::new("example-mismatch", message, &node.span, "yet here is a response");
    fault.help("remove the example, or write the `status` of an error")
}

/// Checks that a body fits what the endpoint returns.
fn success(
    node: &Node,
    status: Option<u16>,
    endpoint: &Endpoint,
    returns: &Read<Returns>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) {
    let timestamps = api[endpoint.dialect].timestamps;
    match returns {
        Ok(Returns::Page(pagination, item)) => {
            Fitting::new(api, timestamps, diagnostics).page(node, *pagination, item);
        }
        Ok(returns) => {
            if let Some(ty) = returns.body(status) {
                return Fitting::new(api, timestamps, diagnostics).value(node, ty);
            }
            let message = "the endpoint returns nothing";
            let fault = Diagnostic::new("example-mismatch", message, &node.span, "yet here is a response");
            let help = "add `returns` to the endpoint, write the `status` of an error, or remove the example";
            diagnostics.push(fault.help(help));
        }
        Err(_) => {}
    }
}
