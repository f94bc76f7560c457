//! What calls answer by status and headers, and what their errors hold.

use crate::api::{AnswerContent, AnswerHeader, Endpoint, Item, Returns, Status, StatusAnswer};
use crate::rust::attributes::attributes_with;
use crate::rust::docs::{Doc, links};
use crate::rust::former::FormerCall;
use crate::rust::item_names::CallNames;
use crate::rust::model::{AnswerType, AnswerVariant, Attributes, Field, Presence, Refusal, RustType};
use crate::rust::names::{Case, Name};
use crate::rust::scalars::form;
use crate::rust::scope::{Naming, Scope};
use crate::rust::sides::Side;
use crate::rust::types::Types;

/// The field that holds a body beside headers.
const BODY: &str = "body";

/// Names of variants for statuses that have a well-known phrase.
const PHRASES: &[(u16, &str)] = &[
    (200, "Ok"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "NonAuthoritative"),
    (204, "NoContent"),
    (205, "ResetContent"),
    (206, "PartialContent"),
    (207, "MultiStatus"),
    (300, "MultipleChoices"),
    (301, "MovedPermanently"),
    (302, "Found"),
    (303, "SeeOther"),
    (304, "NotModified"),
    (307, "TemporaryRedirect"),
    (308, "PermanentRedirect"),
    (400, "BadRequest"),
    (401, "Unauthorized"),
    (402, "PaymentRequired"),
    (403, "Forbidden"),
    (404, "NotFound"),
    (405, "MethodNotAllowed"),
    (406, "NotAcceptable"),
    (408, "RequestTimeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (412, "PreconditionFailed"),
    (413, "ContentTooLarge"),
    (415, "UnsupportedMediaType"),
    (422, "UnprocessableContent"),
    (423, "Locked"),
    (424, "FailedDependency"),
    (428, "PreconditionRequired"),
    (429, "TooManyRequests"),
    (451, "UnavailableForLegalReasons"),
    (500, "InternalServerError"),
    (501, "NotImplemented"),
    (502, "BadGateway"),
    (503, "ServiceUnavailable"),
    (504, "GatewayTimeout"),
];

/// Whether what a call answers has a type of its own.
pub(in crate::rust) fn has_answer(endpoint: &Endpoint) -> bool {
    matches!(endpoint.returns, Returns::Headed(_) | Returns::ByStatus(_))
}

/// Whether what its errors hold has one: they hold several things.
pub(in crate::rust) fn has_refusal(endpoint: &Endpoint) -> bool {
    endpoint.refusals.iter().any(|refusal| refusal.body != endpoint.refusals[0].body)
}

/// The types of what a call answers, and of what its errors hold.
pub(in crate::rust) fn lower_answers(
    endpoint: &Endpoint,
    names: &CallNames,
    former: &FormerCall,
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Vec<AnswerType> {
    let function = links::to_function_above(&names.function);
    let mut lower = |name: &Name, former: &[Name], doc: String, is_enum: bool, answers: &[StatusAnswer]| {
        let mut scope = Scope::new(format!("answers of `{}`", endpoint.item.name));
        let variants = answers.iter().map(|answer| variant(answer, endpoint, &mut scope, types, naming)).collect();
        let mut text = Doc::default();
        text.section([doc]);
        let attributes = Attributes::beside(&endpoint.item, text).formerly(former.to_vec());
        AnswerType { name: name.clone(), attributes, is_enum, variants }
    };
    let answer = match &endpoint.returns {
        Returns::Headed(answer) => Some((false, std::slice::from_ref(&**answer))),
        Returns::ByStatus(answers) => Some((true, answers.as_slice())),
        Returns::Nothing | Returns::Value(_) | Returns::Page(..) | Returns::Event => None,
    };
    let answer = answer.map(|(is_enum, answers)| {
        lower(&names.answer, &former.answers, format!("What a call of {function} answers."), is_enum, answers)
    });
    let refusal = has_refusal(endpoint).then(|| {
        let doc = format!("What the body of an error of {function} holds.");
        lower(&names.refusal, &former.refusals, doc, true, &endpoint.refusals)
    });
    answer.into_iter().chain(refusal).collect()
}

/// What the bodies of a call's errors hold, if the description says it.
pub(in crate::rust) fn lower_refusal(endpoint: &Endpoint, names: &CallNames, types: &Types<'_>) -> Option<Refusal> {
    let first = endpoint.refusals.first()?.body.as_ref()?;
    let has_type = has_refusal(endpoint);
    let ty = if has_type { RustType::Local(names.refusal.clone()) } else { types.of(first, Side::Answer) };
    let statuses: Vec<Status> = endpoint.refusals.iter().map(|refusal| refusal.status).collect();
    let is_whole = has_type || statuses.contains(&Status::Any);
    Some(Refusal { ty, statuses, is_whole })
}

/// The statuses that are answers, though they are none of a success.
pub(in crate::rust) fn other_statuses(endpoint: &Endpoint) -> Vec<Status> {
    match &endpoint.returns {
        Returns::ByStatus(answers) => {
            answers.iter().map(|answer| answer.status).filter(|status| !status.is_success()).collect()
        }
        _ => Vec::new(),
    }
}

fn variant(
    answer: &StatusAnswer,
    endpoint: &Endpoint,
    scope: &mut Scope,
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> AnswerVariant {
    let item =
        Item { rust: answer.item.rust.clone().or_else(|| Some(usual_name(answer.status))), ..answer.item.clone() };
    let name = naming.declare("answer", &item, Case::Camel, scope);
    let mut fields = Scope::with_reserved(format!("headers of `{}`", answer.item.name), &[BODY]);
    let headers = answer.headers.iter().map(|header| field(header, endpoint, &mut fields, types, naming)).collect();
    AnswerVariant {
        name,
        attributes: attributes_with(&item, doc(answer)).within(&endpoint.item),
        status: answer.status,
        form: answer.body.as_ref().and_then(form),
        body: body(answer, endpoint, types),
        headers,
    }
}

/// What the body holds. Bytes have no type of their own.
fn body(answer: &StatusAnswer, endpoint: &Endpoint, types: &Types<'_>) -> Option<RustType> {
    // Only what is the one answer of a call can be bytes: neither one of several, nor what its errors hold.
    let is_only = matches!(&endpoint.returns, Returns::Headed(only) if std::ptr::eq(&raw const **only, answer));
    let is_bytes = is_only && endpoint.answer.content == AnswerContent::Bytes;
    if is_bytes { Some(RustType::WholeBody) } else { answer.body.as_ref().map(|ty| types.of(ty, Side::Answer)) }
}

fn doc(answer: &StatusAnswer) -> Doc {
    let status = match answer.status {
        Status::Code(_) | Status::Class(_) => format!("HTTP {}", answer.item.name),
        Status::Any => "Any other status".to_owned(),
    };
    if answer.item.doc.is_empty() {
        return Doc::of(&format!("{status}."));
    }
    Doc::led_by(&format!("{status}: "), &answer.item.doc)
}

fn field(
    header: &AnswerHeader,
    endpoint: &Endpoint,
    scope: &mut Scope,
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Field {
    let ty = types.of(&header.ty, Side::Answer);
    Field {
        name: naming.declare("header", &header.item, Case::Header, scope),
        attributes: attributes_with(&header.item, Doc::of(&header.item.doc)).within(&endpoint.item),
        wire: header.item.name.to_lowercase(),
        ty: if header.optional { ty.optional() } else { ty },
        presence: if header.optional { Presence::Optional } else { Presence::Required },
        form: form(&header.ty),
    }
}

/// The name of a variant for a status: its phrase, where it has one.
fn usual_name(status: Status) -> String {
    let name = match status {
        Status::Code(code) => match PHRASES.iter().find(|(known, _)| *known == code) {
            Some((_, phrase)) => phrase,
            None => return format!("Status{code}"),
        },
        Status::Class(1) => "Informational",
        Status::Class(2) => "Success",
        Status::Class(3) => "Redirection",
        Status::Class(4) => "ClientError",
        Status::Class(_) => "ServerError",
        Status::Any => "Other",
    };
    name.to_owned()
}
