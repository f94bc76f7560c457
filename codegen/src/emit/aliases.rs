//! Former names, as deprecated aliases of what has another name now.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::attributes::allow_deprecated;
use super::given::Taken;
use crate::rust::{Attributes, Name, Parameter, Variant, links};

/// The former names of a type.
pub(super) fn of_type(name: &Name, former: &[Name]) -> TokenStream {
    let head = head(&links::to_type(name), name);
    quote!(#(#head pub type #former = #name;)*)
}

/// The former names of a variant that holds nothing.
pub(super) fn of_variant(name: &Name, attributes: &Attributes) -> TokenStream {
    let former = &attributes.former;
    let head = head(&links::to_member("Self", name), name);
    quote! {#(
        #head
        #[allow(non_upper_case_globals, reason = "callers write it as the variant that it was")]
        pub const #former: Self = Self::#name;
    )*}
}

/// The former names of variants, for a block of items of their enum.
pub(super) fn of_variants(variants: &[Variant]) -> impl Iterator<Item = TokenStream> {
    variants.iter().map(|variant| of_variant(&variant.name, &variant.attributes))
}

/// The former names of what sets a value, for operations and requests alike.
pub(super) fn of_setters(parameter: &Parameter, taken: &Taken) -> TokenStream {
    let Parameter { name, attributes, .. } = parameter;
    let setters = of_setter(name, attributes, name, taken);
    let allow = allow_deprecated(attributes.is_deprecated());
    let unset = parameter.former_unset_names().map(|former| {
        let unset = parameter.unset_name();
        let head = head(&links::to_member("Self", &unset), &unset);
        quote! {
            #head
            #allow
            pub fn #former(self) -> Self {
                self.#unset()
            }
        }
    });
    quote!(#setters #(#unset)*)
}

/// The former names of a method that sets something: to an argument, if it takes one.
pub(super) fn of_setter(
    name: &Name,
    attributes: &Attributes,
    argument: &impl ToTokens,
    Taken { how, ty, .. }: &Taken,
) -> TokenStream {
    let former = &attributes.former;
    let head = head(&links::to_member("Self", name), name);
    let allow = allow_deprecated(attributes.is_deprecated());
    let taken = ty.as_ref().map(|ty| quote!(, #argument: #ty));
    let given = ty.as_ref().map(|_| argument);
    quote! {#(
        #head
        #allow
        pub fn #former #how (self #taken) -> Self {
            self.#name(#given)
        }
    )*}
}

/// The former names of a method that gives something.
pub(super) fn of_getter(name: &Name, attributes: &Attributes, ty: &TokenStream) -> TokenStream {
    let former = &attributes.former;
    let head = head(&links::to_member("Self", name), name);
    let allow = allow_deprecated(attributes.is_deprecated());
    quote! {#(
        #head
        #[must_use]
        #allow
        pub fn #former(&self) -> #ty {
            self.#name()
        }
    )*}
}

/// What stands above an alias: `link` leads to what it stands for.
pub(super) fn head(link: &str, name: &Name) -> TokenStream {
    let doc = format!(" A former name of {link}.");
    let note = format!("renamed to `{}`", name.plain());
    quote!(#[doc = #doc] #[deprecated = #note])
}
