//! Values in headers and cookies, which are checked: nothing in them can end a header, or be lost on the way.

use http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};

use crate::runtime::formats::styled::parts::{Parts, Taken};
use crate::runtime::formats::styling::{Style, Styles, style_of};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Slot};
use crate::runtime::json::write::write_json;

/// Makes headers of parameters, and one of those that are cookies.
pub(super) fn push_headers(
    headers: &mut HeaderMap,
    [mut of_headers, mut cookies]: [Members<'_>; 2],
    styles: &Styles,
    form: WireForm,
) -> Result<(), Unsendable> {
    of_headers.written(form, &mut |name, slot, form| {
        let value = header(slot, style_of(styles, name), form).map_err(|unsendable| unsendable.within_member(name))?;
        let header = HeaderName::from_bytes(name.as_bytes());
        let header = header.map_err(|_| Unsendable::new("cannot be the name of a header").within_member(name))?;
        headers.extend(value.map(|value| (Some(header), value)));
        Ok(())
    })?;
    let mut line = String::new();
    cookies.written(form, &mut |name, slot, form| {
        let value = cookie(slot, form).map_err(|unsendable| unsendable.within_member(name))?;
        if let Some(value) = value {
            line.push_str(if line.is_empty() { "" } else { "; " });
            line.extend([name, "=", &value]);
        }
        Ok(())
    })?;
    if !line.is_empty() {
        headers.insert(COOKIE, of_text(&line, true)?);
    }
    Ok(())
}

/// The value of a header; nothing for an object that has no members set.
fn header(slot: Slot<'_>, style: Option<Style>, form: WireForm) -> Result<Option<HeaderValue>, Unsendable> {
    if style == Some(Style::Json) {
        return of_text(&in_ascii(&write_json(slot, form)), true).map(Some);
    }
    let mut taken = Taken::default();
    let parts = taken.parts(slot, form)?;
    let is_exploded = style == Some(Style::SimpleExploded);
    let Some(text) = joined(parts, is_exploded, |text| !text.is_empty() && text.trim() == text)? else {
        return Ok(None);
    };
    if text.trim() != text {
        return Err(Unsendable::new("begins or ends with a space, which would be lost in a header"));
    }
    of_text(&text, taken.is_secret).map(Some)
}

/// The value of a cookie; nothing for an object that has no members set.
fn cookie(slot: Slot<'_>, form: WireForm) -> Result<Option<String>, Unsendable> {
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte));
    let refused =
        || Unsendable::new("holds a space or one of `\"`, `,`, `;` and `\\`, or other than ASCII, as no cookie can");
    match Taken::default().parts(slot, form)? {
        Parts::Value(text) if !is_plain(&text) => Err(refused()),
        parts => joined(parts, false, is_plain),
    }
}

/// A text as it is, parts with commas between them: each must be such that it can be told from the others.
fn joined(parts: Parts, is_exploded: bool, is_whole: impl Fn(&str) -> bool) -> Result<Option<String>, Unsendable> {
    let texts = match parts {
        Parts::Value(text) => return Ok(Some(text)),
        Parts::Items(items) => items,
        Parts::Members(members) if members.is_empty() => return Ok(None),
        Parts::Members(members) if is_exploded => {
            if members.iter().any(|(name, _)| name.contains('=')) {
                return Err(Unsendable::new("has a member with a `=` in its name, which would part it here"));
            }
            members.into_iter().map(|(name, text)| format!("{name}={text}")).collect()
        }
        Parts::Members(members) => members.into_iter().flat_map(|(name, text)| [name, text]).collect(),
    };
    match texts.iter().position(|text| text.contains(',') || !is_whole(text)) {
        Some(_) => Err(Unsendable::new("has a part that is empty, or holds a comma or other signs that part it here")),
        None => Ok(Some(texts.join(","))),
    }
}

fn of_text(text: &str, is_secret: bool) -> Result<HeaderValue, Unsendable> {
    let is_visible = text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    let value = HeaderValue::try_from(text).ok().filter(|_| is_visible);
    let mut value =
        value.ok_or_else(|| Unsendable::new("holds a line break or other than visible ASCII, as no header can"))?;
    value.set_sensitive(is_secret);
    Ok(value)
}

/// JSON with all that is not ASCII escaped.
fn in_ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() && character != '\u{7f}' {
            ascii.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            ascii.extend(["\\u"]);
            let digit = |shift: u32| char::from_digit(u32::from(*unit) >> shift & 15, 16).unwrap_or_default();
            ascii.extend([12, 8, 4, 0].map(digit));
        }
    }
    ascii
}
