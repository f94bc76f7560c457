//! Tests inside the generated crate: every example of the description decodes to what it says and survives a round trip.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use crate::rust::{Assertion, ExampleTest, Expected, Module, RustCrate, RustType, Step};

/// JSON as a person would lay it out.
pub(super) fn json(value: &Value) -> String {
    format!("{value:#}\n")
}

pub(super) fn tests(krate: &RustCrate, module: &Module) -> TokenStream {
    let doc = format!(" What the description shows of `{}` decodes, and comes back the same.", module.name.plain());
    let deprecated = module.has_deprecated_types()
        || module.structs.iter().any(|item| item.fields.iter().any(|field| field.attributes.deprecated.is_some()));
    let allow = deprecated.then(|| quote!(#![allow(deprecated, reason = "the description still has these items")]));
    let examples = module.structs.iter().map(|item| {
        let (test, ty) = (format_ident!("example_of_{}", item.example_name), path(krate, module, &item.name));
        quote! {
            #[test]
            fn #test() {
                let value = #ty::example();
                assert_eq!(#ty::from_json(&value.to_json()).unwrap(), value);
            }
        }
    });
    let tests = module.tests.iter().filter_map(|test| answer_test(krate, module, test));
    quote! {
        #![doc = #doc]
        #allow

        #(#examples)*
        #(#tests)*
    }
}

fn path(krate: &RustCrate, module: &Module, name: &crate::rust::Name) -> TokenStream {
    let (krate, module) = (&krate.name, &module.name);
    quote!(#krate::#module::#name)
}

/// The test of an endpoint's example answer, where the answer is an object.
fn answer_test(krate: &RustCrate, module: &Module, test: &ExampleTest) -> Option<TokenStream> {
    let ty = match &test.ty {
        RustType::Local(name) => path(krate, module, name),
        RustType::Foreign(module, name) => {
            let krate = &krate.name;
            quote!(#krate::#module::#name)
        }
        _ => return None,
    };
    let name = &test.name;
    let file = format!("{}/{}.json", module.name.plain(), test.name.plain());
    let assertions = test.assertions.iter().map(assertion);
    Some(quote! {
        #[test]
        fn #name() {
            let value = #ty::from_json(include_str!(#file)).unwrap();
            #(#assertions)*
            assert_eq!(#ty::from_json(&value.to_json()).unwrap(), value);
        }
    })
}

fn assertion(assertion: &Assertion) -> TokenStream {
    let place = assertion.path.iter().fold(quote!(value), |place, step| match step {
        Step::Field(name) => quote!(#place.#name),
        Step::Some => quote!(#place.as_ref().unwrap()),
        Step::Index(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(#place[#index])
        }
        Step::Key(key) => quote!(#place[#key]),
    });
    match &assertion.expected {
        Expected::Text(text) => quote!(assert_eq!(#place.as_str(), #text);),
        Expected::Display(text) => quote!(assert_eq!(#place.to_string(), #text);),
        Expected::MinorUnits(amount) => {
            let amount = Literal::i64_unsuffixed(*amount);
            quote!(assert_eq!(#place.minor_units(), #amount);)
        }
        Expected::Bool(true) => quote!(assert!(#place);),
        Expected::Bool(false) => quote!(assert!(!#place);),
        Expected::Timestamp(text) => quote!(assert_eq!(#place, #text.parse().unwrap());),
        Expected::None => quote!(assert!(#place.is_none());),
        Expected::Length(length) => {
            let length = Literal::usize_unsuffixed(*length);
            quote!(assert_eq!(#place.len(), #length);)
        }
        Expected::Json(text) => quote!(assert_eq!(#place, #text.parse::<serde_json::Value>().unwrap());),
    }
}
