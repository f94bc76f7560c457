//! What must hold of decoded examples, as assertions.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::numbers::grouped;
use crate::rust::{Check, Expected, Name, RustType, Step};

/// The enums of the same module that checks speak of.
pub(super) fn enums(checks: &[Check]) -> Vec<&Name> {
    let mut all = Vec::new();
    for check in checks {
        if let Check::Variant { ty, data, .. } = check {
            all.extend(if let RustType::Local(name) = ty { Some(name) } else { None });
            all.extend(data.iter().flat_map(|data| enums(data)));
        }
    }
    all
}

/// A check of `value`.
pub(super) fn tokens(krate: &Name, check: &Check) -> TokenStream {
    check_of(krate, &Root::Value, check)
}

/// From where the steps of a check lead.
enum Root {
    /// The whole answer.
    Value,
    /// A reference to the data of a variant.
    Data,
}

fn check_of(krate: &Name, root: &Root, check: &Check) -> TokenStream {
    match check {
        Check::Is(path, expected) => assertion(root, path, expected),
        Check::Variant { path, ty, variant, data } => {
            let place = borrowed(root, path);
            let path_of_type = path_of(krate, ty);
            let pattern = quote!(#path_of_type::#variant);
            let Some(data) = data else { return quote!(assert!(matches!(#place, #pattern));) };
            if data.is_empty() {
                return quote!(assert!(matches!(#place, #pattern(_))););
            }
            let message = format!("this is no `{}`: {{:?}}", variant.plain());
            let checks = data.iter().map(|check| check_of(krate, &Root::Data, check));
            quote! {
                {
                    let #pattern(data) = #place else { panic!(#message, #place) };
                    #(#checks)*
                }
            }
        }
    }
}

/// An object or enum, as tests speak of it.
pub(super) fn path_of(krate: &Name, ty: &RustType) -> TokenStream {
    match ty {
        RustType::Foreign(module, name) => quote!(#krate::#module::#name),
        RustType::Expandable(..) => quote!(#krate::Expandable),
        ty => quote!(#ty),
    }
}

/// The place to which the steps lead.
fn place(root: &Root, path: &[Step]) -> TokenStream {
    let root_place = match root {
        Root::Value => quote!(value),
        Root::Data => quote!(data),
    };
    path.iter().enumerate().fold(root_place, |place, (at, step)| match step {
        Step::Field(name) => quote!(#place.#name),
        Step::Some => quote!(#place.as_ref().unwrap()),
        Step::Unboxed if is_reference(root, &path[..at]) => quote!(**#place),
        Step::Unboxed => quote!(*#place),
        Step::Index(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(#place[#index])
        }
        Step::Key(key) => quote!(#place[#key]),
    })
}

/// Whether the place is a reference already.
fn is_reference(root: &Root, path: &[Step]) -> bool {
    match path.last() {
        Some(last) => matches!(last, Step::Some),
        None => matches!(root, Root::Data),
    }
}

fn borrowed(root: &Root, path: &[Step]) -> TokenStream {
    let place = place(root, path);
    if is_reference(root, path) { place } else { quote!(&#place) }
}

/// The place as a value that is compared, or copied.
fn owned(root: &Root, path: &[Step]) -> TokenStream {
    let place = place(root, path);
    if is_reference(root, path) { quote!(*#place) } else { place }
}

fn assertion(root: &Root, path: &[Step], expected: &Expected) -> TokenStream {
    let place = place(root, path);
    match expected {
        Expected::Text(text) => quote!(assert_eq!(#place, #text);),
        Expected::By(method, text) => {
            let method = format_ident!("{method}");
            quote!(assert_eq!(#place.#method(), #text);)
        }
        Expected::Kind(kind) => quote!(assert_eq!(#place.kind(), #kind);),
        Expected::Display(text) => quote!(assert_eq!(#place.to_string(), #text);),
        Expected::Number(method, number) => {
            let (method, number) = (format_ident!("{method}"), grouped(*number));
            quote!(assert_eq!(#place.#method(), #number);)
        }
        Expected::Bool(truth) => {
            let place = copied(root, path);
            if *truth { quote!(assert!(#place);) } else { quote!(assert!(!#place);) }
        }
        // What is not copied stays where it is.
        Expected::Parsed(text) => match path {
            [rest @ .., Step::Some] => {
                let option = owned(root, rest);
                quote!(assert_eq!(#option, Some(#text.parse().unwrap()));)
            }
            path => {
                let place = owned(root, path);
                quote!(assert_eq!(#place, #text.parse().unwrap());)
            }
        },
        Expected::None => quote!(assert!(#place.is_none());),
        Expected::Length(length) => {
            let length = Literal::usize_unsuffixed(*length);
            quote!(assert_eq!(#place.len(), #length);)
        }
        Expected::Json(text) => {
            let place = owned(root, path);
            quote!(assert_eq!(#place, #text.parse::<serde_json::Value>().unwrap());)
        }
    }
}

/// The place as a value that is copied out of what holds it.
fn copied(root: &Root, path: &[Step]) -> TokenStream {
    match path {
        [rest @ .., Step::Some] => {
            let option = place(root, rest);
            quote!(#option.unwrap())
        }
        path => owned(root, path),
    }
}
