//! Checks how parameters are written outside of bodies: that the style is one of the place, and can say the value.

use crate::{
    api::model::{Api, BodyFormat, Location, ObjectId, Parameter, PathPart, Style, Type},
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, instead},
    spec::{self, Faulty, Read, Text},
};

/// What is wrong with a parameter, and what to write instead.
type Problem = (&'static str, &'static str);

/// The style of a name, if a place of requests has it.
pub(super) fn named(name: &Text, location: Location, diagnostics: &mut Diagnostics) -> Read<Style> {
    let known = || Style::at(location).iter().map(|style| style.as_str());
    if let Some(style) = Style::at(location).iter().copied().find(|style| style.as_str() == name.value) {
        return Ok(style);
    }
    let message = format!("a parameter in the {} is not written as {}", location.as_str(), code(&name.value));
    let help = if known().next().is_none() {
        "remove it: the protocol says how bodies are written, and `encoding` under `body` how their members are"
            .to_owned()
    } else {
        instead(closest(&name.value, known()), format!("write {}", alternatives(known())))
    };
    diagnostics.push(Diagnostic::new("invalid-style", message, &name.span, "no style of this place").help(help));
    Err(Faulty)
}

/// Checks that a parameter is written in a way that says its value; `body` is how its dialect writes bodies.
pub(super) fn check(
    written: &spec::Parameter,
    parameter: &Parameter,
    body: BodyFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Read<()> {
    let style = written.style.as_ref().ok().and_then(Option::as_ref);
    let explode = written.explode.as_ref().ok().and_then(Option::as_ref);
    let is_form = parameter.location == Location::Query && body == BodyFormat::Form;
    let problem = match explode {
        Some(place) if !parameter.style.can_explode() => Some((place, NO_EXPLODE)),
        Some(place) if !parameter.has_parts() => Some((place, NO_PARTS)),
        _ if style.is_some() && !parameter.style.concerns(parameter.has_parts()) => {
            style.map(|it| (&it.span, NO_PARTS))
        }
        _ => unsayable(parameter.location, parameter.style, parameter.ty.meant(), style.is_some() || is_form, api)
            .map(|problem| (style.map_or(&parameter.item.span, |style| &style.span), problem)),
    };
    let Some((place, (problem, help))) = problem else { return Ok(()) };
    let message = format!("the parameter {} {problem}", code(&parameter.item.name));
    diagnostics.push(Diagnostic::new("invalid-style", message, place, "not in this way").help(help));
    Err(Faulty)
}

const NO_EXPLODE: Problem = (
    "is exploded, which this style cannot be",
    "remove `explode`, or write a style of paths: `simple`, `label`, `matrix`",
);

const NO_PARTS: Problem = (
    "has no parts, of which this would say how they are written",
    "remove it, or use a type with parts, such as a list",
);

/// What a style cannot say of a member of a form.
pub(super) fn unsayable_in_form(ty: &Type, style: Style, api: &Api) -> Option<Problem> {
    let ty = ty.without_null().meant();
    if !style.concerns(!ty.can_be_in_url()) {
        return Some(NO_PARTS);
    }
    unsayable(Location::Query, style, ty, true, api)
}

/// What a style cannot say of a value. An object in a query needs a style, unless it `is_said` which it is.
fn unsayable(location: Location, style: Style, ty: &Type, is_said: bool, api: &Api) -> Option<Problem> {
    let parts = match location {
        Location::Body => return None,
        _ if style == Style::Json || is_value(ty, api) => return None,
        _ => Parts { style, api }.of(ty),
    };
    let is_list = matches!(ty, Type::List(_));
    match parts {
        _ if location == Location::Query && !is_list && !is_said => Some((
            "has members, and nothing says how they are written",
            "add `style`, such as `style: deep` for `name[member]=value`, or `style: json`",
        )),
        Kept::Not if style == Style::Segments => Some((
            "is neither one value nor a list of values, and only these are segments of a path",
            "use a text or a list of texts, or write `style: simple`, `label` or `matrix`",
        )),
        Kept::Not if style.nests() => Some((
            "holds a list of what has parts itself, which this style cannot say",
            "write `style: indexed` or `style: json`",
        )),
        Kept::Not => Some((
            "holds what has parts itself, or may be null, which this style cannot say",
            "hold values alone, or write it in another way: in a query `style: deep`, `indexed` or `json`",
        )),
        Kept::Wholly if style == Style::Deep && is_list => {
            Some(("is a list, which this style cannot say", "write `style: repeat`, `brackets` or `indexed`"))
        }
        Kept::Wholly => None,
    }
}

/// Whether a value is one text wherever it is written.
fn is_value(ty: &Type, api: &Api) -> bool {
    match ty.meant() {
        Type::Object(id) if api[*id].is_any_shape() => {
            api[*id].variants().all(|variant| variant.data.as_ref().is_some_and(Type::can_be_in_url))
        }
        ty => ty.can_be_in_url(),
    }
}

/// Whether a style keeps the parts of a value apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Wholly,
    Not,
}

