//! Objects, unions and enums that are written where they are used: they are taken out, to stand among the others.

use std::collections::HashSet;

use super::{
    description::{Enum, Item, Object},
    reader::Mapping,
    schema::{BESIDE, MAKE_OBJECT},
    type_expression::{self, TypeExpression},
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span},
    yaml::{Faulty, Read, Text},
};

/// What was taken out, outer things before inner ones.
#[derive(Default)]
pub(super) struct Definitions {
    pub(super) objects: Vec<Object>,
    pub(super) enums: Vec<Enum>,
    /// Whether something could not be read that may have been a definition.
    pub(super) lost: bool,
}

impl Definitions {
    /// Takes an object, and then what was written in it.
    pub(super) fn object(&mut self, object: Object, inside: Self) {
        self.objects.push(object);
        self.append(inside);
    }

    /// Takes all of them.
    pub(super) fn append(&mut self, mut other: Self) {
        self.objects.append(&mut other.objects);
        self.enums.append(&mut other.enums);
        self.lost |= other.lost;
    }
}

/// A type, and the definition that stands beside it, if it has one there.
pub(super) struct Typed {
    pub(super) ty: TypeExpression,
    pub(super) in_place: Option<InPlace>,
}

/// What is written where it is used, before anything in it is read.
pub(super) enum InPlace {
    Object(Item),
    Union(Item),
    Enum(Item),
}

/// What can be written in place.
const IN_PLACE: [&str; 3] = ["object", "union", "enum"];

/// A member, parameter or variant whose type is read.
pub(super) struct Holder<'a> {
    pub(super) mapping: &'a Mapping<'a>,
    /// The object or endpoint that it belongs to.
    pub(super) owner: &'a Item,
    pub(super) item: &'a Item,
}

