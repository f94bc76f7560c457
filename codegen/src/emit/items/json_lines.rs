//! JSON laid out as a person does: what fits is on one line.

use serde_json::Value;

use crate::emit::width::WIDTH;

/// By how much what is inside stands further right.
const INDENT: usize = 2;

/// What may stand on the line on which a value begins: the name of a constant, or that of a variable.
const BEFORE: usize = 60;

/// A value over as many lines as it takes.
pub(super) fn laid_out(json: &Value) -> String {
    let mut text = String::new();
    write(&mut text, json, 0, BEFORE);
    text
}

/// Writes a value that is indented by so much. `beside` is what stands before and behind it on its line.
fn write(text: &mut String, json: &Value, indent: usize, beside: usize) {
    if room_after(json, WIDTH.saturating_sub(indent + beside)).is_some() {
        return on_one_line(text, json);
    }
    match json {
        Value::Array(items) => {
            let items = items.iter().map(|item| (String::new(), item));
            lines(text, ['[', ']'], items, indent);
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| (key(name), value));
            lines(text, ['{', '}'], members, indent);
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

/// Writes what is inside of brackets, with a line or more for each value and the key before it.
fn lines<'j>(
    text: &mut String,
    [open, close]: [char; 2],
    values: impl ExactSizeIterator<Item = (String, &'j Value)>,
    indent: usize,
) {
    let (last, inside) = (values.len(), indent + INDENT);
    text.push(open);
    for (count, (key, value)) in values.enumerate() {
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', inside));
        text.push_str(&key);
        write(text, value, inside, key.chars().count() + 1);
        text.extend((count + 1 < last).then_some(','));
    }
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', indent));
    text.push(close);
}

fn on_one_line(text: &mut String, json: &Value) {
    match json {
        Value::Array(items) => {
            text.push('[');
            for (count, item) in items.iter().enumerate() {
                text.push_str(if count > 0 { ", " } else { "" });
                on_one_line(text, item);
            }
            text.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            for (count, (name, value)) in members.iter().enumerate() {
                text.push_str(if count > 0 { ", " } else { "{ " });
                text.push_str(&key(name));
                on_one_line(text, value);
            }
            text.push_str(" }");
        }
        other => text.push_str(&other.to_string()),
    }
}

/// The room that is left on a line after a value; nothing if there is not enough.
fn room_after(json: &Value, room: usize) -> Option<usize> {
    match json {
        // A comma and a space stand behind each value; behind the last there are none, and that much room is not used.
        Value::Array(items) => {
            items.iter().try_fold(room.checked_sub(2)?, |room, item| room_after(item, room)?.checked_sub(2))
        }
        Value::Object(members) => members.iter().try_fold(room.checked_sub(4)?, |room, (name, value)| {
            room_after(value, room.checked_sub(key(name).chars().count())?)?.checked_sub(2)
        }),
        scalar => room.checked_sub(scalar.to_string().chars().count()),
    }
}

fn key(name: &str) -> String {
    format!("{}: ", Value::from(name))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::laid_out;

    #[test]
    fn what_fits_is_on_one_line() {
        let cases = [
            (json!({}), "{}"),
            (json!([]), "[]"),
            (json!({"a": [1, "b", null, {}]}), "{ \"a\": [1, \"b\", null, {}] }"),
            (
                json!({"names": ["x".repeat(100), {"short": true}]}),
                &format!("{{\n  \"names\": [\n    \"{}\",\n    {{ \"short\": true }}\n  ]\n}}", "x".repeat(100)),
            ),
        ];
        for (json, text) in cases {
            assert_eq!(laid_out(&json), text);
        }
    }

    #[test]
    fn no_line_that_could_be_shorter_is_too_long_and_nothing_is_lost() {
        let many: Vec<Value> = (0..200).map(|count| json!({"count": count, "all": vec![count; count % 60]})).collect();
        let json = json!({"many": many});
        let text = laid_out(&json);
        assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(json));
    }
}
