//! What stands at a place in a value, whatever its type.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Members, Place, Slot};
use crate::runtime::json::write::write_json;

/// What stands behind the names of members; nothing where one of them has no value.
pub(super) fn find<'a>(place: &'a mut dyn Place, path: &[&str]) -> Option<Slot<'a>> {
    let slot = present(place.slot())?;
    let Some((name, path)) = path.split_first() else { return Some(slot) };
    match slot {
        Slot::Object(object) => find(Members::of(object).take(name)?, path),
        Slot::Json(json) => {
            path.iter().try_fold(json.get_mut(*name)?, |json, name| json.get_mut(*name)).map(Slot::Json)
        }
        _ => None,
    }
}

/// A slot that has a value.
fn present(slot: Slot<'_>) -> Option<Slot<'_>> {
    match slot {
        Slot::Optional(place) => present(place.get()?.slot()),
        slot => Some(slot),
    }
}

/// A text or a number, as a text.
pub(super) fn text(slot: Slot<'_>) -> Option<String> {
    match present(slot)? {
        Slot::Scalar(scalar) => match scalar.token(WireForm::Default) {
            Token::Text(text) | Token::Number(text) => Some(text.into_owned()),
            Token::Boolean(_) | Token::Null => None,
        },
        Slot::Json(Value::String(text)) => Some(text.clone()),
        Slot::Json(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

/// A whole number.
pub(super) fn number(slot: Slot<'_>) -> Option<i64> {
    text(slot)?.parse().ok()
}

/// Whether it is `true`.
pub(super) fn truth(slot: Slot<'_>) -> bool {
    match slot {
        Slot::Scalar(scalar) => scalar.token(WireForm::Default) == Token::Boolean(true),
        Slot::Json(json) => *json == Value::Bool(true),
        _ => false,
    }
}

/// What tells a list of things from others. Numbers and texts may well come again, so such a list has none.
pub(super) fn fingerprint(slot: Slot<'_>) -> Option<u64> {
    let Slot::List(list) = slot else { return None };
    let first = list.items().next().and_then(|item| present(item.slot()))?;
    if matches!(first, Slot::Scalar(_) | Slot::Json(Value::String(_) | Value::Number(_) | Value::Bool(_))) {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    write_json(Slot::List(list), WireForm::Default).hash(&mut hasher);
    Some(hasher.finish())
}