impl Holder<'_> {
    /// Reads `type`, which must be there.
    pub(super) fn ty(&self, definitions: &mut Definitions, diagnostics: &mut Diagnostics) -> Read<Typed> {
        let ty = self.mapping.require("type", diagnostics);
        let ty = ty.and_then(|node| type_expression::read(node, diagnostics));
        self.defined(ty, definitions, diagnostics)
    }

    /// Reads `type`; without it, `fields`, `union` and `rest` make an object, and nothing makes no type.
    pub(super) fn optional_ty(
        &self,
        definitions: &mut Definitions,
        diagnostics: &mut Diagnostics,
    ) -> Read<Option<Typed>> {
        if self.mapping.get("type").is_ok_and(|node| node.is_some()) {
            return self.ty(definitions, diagnostics).map(Some);
        }
        let Some(key) = MAKE_OBJECT.into_iter().find_map(|key| self.mapping.key(key)) else {
            return self.fitting("", definitions, diagnostics).map(|()| None);
        };
        let object = Text { value: "object".to_owned(), span: key.clone() };
        self.defined(Ok(TypeExpression::Name(object, None)), definitions, diagnostics).map(Some)
    }

    /// Finds out what is written in place, and gives the type that refers to it.
    fn defined(
        &self,
        ty: Read<TypeExpression>,
        definitions: &mut Definitions,
        diagnostics: &mut Diagnostics,
    ) -> Read<Typed> {
        let Ok(mut ty) = ty else {
            definitions.lost |= BESIDE.iter().any(|(key, _)| self.mapping.key(key).is_some());
            return Err(Faulty);
        };
        let TypeExpression::Name(innermost, argument) = ty.innermost() else {
            return Ok(Typed { ty, in_place: None });
        };
        let kind = if argument.is_none() { innermost.value.clone() } else { String::new() };
        self.fitting(&kind, definitions, diagnostics)?;
        let define = match kind.as_str() {
            "object" => InPlace::Object,
            "union" => InPlace::Union,
            "enum" => InPlace::Enum,
            _ => return Ok(Typed { ty, in_place: None }),
        };
        let name = self.name(diagnostics)?;
        // The place stays that of the type as it is written.
        innermost.value.clone_from(&name.value);
        Ok(Typed { ty, in_place: Some(define(self.defined_item(name))) })
    }

    /// Reports keys that say nothing beside the type.
    fn fitting(&self, kind: &str, definitions: &mut Definitions, diagnostics: &mut Diagnostics) -> Read<()> {
        let mut problem = None;
        for (key, belong_to) in BESIDE.iter().filter(|(_, belong_to)| !belong_to.contains(&kind)) {
            if let Some(place) = self.mapping.key(key) {
                problem.get_or_insert((key, belong_to[0], place));
            }
        }
        if let (None, Some(place)) = (&problem, self.mapping.key("name"))
            && !IN_PLACE.contains(&kind)
        {
            problem = Some((&"name", "object", place));
        }
        let Some((key, belongs_to, place)) = problem else { return Ok(()) };
        diagnostics.push(misplaced(self.mapping.owner(), key, belongs_to, place));
        definitions.lost = true;
        Err(Faulty)
    }

    /// The name that is written, or that of the owner and of the member together.
    fn name(&self, diagnostics: &mut Diagnostics) -> Read<Text> {
        if let Some(name) = self.mapping.text("name", diagnostics)? {
            return Ok(name);
        }
        let Item { name, rust, .. } = self.item;
        let span = &name.span;
        // Digits alone say less than the name that is given for them.
        let has_letters = name.value.contains(char::is_alphabetic);
        let of = if has_letters { [Some(name), rust.as_ref()] } else { [rust.as_ref(), Some(name)] };
        if let Some(value) = of.into_iter().flatten().find_map(|of| joined(&self.owner.name, of)) {
            return Ok(Text { value, span: span.clone() });
        }
        let message = format!("no name can be made for what is written in {}", self.mapping.owner());
        let fault = Diagnostic::new("invalid-name", message, span, "not of letters and digits of ASCII");
        diagnostics.push(fault.help("give it one: `name: …`, in upper camel case"));
        Err(Faulty)
    }

    /// The names that were made while the owner, the member, or both had another one: which of them was renamed first,
    /// nobody says.
    fn former_names(&self, present: &Text) -> Vec<Text> {
        if self.mapping.key("name").is_some() {
            return Vec::new();
        }
        let [owners, members] = [self.owner, self.item].map(|item| std::iter::once(&item.name).chain(&item.was));
        let names = owners.flat_map(|owner| members.clone().map(move |member| (owner, member)));
        let mut seen = HashSet::from([present.value.clone()]);
        let mut former = Vec::new();
        for (owner, member) in names {
            let Some(value) = joined(owner, member) else { continue };
            if seen.insert(value.clone()) {
                let place = if member.span == self.item.name.span { owner } else { member };
                former.push(Text { value, span: place.span.clone() });
            }
        }
        former
    }

    /// The item of what is written here.
    fn defined_item(&self, name: Text) -> Item {
        let Item { doc, since, .. } = self.item;
        Item {
            was: self.former_names(&name),
            name,
            doc: doc.clone(),
            since: since.clone(),
            deprecated: None,
            rust: None,
        }
    }
}

fn misplaced(owner: &str, key: &str, belongs_to: &str, place: &Span) -> Diagnostic {
    let message = format!("{owner} has `{key}`, but its type is no `{belongs_to}`");
    let help = match key {
        "name" => {
            "`name` is for an object, union or enum that is written here; `rust` gives another name in Rust".to_owned()
        }
        _ => format!("write `type: {belongs_to}`, or remove `{key}`"),
    };
    Diagnostic::new("misplaced-key", message, place, "it says nothing here").help(help)
}

/// The name of what is written in a member of an owner; nothing if letters of the member's would be lost, or all are.
fn joined(owner: &Text, member: &Text) -> Option<String> {
    let mut letters = member.value.chars().filter(|character| character.is_alphanumeric()).peekable();
    letters.peek()?;
    letters.all(|letter| letter.is_ascii()).then(|| upper_camel(&owner.value) + &upper_camel(&member.value))
}

/// `billing_cycle` as `BillingCycle`: words of ASCII letters and digits, each with a capital at its beginning.
fn upper_camel(name: &str) -> String {
    let words = name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect()
}
