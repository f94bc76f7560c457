//! Former names, as deprecated aliases of what has another name now.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::attributes::allow_deprecated;
use crate::rust::{Attributes, Name, Parameter, Variant, links};

/// The former name of a type.
pub(super) fn of_type(name: &Name, former: Option<&Name>) -> Option<TokenStream> {
    let former = former?;
    let head = head(&links::to_type(name), name);
    Some(quote!(#head pub type #former = #name;))
}

/// The former name of a variant that holds nothing.
pub(super) fn of_variant(name: &Name, attributes: &Attributes) -> Option<TokenStream> {
    let former = attributes.former.as_ref()?;
    let head = head(&links::to_member("Self", name), name);
    Some(quote! {
        #head
        #[allow(non_upper_case_globals, reason = "callers write it as the variant that it was")]
        pub const #former: Self = Self::#name;
    })
}

/// The former names of variants, for a block of items of their enum.
pub(super) fn of_variants(variants: &[Variant]) -> impl Iterator<Item = TokenStream> {
    variants.iter().filter_map(|variant| of_variant(&variant.name, &variant.attributes))
}

/// The former names of what sets a value, for operations and requests alike. `ty` is what callers give.
pub(super) fn of_setters(parameter: &Parameter, ty: &TokenStream) -> Option<TokenStream> {
    let Parameter { name, attributes, .. } = parameter;
    let setter = of_setter(name, attributes, name, ty)?;
    let allow = allow_deprecated(attributes.is_deprecated());
    let unset = parameter.former_unset_name().map(|former| {
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
    Some(quote!(#setter #unset))
}

/// The former name of a method that sets something to an argument.
pub(super) fn of_setter(
    name: &Name,
    attributes: &Attributes,
    argument: &impl ToTokens,
    ty: &TokenStream,
) -> Option<TokenStream> {
    let former = attributes.former.as_ref()?;
    let head = head(&links::to_member("Self", name), name);
    let allow = allow_deprecated(attributes.is_deprecated());
    Some(quote! {
        #head
        #allow
        pub fn #former(self, #argument: #ty) -> Self {
            self.#name(#argument)
        }
    })
}

/// The former name of a method that gives something.
pub(super) fn of_getter(name: &Name, attributes: &Attributes, ty: &TokenStream) -> Option<TokenStream> {
    let former = attributes.former.as_ref()?;
    let head = head(&links::to_member("Self", name), name);
    let allow = allow_deprecated(attributes.is_deprecated());
    Some(quote! {
        #head
        #[must_use]
        #allow
        pub fn #former(&self) -> #ty {
            self.#name()
        }
    })
}

/// What stands above an alias: `link` leads to what it stands for.
pub(super) fn head(link: &str, name: &Name) -> TokenStream {
    let doc = format!(" The former name of {link}.");
    let note = format!("renamed to `{}`", name.plain());
    quote!(#[doc = #doc] #[deprecated = #note])
}
