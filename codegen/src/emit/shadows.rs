//! Described types that are named like what templates use by its name alone, such as `Option`.
//!
//! [`Name`] spells such a name as a raw identifier, `r#Option`. So in a template that is filled in, a plain `Option` is
//! Rust's: where a module has a type of that name, it gets its path. Then the marks are taken away.

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

use crate::rust::{Module, Name, beside_described, is_derived, is_used_by_templates};

/// The names that the types of a module take from templates.
pub(super) struct Shadows<'a>(BTreeSet<&'a str>);

impl<'a> Shadows<'a> {
    pub(super) fn of(module: &'a Module) -> Self {
        let imported: BTreeSet<&str> = module.named_types().map(Name::as_str).collect();
        let hides = |name: &&str| !is_derived(name) || imported.contains(name);
        Self(module.type_names().map(Name::as_str).filter(hides).collect())
    }

    /// Code of the module in which each name of a template means what it means there.
    pub(super) fn told_apart(&self, tokens: TokenStream) -> TokenStream {
        if !self.0.iter().any(|name| is_used_by_templates(name)) {
            return tokens;
        }
        replaced(tokens, &|ident| {
            let name = ident.to_string();
            let is_taken = self.0.contains(&*name);
            let path = is_taken.then(|| beside_described(&name, |name| self.0.contains(name)))?;
            path?.parse().ok()
        })
    }
}

/// Code without marks.
pub(super) fn unmarked(tokens: TokenStream) -> TokenStream {
    if !has_marks(tokens.clone()) {
        return tokens;
    }
    replaced(tokens, &|ident| {
        let name = marked(ident)?;
        Some(TokenTree::Ident(Ident::new(&name, ident.span())).into())
    })
}

fn has_marks(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_marks(group.stream()),
        TokenTree::Ident(ident) => marked(&ident).is_some(),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// The name behind a mark, if there is one.
fn marked(ident: &Ident) -> Option<String> {
    let name = ident.to_string().strip_prefix("r#")?.to_owned();
    Some(name).filter(|name| is_used_by_templates(name))
}

/// The tokens, with others for some words.
fn replaced(tokens: TokenStream, by: &impl Fn(&Ident) -> Option<TokenStream>) -> TokenStream {
    let replace = |token: TokenTree| match token {
        TokenTree::Group(group) => {
            let mut inside = Group::new(group.delimiter(), replaced(group.stream(), by));
            inside.set_span(group.span());
            TokenTree::Group(inside).into()
        }
        TokenTree::Ident(ident) => by(&ident).unwrap_or_else(|| TokenTree::Ident(ident).into()),
        other => other.into(),
    };
    tokens.into_iter().map(replace).collect()
}
