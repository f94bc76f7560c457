//! What functions and methods take for a value: more than exactly its type, where callers hold it in other forms too.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::{Name, Need, Parameter, Part, RustType};

/// What a function or a method takes for a value.
pub(super) struct Taken {
    /// The generic parameters that it takes for this.
    pub how: Option<TokenStream>,
    /// The type; nothing of a method that takes nothing.
    pub ty: Option<TokenStream>,
    /// What makes the value of it; nothing if it is one already.
    pub value: Option<TokenStream>,
}

impl Taken {
    /// What a method takes that says so itself.
    pub(super) fn as_is(ty: TokenStream) -> Self {
        Self { how: None, ty: Some(ty), value: None }
    }

    /// A value that must be given. Whoever gives it need not know that it is held in a box.
    pub(super) fn by_argument(parameter: &Parameter) -> Self {
        let Parameter { name, ty, converts, need, .. } = parameter;
        if *need == Need::RequiredNullable {
            return Self::or_null(parameter);
        }
        let (taken, value) = match (ty.unboxed(), converts) {
            (RustType::Vec(item), converts) => list(name, item, *converts),
            (RustType::Map(value), converts) => map(name, value, *converts),
            (ty, true) => (quote!(impl Into<#ty>), Some(quote!(#name.into()))),
            (ty, false) => (quote!(#ty), None),
        };
        let boxed = boxing(ty).map(|boxing| {
            let value = value.clone().unwrap_or_else(|| quote!(#name));
            quote!(#boxing(#value))
        });
        Self { how: None, ty: Some(taken), value: boxed.or(value) }
    }

    /// The same of one that may be null. `None` alone tells nothing of a type that it could be converted to, so the type is
    /// exact; texts are given by reference.
    fn or_null(parameter: &Parameter) -> Self {
        let Parameter { name, ty, .. } = parameter;
        if parameter.is_optional_text() {
            return Self { how: None, ty: Some(quote!(Option<&str>)), value: Some(quote!(#name.map(Into::into))) };
        }
        let value = boxing(ty).map(|boxing| quote!(#name.map(#boxing)));
        let inner = ty.unboxed();
        Self { how: None, ty: Some(quote!(Option<#inner>)), value }
    }

    /// A value that is always the same: the setter takes nothing.
    pub(super) fn constant(parameter: &Parameter, constant: &TokenStream) -> Self {
        let value = if parameter.can_be_unset() { quote!(Some(Some(#constant))) } else { quote!(Some(#constant)) };
        Self { how: None, ty: None, value: Some(value) }
    }

    /// A value that a setter takes, or an `Option` of it.
    pub(super) fn by_setter(parameter: &Parameter) -> Self {
        let Parameter { name, ty, part, .. } = parameter;
        let (how, taken, value) = match (Given::of(parameter), ty.unboxed()) {
            (Some(given), _) => {
                let by = given.by;
                (given.how, quote!(impl #by), quote!(#name.given()))
            }
            (None, RustType::Map(value)) if *part != Part::Rest => {
                let (taken, value) = map(name, value, true);
                (None, taken, quote!(Some(#value)))
            }
            (None, RustType::Vec(item)) => {
                let (taken, value) = list(name, item, true);
                (None, taken, quote!(Some(#value)))
            }
            (None, _) => return Self::by_argument(parameter),
        };
        let value = boxing(ty).map_or(value.clone(), |boxing| quote!(#value.map(#boxing)));
        let value = match part {
            Part::Rest => quote!(#value.unwrap_or_default()),
            _ if parameter.can_be_unset() => quote!(#value.map(Some)),
            _ => value,
        };
        Self { how, ty: Some(taken), value: Some(value) }
    }
}

/// The trait of what a setter takes.
pub(super) struct Given {
    /// The generic parameters that it takes for this.
    how: Option<TokenStream>,
    by: TokenStream,
}

impl Given {
    /// Nothing for lists and maps of what may be null and turns into something. A type into which nothing turns needs no more
    /// than itself: then literals are of it, and `None` needs no type.
    fn of(parameter: &Parameter) -> Option<Self> {
        let by = match (parameter.ty.unboxed(), parameter.converts) {
            (RustType::Vec(item) | RustType::Map(item), true) if matches!(**item, RustType::Option(_)) => return None,
            (RustType::Vec(item), false) => quote!(runtime::GivenItems<#item, How>),
            (RustType::Vec(item), true) => quote!(runtime::GivenList<#item, How>),
            (RustType::Map(value), _) => quote!(runtime::GivenMap<#value, How>),
            (ty, true) => quote!(runtime::Given<#ty, How>),
            (ty, false) => return Some(Self { how: None, by: quote!(runtime::GivenAsIs<#ty>) }),
        };
        Some(Self { how: Some(quote!(<How>)), by })
    }

    /// The row of a setter that sets what it is given; nothing if it does more.
    pub(super) fn row(parameter: &Parameter) -> Option<TokenStream> {
        let Parameter { name, attributes, ty, part, constant, .. } = parameter;
        let sets_more = constant.is_some() || *part == Part::Rest || parameter.can_be_unset() || boxing(ty).is_some();
        let Self { how, by } = Self::of(parameter).filter(|_| !sets_more)?;
        Some(quote!(#attributes #name #how: #by;))
    }
}

/// What puts a value into the box of its type, if that is one.
fn boxing(ty: &RustType) -> Option<TokenStream> {
    match ty {
        RustType::Box(_) => Some(quote!(Box::new)),
        RustType::Boxed(_) => Some(quote!(runtime::Boxed::new)),
        _ => None,
    }
}

/// A list, by its items.
fn list(name: &Name, item: &RustType, converts: bool) -> (TokenStream, Option<TokenStream>) {
    let (taken, convert) = match (item, converts) {
        (item, false) => return (quote!(impl IntoIterator<Item = #item>), Some(quote!(#name.into_iter().collect()))),
        (RustType::Option(_), true) => (item_taken(item), quote!(|item| item.map(Into::into))),
        (_, true) => (item_taken(item), quote!(Into::into)),
    };
    (quote!(impl IntoIterator<Item = #taken>), Some(quote!(#name.into_iter().map(#convert).collect())))
}

/// A map, by its entries.
fn map(name: &Name, value: &RustType, converts: bool) -> (TokenStream, Option<TokenStream>) {
    let (taken, convert) = match (value, converts) {
        (value, false) => (quote!(#value), quote!(value)),
        (RustType::Option(_), true) => (item_taken(value), quote!(value.map(Into::into))),
        (_, true) => (item_taken(value), quote!(value.into())),
    };
    (
        quote!(impl IntoIterator<Item = (impl Into<String>, #taken)>),
        Some(quote!(#name.into_iter().map(|(key, value)| (key.into(), #convert)).collect())),
    )
}

/// The type that a caller may pass for what a list or map holds. One that may be missing is missing in that type too:
/// `Some("text")` does not turn into an `Option<String>` by itself.
fn item_taken(item: &RustType) -> TokenStream {
    match item {
        RustType::Option(inner) => quote!(Option<impl Into<#inner>>),
        item => quote!(impl Into<#item>),
    }
}
