//! Checks how members of bodies are written: styles in a form, media types of parts.

use super::media_types::is_media_type;
use super::styles;
use crate::{
    api::model::{Api, BodyFormat, Encoding, Location, Parameter, Style, Type},
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, did_you_mean, instead},
    spec::{self, Text},
};

const RULE: &str = "invalid-body";

/// Checks the encodings of the members of a body in this format.
pub(super) fn check(
    written: &spec::Body,
    format: BodyFormat,
    parameters: &[Parameter],
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<(String, Encoding)> {
    let Ok(encodings) = &written.encodings else { return Vec::new() };
    let members = Members::of(parameters, written.argument.is_some(), api);
    let checked = encodings.iter().filter_map(|it| {
        let (Ok(style), Ok(media)) = (&it.style, &it.media) else { return None };
        let ty = members.ty(&it.name, diagnostics)?;
        let encoding = match (format, style, media) {
            (BodyFormat::Form, Some(style), None) => Encoding::Style(styled(&it.name, style, ty, api, diagnostics)?),
            (BodyFormat::Multipart, None, Some(media)) => {
                Encoding::Media(Some(media).filter(|it| is_media_type(it, diagnostics))?.value.clone())
            }
            _ => {
                diagnostics.push(other_key(&it.name, format));
                return None;
            }
        };
        Some((it.name.value.clone(), encoding))
    });
    checked.collect()
}

/// The members of a body.
enum Members<'a> {
    /// These, with their types.
    Named(Vec<(&'a str, &'a Type)>),
    /// Any.
    Any,
}

impl<'a> Members<'a> {
    fn of(parameters: &'a [Parameter], is_whole: bool, api: &'a Api) -> Self {
        let in_body = parameters.iter().filter(|parameter| parameter.location == Location::Body);
        if !is_whole {
            return Self::Named(in_body.map(|parameter| (parameter.item.name.as_str(), &parameter.ty)).collect());
        }
        match in_body.map(|parameter| parameter.ty.without_null().meant()).next() {
            Some(Type::Object(id)) if api[*id].union.is_none() && api[*id].rest.is_none() => {
                let sent = api[*id].fields.iter().filter(|field| field.sides.request);
                Self::Named(sent.map(|field| (field.item.name.as_str(), &field.ty)).collect())
            }
            _ => Self::Any,
        }
    }

    /// The type of a member; any JSON where nothing is known of it.
    fn ty(&self, name: &Text, diagnostics: &mut Diagnostics) -> Option<&'a Type> {
        let Self::Named(members) = self else { return Some(&Type::Json) };
        if let Some((_, ty)) = members.iter().find(|(member, _)| *member == name.value) {
            return Some(ty);
        }
        let message = format!("the body has no member {}", code(&name.value));
        let known = members.iter().map(|(member, _)| *member);
        let help = closest(&name.value, known).map_or_else(|| "name a member of the body".to_owned(), did_you_mean);
        diagnostics.push(Diagnostic::new(RULE, message, &name.span, "no such member").help(help));
        None
    }
}

fn styled(name: &Text, style: &Text, ty: &Type, api: &Api, diagnostics: &mut Diagnostics) -> Option<Style> {
    let known = || Style::at(Location::Query).iter().copied();
    let words = || known().map(Style::as_str);
    let found = known().find(|known| known.as_str() == style.value);
    let (problem, help) = match found {
        None => {
            let help = instead(closest(&style.value, words()), format!("write {}", alternatives(words())));
            (format!("is not written as {}", code(&style.value)), help)
        }
        Some(found) => match styles::unsayable_in_form(ty, found, api) {
            None => return Some(found),
            Some((problem, help)) => (problem.to_owned(), help.to_owned()),
        },
    };
    let message = format!("the member {} {problem}", code(&name.value));
    diagnostics.push(Diagnostic::new(RULE, message, &style.span, "not in this way").help(help));
    None
}

/// What else a body in this format says of its members.
fn other_key(name: &Text, format: BodyFormat) -> Diagnostic {
    let message = format!("the member {} is in a body as {}", code(&name.value), code(format.as_str()));
    let help = match format {
        BodyFormat::Form => "say its `style` alone, such as `style: comma`",
        BodyFormat::Multipart => "say the media type of its part alone, such as `media: image/png`",
        _ => "remove it: only members of a form have styles, and only those of `multipart` media types",
    };
    Diagnostic::new(RULE, message, &name.span, "this says something else of it").help(help)
}
