//! Tests inside the generated crate: every example of the description decodes to what it says and survives a round trip.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::attributes::allow_deprecated_inside;
use super::{examples, types};
use crate::rust::{Assertion, ExampleTest, Expected, Module, RustCrate, RustType, Step};

pub(super) fn tokens(krate: &RustCrate, module: &Module) -> TokenStream {
    let doc = format!(" What the description shows of `{}` decodes, and comes back the same.", module.name.plain());
    let mut fields = module.structs.iter().flat_map(|item| &item.fields);
    let deprecated = krate.has_deprecated_names() || fields.any(|field| field.attributes.is_deprecated());
    let allow = allow_deprecated_inside(deprecated);
    let (crate_name, module_name) = (&krate.name, &module.name);
    let objects = module.tests.iter().filter(|test| test.is_object);
    let mut imports = types::local(objects.map(|test| &test.ty));
    imports.extend(module.structs.iter().map(|item| &item.name));
    imports.extend(module.tests.iter().filter(|test| !test.is_object).map(|test| &test.operation));
    let imports = imports.iter();
    let examples = module.structs.iter().map(|item| {
        let (test, ty) = (&item.test_name, &item.name);
        quote! {
            #[test]
            fn #test() {
                let value = #ty::example();
                assert_eq!(#ty::from_json(&value.to_json()).unwrap(), value);
            }
        }
    });
    let tests = module.tests.iter().map(|test| answer_test(krate, test));
    quote! {
        #![doc = #doc]
        #allow

        #(use #crate_name::#module_name::#imports;)*

        #(#examples)*
        #(#tests)*
    }
}

/// The test of an endpoint's example answer. What is no object has no JSON form but as the answer to its operation.
fn answer_test(krate: &RustCrate, test: &ExampleTest) -> TokenStream {
    let ExampleTest { name, operation, ty, .. } = test;
    let json = examples::literal(&test.response);
    let assertions = test.assertions.iter().map(assertion);
    let krate = &krate.name;
    let ty = match ty {
        RustType::Foreign(module, name) => quote!(#krate::#module::#name),
        ty => quote!(#ty),
    };
    let (read, again) = if test.is_object {
        (quote!(#ty::from_json(json)), quote!(assert_eq!(#ty::from_json(&value.to_json()).unwrap(), value);))
    } else {
        (quote!(<#operation as #krate::Operation>::from_http(http::Response::new(json.into()))), TokenStream::new())
    };
    quote! {
        #[test]
        fn #name() {
            let json = #json;
            let value = #read.unwrap();
            #(#assertions)*
            #again
        }
    }
}

fn assertion(assertion: &Assertion) -> TokenStream {
    let is_copied = matches!(assertion.expected, Expected::Timestamp(_) | Expected::Bool(_));
    let last = assertion.path.len().saturating_sub(1);
    let place = assertion.path.iter().enumerate().fold(quote!(value), |place, (index, step)| match step {
        Step::Field(name) => quote!(#place.#name),
        Step::Some if is_copied && index == last => quote!(#place.unwrap()),
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
            let amount = grouped(*amount);
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
        Expected::Json(text) => {
            let value = if matches!(assertion.path.last(), Some(Step::Some)) { quote!(*#place) } else { place };
            quote!(assert_eq!(#value, #text.parse::<serde_json::Value>().unwrap());)
        }
    }
}

/// A number with separators, where it is long.
fn grouped(number: i64) -> TokenStream {
    let digits = number.unsigned_abs().to_string();
    let first = digits.len() % 3;
    let groups = digits.as_bytes().iter().enumerate().map(|(index, digit)| {
        let starts_group = index > 0 && index % 3 == first && digits.len() > 4;
        format!("{}{}", if starts_group { "_" } else { "" }, char::from(*digit))
    });
    let literal: TokenStream = groups.collect::<String>().parse().expect("digits are a number");
    if number < 0 { quote!(-#literal) } else { literal }
}
