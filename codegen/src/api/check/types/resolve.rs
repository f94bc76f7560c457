//! Types as they are written to types as they are meant.

use crate::{
    api::{
        check::symbols::{Named, Symbols},
        model::Type,
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, alternatives, code, instead},
    spec::{Faulty, Read, Text, TypeExpression},
};

/// The type that is any JSON.
const JSON: &str = "json";

/// Finds out what the type of a parameter means, which may be a file.
pub(crate) fn resolve_given(ty: &TypeExpression, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Type> {
    let is_file = |ty: &TypeExpression| matches!(ty, TypeExpression::Name(name, None) if Scalar::of(&name.value) == Some(Scalar::File));
    match ty {
        ty if is_file(ty) => Ok(FILE),
        TypeExpression::List(items) if is_file(items) => Ok(Type::List(Box::new(FILE))),
        ty => resolve(ty, None, symbols, diagnostics),
    }
}

const FILE: Type = Type::Scalar(Scalar::File);

/// Whether a type is a file.
pub(crate) fn is_file(ty: &Type) -> bool {
    *ty == FILE
}

/// Finds out what a type means, or reports why it means nothing. `object` is where a lone `id` would belong.
pub(crate) fn resolve(
    ty: &TypeExpression,
    object: Option<&Text>,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<Type> {
    let mut inside = |ty: &TypeExpression| resolve(ty, object, symbols, diagnostics).map(Box::new);
    match ty {
        TypeExpression::List(items) => inside(items).map(Type::List),
        TypeExpression::Map(values) => inside(values).map(Type::Map),
        TypeExpression::Nullable(ty) => inside(ty).map(Type::Nullable),
        TypeExpression::Name(name, argument) => match (name.value.as_str(), argument, object) {
            ("id", Some(argument), _) => identifier(argument, argument, symbols, diagnostics),
            ("id", None, Some(object)) => identifier(object, name, symbols, diagnostics),
            ("expandable", Some(argument), _) => expandable(argument, symbols, diagnostics),
            ("list", Some(argument), _) => {
                let message = format!("`list({})` has a meaning as all of `returns` only", argument.value);
                let help = format!("write `[{}]` for a list that is not cut into pages", argument.value);
                Err(not_a_type(name, message, help, diagnostics))
            }
            ("id", None, None) => {
                let message = "`id` alone has a meaning in the fields of an object only";
                Err(not_a_type(name, message, "write `id(Object)`", diagnostics))
            }
            (scalar, Some(form), _) if Scalar::of(scalar).is_some() => in_form(name, form, diagnostics),
            (_, Some(argument), _) => {
                let message = format!("{} takes no {}", code(&name.value), code(&argument.value));
                Err(not_a_type(
                    argument,
                    message,
                    "only `id`, `expandable` and `list` take the name of an object",
                    diagnostics,
                ))
            }
            (_, None, _) => named(name, symbols, diagnostics),
        },
    }
}

/// The scalar that always has a form, which stands in brackets behind its name.
fn in_form(name: &Text, form: &Text, diagnostics: &mut Diagnostics) -> Read<Type> {
    if let Some(scalar) = Scalar::of(&format!("{}({})", name.value, form.value)) {
        return Ok(Type::Scalar(scalar));
    }
    let shown = code(&name.value);
    let message = format!("{shown} has no form {}", code(&form.value));
    let forms = Scalar::of(&name.value).into_iter().flat_map(Scalar::names_in_forms);
    let help = match forms.clone().next() {
        None => format!("write {shown} alone: it is always written in one way"),
        Some(_) => format!("write {}, or {shown} alone", alternatives(forms)),
    };
    Err(not_a_type(form, message, help, diagnostics))
}

/// Whether a type is what was written, and not the one that stands for what is faulty.
pub(crate) fn is_meant(written: &Read<TypeExpression>, ty: &Type) -> bool {
    *ty != Type::Json || matches!(written, Ok(TypeExpression::Name(name, None)) if name.value == JSON)
}

fn expandable(object: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Type> {
    let id = identifier(object, object, symbols, diagnostics)?;
    if let (Type::Id(id), Type::Object(object)) = (id, named(object, symbols, diagnostics)?) {
        return Ok(Type::Expandable(id, object));
    }
    let message = format!("{} is no object that a response could hold in full", code(&object.value));
    Err(not_a_type(object, message, "write `id(…)`, or name an object", diagnostics))
}

fn identifier(object: &Text, place: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Type> {
    if let Some(id) = symbols.identifiers.get(object.value.as_str()) {
        return Ok(Type::Id(*id));
    }
    let name = Text { value: object.value.clone(), span: place.span.clone() };
    let otherwise = format!("add {} with the prefix of such identifiers to `ids`", code(&object.value));
    Err(symbols.unknown("identifier", &name, symbols.identifiers.keys().copied(), &otherwise, diagnostics))
}

/// Finds out what a name alone means.
pub(crate) fn named(name: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Type> {
    if let Some(scalar) = Scalar::of(&name.value) {
        if scalar == Scalar::File {
            let help = "write `file` or `[file]` in `body: multipart`, `file` in `body: bytes`, and `bytes` for Base64 elsewhere";
            return Err(not_a_type(name, "a file stands in the body of a request only", help, diagnostics));
        }
        return Ok(Type::Scalar(scalar));
    }
    if name.value == JSON {
        return Ok(Type::Json);
    }
    match symbols.types.get(name.value.as_str()) {
        Some(Named::Object(id)) => return Ok(Type::Object(*id)),
        Some(Named::Enum(id)) => return Ok(Type::Enum(*id)),
        Some(Named::Alias(id)) => return symbols.aliases.get(id.index()).cloned().unwrap_or(Err(Faulty)),
        Some(Named::Faulty) => return Err(Faulty),
        None => {}
    }
    let built_in = Scalar::names().chain([JSON, "id"]);
    let mut known: Vec<&str> = built_in.clone().collect();
    known.extend(symbols.types.keys());
    if name.value.starts_with(char::is_uppercase) {
        let otherwise = "define it under `objects`, `unions`, `enums` or `aliases` of any file";
        return Err(symbols.unknown("object or enum", name, known, otherwise, diagnostics));
    }
    if let "object" | "union" | "enum" = name.value.as_str() {
        let message = format!("{} is a type only where it is described in place", code(&name.value));
        let help = "write the name of one that stands under `objects`, `unions` or `enums`";
        return Err(not_a_type(name, message, help, diagnostics));
    }
    let otherwise = format!("write {}, or the name of an object or enum", alternatives(built_in));
    let help = instead(diagnostics.closest(&name.value, known), otherwise);
    Err(not_a_type(name, format!("{} is not a type", code(&name.value)), help, diagnostics))
}

fn not_a_type(
    name: &Text,
    message: impl Into<String>,
    help: impl Into<String>,
    diagnostics: &mut Diagnostics,
) -> Faulty {
    diagnostics.push(Diagnostic::new("unknown-type", message, &name.span, "not a type").help(help));
    Faulty
}
