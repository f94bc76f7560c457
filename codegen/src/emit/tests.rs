//! Tests inside the generated crate: every example of the description decodes to what it says and survives a round trip.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::allow_deprecated_inside;
use super::{checks, examples, source, types};
use crate::rust::{ExampleTest, Module, RustCrate, RustType};

pub(super) fn tokens(krate: &RustCrate, module: &Module) -> TokenStream {
    let doc = format!(" What the description shows of `{}` decodes, and comes back the same.", module.name.plain());
    let feature = &module.feature.name;
    let mut fields = module.structs.iter().flat_map(|item| &item.fields);
    let deprecated = krate.has_deprecated_names() || fields.any(|field| field.attributes.is_deprecated());
    let allow = allow_deprecated_inside(deprecated);
    let (crate_name, module_name) = (&krate.name, &module.name);
    let mut imports = types::local(module.tests.iter().filter(|test| test.is_object).map(|test| &test.ty));
    imports.extend(module.forms().map(|(name, _)| name));
    imports.extend(module.tests.iter().filter(|test| !test.is_object).map(|test| &test.operation));
    imports.extend(types::local(module.tests.iter().flat_map(|test| checks::types(&test.checks))));
    let imports = imports.iter();
    let examples = module.forms().map(|(ty, form)| {
        let test = &form.test_name;
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
        #![cfg(feature = #feature)]
        #allow

        #(use #crate_name::#module_name::#imports;)*

        #(#examples)*
        #(#tests)*
    }
}

/// The most lines of a function to which Clippy says nothing. The table `[lints]` of the crate allows more, but a group of
/// lints on the command line goes before it.
const MOST_LINES: usize = 100;

/// The test of an endpoint's example answer. What is no object has no JSON form but as the answer to its operation.
fn answer_test(krate: &RustCrate, test: &ExampleTest) -> TokenStream {
    let ExampleTest { name, operation, ty, .. } = test;
    let json = examples::literal(&test.response);
    let checks = test.checks.iter().map(|check| checks::tokens(&krate.name, check));
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
    let body = quote! {
        fn #name() {
            let json = #json;
            let value = #read.unwrap();
            #(#checks)*
            #again
        }
    };
    let is_long = source::items(body.clone()).lines().count() > MOST_LINES;
    let allow = is_long.then(|| quote!(#[allow(clippy::too_many_lines, reason = "the example is long")]));
    quote!(#[test] #allow #body)
}
