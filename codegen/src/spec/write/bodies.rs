//! Bodies of calls.

use super::{
    keys::{self, Keys},
    out::{Entry, Out},
    types::{self, Places, Typed},
};
use crate::spec::{Body, Encoding, Item, body, schema};

/// The value of `body`.
pub(super) fn body(of: &Body, owner: &Item, places: &Places<'_>) -> Out {
    let format = of.format.iter().flatten().next();
    let media = of.media.iter().flatten().next();
    let encodings = of.encodings.as_deref().unwrap_or_default();
    let implied = format.and_then(body::implied);
    let is_implied = of.argument.as_ref().is_none_or(|argument| {
        let is_usual = argument
            .ty
            .as_ref()
            .ok()
            .zip(implied.as_ref())
            .is_some_and(|(ty, usual)| types::spelt(ty) == types::spelt(usual));
        let Item { doc, .. } = &argument.item;
        let is_bare = keys::is_bare(&Item {
            doc: crate::yaml::Text { value: String::new(), span: doc.span.clone() },
            ..argument.item.clone()
        });
        is_usual
            && is_bare
            && doc.value == body::DOC
            && argument.optional == Ok(false)
            && matches!(&argument.bounds, Ok(bounds) if bounds.is_empty())
    });
    match format {
        Some(format) if is_implied && media.is_none() && encodings.is_empty() => return Out::text(format),
        _ => {}
    }
    let keys = Keys::of(&schema::BODY).text("as", format).text("media", media);
    let Some(argument) = &of.argument else { return keys.few("encoding", encodings.iter().map(encoding)).out() };
    let typed = Typed::of(&argument.ty, owner, &argument.item, places);
    let keys = typed.iter().fold(keys, |keys, typed| typed.ty(keys)).flag("optional", argument.optional == Ok(true));
    let keys =
        types::bounds(keys, &argument.bounds).few("encoding", encodings.iter().map(encoding)).named(&argument.item);
    let keys = if argument.item.doc.value == body::DOC { keys } else { keys.doc(&argument.item.doc) };
    typed.iter().fold(keys, |keys, typed| typed.inside(keys)).out()
}

/// An entry of `encoding`.
fn encoding(Encoding { name, style, media }: &Encoding) -> Entry {
    let keys = Keys::of(&schema::ENCODING).text("style", style.iter().flatten().next());
    Entry::named(&name.value, keys.text("media", media.iter().flatten().next()).out())
}
