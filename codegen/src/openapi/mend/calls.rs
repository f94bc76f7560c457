//! Mends calls.

use super::faults::Faults;
use super::names::{Letters, rename, rename_whole};
use super::types::{bounds, left_out};
use super::values;
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::at;
use crate::spec::{Endpoint, PagesOf, Parameter, Read, Resource, TypeExpression};

const PAGES: &str = "invalid-pagination";
const ENCODINGS: &[&str] = &["invalid-body", "invalid-media-type"];
const STYLES: &[&str] = &["invalid-style"];

/// Mends the calls of a resource; says whether it did.
pub(super) fn mend(resource: &mut Resource, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename_whole(&mut resource.item, "api", faults, remarks);
    for code in &mut resource.codes {
        mended |= rename(&mut code.item, Letters::Camel, "code", faults, remarks);
    }
    resource.codes.retain(|code| left_out(faults.of_thing(&code.item.name.span), &code.item, remarks, &mut mended));
    for endpoint in &mut resource.endpoints {
        mended |= self::endpoint(endpoint, faults, remarks);
    }
    resource.endpoints.retain(|endpoint| {
        let http = endpoint.http.as_ref().map_or(&endpoint.item.name.span, |http| &http.span);
        let of_path = faults.inside(http, &["invalid-path", "duplicate-endpoint"]);
        let of_call = || faults.of_thing(&endpoint.item.name.span).filter(|fault| fault.rule != PAGES);
        let fault = of_path.or_else(of_call);
        left_out(fault, &endpoint.item, remarks, &mut mended)
    });
    mended
}

fn endpoint(endpoint: &mut Endpoint, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename_whole(&mut endpoint.item, "call", faults, remarks);
    if let Ok(parameters) = &mut endpoint.parameters {
        for parameter in parameters.iter_mut() {
            mended |= self::parameter(parameter, faults, remarks);
        }
        parameters.retain(|parameter| {
            let in_path = parameter.location.as_ref().is_ok_and(|location| location.value == "path");
            let fault = faults.of_thing(&parameter.item.name.span).filter(|fault| fault.rule != "invalid-style");
            in_path || left_out(fault, &parameter.item, remarks, &mut mended)
        });
    }
    if let Ok(Some(body)) = &mut endpoint.body {
        if let Some(argument) = &mut body.argument {
            mended |= bounds(&mut argument.bounds, faults, remarks);
        }
        if let Some(fault) = faults.of_thing(&body.span) {
            remarks.say(
                "left-out",
                &fault.message,
                &body.span,
                "the body is bytes",
                "correct the document, if this is needed",
            );
            let file = TypeExpression::Name(at(&body.span, "file"), None);
            body.format = Ok(Some(at(&body.span, "bytes")));
            if let Some(argument) = &mut body.argument {
                argument.ty = Ok(file);
                argument.bounds = Ok(Vec::new());
            }
            mended = true;
        }
    }
    if let Ok(Some(answer)) = &endpoint.answer
        && let Some(fault) = faults.of_thing(&answer.span)
    {
        remarks.say("left-out", &fault.message, &answer.span, "not typed", "correct the document, if this is needed");
        endpoint.answer = Ok(None);
        endpoint.returns = Ok(None);
        mended = true;
    }
    if let Ok(refusals) = &mut endpoint.refusals {
        refusals
            .retain(|refusal| left_out(faults.of_thing(&refusal.item.name.span), &refusal.item, remarks, &mut mended));
    }
    if let Ok(Some(answers)) = &mut endpoint.answers {
        answers
            .list
            .retain(|answer| left_out(faults.of_thing(&answer.item.name.span), &answer.item, remarks, &mut mended));
    }
    mended |= told(endpoint, faults, remarks);
    mended | pages(endpoint, faults, remarks)
}

