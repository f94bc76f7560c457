//! Operations: what requests send.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::answers;
use crate::emit::credentials;
use crate::emit::items::{built, constants, statuses};
use crate::rust::{BodyFormat, Encoding, Parameter, Part, Request, WireStyle, links};

/// The struct, which the request function makes.
pub(super) fn declaration(request: &Request) -> TokenStream {
    let doc = format!(" What {} sends.", links::to_function(&request.function));
    built::declaration(&quote!(#[doc = #doc]), &request.operation, &request.parameters)
}

/// The setters of what may be left out, which stand on requests.
pub(super) fn setters(request: &Request) -> TokenStream {
    let operation = &request.operation;
    let block = quote!(impl<C> runtime::Request<C, #operation>);
    built::setters(&request.parameters, &quote!(Request<C, #operation>), &block, &quote!(self.operation))
}

/// How it is sent, and what it answers.
pub(super) fn implementation(request: &Request) -> TokenStream {
    let Request { operation, label, path, returns, answer_form, dialect, .. } = request;
    let error = &request.error.name;
    let method = Ident::new(request.method.as_str(), Span::call_site());
    let traits = traits(request);
    let traits = (!traits.is_empty()).then(|| quote!(, { #(#traits),* }));
    let rows = request.parameters.iter().map(row);
    let constants = request.constants.iter().map(|constant| {
        let (row, part) = (constants::row(&constant.wire, &constant.says), part(&constant.part));
        quote!(#row in #part;)
    });
    quote! {
        runtime::operation! {
            #operation => #returns #answer_form, #error;
            #method #path, #label, crate::service::#dialect #traits;
            #(#rows)*
            #(#constants)*
        }
    }
}

/// What sets its endpoint apart from a plain one.
fn traits(request: &Request) -> Vec<TokenStream> {
    let server = Literal::usize_unsuffixed(request.server);
    let headers = request.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let retry_on = request.retry_on.as_ref().map(|statuses| {
        let statuses = statuses.iter().map(|status| Literal::u16_unsuffixed(*status));
        quote!(retry_on: Some(&[#(#statuses),*]))
    });
    let traits = [
        request.has_body().then(|| quote!(has_body: true)),
        request.body.is_whole.then(|| quote!(is_whole: true)),
        request.body.format.map(|format| {
            let format = body_format(format);
            quote!(body: Some(&runtime::#format))
        }),
        request.body.media.as_ref().map(|media| quote!(media: Some(#media))),
        encodings(request),
        request.is_keyed.then(|| quote!(is_keyed: true)),
        request.is_idempotent.then(|| quote!(is_idempotent: true)),
        retry_on,
        (!request.other_statuses.is_empty()).then(|| {
            let others = request.other_statuses.iter().map(|status| statuses::bounds(*status));
            quote!(answers: &[#(#others),*])
        }),
        (request.server != 0).then(|| quote!(server: #server)),
        (!request.headers.is_empty()).then(|| quote!(headers: &[#(#headers),*])),
        request.is_styled().then(|| quote!(styling: Some(&runtime::STYLING))),
        request.auth.as_ref().map(|auth| {
            let auth = credentials::security(auth);
            quote!(auth: Some(#auth))
        }),
    ];
    traits.into_iter().flatten().chain(answers::traits(&request.answer)).collect()
}

/// How members of the body are written, where that is not as its form has it.
fn encodings(request: &Request) -> Option<TokenStream> {
    let encodings = request.body.encodings.iter().map(|(name, encoding)| match encoding {
        Encoding::Style(WireStyle(style)) => {
            let style = Ident::new(style, Span::call_site());
            quote!((#name, runtime::Encoding::Style(runtime::Style::#style, &runtime::STYLING)))
        }
        Encoding::Media(media) => quote!((#name, runtime::Encoding::Media(#media))),
    });
    let encodings: Vec<_> = encodings.collect();
    (!encodings.is_empty()).then(|| quote!(encodings: &[#(#encodings),*]))
}

/// The runtime's name of a form of bodies.
fn body_format(format: BodyFormat) -> Ident {
    let name = match format {
        BodyFormat::Json => "JSON_BODY",
        BodyFormat::Form => "FORM_BODY",
        BodyFormat::Multipart => "MULTIPART_BODY",
        BodyFormat::Text => "TEXT_BODY",
        BodyFormat::Bytes => "BYTES_BODY",
        BodyFormat::Lines => "LINES_BODY",
    };
    Ident::new(name, Span::call_site())
}

/// The row of a parameter: what carries it, how it may be missing, its field, its name on the wire, and its bounds.
fn row(parameter: &Parameter) -> TokenStream {
    let (part, row) = (part(&parameter.part), built::row(parameter));
    quote!(#part #row)
}

/// The name of what carries a parameter.
fn part(part: &Part) -> TokenStream {
    match part {
        Part::Path => quote!(path),
        Part::Token => quote!(token),
        Part::Query => quote!(query),
        Part::Header => quote!(header),
        Part::Cookie => quote!(cookie),
        Part::Body | Part::Whole | Part::Member | Part::Union(_) | Part::Rest => quote!(body),
    }
}
