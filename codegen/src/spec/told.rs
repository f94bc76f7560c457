//! Reads how the variants of a union are told apart.

use super::{
    enum_base::{EnumBase, base},
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, closest, code, instead},
    yaml::{Faulty, Node, Read, Text, Value},
};

/// How the variants of a union are told apart.
#[derive(Clone, Debug)]
pub enum Told {
    /// By a member that names the member with the data.
    Beside(Text),
    /// By a member among those of the data.
    Inside(Text),
    /// By a member, and another one has the data.
    Content(Text, Text),
    /// By the name of the only member.
    Key,
    /// By what the data looks like.
    Shape,
}

/// What is written at `union`.
#[derive(Debug)]
pub struct Telling {
    /// How variants are told apart.
    pub told: Told,
    /// What the tag is in JSON.
    pub base: EnumBase,
    /// Where that is written.
    pub span: Span,
}

impl Telling {
    /// Whether the names of variants are texts on the wire.
    pub(super) fn has_texts(&self) -> bool {
        self.base == EnumBase::Text && !matches!(self.told, Told::Shape)
    }
}

/// What to write where nothing that is known is written.
const HELP: &str = "\
write the member that names the variant: `union: type`, or `{inside: type}`, `{tag: type, content: data}`, `{by: key}` or \
`{by: shape}`";

/// Reads the value of `union`: `union: type` is short for `union: {beside: type}`.
pub(super) fn telling(node: &Node, diagnostics: &mut Diagnostics) -> Read<Telling> {
    let span = node.span.clone();
    if !matches!(node.value, Value::Mapping(_)) {
        let tag = reader::text(node, "`union`", diagnostics)?;
        return Ok(Telling { told: Told::Beside(tag), base: EnumBase::Text, span });
    }
    let mapping = Mapping::open(node, "`union`".to_owned(), &span, &schema::UNION_TOLD, diagnostics)?;
    let told = told(&mapping, diagnostics)?;
    let base = tag_base(&mapping, &told, diagnostics)?;
    Ok(Telling { told, base, span })
}

fn told(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Told> {
    let ways: Vec<(&str, &Span)> =
        schema::TOLD.iter().filter_map(|way| Some((way.key, mapping.key(way.key)?))).collect();
    let told = match ways.as_slice() {
        [("tag", _)] => {
            let tag = mapping.required_text("tag", diagnostics);
            let content = mapping.required_text("content", diagnostics);
            return Ok(Told::Content(tag?, content?));
        }
        [(key, _)] => {
            let word = mapping.required_text(key, diagnostics)?;
            match *key {
                "beside" => Told::Beside(word),
                "inside" => Told::Inside(word),
                _ => by(&word, diagnostics)?,
            }
        }
        [(first, place), (second, again), ..] => {
            let message = format!("`union` has both `{first}` and `{second}`");
            let fault = Diagnostic::new("misplaced-key", message, again, "another way to tell the variants apart");
            diagnostics.push(fault.label(place, "one way").help("keep one of the two"));
            return Err(Faulty);
        }
        [] => {
            let message = "`union` does not say how the variants are told apart";
            let fault = Diagnostic::new("missing-key", message, mapping.place(), "nothing tells");
            diagnostics.push(fault.help(HELP));
            return Err(Faulty);
        }
    };
    if let Some(place) = mapping.key("content") {
        let message = "`union` has `content`, but no `tag`";
        let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
        diagnostics.push(fault.help("write `tag: …` beside it, or remove it"));
    }
    Ok(told)
}

/// Reads `by`: `key` or `shape`.
fn by(word: &Text, diagnostics: &mut Diagnostics) -> Read<Told> {
    match word.value.as_str() {
        "key" => Ok(Told::Key),
        "shape" => Ok(Told::Shape),
        other => {
            let message = format!("`by` is `key` or `shape`, not {}", code(other));
            let help = instead(closest(other, ["key", "shape"]), HELP);
            diagnostics.push(Diagnostic::new("wrong-kind", message, &word.span, "this is neither").help(help));
            Err(Faulty)
        }
    }
}

/// Reads `base`, which only a tag has.
fn tag_base(mapping: &Mapping, told: &Told, diagnostics: &mut Diagnostics) -> Read<EnumBase> {
    let base = base(mapping, diagnostics)?;
    if let (Told::Key | Told::Shape, Some(place)) = (told, mapping.key("base")) {
        let message = "`union` has `base`, but no member that names the variant";
        let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
        diagnostics.push(fault.help("remove it: names of members are texts"));
        return Ok(EnumBase::Text);
    }
    Ok(base)
}
