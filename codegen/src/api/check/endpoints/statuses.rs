//! Checks what is answered by status: by calls that can succeed in several ways, and by errors.

use crate::{
    api::{
        check::{
            file::headers,
            items::{self, Kind},
            symbols::{self, Symbols},
            types,
        },
        model::{AnswerHeader, Returns, Status, StatusAnswer, Type},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Faulty, Read, Text},
};

const RULE: &str = "invalid-returns";

/// Finds out what a call answers that says more than a type.
pub(super) fn returns(answers: &spec::Answers, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Returns> {
    if !answers.is_by_status {
        let only = answers.list.first().ok_or(Faulty)?;
        let answer = answer(only, Status::Any, symbols, diagnostics)?;
        return Ok(if answer.headers.is_empty() { plain(answer.body) } else { Returns::Headed(Box::new(answer)) });
    }
    let mut all = by_status(&answers.list, 200, symbols, diagnostics)?;
    let is_plain = all.iter().all(|answer| answer.status.is_success() && answer.headers.is_empty());
    let empty = all.iter().position(|answer| answer.status == Status::Code(204) && answer.body.is_none());
    Ok(match (&mut *all, empty) {
        ([only], _) if is_plain => plain(only.body.take()),
        ([only], _) if only.status.is_success() => Returns::Headed(Box::new(all.remove(0))),
        // `T?` takes an empty answer for nothing.
        ([_, _], Some(empty)) if is_plain => match all[1 - empty].body.take() {
            Some(ty @ Type::Nullable(_)) => Returns::Value(ty),
            Some(ty) => Returns::Value(Type::Nullable(Box::new(ty))),
            None => Returns::Nothing,
        },
        _ => Returns::ByStatus(all),
    })
}

fn plain(body: Option<Type>) -> Returns {
    body.map_or(Returns::Nothing, Returns::Value)
}

/// Finds out what the errors of a call hold, which has some answers.
pub(super) fn refusals(
    written: &Read<Vec<spec::StatusAnswer>>,
    answers: &Read<Returns>,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Vec<StatusAnswer> {
    let Ok(written) = written else { return Vec::new() };
    let all = by_status(written, 300, symbols, diagnostics).unwrap_or_default();
    for refusal in &all {
        let Some((message, help)) = refusal_problem(refusal, answers) else { continue };
        diagnostics.push(Diagnostic::new(RULE, message, &refusal.item.span, "this status").help(help));
    }
    all
}

/// What keeps a refusal from being one, and what to do about it.
fn refusal_problem(refusal: &StatusAnswer, answers: &Read<Returns>) -> Option<(String, &'static str)> {
    let name = code(&refusal.item.name);
    if refusal.body.is_none() || !refusal.headers.is_empty() {
        let message = format!("the refusal {name} has a body of a type, and nothing else");
        return Some((message, "write the type alone; headers are in `raw()` of each error"));
    }
    let is_answer = |answer: &StatusAnswer| answer.status == refusal.status && refusal.status != Status::Any;
    match answers {
        Ok(Returns::ByStatus(answers)) if answers.iter().any(is_answer) => {
            Some((format!("the status {name} is one of an answer of this call"), "remove it here or there"))
        }
        _ => None,
    }
}

/// The answers, from codes to classes to all others; statuses begin at `least`.
fn by_status(
    written: &[spec::StatusAnswer],
    least: u16,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<Vec<StatusAnswer>> {
    let read = |one: &spec::StatusAnswer| {
        let status = status(&one.item.name, least, diagnostics)?;
        answer(one, status, symbols, diagnostics)
    };
    let mut all = written.iter().map(read).collect::<Vec<_>>().into_iter().collect::<Read<Vec<_>>>()?;
    all.sort_by_key(|answer| answer.status);
    Ok(all)
}

/// The status that is meant, such as `404`, `4XX` or `default`.
fn status(written: &Text, least: u16, diagnostics: &mut Diagnostics) -> Read<Status> {
    let class = written.value.strip_suffix("XX").and_then(|digit| digit.parse().ok());
    let status = match (written.value.as_str(), class, written.value.parse()) {
        ("default", ..) => Some(Status::Any),
        (_, Some(digit), _) => Some(Status::Class(digit)).filter(|_| (least / 100..=5).contains(&u16::from(digit))),
        (_, _, Ok(status)) => Some(Status::Code(status)).filter(|_| (least..=599).contains(&status)),
        _ => None,
    };
    status.ok_or_else(|| {
        let message = format!("{} is no status of such an answer", code(&written.value));
        let fault = Diagnostic::new("invalid-status", message, &written.span, "this status");
        diagnostics.push(
            fault.help(format!("write one from {least} to 599, a class such as `{}XX`, or `default`", least / 100)),
        );
        Faulty
    })
}

fn answer(
    written: &spec::StatusAnswer,
    status: Status,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<StatusAnswer> {
    let item = items::check(&written.item, Kind::Answer, diagnostics);
    let body = written.ty.as_ref().map_err(|faulty| *faulty);
    let body = body.and_then(|ty| ty.as_ref().map(|ty| types::resolve(ty, None, symbols, diagnostics)).transpose());
    let written = written.headers.as_ref().map_err(|faulty| *faulty)?;
    let headers: Vec<Read<_>> = written.iter().map(|written| header(written, symbols, diagnostics)).collect();
    headers_apart(written, diagnostics);
    Ok(StatusAnswer { item, status, body: body?, headers: headers.into_iter().collect::<Read<_>>()? })
}

/// Headers are one whatever the case of their names.
fn headers_apart(headers: &[spec::AnswerHeader], diagnostics: &mut Diagnostics) {
    for (index, header) in headers.iter().enumerate() {
        let name = &header.item.name;
        let same = |first: &&spec::AnswerHeader| first.item.name.value.eq_ignore_ascii_case(&name.value);
        if let Some(first) = headers[..index].iter().find(same) {
            diagnostics.push(symbols::defined_twice("header", name, &first.item.name));
        }
    }
}

fn header(written: &spec::AnswerHeader, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<AnswerHeader> {
    let item = items::check(&written.item, Kind::Header, diagnostics);
    headers::name(&written.item.name, diagnostics);
    let expression = written.ty.as_ref().map_err(|faulty| *faulty)?;
    let ty = types::resolve(expression, None, symbols, diagnostics)?;
    if !ty.can_be_in_url() {
        let message = format!("the header {} holds more than one value", code(&item.name));
        let fault = Diagnostic::new(RULE, message, &item.span, "this header");
        diagnostics.push(
            fault.help("write the type of one value, such as `string`, and `optional: true` if it may be missing"),
        );
        return Err(Faulty);
    }
    Ok(AnswerHeader { item, ty, optional: *written.optional.as_ref().map_err(|faulty| *faulty)? })
}
