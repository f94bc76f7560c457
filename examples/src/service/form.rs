//! Forms: `a=1&b[c]=2&d[0]=3` as it stands in bodies and queries, read into the JSON that says the same.
//!
//! Nothing of the client is used here, so that an error of its encoder cannot hide itself.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

/// The fields of a form, all of them texts; `None` if it is not one, or names a field twice.
pub(super) fn parse(form: &str) -> Option<Map<String, Value>> {
    let mut fields = Map::new();
    for pair in form.split('&').filter(|pair| !pair.is_empty()) {
        let (name, text) = pair.split_once('=')?;
        insert(&mut fields, &steps(&decode(name)?)?, decode(text)?)?;
    }
    Some(fields.into_iter().map(|(name, value)| (name, with_arrays(value))).collect())
}

/// Undoes `%20` and `+`.
fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    Some(percent_decode_str(&spaced).decode_utf8().ok()?.into_owned())
}

/// `a[b][c]` as `a`, `b`, `c`.
fn steps(name: &str) -> Option<Vec<&str>> {
    match name.split_once('[') {
        Some((first, rest)) => Some([first].into_iter().chain(rest.strip_suffix(']')?.split("][")).collect()),
        None => Some(vec![name]),
    }
}

fn insert(fields: &mut Map<String, Value>, steps: &[&str], text: String) -> Option<()> {
    let (first, rest) = steps.split_first()?;
    if rest.is_empty() {
        return fields.insert((*first).to_owned(), Value::String(text)).is_none().then_some(());
    }
    let inner = fields.entry(*first).or_insert_with(|| Value::Object(Map::new()));
    insert(inner.as_object_mut()?, rest, text)
}

/// Makes arrays of the objects whose members are named 0, 1 and so on.
fn with_arrays(value: Value) -> Value {
    let Value::Object(members) = value else {
        return value;
    };
    let mut members: Map<_, _> = members.into_iter().map(|(name, value)| (name, with_arrays(value))).collect();
    let is_array = (0..members.len()).all(|index| members.contains_key(&index.to_string()));
    if is_array {
        (0..members.len()).filter_map(|index| members.remove(&index.to_string())).collect()
    } else {
        Value::Object(members)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::parse;

    #[test]
    fn forms_say_what_json_says() {
        let table = [
            ("", json!({})),
            ("a=1&b=", json!({"a": "1", "b": ""})),
            ("a%5Bb%5D=1%2B2%263+%C3%A9&a[c]=%20", json!({"a": {"b": "1+2&3 é", "c": " "}})),
            ("a[0][b]=x&a[1][b]=y", json!({"a": [{"b": "x"}, {"b": "y"}]})),
            ("a[1]=x", json!({"a": {"1": "x"}})),
        ];
        for (form, expected) in table {
            assert_eq!(parse(form).map(Value::Object), Some(expected), "{form}");
        }
        let eleven: Vec<String> = (0..11).map(|index| format!("a[{index}]={index}")).collect();
        assert_eq!(parse(&eleven.join("&")).expect("a form")["a"][10], "10");
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for form in ["a", "a=1&a=2", "a=1&a[b]=2", "a[b=1", "a=%FF"] {
            assert_eq!(parse(form), None, "{form}");
        }
    }
}
