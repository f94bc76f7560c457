//! The modules of resources: a folder each, with a file for each kind of item that it has, or several where one would be long.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::items::{enums, events, identifiers, json, objects, params, statuses, types as named, unions};
use super::shadows::Shadows;
use super::{requests, source, types};
use crate::rust::{Module, Name, Request, RustCrate, RustType};

/// A private file of a module.
pub(super) struct Part {
    pub name: String,
    pub text: String,
    /// Whether its items are the module's own.
    is_public: bool,
}

/// More lines than this the items of a file have only if there is a single one; 3,000 with what stands above them.
const MOST_LINES: usize = 2_500;

/// The files of a module, each only if it has anything to hold.
pub(super) fn parts(krate: &Name, module: &Module) -> Vec<Part> {
    let Module { identifiers, aliases, enums, structs, params, unions, requests, .. } = module;
    let shadows = &Shadows::of(module);
    let enums = enums.iter().map(|item| Piece::new(&item.name, [], enums::values(item), shadows));
    let errors = requests.iter().map(|item| {
        let types = item.refusal.iter().map(|refusal| &refusal.ty);
        Piece::new(&item.error.name, types, enums::errors(&item.error, item.refusal.as_ref()), shadows)
    });
    let answers = requests.iter().flat_map(|request| &request.answers);
    let answers = answers.map(|item| Piece::new(&item.name, item.types(), statuses::tokens(item), shadows));
    let identifiers = identifiers.iter().map(|item| Piece::new(&item.name, [], identifiers::tokens(item), shadows));
    let objects = structs.iter().map(|item| Piece::new(&item.name, item.types(), objects::tokens(item), shadows));
    let params = params.iter().map(|item| Piece::new(&item.name, item.types(), params::tokens(item), shadows));
    let requests = requests.iter().map(|item| request(krate, &module.name, item, shadows));
    let unions = unions.iter().map(|item| Piece::new(&item.name, item.types(), unions::tokens(item), shadows));
    let of_events = module.events.iter();
    let of_events = of_events.map(|item| {
        let mut piece = Piece::new(&item.union.name, item.union.types(), events::tokens(item), shadows);
        piece.uses.extend(
            item.retrieve
                .iter()
                .filter(|_| item.are_followed())
                .flat_map(|(function, operation)| [function, operation]),
        );
        piece
    });
    let aliases = aliases.iter().map(|item| Piece::new(&item.name, &item.ty, named::tokens(item), shadows));
    let parts = [
        part("aliases", "Types with names of their own.", aliases),
        part("answers", "What calls answer by status and headers, and what their errors hold.", answers),
        part("enums", "Values that the service chooses from; those unknown to this version are kept.", enums),
        part("errors", "Why the service refuses calls, call by call.", errors),
        part("events", "What the service tells by itself.", of_events),
        part("identifiers", "Types of identifiers, so that one kind cannot be given for another.", identifiers),
        part("objects", "What the service answers.", objects),
        part("params", "What requests carry inside.", params),
        part("requests", "Calls of the service.", requests),
        part("unions", "What can be one of several things.", unions),
    ];
    let mut parts: Vec<Part> = parts.into_iter().flatten().chain(examples(module)).collect();
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    parts
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
    /// How many lines the text has.
    lines: usize,
}

impl<'a> Piece<'a> {
    fn new(
        name: &'a Name,
        types: impl IntoIterator<Item = &'a RustType>,
        tokens: TokenStream,
        shadows: &Shadows<'_>,
    ) -> Self {
        let knows_runtime = names_runtime(tokens.clone());
        let text = source::items(shadows.told_apart(tokens));
        let lines = text.lines().count();
        Self { name, uses: types::local(types.into_iter()), knows_runtime, text, lines }
    }

    /// The example of an object, which speaks of nothing.
    fn example((name, tokens): (&'a Name, TokenStream)) -> Self {
        let text = source::items(tokens);
        let lines = text.lines().count();
        Self { name, uses: BTreeSet::new(), knows_runtime: false, text, lines }
    }
}

/// Whether code speaks of the runtime; what documentation says does not count, nor does a member of that name.
fn names_runtime(tokens: TokenStream) -> bool {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_found = match token {
            TokenTree::Group(group) => names_runtime(group.stream()),
            TokenTree::Ident(ident) if ident == "runtime" => tokens.peek().is_some_and(begins_path),
            _ => false,
        };
        if is_found {
            return true;
        }
    }
    false
}

