//! Checks how an answer comes.

use crate::{
    api::{
        model::{Answer, AnswerContent, Returns, StatusAnswer, Type},
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, closest, code, instead},
    spec::{self, Read, Text, TypeExpression},
};

/// Finds out how the answer of an endpoint comes, and what it then gives: a text without a type is one of any kind.
pub(crate) fn check(
    endpoint: &spec::Endpoint,
    returns: Read<Returns>,
    diagnostics: &mut Diagnostics,
) -> (Answer, Read<Returns>) {
    let Ok(Some(written)) = &endpoint.answer else { return (Answer::default(), returns) };
    let Some(content) = content(written, diagnostics) else { return (Answer::default(), returns) };
    let answer = Answer {
        content,
        media: written.media.as_ref().map(|media| media_type(media, diagnostics)),
        done: written.done.as_ref().map(|done| done.value.clone()),
        resumes: written.resume.is_some(),
    };
    only_of_events(written, content, diagnostics);
    let ty = endpoint.returns.as_ref().ok().and_then(Option::as_ref);
    if let Some((message, help)) = type_problem(content, ty, &returns) {
        diagnostics.push(invalid(message, &written.span, "this answer", help));
    }
    let is_untyped_text = content == AnswerContent::Text && ty.is_none();
    (answer, if is_untyped_text { returns.map(text) } else { returns })
}

/// The same with a text for a body.
fn text(returns: Returns) -> Returns {
    let text = Type::Scalar(Scalar::String);
    match returns {
        Returns::Headed(answer) => Returns::Headed(Box::new(StatusAnswer { body: Some(text), ..*answer })),
        _ => Returns::Value(text),
    }
}

fn invalid(message: String, place: &Span, label: &str, help: &str) -> Diagnostic {
    Diagnostic::new("invalid-answer", message, place, label).help(help)
}

/// What the word after `as` stands for; nothing if it is unknown.
fn content(written: &spec::Answer, diagnostics: &mut Diagnostics) -> Option<AnswerContent> {
    let Some(word) = &written.content else { return Some(AnswerContent::Json) };
    let known = AnswerContent::of(&word.value);
    if known.is_none() {
        let message = format!("an answer does not come as {}", code(&word.value));
        let meant = closest(&word.value, AnswerContent::words());
        let help = instead(meant, alternatives(AnswerContent::words()));
        diagnostics.push(invalid(message, &word.span, "no such content", &help));
    }
    known
}

/// `done` and `resume` say something of events alone.
fn only_of_events(written: &spec::Answer, content: AnswerContent, diagnostics: &mut Diagnostics) {
    if content == AnswerContent::Events {
        return;
    }
    let done = written.done.as_ref().map(|done| ("done", &done.span));
    for (key, place) in done.into_iter().chain(written.resume.as_ref().map(|place| ("resume", place))) {
        let message = format!("{} speaks of events, and the answer comes as {}", code(key), code(content.as_str()));
        diagnostics.push(invalid(message, place, "said of events", "remove it, or write `as: events`"));
    }
}

/// A media type, or a range of them, that can stand in the header `Accept`.
fn media_type(media: &Text, diagnostics: &mut Diagnostics) -> String {
    let is_token = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',');
    let name = media.value.split(';').next().unwrap_or_default().trim();
    let is_sound = name.split_once('/').is_some_and(|(kind, inner)| is_token(kind) && is_token(inner))
        && media.value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if !is_sound {
        let message = format!("{} is no media type", code(&media.value));
        diagnostics.push(invalid(message, &media.span, "asked for", "write one such as `text/csv`"));
    }
    media.value.clone()
}

/// What is wrong with the type for such a content, and what to do.
fn type_problem(
    content: AnswerContent,
    ty: Option<&TypeExpression>,
    returns: &Read<Returns>,
) -> Option<(String, &'static str)> {
    let comes = || format!("an answer that comes as {}", code(content.as_str()));
    match (content, returns) {
        (AnswerContent::Json, _) | (_, Err(_)) => None,
        (AnswerContent::Bytes, _) => ty.map(|_| (format!("{} has no type", comes()), "remove `type`")),
        (_, Ok(Returns::Page(..))) => {
            Some((format!("{} is not cut into pages", comes()), "write the type of the items alone"))
        }
        (AnswerContent::Text, Ok(returns)) => returns.body(None).is_some_and(|ty| !is_text(ty)).then(|| {
            (format!("{} has the type of a text", comes()), "write `string`, an identifier or an enum, or no type")
        }),
        (_, Ok(Returns::Headed(_) | Returns::ByStatus(_))) => Some((
            format!("{} has no `headers`", comes()),
            "remove `headers`: callers find them in what they read the stream from",
        )),
        (_, Ok(Returns::Event)) => Some((format!("{} is no event", comes()), "write `returns: event` alone")),
        (_, Ok(Returns::Value(_))) => None,
        (_, Ok(Returns::Nothing)) => {
            Some((format!("{} has a type", comes()), "add `type: …`: what each event or line holds"))
        }
    }
}

/// Whether values of a type are texts that can stand by themselves.
fn is_text(ty: &Type) -> bool {
    match ty.meant() {
        Type::Scalar(scalar) => *scalar == Scalar::String,
        Type::Text(_) | Type::Id(_) | Type::Enum(_) => true,
        _ => false,
    }
}
