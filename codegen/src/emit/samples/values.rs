//! Values as code.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::emit::numbers::grouped_digits;
use crate::emit::spelling::Spelling;
use crate::rust::{Name, Parameter, RustType, Sample, SampleValue, SampleVariant};

/// Spells values with full paths, and keeps the modules and names of the types that their code speaks of.
pub(crate) struct Speller<'a> {
    spelling: Spelling,
    pub(super) types: BTreeSet<&'a (Name, Name)>,
}

impl<'a> Speller<'a> {
    /// For code outside the crate that speaks of a module.
    pub(crate) fn new(krate: &Name, module: &Name) -> Self {
        Self { spelling: Spelling::full(krate, module), types: BTreeSet::new() }
    }

    /// What a caller gives; nothing if there is no end to making it, or if it is always the same.
    pub(crate) fn given(&mut self, parameter: &'a Parameter) -> String {
        parameter
            .sample
            .as_ref()
            .filter(|_| parameter.constant.is_none())
            .map(|sample| self.argument(sample))
            .unwrap_or_default()
    }

    /// A value where callers may give it in the form that they hold.
    fn argument(&mut self, sample: &'a Sample) -> String {
        match &sample.value {
            SampleValue::Literal(json) => literal(json),
            SampleValue::Text(text) => format!("{text:?}"),
            SampleValue::Bytes(text) => format!("b{text:?}"),
            SampleValue::Parsed(ty, text) => format!("{text:?}.parse::<{}>()?", self.spelling.of(ty)),
            SampleValue::Json(json) => any_json(json),
            SampleValue::Nothing => "None".to_owned(),
            SampleValue::Some(inner) => format!("Some({})", self.exact(inner)),
            SampleValue::Empty(ty) => self.empty(ty),
            SampleValue::List(items) => {
                format!("[{}]", self.each(items, |speller, item| speller.element(item, sample.converts)))
            }
            SampleValue::Map(entries) => {
                let entries = self.each(entries, |speller, (key, value)| {
                    format!("({key:?}, {})", speller.element(value, sample.converts))
                });
                format!("[{entries}]")
            }
            SampleValue::New(ty, arguments) => {
                format!("{}::new({})", self.name(ty), self.each(arguments, Self::argument))
            }
            SampleValue::Known(ty, name) => format!("{}::{name}", self.name(ty)),
            SampleValue::Wide(ty, number) => format!("{}_{ty}", grouped_digits(*number)),
            SampleValue::Variant(SampleVariant { data: Some(data), follows: true, .. }) => match data.value {
                // What would do in its place would have to turn twice.
                SampleValue::Variant(_) => self.exact(data),
                _ => self.argument(data),
            },
            SampleValue::Variant(variant) => self.variant(variant),
        }
    }

    /// A value of exactly its type.
    fn exact(&mut self, sample: &'a Sample) -> String {
        match &sample.value {
            SampleValue::Literal(_)
            | SampleValue::Text(_)
            | SampleValue::Wide(..)
            | SampleValue::Bytes(_)
            | SampleValue::Parsed(..)
            | SampleValue::Json(_)
            | SampleValue::New(..) => {
                let value = self.argument(sample);
                if sample.converts { format!("{value}.into()") } else { value }
            }
            SampleValue::Nothing => "None".to_owned(),
            SampleValue::Some(inner) => format!("Some({})", self.exact(inner)),
            SampleValue::Empty(ty) => self.empty(ty),
            SampleValue::List(items) => format!("vec![{}]", self.each(items, Self::exact)),
            SampleValue::Map(entries) => {
                let entries = self
                    .each(entries, |speller, (key, value)| format!("({key:?}.to_owned(), {})", speller.exact(value)));
                format!("std::collections::BTreeMap::from([{entries}])")
            }
            SampleValue::Known(..) => self.argument(sample),
            SampleValue::Variant(variant) => self.variant(variant),
        }
    }

    /// What a list or map holds.
    fn element(&mut self, sample: &'a Sample, converts: bool) -> String {
        match &sample.value {
            SampleValue::Some(inner) if converts => format!("Some({})", self.argument(inner)),
            _ if converts => self.argument(sample),
            _ => self.exact(sample),
        }
    }

    /// A list or map without anything in it, which says what it could hold.
    fn empty(&self, ty: &RustType) -> String {
        format!("{}::new()", self.spelling.of(ty).replacen('<', "::<", 1))
    }

    fn each<T>(&mut self, all: &'a [T], spell: impl Fn(&mut Self, &'a T) -> String) -> String {
        all.iter().map(|one| spell(self, one)).collect::<Vec<_>>().join(", ")
    }

    fn variant(&mut self, variant: &'a SampleVariant) -> String {
        let SampleVariant { union, name, data, is_boxed, .. } = variant;
        let data = data.as_ref().map(|data| self.exact(data));
        let data = data.map(|data| if *is_boxed { format!("({data}.into())") } else { format!("({data})") });
        format!("{}::{name}{}", self.name(union), data.unwrap_or_default())
    }

    /// The full path of a type.
    fn name(&mut self, ty: &'a (Name, Name)) -> String {
        self.types.insert(ty);
        self.spelling.of_module(&ty.0, &ty.1)
    }
}

/// A value that Rust has literals for. Texts are spelled as Rust does, which knows other escapes than JSON.
pub(crate) fn literal(json: &Value) -> String {
    json.as_str().map_or_else(|| json.to_string(), |text| format!("{text:?}"))
}

fn any_json(json: &Value) -> String {
    match json {
        Value::Null => "serde_json::Value::Null".to_owned(),
        json => format!("{:?}.parse::<serde_json::Value>()?", json.to_string()),
    }
}
