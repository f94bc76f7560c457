//! Tests inside the generated crate: every example of the description decodes to what it says and survives a round
//! trip, or is the error that it says.

mod checks;
mod events;
mod refusals;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::attributes::allow_deprecated_inside;
use crate::emit::items::json;
use crate::emit::{source, types};
use crate::rust::{Events, ExampleTest, Module, RustCrate};

/// What makes a test of each type that has an example, with a row for each.
const ROUND_TRIPS: &str = "\
/// Tests that the example of a type decodes, and comes back the same.
macro_rules! round_trips {
    ($($test:ident: $object:ident;)*) => {$(
        #[test]
        fn $test() {
            let value = $object::example();
            assert_eq!($object::from_json(&value.to_json()).unwrap(), value);
        }
    )*};
}
";

/// The file of a module's tests.
pub(crate) fn text(krate: &RustCrate, module: &Module) -> String {
    let answers = module.tests.iter().map(|test| answer_test(krate, test));
    let refusals = module.refusals.iter().map(|test| source::items(refusals::tokens(&krate.name, test)));
    let events = module.events.iter().flat_map(events::tests);
    let texts: Vec<String> = round_trips(module).chain(answers).chain(refusals).chain(events).collect();
    source::file_of(head(krate, module), &texts)
}

/// The tests of the types that have an example.
fn round_trips(module: &Module) -> impl Iterator<Item = String> {
    let rows: Vec<TokenStream> = module
        .json_forms()
        .map(|(ty, json_form)| {
            let test = &json_form.test_name;
            quote!(#test: #ty;)
        })
        .collect();
    let table = (!rows.is_empty()).then(|| source::items(quote!(round_trips! { #(#rows)* })));
    table.into_iter().flat_map(|table| [ROUND_TRIPS.to_owned(), table])
}

fn head(krate: &RustCrate, module: &Module) -> TokenStream {
    let doc = format!(" What the description shows of `{}` decodes, and comes back the same.", module.name.plain());
    let feature = &module.feature.name;
    let mut fields = module.structs.iter().flat_map(|item| &item.fields);
    let deprecated = krate.has_deprecated_names()
        || fields.any(|field| field.attributes.is_deprecated())
        || module.refusals.iter().any(|test| test.is_deprecated);
    let allow = allow_deprecated_inside(deprecated);
    let (krate, tests, refusals) = (&krate.name, &module.tests, &module.refusals);
    let module_name = &module.name;
    let mut imports = types::local(tests.iter().filter(|test| test.is_object).map(|test| &test.ty));
    imports.extend(module.json_forms().map(|(name, _)| name));
    imports.extend(tests.iter().map(|test| &test.operation));
    imports.extend(tests.iter().flat_map(|test| checks::enums(&test.checks)));
    imports.extend(module.events.iter().flat_map(Events::type_names));
    imports.extend(refusals.iter().flat_map(refusals::types));
    let imports = source::imports(&quote!(#krate::#module_name), imports.into_iter());
    let operation = (!tests.is_empty() || !refusals.is_empty()).then(|| quote!(use #krate::Operation as _;));
    quote! {
        #![doc = #doc]
        #![cfg(feature = #feature)]
        #allow

        #operation
        #imports
    }
}

/// The most lines of a function to which Clippy says nothing. The table `[lints]` of the crate allows more, but a group
/// of lints on the command line goes before it.
const MOST_LINES: usize = 100;

/// The test of an endpoint's example answer.
fn answer_test(krate: &RustCrate, test: &ExampleTest) -> String {
    let ExampleTest { name, operation, ty, .. } = test;
    let json = json::literal(&test.response);
    let checks = test.checks.iter().map(|check| checks::tokens(&krate.name, check));
    let again = test.is_object.then(|| round_trip(&checks::path_of(&krate.name, ty)));
    let test = source::items(quote! {
        fn #name() {
            let json = #json;
            let value = #operation::from_http(http::Response::new(json.into())).unwrap();
            #(#checks)*
            #again
        }
    });
    let is_long = test.lines().count() > MOST_LINES;
    let allow = if is_long { "#[allow(clippy::too_many_lines, reason = \"the example is long\")]\n" } else { "" };
    format!("#[test]\n{allow}{test}")
}

/// That an object comes back the same from its JSON.
fn round_trip(ty: &TokenStream) -> TokenStream {
    quote!(assert_eq!(#ty::from_json(&value.to_json()).unwrap(), value);)
}
