//! Bodies of the form `multipart/form-data`: a part for each member, and for each item of a list.
//!
//! Names are escaped as browsers do: <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data>.

use std::mem;

use http::HeaderValue;
use serde_json::Value;

use crate::runtime::formats::encoding::{Encoding, Writing};
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::formats::in_turn::joined;
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Selected, Slot};
use crate::runtime::json::write::{write_json, write_plain};
use crate::runtime::values::carried::Carried;
use crate::runtime::values::file::File;

/// Texts and numbers stand in parts as they are, files with their names and media types, and all else as JSON.
pub(crate) static MULTIPART_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("multipart/form-data"), write };

/// What JSON says of itself.
const JSON: &str = "application/json";

/// Whether what has such a media type is JSON.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim_end();
    essence.ends_with("/json") || essence.ends_with("+json")
}

fn write(content: Content<'_>, writing: &Writing<'_>) -> Result<Written, Unsendable> {
    // Nobody can foresee it, so nothing that is sent can hold it.
    let boundary = format!("{:032x}", writing.environment.random());
    let (mut parts, form) = (Parts { writing, boundary, before: Vec::new(), bytes: Vec::new() }, writing.form);
    match content {
        Content::Members(mut members) => parts.push_members(&mut members, form)?,
        Content::Value(slot) => parts.push_whole(slot, form)?,
    }
    Ok(parts.finish())
}

fn is_file(slot: &Slot<'_>) -> bool {
    matches!(slot, Slot::Scalar(scalar) if File::of(&**scalar).is_some())
}

/// A body in the making.
struct Parts<'a> {
    writing: &'a Writing<'a>,
    boundary: String,
    /// Contents that are read while they are sent, each with the bytes before it.
    before: Vec<Carried>,
    /// The bytes after them.
    bytes: Vec<u8>,
}

impl Parts<'_> {
    fn push_members(&mut self, members: &mut Members<'_>, form: WireForm) -> Result<(), Unsendable> {
        members.written(form, &mut |name, slot, form| self.push(name, slot, form))
    }

    /// Writes a value that is all of the body, and must have members for it.
    fn push_whole(&mut self, slot: Slot<'_>, form: WireForm) -> Result<(), Unsendable> {
        match slot {
            Slot::Map(map) => map.entries().try_for_each(|(name, value)| self.push(name, value.slot(), form)),
            Slot::Json(Value::Object(members)) => {
                members.iter_mut().try_for_each(|(name, value)| self.push(name, Slot::Json(value), form))
            }
            _ => Err(Unsendable::new("is no object, and a body of parts has members")),
        }
    }

    /// Writes a member, of which a list has a part for each item.
    fn push(&mut self, name: &str, slot: Slot<'_>, form: WireForm) -> Result<(), Unsendable> {
        match slot {
            Slot::Optional(place) => match place.get() {
                Some(value) => self.push(name, value.slot(), form)?,
                None => self.push_part(name, None, b""),
            },
            Slot::List(list) => {
                for (index, item) in list.items().enumerate() {
                    self.push(name, item.slot(), form).map_err(|unsendable| unsendable.within_item(index))?;
                }
            }
            slot if self.media(name).is_some_and(is_json) && !is_file(&slot) => {
                self.push_part(name, Some(JSON), write_json(slot, form).as_bytes());
            }
            Slot::Scalar(scalar) => match File::of(scalar) {
                Some(file) => self.push_file(name, file).map_err(|unsendable| unsendable.within_member(name))?,
                None => self.push_part(name, None, write_plain(Slot::Scalar(scalar), form).as_bytes()),
            },
            Slot::Union(union) => {
                let kinds = union.kinds();
                match union.selected() {
                    Selected::Known(index, data) => {
                        let slot = data.map_or(Slot::Nothing, Place::slot);
                        self.push(name, slot, kinds.form_of(index).or(form))?;
                    }
                    Selected::Unknown(unknown) => self.push_json(name, unknown.data()),
                }
            }
            Slot::Json(value) => self.push_json(name, value),
            Slot::Document(_) | Slot::Nothing | Slot::Raw(_) => self.push_part(name, None, b""),
            object @ (Slot::Object(_) | Slot::Map(_)) => {
                self.push_part(name, Some(JSON), write_json(object, form).as_bytes());
            }
        }
        Ok(())
    }

    fn push_json(&mut self, name: &str, value: &Value) {
        match value {
            Value::Null => self.push_part(name, None, b""),
            Value::String(text) => self.push_part(name, None, text.as_bytes()),
            Value::Bool(_) | Value::Number(_) => self.push_part(name, None, value.to_string().as_bytes()),
            Value::Array(items) => items.iter().for_each(|item| self.push_json(name, item)),
            Value::Object(_) => self.push_part(name, Some(JSON), value.to_string().as_bytes()),
        }
    }

    /// The media type that the description gives a member.
    fn media(&self, name: &str) -> Option<&'static str> {
        match self.writing.of(name) {
            Some(Encoding::Media(media)) => Some(media),
            _ => None,
        }
    }

    fn push_file(&mut self, name: &str, file: &File) -> Result<(), Unsendable> {
        let media_type = file.media_type_set().or(self.media(name)).unwrap_or("application/octet-stream");
        if HeaderValue::try_from(media_type).is_err() {
            return Err(Unsendable::new("has a media type that cannot stand in a header"));
        }
        let content = file.carried().map_err(|error| Unsendable::new(error.to_string()))?;
        self.push_head(name, Some(file.sent_name()), Some(media_type));
        match content {
            Carried::Whole(bytes) => self.bytes.extend(bytes),
            content @ Carried::Opened { .. } => self.before.extend([mem::take(&mut self.bytes).into(), content]),
        }
        self.bytes.extend(b"\r\n");
        Ok(())
    }

    fn push_part(&mut self, name: &str, media_type: Option<&str>, content: &[u8]) {
        self.push_head(name, None, self.media(name).or(media_type));
        self.bytes.extend(content);
        self.bytes.extend(b"\r\n");
    }

    fn push_head(&mut self, name: &str, file_name: Option<&str>, media_type: Option<&str>) {
        let mut head = format!("--{}\r\nContent-Disposition: form-data; name=\"{}\"", self.boundary, escaped(name));
        if let Some(file_name) = file_name {
            head.extend(["; filename=\"", &escaped(file_name), "\""]);
        }
        if let Some(media_type) = media_type {
            head.extend(["\r\nContent-Type: ", media_type]);
        }
        head.push_str("\r\n\r\n");
        self.bytes.extend(head.into_bytes());
    }

    fn finish(mut self) -> Written {
        self.bytes.extend(format!("--{}--\r\n", self.boundary).into_bytes());
        self.before.push(self.bytes.into());
        Written { boundary: Some(self.boundary), ..joined(self.before).into() }
    }
}

/// A name between quotes.
fn escaped(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}