/// The parts of values, as a style writes them.
struct Parts<'a> {
    style: Style,
    api: &'a Api,
}

impl Parts<'_> {
    fn of(&self, ty: &Type) -> Kept {
        if self.style.nests() { self.nested(ty, &mut Vec::new()) } else { self.flat(ty) }
    }

    /// In one level: items, entries or members that are values.
    fn flat(&self, ty: &Type) -> Kept {
        let value = |ty: &Type| kept(is_value(ty, self.api));
        match ty.meant() {
            Type::Map(_) | Type::Object(_) if self.style == Style::Segments => kept(is_value(ty, self.api)),
            Type::List(inside) | Type::Map(inside) => value(inside),
            Type::Object(id) => {
                let object = &self.api[*id];
                let sent = object.held().filter(|(_, sides)| sides.request).map(|(ty, _)| ty);
                let is_plain = object.union.is_none();
                kept(is_plain && sent.map(Type::meant).all(|ty| value(ty) == Kept::Wholly))
            }
            ty => value(ty),
        }
    }

    /// In any number of levels; only what parts of items belong to is not always told.
    fn nested(&self, ty: &Type, around: &mut Vec<ObjectId>) -> Kept {
        match ty.meant() {
            Type::List(inside) if self.style != Style::Indexed => kept(is_value(inside, self.api)),
            Type::List(inside) | Type::Map(inside) | Type::Nullable(inside) => self.nested(inside, around),
            Type::Object(id) if around.contains(id) => Kept::Wholly,
            Type::Object(id) => {
                around.push(*id);
                let sent = self.api[*id].held().filter(|(_, sides)| sides.request);
                let all = kept(sent.map(|(ty, _)| self.nested(ty, around)).all(|kept| kept == Kept::Wholly));
                around.pop();
                all
            }
            _ => Kept::Wholly,
        }
    }
}

fn kept(is_kept: bool) -> Kept {
    if is_kept { Kept::Wholly } else { Kept::Not }
}

/// Checks that something stands between two parameters of a path: a sign of the path, or the one with which the second begins.
pub(super) fn neighbours(
    path: &[PathPart],
    parameters: &[Parameter],
    http: &Read<Text>,
    diagnostics: &mut Diagnostics,
) {
    let Ok(http) = http else { return };
    for pair in path.windows(2) {
        let [PathPart::Parameter(_), PathPart::Parameter(second)] = pair else { continue };
        let Some(second) = parameters.get(*second) else { continue };
        if !matches!(second.style, Style::Label | Style::Matrix) {
            let message = format!("nothing tells where {} begins in the path", code(&second.item.name));
            let fault = Diagnostic::new("invalid-path", message, &http.span, "two parameters side by side");
            diagnostics.push(fault.help("put a sign between them, such as `-`, or give the second one `style: label`"));
        }
    }
}
