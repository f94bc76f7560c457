//! What calls answer.

use super::{
    keys::{self, Keys},
    out::{Entry, Key, Out, Shape},
    types,
};
use crate::spec::{AnswerHeader, Endpoint, StatusAnswer, schema, statuses};

/// The value of `returns`.
pub(super) fn returns(of: &Endpoint) -> Option<Out> {
    let ty = of.returns.iter().flatten().next().map(types::out);
    let answers = of.answers.iter().flatten().next();
    if let Some(answers) = answers.filter(|answers| answers.is_by_status) {
        return Some(Out::Mapping(answers.list.iter().map(by_status).collect(), Shape::Block));
    }
    let answer = of.answer.iter().flatten().next();
    if answer.is_none() && answers.is_none() {
        return ty;
    }
    let keys = Keys::of(&schema::ANSWER)
        .put("type", ty)
        .text("as", answer.and_then(|answer| answer.content.as_ref()))
        .text("media", answer.and_then(|answer| answer.media.as_ref()))
        .text("done", answer.and_then(|answer| answer.done.as_ref()))
        .flag("resume", answer.is_some_and(|answer| answer.resume.is_some()));
    let headers = answers.into_iter().flat_map(|answers| &answers.list).flat_map(|only| only.headers.iter().flatten());
    Some(keys.few("headers", headers.map(header)).out())
}

/// An entry of what is answered by status.
pub(super) fn by_status(StatusAnswer { item, ty, headers }: &StatusAnswer) -> Entry {
    let headers = headers.as_deref().unwrap_or_default();
    let ty = ty.as_ref().ok().and_then(Option::as_ref);
    let key = Key::Bare(item.name.value.clone());
    if keys::is_bare(item) && headers.is_empty() {
        return Entry { key, value: ty.map_or_else(|| Out::Text(statuses::NOTHING.to_owned()), types::out) };
    }
    let keys = Keys::of(&schema::STATUS_ANSWER)
        .put("type", ty.map(types::out))
        .text("rust", item.rust.as_ref())
        .text("since", item.since.as_ref())
        .text("deprecated", item.deprecated.as_ref())
        .doc(&item.doc);
    Entry { key, value: keys.few("headers", headers.iter().map(header)).out() }
}

fn header(AnswerHeader { item, ty, optional }: &AnswerHeader) -> Entry {
    let keys = Keys::of(&schema::ANSWER_HEADER).put("type", ty.as_ref().ok().map(types::out));
    Entry::named(&item.name.value, keys.flag("optional", *optional == Ok(true)).item(item).out())
}