/// Whether a token is the first half of `::`.
fn begins_path(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == Spacing::Joint)
}

fn request<'a>(krate: &Name, module: &Name, request: &'a Request, shadows: &Shadows<'_>) -> Piece<'a> {
    let tokens = requests::tokens(krate, module, request);
    let mut piece = Piece::new(&request.operation, request.types(), tokens, shadows);
    piece.uses.insert(&request.error.name);
    piece.uses.extend(request.sender.as_ref().map(|sender| &sender.opening));
    piece
}

/// Files of public items, which know the runtime and their neighbours in other files.
fn part<'a>(name: &str, doc: &str, pieces: impl Iterator<Item = Piece<'a>>) -> Vec<Part> {
    let file = |(name, pieces): (String, Vec<Piece<'a>>)| {
        let text = source::file_of(head(doc, &pieces), &texts(&pieces));
        Part { name, text, is_public: true }
    };
    cut(name, "", pieces.collect()).into_iter().map(file).collect()
}

fn texts<'p>(pieces: &'p [Piece<'_>]) -> Vec<&'p str> {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// What stands above the items of a file.
fn head(doc: &str, pieces: &[Piece<'_>]) -> TokenStream {
    let mut imports: BTreeSet<&Name> = pieces.iter().flat_map(|piece| piece.uses.iter().copied()).collect();
    for piece in pieces {
        imports.remove(piece.name);
    }
    let doc = format!(" {doc}");
    let imports = source::imports(&quote!(super), imports.into_iter());
    let runtime = pieces.iter().any(|piece| piece.knows_runtime).then(|| {
        quote!(
            use crate::runtime;
        )
    });
    quote! {
        #![doc = #doc]

        #runtime
        #imports
    }
}

/// The files that items are in: one, or where that would be long, one for each way in which their names begin, so that a new
/// item moves no others. `start` is how all of these names begin.
fn cut<'a>(name: &str, start: &str, pieces: Vec<Piece<'a>>) -> Vec<(String, Vec<Piece<'a>>)> {
    let file = if start.is_empty() { name.to_owned() } else { format!("{name}_{start}") };
    let lines: usize = pieces.iter().map(|piece| piece.lines).sum();
    let mut by_start: BTreeMap<String, Vec<Piece<'a>>> = BTreeMap::new();
    match pieces.len() {
        0 => return Vec::new(),
        1 => return vec![(file, pieces)],
        _ if lines <= MOST_LINES => return vec![(file, pieces)],
        _ => {}
    }
    for piece in pieces {
        by_start.entry(piece.name.start(start.chars().count() + 1)).or_default().push(piece);
    }
    if let Some(whole) = by_start.remove(start) {
        // A name that is the beginning of all others has no further letter.
        let mut rest = by_start.into_iter().flat_map(|(start, pieces)| cut(name, &start, pieces)).collect::<Vec<_>>();
        rest.insert(0, (file, whole));
        return rest;
    }
    by_start.into_iter().flat_map(|(start, pieces)| cut(name, &start, pieces)).collect()
}

/// The files of the objects' examples, which only the objects know. They are all called by the path of the first.
fn examples(module: &Module) -> Vec<Part> {
    let doc = quote!(#![doc = " Examples of the objects, as JSON."]);
    let of_objects = module.json_forms().map(|(name, json_form)| (name, json::tokens(json_form)));
    let pieces = of_objects.chain(module.events.iter().flat_map(events::examples)).map(Piece::example);
    let files = cut("examples", "", pieces.collect());
    let names: Vec<_> = files.iter().map(|(name, _)| format_ident!("{name}")).collect();
    let whole = (files.len() > 1).then(|| {
        let text = source::file(quote!(#doc #(pub(super) use super::#names::*;)*));
        Part { name: "examples".to_owned(), text, is_public: false }
    });
    let files = files.into_iter().map(|(name, pieces)| {
        let text = source::file_of(doc.clone(), &texts(&pieces));
        Part { name, text, is_public: false }
    });
    whole.into_iter().chain(files).collect()
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
