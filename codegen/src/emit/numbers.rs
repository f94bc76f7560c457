//! Numbers as code.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitInt;

/// A number with separators, where it is long.
pub(super) fn grouped(number: i64) -> TokenStream {
    let literal = LitInt::new(&grouped_digits(number.unsigned_abs().into()), Span::call_site());
    if number < 0 { quote!(-#literal) } else { quote!(#literal) }
}

/// The same as text.
pub(super) fn grouped_digits(number: i128) -> String {
    let digits = number.unsigned_abs().to_string();
    let first = digits.len() % 3;
    let groups = digits.as_bytes().iter().enumerate().map(|(index, digit)| {
        let starts_group = index > 0 && index % 3 == first && digits.len() > 4;
        format!("{}{}", if starts_group { "_" } else { "" }, char::from(*digit))
    });
    let sign = if number < 0 { "-" } else { "" };
    std::iter::once(sign.to_owned()).chain(groups).collect()
}
