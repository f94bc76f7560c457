//! The modules of resources: a folder each, with a file for each kind of item that it has.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::{enums, examples, identifiers, objects, params, requests, source, types, unions};
use crate::rust::{Module, Name, Request, RustCrate, RustType};

/// A longer file is hard to read, and is split.
const MOST_LINES: usize = 1500;

/// A private file of a module.
pub(super) struct Part {
    pub name: String,
    pub text: String,
    /// Whether its items are the module's own.
    is_public: bool,
}

/// The files of a module, each only if it has anything to hold.
pub(super) fn parts(module: &Module) -> Vec<Part> {
    let Module { identifiers, enums, structs, params, unions, requests, .. } = module;
    let enums = enums.iter().map(|item| Piece::new(&item.name, [], enums::values(item)));
    let errors = requests.iter().map(|item| Piece::new(&item.error.name, [], enums::errors(&item.error)));
    let identifiers = identifiers.iter().map(|item| Piece::new(&item.name, [], identifiers::tokens(item)));
    let objects = structs.iter().map(|item| Piece::new(&item.name, item.types(), objects::tokens(item)));
    let params = params.iter().map(|item| Piece::new(&item.name, item.types(), params::tokens(item)));
    let requests = requests.iter().map(request);
    let unions = unions.iter().map(|item| Piece::new(&item.name, item.types(), unions::tokens(item)));
    let parts = [
        part("enums", "Values that the service chooses from; those unknown to this version are kept.", enums),
        part("errors", "Why the service refuses calls, call by call.", errors),
        examples(module),
        part("identifiers", "Types of identifiers, so that one kind cannot be given for another.", identifiers),
        part("objects", "What the service answers.", objects),
        part("params", "What requests carry inside.", params),
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
    text: String,
}

impl<'a> Piece<'a> {
    fn new(name: &'a Name, types: impl IntoIterator<Item = &'a RustType>, tokens: TokenStream) -> Self {
        Self { name, uses: types::local(types.into_iter()), text: source::items(tokens) }
    }
}

fn request(request: &Request) -> Piece<'_> {
    let mut piece = Piece::new(&request.operation, request.types(), requests::tokens(request));
    piece.uses.insert(&request.error.name);
    piece.uses.extend(request.sender.as_ref().map(|sender| &sender.opening));
    piece
}

/// A file of public items, which know the runtime and their neighbours in other files; more than one if it is long.
fn part<'a>(name: &str, doc: &str, pieces: impl Iterator<Item = Piece<'a>>) -> Vec<Part> {
    let mut files: Vec<Vec<Piece<'_>>> = Vec::new();
    let mut lines = 0;
    for piece in pieces {
        let more = piece.text.lines().count();
        lines += more;
        match files.last_mut() {
            Some(file) if lines <= MOST_LINES => file.push(piece),
            _ => {
                files.push(vec![piece]);
                lines = more;
            }
        }
    }
    let name = |index: usize| if index == 0 { name.to_owned() } else { format!("{name}_{}", index + 1) };
    let doc = format!(" {doc}");
    let files = files.into_iter().enumerate();
    files.map(|(index, pieces)| Part { name: name(index), text: file(&doc, pieces), is_public: true }).collect()
}

fn file(doc: &str, pieces: Vec<Piece<'_>>) -> String {
    let mut imports: BTreeSet<&Name> = pieces.iter().flat_map(|piece| piece.uses.iter().copied()).collect();
    for piece in &pieces {
        imports.remove(piece.name);
    }
    let imports = imports.iter();
    let head = quote! {
        #![doc = #doc]

        #(use super::#imports;)*
        use crate::runtime;
    };
    let texts: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
    source::file_of(head, &texts)
}

/// The file of the objects' examples, which only the objects know.
fn examples(module: &Module) -> Vec<Part> {
    let mut items = module.forms().map(|(_, form)| examples::tokens(form)).peekable();
    if items.peek().is_none() {
        return Vec::new();
    }
    let text = source::file(quote! {
        #![doc = " Examples of the objects, as JSON."]

        #(#items)*
    });
    vec![Part { name: "examples".to_owned(), text, is_public: false }]
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
