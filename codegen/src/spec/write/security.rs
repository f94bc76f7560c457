//! Which credentials sign requests, and what they are.

use super::{
    keys::{self, Keys},
    out::{Entry, Out},
};
use crate::{
    spec::{Item, Scheme, SchemeKind, Security, credentials, schema},
    yaml::Text,
};

/// The value of `auth`: a name, `none`, or a list of alternatives, in which a list is all of its names.
pub(super) fn out(Security { alternatives, .. }: &Security) -> Out {
    match alternatives.as_slice() {
        [] => none(),
        [only] if only.len() == 1 => alternative(only),
        several => Out::List(several.iter().map(|all| alternative(all)).collect()),
    }
}

fn none() -> Out {
    Out::Text("none".to_owned())
}

fn alternative(all: &[Text]) -> Out {
    if all.is_empty() { none() } else { Out::text_or_texts(all) }
}

/// An entry of `credentials`.
pub(super) fn scheme(Scheme { item, kind }: &Scheme) -> Entry {
    let Ok(kind) = kind else { return Entry::named(&item.name.value, Out::Bare("null".to_owned())) };
    let (word, name) = match kind {
        SchemeKind::Bearer => ("bearer", None),
        SchemeKind::Basic => ("basic", None),
        SchemeKind::Header(name) => ("header", Some(name)),
        SchemeKind::Query(name) => ("query", Some(name)),
        SchemeKind::Cookie(name) => ("cookie", Some(name)),
        SchemeKind::OAuth2 { .. } => ("oauth2", None),
    };
    let made = credentials::made_doc(&item.name, word, name);
    let undocumented = Item { doc: Text { value: String::new(), span: made.span.clone() }, ..item.clone() };
    let said = if item.doc.value == made.value { &undocumented } else { item };
    let inside = match (kind, name) {
        (SchemeKind::OAuth2 { token_url, scopes }, _) => {
            Keys::of(&schema::SCHEME_OAUTH2).text("token_url", Some(token_url)).texts("scopes", scopes).item(said).out()
        }
        (_, Some(name)) if keys::is_bare(said) => Out::text(name),
        (_, Some(name)) => Keys::of(&schema::SCHEME_CARRIED).text("name", Some(name)).item(said).out(),
        (_, None) if keys::is_bare(said) => return Entry::named(&item.name.value, Out::Text(word.to_owned())),
        (_, None) => Keys::of(&schema::SCHEME_PLAIN).item(said).out(),
    };
    Entry::named(&item.name.value, Keys::of(&schema::SCHEME).put(word, Some(inside)).out())
}
