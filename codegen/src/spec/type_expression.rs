//! The syntax of types: `string`, `id(Book)`, `[Book]`, `{Book}`, `Book?`.
//!
//! YAML itself reads an unquoted `[Book]` as a list and `{Book}` as a mapping; both are taken for the type they look
//! like.

use crate::{
    diag::{Diagnostic, Diagnostics, code},
    yaml::{Faulty, Node, Read, Text, Value},
};

/// How deep a type may nest.
const DEEPEST: usize = 16;
/// What a type looks like.
const HELP: &str = "\
write a type as `string`, `id(Book)`, `Book`, `[Book]` for a list, `{Book}` for a map, or `Book?` if it may be null";

/// A type as it is written. What its names stand for is not looked up yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeExpression {
    /// `name`, or `name(argument)` such as `id(Book)`.
    Name(Text, Option<Text>),
    /// `[T]`: a list of such items.
    List(Box<TypeExpression>),
    /// `{T}`: a map with such values.
    Map(Box<TypeExpression>),
    /// `T?`: the same, or null.
    Nullable(Box<TypeExpression>),
}

impl TypeExpression {
    /// The name inside all brackets and before each `?`, if it has no argument.
    pub(crate) fn plain_name(&self) -> Option<&str> {
        match self {
            Self::Name(name, argument) => argument.is_none().then_some(&name.value),
            Self::List(inside) | Self::Map(inside) | Self::Nullable(inside) => inside.plain_name(),
        }
    }

    /// The name inside all brackets and before each `?`.
    pub(super) fn innermost(&mut self) -> &mut Self {
        match self {
            Self::Name(..) => self,
            Self::List(inside) | Self::Map(inside) | Self::Nullable(inside) => inside.innermost(),
        }
    }
}

/// Reads the value of `type:` or `returns:`.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<TypeExpression> {
    if let Value::Faulty = node.value {
        return Err(Faulty);
    }
    from_node(node, 0).map_err(|message| {
        let fault = Diagnostic::new("unknown-type", message, &node.span, "not a type");
        diagnostics.push(fault.help(HELP));
        Faulty
    })
}

/// The type that a node looks like; if it is none, why.
/// Whether a value is no type, but what says more in members of its own: `{T}` is a type, a map.
pub(super) fn is_long_form(node: &Node) -> bool {
    match &node.value {
        Value::Mapping(entries) => !matches!(&**entries, [entry] if matches!(entry.value.value, Value::Null)),
        _ => false,
    }
}

fn from_node(node: &Node, depth: usize) -> Result<TypeExpression, String> {
    match &node.value {
        _ if depth > DEEPEST => Err(too_deep()),
        Value::Text(text) => from_text(&Text { value: text.clone(), span: node.span.clone() }, depth),
        Value::List(items) => match &**items {
            [item] => Ok(TypeExpression::List(Box::new(from_node(item, depth + 1)?))),
            _ => Err("a list has one type of items".to_owned()),
        },
        Value::Mapping(entries) => match &**entries {
            [entry] if matches!(entry.value.value, Value::Null) => {
                Ok(TypeExpression::Map(Box::new(from_text(&entry.key, depth + 1)?)))
            }
            _ => Err("a map has one type of values, and its keys are texts".to_owned()),
        },
        _ => Err(format!("a type is a name, not {}", node.kind())),
    }
}

fn too_deep() -> String {
    format!("a type nests more than {DEEPEST} types in each other")
}

/// The type that a text spells, all of it.
fn from_text(text: &Text, depth: usize) -> Result<TypeExpression, String> {
    let mut parser = Parser { text, at: 0 };
    let ty = parser.ty(depth)?;
    if parser.rest().is_empty() { Ok(ty) } else { Err(parser.unexpected()) }
}

/// Reads a text from left to right.
struct Parser<'a> {
    text: &'a Text,
    /// The first byte that is not read yet.
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text.value[self.at..]
    }

    fn ty(&mut self, depth: usize) -> Result<TypeExpression, String> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        let ty = if self.takes('[') {
            let items = Box::new(self.ty(depth + 1)?);
            self.expect(']')?;
            TypeExpression::List(items)
        } else if self.takes('{') {
            let values = Box::new(self.ty(depth + 1)?);
            self.expect('}')?;
            TypeExpression::Map(values)
        } else {
            self.named()?
        };
        Ok(if self.takes('?') { TypeExpression::Nullable(Box::new(ty)) } else { ty })
    }

    fn named(&mut self) -> Result<TypeExpression, String> {
        let name = self.name()?;
        if !self.takes('(') {
            return Ok(TypeExpression::Name(name, None));
        }
        let argument = self.name()?;
        self.expect(')')?;
        Ok(TypeExpression::Name(name, Some(argument)))
    }

    fn name(&mut self) -> Result<Text, String> {
        let rest = self.rest();
        let len = rest.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(rest.len());
        if len == 0 {
            return Err(self.unexpected());
        }
        let name = Text { value: rest[..len].to_owned(), span: self.text.part(self.at..self.at + len) };
        self.at += len;
        Ok(name)
    }

    fn takes(&mut self, expected: char) -> bool {
        let found = self.rest().starts_with(expected);
        self.at += if found { expected.len_utf8() } else { 0 };
        found
    }

    fn expect(&mut self, expected: char) -> Result<(), String> {
        if self.takes(expected) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn unexpected(&self) -> String {
        let text = code(&self.text.value);
        match self.rest().chars().next() {
            Some(character) => format!("{text} is not a type: {} is unexpected", code(&character.to_string())),
            None => format!("{text} is not a type: it ends too early"),
        }
    }
}
