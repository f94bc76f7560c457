//! What members always say.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::numbers::grouped;
use crate::rust::Literal;

/// The row of what is always there, without its end.
pub(crate) fn row(wire: &str, constant: &Literal) -> TokenStream {
    let value = if let Literal::Text(text) = constant {
        quote!(#text)
    } else {
        let literal = literal(constant);
        quote!((#literal))
    };
    quote!(#wire = #value)
}

/// A constant as a value of the runtime.
pub(crate) fn value(constant: &Literal) -> TokenStream {
    let literal = literal(constant);
    quote!(runtime::Literal::#literal)
}

/// The variant of the runtime's literals that a constant is.
fn literal(constant: &Literal) -> TokenStream {
    match constant {
        Literal::Text(text) => quote!(Text(#text)),
        Literal::Boolean(truth) => quote!(Boolean(#truth)),
        Literal::Number(digits) => {
            digits.parse().map(grouped).map_or_else(|_| quote!(Number(#digits)), |integer| quote!(Integer(#integer)))
        }
    }
}
