//! Reads how the body of a call is written, and the argument that is all of it.

use crate::spec::{
    bounds::bounds,
    description::{Body, Encoding, Item, Parameter},
    in_place::{Definitions, Holder},
    item::{bare_item, item_with_doc, optional_doc},
    object,
    reader::{self, Mapping},
    schema,
    type_expression::TypeExpression,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, code},
    yaml::{Entry, Faulty, Read, Text, Value},
};

/// The name of the argument that is all of a body, unless it has another one in Rust.
const NAME: &str = "body";
/// What is said of that argument where nothing is.
pub(in crate::spec) const DOC: &str = "The body of the request.";
/// The types of the formats that have but one.
const IMPLIED: [&str; 2] = ["string", "file"];

/// Reads `body`: a word is short for `{as: …}`.
pub(in crate::spec) fn body(
    endpoint: &Mapping,
    owner: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<Option<Body>> {
    let (Some(node), Some(place)) = (endpoint.get("body")?, endpoint.key("body")) else { return Ok(None) };
    let name = Text { value: NAME.to_owned(), span: place.clone() };
    if let Value::Text(_) = node.value {
        let format = reader::text(node, "`body`", diagnostics)?;
        let argument = implied(&format).map(|ty| argument(Item { doc: doc(place), ..bare_item(&name) }, Ok(ty)));
        return Ok(Some(Body {
            format: Ok(Some(format)),
            media: Ok(None),
            encodings: Ok(Vec::new()),
            argument,
            span: place.clone(),
        }));
    }
    let what = format!("the body of {}", endpoint.owner());
    let opened = Mapping::open(node, what, place, &schema::BODY, diagnostics);
    let mapping = opened.inspect_err(|_| definitions.lost = true)?;
    long(&mapping, &name, owner, definitions, diagnostics).map(Some)
}

fn long(
    mapping: &Mapping,
    name: &Text,
    owner: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<Body> {
    let span = name.span.clone();
    let (format, media) = (mapping.text("as", diagnostics), mapping.text("media", diagnostics));
    let encodings = mapping.each("encoding", diagnostics, encoding);
    let has_type = mapping.key("type").is_some() || schema::MAKE_OBJECT.iter().any(|key| mapping.key(key).is_some());
    let implied = format.as_ref().ok().and_then(Option::as_ref).and_then(implied);
    if !has_type && implied.is_none() {
        typeless(mapping, diagnostics)?;
        return Ok(Body { format, media, encodings, argument: None, span });
    }
    let doc = optional_doc(mapping, diagnostics).unwrap_or_else(|| doc(&span));
    let item = item_with_doc(name, doc, mapping, diagnostics);
    let holder = Holder { mapping, owner, item: &item };
    let written = object::optional_ty(&holder, definitions, diagnostics);
    let ty = written.and_then(|ty| ty.or(implied).ok_or(Faulty));
    let argument = Parameter {
        optional: mapping.boolean("optional", diagnostics),
        bounds: bounds(mapping, diagnostics),
        ..argument(item, ty)
    };
    Ok(Body { format, media, encodings, argument: Some(argument), span })
}

/// Reads an entry of `encoding`.
fn encoding(entry: &Entry, diagnostics: &mut Diagnostics) -> Encoding {
    let Entry { key, value } = entry;
    let what = format!("the encoding of {}", code(&key.value));
    let Ok(mapping) = Mapping::open(value, what, &key.span, &schema::ENCODING, diagnostics) else {
        return Encoding { name: key.clone(), style: Err(Faulty), media: Err(Faulty) };
    };
    let (style, media) = (mapping.text("style", diagnostics), mapping.text("media", diagnostics));
    Encoding { name: key.clone(), style, media }
}

/// Reports what is said of an argument though there is none.
fn typeless(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<()> {
    let mut said = schema::BODY.key_names().filter(|key| !schema::OF_FORMAT.contains(key));
    let Some((key, place)) = said.find_map(|key| Some((key, mapping.key(key)?))) else { return Ok(()) };
    let message = format!("{} has {}, but no type", mapping.owner(), code(key));
    let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
    diagnostics
        .push(fault.help("say what the body is: `type: …`; its members may be `params` with `in: body` instead"));
    Err(Faulty)
}

pub(in crate::spec) fn implied(format: &Text) -> Option<TypeExpression> {
    let (_, ty) = schema::IMPLYING.iter().zip(IMPLIED).find(|(word, _)| **word == format.value)?;
    Some(TypeExpression::Name(Text { value: ty.to_owned(), span: format.span.clone() }, None))
}

fn argument(item: Item, ty: Read<TypeExpression>) -> Parameter {
    let location = Text { value: NAME.to_owned(), span: item.name.span.clone() };
    Parameter {
        location: Ok(location),
        style: Ok(None),
        explode: Ok(None),
        ty,
        optional: Ok(false),
        constant: Ok(None),
        default: Ok(None),
        example: Ok(None),
        bounds: Ok(Vec::new()),
        secret: Ok(None),
        item,
    }
}

fn doc(place: &Span) -> Text {
    Text { value: DOC.to_owned(), span: place.clone() }
}
