//! What programs and build scripts have of the tool: each public item of `clientsmith::library` is a line of
//! `library/api.txt`, so that a change of it is seen. `UPDATE_EXPECT=1` writes the list.

mod support;

use std::fs;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{ImplItem, Item, Visibility};

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The lines of an item: what callers write, without bodies and documentation.
fn lines(item: &Item) -> Vec<TokenStream> {
    match item {
        Item::Fn(function) if is_public(&function.vis) => {
            let signature = &function.sig;
            vec![quote!(pub #signature)]
        }
        Item::Struct(structure) if is_public(&structure.vis) => {
            let name = &structure.ident;
            let fields = structure.fields.iter().filter(|field| is_public(&field.vis)).map(|field| {
                let (field, ty) = (&field.ident, &field.ty);
                quote!(pub #name.#field: #ty)
            });
            [quote!(pub struct #name)].into_iter().chain(fields).collect()
        }
        Item::Impl(implementation) => {
            let ty = &implementation.self_ty;
            let of_trait = implementation.trait_.as_ref().map(|(path, _)| quote!(impl #path for #ty));
            let methods = implementation.items.iter().filter_map(|item| match item {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    let signature = &method.sig;
                    Some(quote!(impl #ty: pub #signature))
                }
                _ => None,
            });
            of_trait.into_iter().chain(methods).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn public_items_are_as_listed() {
    let mut found = Vec::new();
    for (path, text) in support::read_folder(&support::codegen("src/library")) {
        let file = syn::parse_file(&String::from_utf8(text).unwrap()).unwrap_or_else(|error| panic!("{path}: {error}"));
        found.extend(file.items.iter().flat_map(lines).map(|line| line.to_token_stream().to_string()));
    }
    found.sort();
    let found = found.join("\n") + "\n";
    let listed = support::codegen("tests/library/api.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        support::write_file(&listed, found.as_bytes());
    }
    assert_eq!(fs::read_to_string(&listed).unwrap_or_default(), found, "UPDATE_EXPECT=1 writes the list");
}

#[test]
fn a_program_writes_a_crate_and_is_told_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("client"));
    support::write_folder(&spec, &support::read_folder(&support::codegen("tests/cases/presence/spec")));
    let first = clientsmith::library::generate(&spec, &out).unwrap();
    assert!(first.written == first.files && first.removed == 0 && first.remarks.is_empty(), "{first:?}");
    let second = clientsmith::library::generate(&spec, &out).unwrap();
    assert_eq!((second.files, second.written), (first.files, 0));

    fs::write(out.join("src/lib.rs"), "mine").unwrap();
    let refused = clientsmith::library::generate(&spec, &out).unwrap_err();
    assert!(refused.to_string().contains("src/lib.rs` was edited by hand\n"), "{refused}");
    let inside = clientsmith::library::generate(&spec, spec.join("client")).unwrap_err();
    assert!(inside.to_string().contains("into the folder of its description"), "{inside}");
    fs::write(spec.join("loans.yaml"), "resource: loans\n").unwrap();
    let faulty = clientsmith::library::generate(&spec, &out).unwrap_err();
    assert!(faulty.to_string().starts_with("error[missing-doc]: "), "{faulty}");
    assert_eq!(format!("{faulty:?}"), faulty.to_string(), "what `main` of a build script shows");
    assert!(!spec.join("client").exists());

    let document = "openapi: ../pets.yaml\npackage: {name: pets, version: 0.1.0, license: MIT}\n";
    fs::write(spec.join("api.yaml"), document).unwrap();
    let named = clientsmith::library::generate(&spec, &out).unwrap_err();
    assert!(named.to_string().contains("names a published document"), "{named}");

    let elsewhere = clientsmith::library::generate_in_build_script("spec").unwrap_err();
    assert!(elsewhere.to_string().contains("call this in a build script"), "{elsewhere}");
}
