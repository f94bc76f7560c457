//! What callers set: the parameters of operations, and the members of objects of requests.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::constants;
use crate::emit::aliases;
use crate::emit::given::{Given, Taken};
use crate::rust::{Bound, Doc, Name, Need, Parameter, Part, Presence, links};

/// From so many fields on, Clippy asks whether one needs the name of its struct.
const FIELDS_WITH_ONE_NAME: usize = 3;

/// The struct that holds what is given. `head` stands above it.
pub(crate) fn declaration(head: &impl ToTokens, name: &Name, given: &[Parameter]) -> TokenStream {
    let fields = given.iter().map(|parameter| {
        let (name, ty) = (&parameter.name, &parameter.ty);
        match parameter.need {
            _ if parameter.part == Part::Rest => quote!(#name: #ty),
            Need::Required => quote!(#name: #ty),
            Need::RequiredNullable | Need::Optional => quote!(#name: Option<#ty>),
            Need::OptionalNullable => quote!(#name: Option<Option<#ty>>),
        }
    });
    let allow = [allow_nested_options(given), allow_repeated_name(name, given)];
    let allow: TokenStream = allow.into_iter().flatten().collect();
    if given.is_empty() {
        // No field keeps others from making one, who would not know of those that it has one day.
        return quote!(#head #[derive(Clone, Debug, PartialEq)] #[non_exhaustive] pub struct #name;);
    }
    quote! {
        #head
        #[derive(Clone, Debug, PartialEq)]
        #allow
        pub struct #name {
            #(#fields,)*
        }
    }
}

/// The fields of such a struct that holds what is required, from arguments of the same names; nothing if it has none.
pub(crate) fn beginning(given: &[Parameter]) -> TokenStream {
    let set = required(given).map(|parameter| {
        let (name, value) = (&parameter.name, Taken::by_argument(parameter).value);
        value.map_or(quote!(#name), |value| quote!(#name: #value))
    });
    let unset = optional(given).map(|parameter| {
        let name = &parameter.name;
        if parameter.part == Part::Rest {
            quote!(#name: std::collections::BTreeMap::new())
        } else {
            quote!(#name: None)
        }
    });
    if given.is_empty() { TokenStream::new() } else { quote!({ #(#set,)* #(#unset,)* }) }
}

/// The constructor of such a struct.
pub(crate) fn constructor(given: &[Parameter]) -> TokenStream {
    let (start, arguments, beginning) = (start(given), arguments(given), beginning(given));
    quote! {
        #start
        pub fn new(#(#arguments),*) -> Self {
            Self #beginning
        }
    }
}

/// What stands above the constructor.
fn start(given: &[Parameter]) -> Doc {
    let mut doc = Doc::default();
    if required(given).next().is_some() {
        doc.section(["Starts with what is required.".to_owned()]);
        doc.section(required(given).flat_map(Parameter::list_item));
    } else if given.is_empty() {
        doc.section(["There is nothing to set.".to_owned()]);
    } else {
        doc.section(["Starts with nothing set.".to_owned()]);
    }
    doc
}

/// Lets the fields of what can be unset be what they are.
fn allow_nested_options(given: &[Parameter]) -> Option<TokenStream> {
    let is_needed = given.iter().any(Parameter::can_be_unset);
    is_needed
        .then(|| quote!(#[allow(clippy::option_option, reason = "left out, sent as nothing, or sent with a value")]))
}

/// Lets a field have the name of its struct: both are those of the API.
fn allow_repeated_name(name: &Name, given: &[Parameter]) -> Option<TokenStream> {
    let name = name.plain();
    let repeats = |parameter: &Parameter| {
        let field = parameter.name.plain().replace('_', "");
        let ends = [field.get(..name.len()), field.len().checked_sub(name.len()).and_then(|start| field.get(start..))];
        ends.into_iter().flatten().any(|end| end.eq_ignore_ascii_case(name))
    };
    (given.len() >= FIELDS_WITH_ONE_NAME && given.iter().any(repeats))
        .then(|| quote!(#[allow(clippy::struct_field_names, reason = "the API calls both so")]))
}

/// What the constructor takes.
pub(crate) fn required(given: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    given.iter().filter(|parameter| parameter.is_argument())
}

/// What has a setter.
fn optional(given: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    given.iter().filter(|parameter| !parameter.is_argument())
}

/// The setters of all that may be left out: rows of those that set what they are given, and a block with the others.
/// `owner` is whose rows they are, and `block` the type that has the values in this place.
pub(crate) fn setters(
    given: &[Parameter],
    owner: &TokenStream,
    block: &TokenStream,
    place: &TokenStream,
) -> TokenStream {
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    for parameter in optional(given) {
        let taken = taken(parameter);
        match Given::row(parameter) {
            Some(row) => rows.push(row),
            None => others.push(setter(parameter, &taken, place)),
        }
        let more = more_setters(parameter, &taken, place);
        others.extend(Some(more).filter(|more| !more.is_empty()));
    }
    let rows = (!rows.is_empty()).then(|| quote!(runtime::setters! { #owner; #(#rows)* }));
    let others = (!others.is_empty()).then(|| quote!(#block { #(#others)* }));
    quote!(#rows #others)
}

fn taken(parameter: &Parameter) -> Taken {
    match &parameter.constant {
        Some(constant) => Taken::constant(parameter, &constants::value(constant)),
        None => Taken::by_setter(parameter),
    }
}

fn setter(parameter: &Parameter, Taken { how, ty, value }: &Taken, place: &TokenStream) -> TokenStream {
    let Parameter { name, attributes, .. } = parameter;
    let argument = ty.as_ref().map(|ty| quote!(, #name: #ty));
    quote! {
        #attributes
        pub fn #name #how (mut self #argument) -> Self {
            #place.#name = #value;
            self
        }
    }
}

/// What else sets a value: to nothing, or by a former name.
fn more_setters(parameter: &Parameter, taken: &Taken, place: &TokenStream) -> TokenStream {
    let unset = parameter.can_be_unset().then(|| unset(parameter, place));
    let former = aliases::of_setters(parameter, taken);
    quote!(#unset #former)
}

/// The setter that sends nothing in place of a value.
fn unset(parameter: &Parameter, place: &TokenStream) -> TokenStream {
    let (name, unset) = (&parameter.name, parameter.unset_name());
    let set = links::to_member("Self", name);
    let doc = format!(
        " Says that there is none, by `null` or an empty text in a form. {set} sets a value; without either it is left out."
    );
    let deprecated = parameter.attributes.deprecated.as_ref().map(|instead| quote!(#[deprecated = #instead]));
    quote! {
        #[doc = #doc]
        #deprecated
        pub fn #unset(mut self) -> Self {
            #place.#name = Some(None);
            self
        }
    }
}

/// The row of a member: how it may be missing, its field, its name on the wire, its style and form, and its bounds.
pub(crate) fn row(member: &Parameter) -> TokenStream {
    let Parameter { name, wire, style, form, bounds, aliased, .. } = member;
    let bounds = self::bounds(bounds.iter().chain(aliased));
    let how = match &member.part {
        Part::Union(_) => quote!(union),
        Part::Rest => quote!(rest),
        _ => presence(member).to_token_stream(),
    };
    quote!(#how #name #wire #style #form #bounds;)
}

/// The bounds that the runtime checks, as they stand in a row.
pub(crate) fn bounds<'a>(bounds: impl IntoIterator<Item = &'a Bound>) -> Option<TokenStream> {
    let bounds: Vec<_> = checked(bounds).collect();
    (!bounds.is_empty()).then(|| quote!([#(#bounds),*]))
}

/// The bounds that the runtime checks.
pub(crate) fn checked<'a>(bounds: impl IntoIterator<Item = &'a Bound>) -> impl Iterator<Item = &'a Bound> {
    bounds.into_iter().filter(|bound| bound.check.is_some())
}

/// How a value that callers give may be missing.
fn presence(parameter: &Parameter) -> Presence {
    match parameter.need {
        Need::Required => Presence::Required,
        Need::RequiredNullable => Presence::Nullable,
        Need::Optional | Need::OptionalNullable => Presence::Optional,
    }
}

/// What is required, as arguments of a function.
pub(crate) fn arguments(given: &[Parameter]) -> Vec<TokenStream> {
    let arguments = required(given).map(|parameter| {
        let (name, ty) = (&parameter.name, Taken::by_argument(parameter).ty);
        quote!(#name: #ty)
    });
    arguments.collect()
}
