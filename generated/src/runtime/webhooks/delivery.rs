//! What a delivery says of its event before that is read: its type, and what identifies it.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::webhooks::event_sort::EventSort;
use crate::runtime::webhooks::webhook_headers::WebhookHeaders;

/// Where deliveries say something of their event.
#[allow(dead_code, reason = "a service says it in one place")]
#[derive(Debug)]
pub(crate) enum EventPlace {
    /// In the body: the members that lead to it.
    Members(&'static [&'static str]),
    /// In a header.
    Header(&'static str),
}

/// What is said of an event before it is read.
pub(super) struct Head {
    pub(super) event_type: String,
    /// How much of that the first place says.
    first: usize,
    pub(super) id: Option<String>,
    /// What its member `object` says, if it has one.
    object: Option<String>,
}

impl Head {
    /// What a delivery says. Where several places say its type, there are dots between what they say, and those behind the first
    /// need not say anything.
    pub(super) fn of(
        [event_type, id]: [&[EventPlace]; 2],
        headers: &(impl WebhookHeaders + ?Sized),
        json: &str,
    ) -> Result<Self, DecodeError> {
        let body = members(json)?;
        let find = |place: &EventPlace| match place {
            EventPlace::Members(path) => said(&body, path),
            EventPlace::Header(name) => headers.value(name).map(str::to_owned),
        };
        let mut texts = event_type.iter().map(find);
        let first = texts.next().flatten().ok_or_else(|| nothing_said(event_type))?;
        let length = first.len();
        let event_type = texts.flatten().fold(first, |before, text| format!("{before}.{text}"));
        let object = said(&body, &["object"]);
        Ok(Self { event_type, first: length, id: id.iter().find_map(find), object })
    }

    /// What is made of the type, or where that is nothing, of what the first place says of it.
    pub(super) fn known<E>(&self, of_type: impl Fn(&str) -> Option<E>) -> Option<E> {
        of_type(&self.event_type).or_else(|| of_type(&self.event_type[..self.first]))
    }

    /// The head of an example, of which the description says the type.
    pub(super) fn example(event_type: &str, id: Option<String>) -> Self {
        Self { event_type: event_type.to_owned(), first: event_type.len(), id, object: None }
    }

    /// Checks that the event is of the sort that is described. Which of the two is delivered, each endpoint says for itself.
    pub(super) fn is_of(&self, described: EventSort) -> Result<(), DecodeError> {
        let found = self.object.as_deref().and_then(EventSort::of_object);
        let Some(found) = found.filter(|found| *found != described && described != EventSort::Own) else {
            return Ok(());
        };
        let (name, described, found) = (&self.event_type, described.in_words(), found.in_words());
        let problem =
            format!("`{name}` is described as {described}, found {found}: let this endpoint be sent the described one");
        Err(DecodeError::of_document(problem))
    }
}

/// Why nothing is known of an event of which the first place does not say what happened.
fn nothing_said(places: &[EventPlace]) -> DecodeError {
    DecodeError::of_document(match places.first() {
        Some(EventPlace::Header(name)) => format!("the header `{name}` does not say what happened"),
        Some(EventPlace::Members(path)) => format!("it does not say at `{}` what happened", path.join(".")),
        None => "nothing says what happened".to_owned(),
    })
}

/// The members of a body, as they came.
type Members<'j> = HashMap<Cow<'j, str>, &'j RawValue>;

fn members(json: &str) -> Result<Members<'_>, DecodeError> {
    let expected = |error| DecodeError::of_document(format!("expected a JSON object: {error}"));
    serde_json::from_str(json).map_err(expected)
}

/// The text or number to which members lead.
fn said(members: &Members<'_>, path: &[&str]) -> Option<String> {
    let (first, rest) = path.split_first()?;
    let found = members.get(*first)?.get();
    match rest {
        [] if found.starts_with('"') => serde_json::from_str(found).ok(),
        [] => found.starts_with(|sign: char| sign.is_ascii_digit()).then(|| found.to_owned()),
        rest => said(&self::members(found).ok()?, rest),
    }
}

/// The event in a delivery by a queue: `detail` of one by Amazon `EventBridge`, `data` of one by Azure Event Grid, or else all.
pub(super) fn unwrapped(json: &str) -> Result<&str, DecodeError> {
    let members = members(json)?;
    let inside = |mark: &str, event: &str| members.get(mark).and(members.get(event));
    let event = inside("detail-type", "detail").or(inside("specversion", "data"));
    Ok(event.map_or(json, |event| event.get()))
}
