//! JSON as it stands in generated code.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::json_lines;
use crate::rust::JsonForm;

/// The constant with the example of an object.
pub(crate) fn tokens(json_form: &JsonForm) -> TokenStream {
    let name = &json_form.example_name;
    let text = literal(&json_form.example);
    quote!(pub(super) const #name: &str = #text;)
}

/// More `#` than any JSON needs that a person would read; Rust takes no more than 255.
const MOST_HASHES: usize = 16;

/// JSON, laid out for readers, as a raw string where it can be one.
pub(crate) fn literal(json: &Value) -> Literal {
    let text = visible(json_lines::laid_out(json));
    let hashes = (0..MOST_HASHES).map(|count| "#".repeat(count)).find(|hashes| !text.contains(&format!("\"{hashes}")));
    let raw = hashes.and_then(|hashes| format!("r{hashes}\"{text}\"{hashes}").parse().ok());
    raw.unwrap_or_else(|| Literal::string(&text))
}

/// JSON in which no character changes the direction of the text around it; such ones only occur in strings.
fn visible(json: String) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Hardly any has one.
    if !json.contains(turns) {
        return json;
    }
    let spell = |c| if turns(c) { format!("\\u{:04x}", u32::from(c)) } else { String::from(c) };
    json.chars().map(spell).collect()
}
