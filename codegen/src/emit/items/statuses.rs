//! Types for what calls answer by status and headers, and for what their errors hold.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::aliases;
use crate::rust::{AnswerType, AnswerVariant, Field, Name, Presence, Refusal, Status, WireForm};

/// The type, and how it is read.
pub(crate) fn tokens(item: &AnswerType) -> TokenStream {
    let AnswerType { name, attributes, is_enum, variants } = item;
    let (declaration, of_status, parts) = if *is_enum { of_enum(variants) } else { of_struct(variants) };
    let kind = if *is_enum { quote!(enum) } else { quote!(struct) };
    let status = if *is_enum { quote!(status) } else { quote!(_) };
    let (given, parts) = if variants.iter().all(is_empty) { (quote!(_), quote!()) } else { (quote!(parts), parts) };
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub #kind #name {
            #declaration
        }

        impl runtime::Answer for #name {
            fn of_status(#status: u16) -> Option<Self> {
                #of_status
            }

            fn parts<'a>(&'a mut self, #given: &mut runtime::Parts<'a>) {
                #parts
            }
        }

        #alias
    }
}

/// That the description says what the bodies of such errors hold.
pub(super) fn described(error: &Name, refusal: &Refusal) -> TokenStream {
    let Refusal { ty, statuses, .. } = refusal;
    let (status, is_described) = if statuses.contains(&Status::Any) {
        (quote!(_), quote!(true))
    } else {
        let patterns = patterns(statuses);
        (quote!(status), quote!(matches!(status, #patterns)))
    };
    quote! {
        impl runtime::DescribedError for #error {
            type Body = #ty;

            fn describes(#status: u16) -> bool {
                #is_described
            }
        }
    }
}

/// The first and the last of some statuses.
pub(crate) fn bounds(status: Status) -> TokenStream {
    let (first, last) = range(status);
    let [first, last] = [first, last].map(Literal::u16_unsuffixed);
    quote!((#first, #last))
}

fn range(status: Status) -> (u16, u16) {
    match status {
        Status::Code(code) => (code, code),
        Status::Class(digit) => (u16::from(digit) * 100, u16::from(digit) * 100 + 99),
        Status::Any => (0, u16::MAX),
    }
}

/// A pattern for any of some statuses.
fn patterns(statuses: &[Status]) -> TokenStream {
    let mut ranges: Vec<_> = statuses.iter().copied().map(range).collect();
    ranges.sort_unstable();
    ranges.dedup_by(|(first, last), (_, before)| {
        let follows = *first <= before.saturating_add(1);
        *before = if follows { *last.max(before) } else { *before };
        follows
    });
    let patterns = ranges.into_iter().map(pattern);
    quote!(#(#patterns)|*)
}

fn pattern(range: (u16, u16)) -> TokenStream {
    let [first, last] = [range.0, range.1].map(Literal::u16_unsuffixed);
    match range {
        (0, u16::MAX) => quote!(_),
        (one, other) if one == other => quote!(#first),
        _ => quote!(#first..=#last),
    }
}

fn of_struct(variants: &[AnswerVariant]) -> (TokenStream, TokenStream, TokenStream) {
    let body = variants.iter().filter_map(|variant| variant.body.as_ref().map(|ty| (ty, variant.form)));
    let (types, forms): (Vec<_>, Vec<_>) = body.unzip();
    let headers: Vec<&Field> = variants.iter().flat_map(|variant| &variant.headers).collect();
    let declared = headers.iter().map(|Field { name, attributes, ty, .. }| quote!(#attributes pub #name: #ty));
    let names = headers.iter().map(|header| &header.name);
    let blanks = types.iter().map(|_| quote!(body)).chain(names.map(|name| quote!(#name)));
    let bodies = forms.iter().map(|form| body_part(&quote!(&mut self.body), *form));
    let parts = headers.iter().map(|header| {
        let name = &header.name;
        header_part(header, &quote!(&mut self.#name))
    });
    (
        quote!(#(#[doc = " What the body holds."] pub body: #types,)* #(#declared,)*),
        quote!(Some(Self { #(#blanks: runtime::blank()),* })),
        quote!(#(#bodies)* #(#parts)*),
    )
}

fn of_enum(variants: &[AnswerVariant]) -> (TokenStream, TokenStream, TokenStream) {
    let declared = variants.iter().map(|variant| {
        let AnswerVariant { name, attributes, body, headers, .. } = variant;
        let fields = headers.iter().map(|Field { name, attributes, ty, .. }| quote!(#attributes #name: #ty));
        match body {
            None if headers.is_empty() => quote!(#attributes #name),
            Some(ty) if headers.is_empty() => quote!(#attributes #name(#ty)),
            body => {
                let body = body.iter();
                quote!(#attributes #[non_exhaustive] #name { #(#[doc = " What the body holds."] body: #body,)* #(#fields),* })
            }
        }
    });
    let blanks = variants.iter().map(|variant| {
        let (status, shape) = (pattern(range(variant.status)), shape(variant, true));
        quote!(#status => Self::#shape)
    });
    let is_whole = variants.iter().any(|variant| variant.status == Status::Any);
    let others = (!is_whole).then(|| quote!(_ => return None,));
    let arms = alike(variants).into_iter().map(|alike| {
        let shapes = alike.iter().map(|variant| shape(variant, false));
        let parts = parts_of_variant(alike[0]);
        quote!(#(Self::#shapes)|* => { #parts })
    });
    (quote!(#(#declared,)*), quote!(Some(match status { #(#blanks,)* #others })), quote!(match self { #(#arms)* }))
}

/// Whether nothing is read into it.
fn is_empty(variant: &AnswerVariant) -> bool {
    variant.body.is_none() && variant.headers.is_empty()
}

/// Variants that hold the same and are read in the same way, together.
fn alike(variants: &[AnswerVariant]) -> Vec<Vec<&AnswerVariant>> {
    let held = |variant: &AnswerVariant| {
        let types: Vec<_> =
            variant.body.iter().chain(variant.headers.iter().map(|header| &header.ty)).cloned().collect();
        (types, parts_of_variant(variant).to_string())
    };
    let mut groups: Vec<Vec<&AnswerVariant>> = Vec::new();
    for variant in variants {
        match groups.iter_mut().find(|group| held(group[0]) == held(variant)) {
            Some(group) => group.push(variant),
            None => groups.push(vec![variant]),
        }
    }
    groups
}

/// Where the parts of a variant go.
fn parts_of_variant(variant: &AnswerVariant) -> TokenStream {
    let body = variant.body.iter().map(|_| body_part(&quote!(body), variant.form));
    let headers = variant.headers.iter().map(|header| {
        let name = &header.name;
        header_part(header, &quote!(#name))
    });
    quote!(#(#body)* #(#headers)*)
}

/// A variant with blanks in it, or as a pattern.
fn shape(variant: &AnswerVariant, is_blank: bool) -> TokenStream {
    let AnswerVariant { name, body, headers, .. } = variant;
    let value = is_blank.then(|| quote!(: runtime::blank()));
    match body {
        None if headers.is_empty() => quote!(#name),
        Some(_) if headers.is_empty() && is_blank => quote!(#name(runtime::blank())),
        Some(_) if headers.is_empty() => quote!(#name(body)),
        body => {
            let body = body.iter().map(|_| quote!(body #value));
            let names = headers.iter().map(|header| &header.name);
            quote!(#name { #(#body,)* #(#names #value),* })
        }
    }
}

fn body_part(place: &TokenStream, form: Option<WireForm>) -> TokenStream {
    if form.is_none() {
        return quote!(parts.body(#place););
    }
    let form = wire_form(form);
    quote!(parts.body_as(#place, #form);)
}

fn header_part(header: &Field, place: &TokenStream) -> TokenStream {
    let Field { wire, presence, form, .. } = header;
    let form = wire_form(*form);
    if *presence == Presence::Required {
        quote!(parts.required(#wire, #place, #form);)
    } else {
        quote!(parts.optional(#wire, #place, #form);)
    }
}

fn wire_form(form: Option<WireForm>) -> TokenStream {
    let name = quote::format_ident!("{}", form.map_or("Default", |form| form.0));
    quote!(runtime::WireForm::#name)
}
