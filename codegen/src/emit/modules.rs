//! The modules of resources: a folder each, with a file for each kind of item that it has.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::items::{enums, identifiers, json, objects, params, unions};
use super::{requests, source, types};
use crate::rust::{Module, Name, Request, RustCrate, RustType};

/// A private file of a module.
pub(super) struct Part {
    pub name: &'static str,
    pub text: String,
    /// A file inside it, with its name.
    pub inner: Option<(&'static str, String)>,
    /// Whether its items are the module's own.
    is_public: bool,
}

/// The files of a module, each only if it has anything to hold.
pub(super) fn parts(krate: &Name, module: &Module) -> Vec<Part> {
    let Module { identifiers, enums, structs, params, unions, requests, .. } = module;
    let enums = enums.iter().map(|item| Piece::new(&item.name, [], enums::values(item)));
    let errors = requests.iter().map(|item| Piece::new(&item.error.name, [], enums::errors(&item.error)));
    let identifiers = identifiers.iter().map(|item| Piece::new(&item.name, [], identifiers::tokens(item)));
    let objects = structs.iter().map(|item| Piece::new(&item.name, item.types(), objects::tokens(item)));
    let members = (!params.is_empty()).then(|| ("members", params::members(params)));
    let params = params.iter().map(|item| Piece::new(&item.name, item.types(), params::tokens(item)));
    let requests = requests.iter().map(|item| request(krate, &module.name, item));
    let unions = unions.iter().map(|item| Piece::new(&item.name, item.types(), unions::tokens(item)));
    let parts = [
        part("enums", "Values that the service chooses from; those unknown to this version are kept.", enums),
        part("errors", "Why the service refuses calls, call by call.", errors),
        examples(module),
        part("identifiers", "Types of identifiers, so that one kind cannot be given for another.", identifiers),
        part("objects", "What the service answers.", objects),
        part_holding("params", "What requests carry inside.", params, members),
        part("requests", "Calls of the service.", requests),
        part("unions", "What can be one of several things.", unions),
    ];
    parts.into_iter().flatten().collect()
}

/// Items that belong together.
struct Piece<'a> {
    /// The name of the one that others of the module may speak of.
    name: &'a Name,
    /// Names of the module that they speak of.
    uses: BTreeSet<&'a Name>,
    /// Whether they speak of the runtime.
    knows_runtime: bool,
    text: String,
}

impl<'a> Piece<'a> {
    fn new(name: &'a Name, types: impl IntoIterator<Item = &'a RustType>, tokens: TokenStream) -> Self {
        let knows_runtime = names_runtime(tokens.clone());
        Self { name, uses: types::local(types.into_iter()), knows_runtime, text: source::items(tokens) }
    }
}

/// Whether code speaks of the runtime; what documentation says does not count.
fn names_runtime(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => names_runtime(group.stream()),
        TokenTree::Ident(ident) => ident == "runtime",
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn request<'a>(krate: &Name, module: &Name, request: &'a Request) -> Piece<'a> {
    let tokens = requests::tokens(krate, module, request);
    let mut piece = Piece::new(&request.operation, request.types(), tokens);
    piece.uses.insert(&request.error.name);
    piece.uses.extend(request.sender.as_ref().map(|sender| &sender.opening));
    piece
}

/// A file of public items, which know the runtime and their neighbours in other files.
fn part<'a>(name: &'static str, doc: &str, pieces: impl Iterator<Item = Piece<'a>>) -> Option<Part> {
    part_holding(name, doc, pieces, None)
}

/// The same, perhaps with a file inside it.
fn part_holding<'a>(
    name: &'static str,
    doc: &str,
    pieces: impl Iterator<Item = Piece<'a>>,
    inner: Option<(&'static str, String)>,
) -> Option<Part> {
    let pieces: Vec<_> = pieces.collect();
    if pieces.is_empty() {
        return None;
    }
    let mut imports: BTreeSet<&Name> = pieces.iter().flat_map(|piece| piece.uses.iter().copied()).collect();
    for piece in &pieces {
        imports.remove(piece.name);
    }
    let (doc, imports) = (format!(" {doc}"), imports.iter());
    let runtime = pieces.iter().any(|piece| piece.knows_runtime).then(|| {
        quote!(
            use crate::runtime;
        )
    });
    let inside = inner.iter().map(|(name, _)| format_ident!("{name}"));
    let head = quote! {
        #![doc = #doc]

        #(mod #inside;)*
        #(use super::#imports;)*
        #runtime
    };
    let texts: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
    Some(Part { name, text: source::file_of(head, &texts), inner, is_public: true })
}

/// The file of the objects' examples, which only the objects know.
fn examples(module: &Module) -> Option<Part> {
    let mut items = module.json_forms().map(|(_, json_form)| json::tokens(json_form)).peekable();
    items.peek()?;
    let text = source::file(quote! {
        #![doc = " Examples of the objects, as JSON."]

        #(#items)*
    });
    Some(Part { name: "examples", text, inner: None, is_public: false })
}

/// The module's own file, which names its parts.
pub(super) fn tokens(krate: &RustCrate, module: &Module, parts: &[Part]) -> TokenStream {
    let doc = module.doc.inner();
    let names = parts.iter().map(|part| format_ident!("{}", part.name));
    let public = parts.iter().filter(|part| part.is_public).map(|part| format_ident!("{}", part.name));
    let allow = allow_deprecated(krate.has_deprecated_names());
    quote! {
        #doc

        #(#allow mod #names;)*

        #(pub use #public::*;)*
    }
}
