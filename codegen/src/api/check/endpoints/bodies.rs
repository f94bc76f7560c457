//! Checks how the body of a call is written, and what can be in it.

use super::encodings;
use super::media_types::is_media_type;
use crate::{
    api::{
        check::types::is_file,
        model::{Api, Body, BodyFormat, Location, NONE, Parameter, Type},
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, closest, code, instead},
    spec::{self, Text},
};

const RULE: &str = "invalid-body";

/// Checks the body of an endpoint with these parameters, all of which are known. `default` is the format where nothing else is
/// said.
pub(crate) fn check(
    written: Option<&spec::Body>,
    parameters: &[Parameter],
    default: BodyFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Body {
    let mut body = written.map_or_else(|| Body::of(default), |written| body(written, default, diagnostics));
    if let Some(written) = written {
        body.encodings = encodings::check(written, body.format, parameters, api, diagnostics);
    }
    for parameter in parameters.iter().filter(|parameter| parameter.location == Location::Body) {
        if let Some((message, help)) = problem(&body, parameter) {
            let what = if body.is_whole {
                "the body".to_owned()
            } else {
                format!("the parameter {}", code(&parameter.item.name))
            };
            let place = if body.is_whole { body.span.as_ref() } else { None }.unwrap_or(&parameter.item.span);
            diagnostics.push(Diagnostic::new(RULE, format!("{what} {message}"), place, "here").help(help));
        }
    }
    body
}

fn body(written: &spec::Body, default: BodyFormat, diagnostics: &mut Diagnostics) -> Body {
    let media = written.media.as_ref().ok().and_then(Option::as_ref);
    let media = media.filter(|media| is_media_type(media, diagnostics));
    let word = written.format.as_ref().ok().and_then(Option::as_ref);
    let is_none = word.is_some_and(|word| word.value == NONE);
    let format = match word.filter(|_| !is_none) {
        Some(word) => format(word, diagnostics).unwrap_or(default),
        None => media.map_or(default, |media| BodyFormat::of_media(&media.value)),
    };
    if let Some(media) =
        media.filter(|media| (format == BodyFormat::Multipart) != media.value.starts_with("multipart/"))
    {
        let message = format!("a body as {} is no {}", code(format.as_str()), code(&media.value));
        let help = "leave out `media`, or write another format as `as`";
        diagnostics.push(Diagnostic::new(RULE, message, &media.span, "another format").help(help));
    }
    if written.argument.is_none() && !format.has_members() {
        let message = format!("a body as {} has no members", code(format.as_str()));
        let help = "say what it is: `body: {type: …}`";
        diagnostics.push(Diagnostic::new(RULE, message, &written.span, "it needs a type").help(help));
    }
    Body {
        format,
        media: media.map(|media| media.value.clone()),
        encodings: Vec::new(),
        is_whole: written.argument.is_some(),
        is_none,
        span: Some(written.span.clone()),
    }
}

fn format(word: &Text, diagnostics: &mut Diagnostics) -> Option<BodyFormat> {
    let format = BodyFormat::of(&word.value);
    if format.is_none() {
        let message = format!("no body is written as {}", code(&word.value));
        let meant = closest(&word.value, BodyFormat::words());
        let help = instead(meant, format!("write {}", alternatives(BodyFormat::words())));
        diagnostics.push(Diagnostic::new(RULE, message, &word.span, "unknown format").help(help));
    }
    format
}

/// Reports parameters in a body that is one argument.
pub(crate) fn beside(body: Option<&spec::Body>, parameters: &[spec::Parameter], diagnostics: &mut Diagnostics) {
    let Some(body) = body.filter(|body| body.argument.is_some()) else { return };
    let in_body = |parameter: &&spec::Parameter| {
        parameter.location.as_ref().is_ok_and(|location| Location::of(&location.value) == Some(Location::Body))
    };
    for parameter in parameters.iter().filter(in_body) {
        let span: &Span = &parameter.item.name.span;
        let message = format!("the parameter {} is in a body that is one argument", code(&parameter.item.name.value));
        let fault = Diagnostic::new(RULE, message, span, "this parameter").label(&body.span, "all of the body");
        diagnostics.push(fault.help("make it a member of that argument, or remove the type of the body"));
    }
}

/// What is wrong with what stands in a body, and what to write instead.
fn problem(body: &Body, parameter: &Parameter) -> Option<(&'static str, &'static str)> {
    let ty = parameter.ty.without_null().meant();
    let is_nullable = matches!(parameter.ty, Type::Nullable(_));
    match (body.format, body.is_whole) {
        _ if body.is_none => Some(("stands in a body that there is none of", "remove it, or `body: none`")),
        (BodyFormat::Multipart, false) => None,
        (BodyFormat::Bytes, true) if is_file(ty) && !is_nullable => None,
        (BodyFormat::Bytes, true) => {
            Some(("is sent as bytes, but is no file", "write `type: file`, or another format as `as`"))
        }
        _ if is_file(parameter.ty.innermost()) => Some((
            "is a file, but stands where none can be",
            "write `body: multipart` for files beside others, or `body: bytes` for one",
        )),
        (BodyFormat::Json, _) | (_, false) => None,
        _ if is_nullable => {
            Some(("may be null, which its format cannot say", "leave out the `?`, and write `optional: true`"))
        }
        (BodyFormat::Text, true) if ty.can_be_in_url() => None,
        (BodyFormat::Text, true) => {
            Some(("is sent as text, but is no single value", "write `type: string`, or another format as `as`"))
        }
        (BodyFormat::Lines, true) if matches!(ty, Type::List(_)) => None,
        (BodyFormat::Lines, true) => {
            Some(("is sent as lines, but is no list", "write the type of a list, such as `[Item]`"))
        }
        (_, true) if matches!(ty, Type::Object(_) | Type::Map(_) | Type::Json) => None,
        (_, true) => Some(("has no members, which a form needs", "write the name of an object, or `as: json`")),
    }
}
