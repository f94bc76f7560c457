//! From the parameters in the body of a call to that body.

use std::mem;

use http::HeaderValue;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::bodies::body::Body;
use crate::runtime::environment::Environment;
use crate::runtime::formats::encoding::{Encodings, Writing};
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Slot};

/// What a request carries.
#[derive(Default)]
pub(super) struct Payload {
    pub(super) body: Body,
    /// What it says of itself, if there is one.
    pub(super) content_type: Option<HeaderValue>,
}

/// Writes the body of a call, if it has one.
pub(super) fn body(
    endpoint: &Endpoint,
    mut members: Members<'_>,
    environment: &dyn Environment,
) -> Result<Payload, Unsendable> {
    let writer = Writer {
        format: endpoint.traits.body.unwrap_or(endpoint.dialect.format.body),
        media: endpoint.traits.media,
        encodings: endpoint.traits.encodings,
        environment,
    };
    let form = endpoint.dialect.instants;
    if !endpoint.traits.is_whole {
        let has_body = endpoint.traits.has_body || !members.are_unset();
        return if has_body { writer.write(Content::Members(members), form) } else { Ok(Payload::default()) };
    }
    let mut body = Payload::default();
    let extra = mem::take(&mut members.extra);
    members.written(form, &mut |name, slot, form| {
        let written = match present(slot) {
            Slot::Object(object) => {
                let mut members = Members::of(&mut *object);
                members.extra = &mut *extra;
                writer.write(Content::Members(members), form)
            }
            other if extra.is_empty() => writer.write(Content::Value(other), form),
            _ => Err(Unsendable::new("is no object to which a member could be added: use `extra_query`")),
        };
        body = written.map_err(|unsendable| unsendable.within_member(name))?;
        Ok(())
    })?;
    Ok(body)
}

/// How a body is written.
struct Writer<'a> {
    format: &'static BodyFormat,
    media: Option<&'static str>,
    encodings: Encodings,
    environment: &'a dyn Environment,
}

impl Writer<'_> {
    fn write(&self, content: Content<'_>, form: WireForm) -> Result<Payload, Unsendable> {
        let writing = Writing { form, encodings: self.encodings, environment: self.environment };
        let Written { body, media_type, boundary } = (self.format.write)(content, &writing)?;
        let described = self.media.map_or_else(|| self.format.content_type.clone(), HeaderValue::from_static);
        let content_type = match (media_type, boundary) {
            (None, None) => described,
            (Some(own), _) => HeaderValue::try_from(own)
                .map_err(|_| Unsendable::new("has a media type that cannot stand in a header"))?,
            (None, Some(boundary)) => {
                HeaderValue::try_from([described.as_bytes(), b"; boundary=", boundary.as_bytes()].concat())
                    .map_err(|_| Unsendable::new("has a boundary that cannot stand in a header"))?
            }
        };
        Ok(Payload { body: body.into(), content_type: Some(content_type) })
    }
}

/// The value itself of one that may be null.
fn present(slot: Slot<'_>) -> Slot<'_> {
    match slot {
        Slot::Optional(place) => place.get().map(Place::slot).map_or(Slot::Nothing, present),
        other => other,
    }
}