/// Leaves out pages that cannot be walked, which matters to people only if the document says that they can. What a project says of
/// them is to be right.
fn pages(endpoint: &mut Endpoint, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let place = &endpoint.item.name.span;
    let Ok(Some(PagesOf::Own(pages))) = &endpoint.pages else { return false };
    let is_said = pages.span != *place && pages.span.file == place.file;
    if let Some(fault) = faults.anywhere_inside(&pages.span).filter(|_| is_said) {
        remarks.unfollowed_pages(&fault.message, &pages.span);
    } else if faults.of_rules(place, &[PAGES]).is_none() {
        return false;
    }
    endpoint.pages = Ok(None);
    true
}

/// Mends what is told of a call besides: examples, error codes, how members are written.
fn told(endpoint: &mut Endpoint, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = false;
    endpoint.examples.retain(|example| {
        let Ok(response) = &example.response else { return false };
        let Some(fault) = faults.anywhere_inside(&response.span) else { return true };
        let help = "correct it, if it is to be a test of the crate";
        remarks.say("unfit-example", &fault.message, &response.span, "left out", help);
        mended = true;
        false
    });
    if let Ok(errors) = &mut endpoint.errors {
        let before = errors.len();
        errors.retain(|code| faults.of_rules(&code.span, &["unknown-reference"]).is_none());
        mended |= errors.len() < before;
    }
    if let Ok(Some(body)) = &mut endpoint.body
        && let Ok(encodings) = &mut body.encodings
    {
        encodings.retain(|encoding| {
            let places = [
                Some(&encoding.name),
                encoding.style.as_ref().ok().and_then(Option::as_ref),
                encoding.media.as_ref().ok().and_then(Option::as_ref),
            ];
            let fault = places.into_iter().flatten().find_map(|place| faults.of_rules(&place.span, ENCODINGS));
            let Some(fault) = fault else { return true };
            let help = "correct it, if this is needed";
            remarks.say("read-as-meant", &fault.message, &encoding.name.span, "written as usual", help);
            mended = true;
            false
        });
    }
    mended
}

fn parameter(parameter: &mut Parameter, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let place = parameter.location.as_ref().map_or("parameter", |location| location.value.as_str()).to_owned();
    let mut mended = rename(&mut parameter.item, Letters::Snake, &place, faults, remarks);
    mended |= bounds(&mut parameter.bounds, faults, remarks);
    mended |= style(parameter, &place, faults, remarks);
    mended |= values::told(&mut parameter.default, &mut parameter.example, faults, remarks);
    mended
}

/// Chooses another style where the one that is said cannot say the value.
fn style(parameter: &mut Parameter, place: &str, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let name = parameter.item.name.span.clone();
    let said = parameter.style.as_ref().ok().and_then(Option::as_ref);
    let fault = faults.of_rules(&name, STYLES).or_else(|| faults.of_rules(&said?.span, STYLES));
    let fault = fault.or_else(|| {
        let explode = parameter.explode.as_ref().ok()?.as_ref()?;
        faults.of_rules(explode, STYLES)
    });
    let Some(fault) = fault else { return false };
    let next = match (place, said.map(|style| style.value.as_str())) {
        _ if is_said(&parameter.explode) => None,
        // What has no parts needs no style.
        (_, Some("comma" | "deep" | "brackets" | "spaces" | "pipes")) if fault.message.contains("has no parts") => None,
        ("query", None) => Some("deep"),
        ("query", Some("deep" | "brackets")) => Some("indexed"),
        ("query" | "header", style) if style != Some("json") => Some("json"),
        _ => None,
    };
    remarks.say("read-as-meant", &fault.message, &name, "written otherwise", "give it a style that can say its value");
    if next.is_none() && !is_said(&parameter.explode) && said.is_none() {
        parameter.ty = Ok(TypeExpression::Name(at(&name, "string"), None));
        parameter.bounds = Ok(Vec::new());
        parameter.default = Ok(None);
        parameter.example = Ok(None);
    }
    parameter.explode = Ok(None);
    parameter.style = Ok(next.map(|next| at(&name, next)));
    true
}

fn is_said<T>(read: &Read<Option<T>>) -> bool {
    read.as_ref().is_ok_and(Option::is_some)
}
