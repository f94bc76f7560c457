//! The public items of a generated crate, each with the place in the description that it comes from.
//!
//! `api.txt` is their list, and a report on a change cites them.

use crate::diag::Span;

/// The file that lists the public items of a crate.
pub(crate) const LISTING: &str = "api.txt";
/// The folder of files that list those of a module each, where the list would be long.
pub(crate) const PARTS: &str = "api";
/// Ends what names such a file in the list.
const HAS_ITEMS: &str = " has the items of `";

/// Where the items of a module are listed.
pub(crate) fn part_path(module: &str) -> String {
    format!("{PARTS}/{module}.txt")
}

/// Says so in the list.
pub(crate) fn part_line(module: &str) -> String {
    format!("# {}{HAS_ITEMS}{module}`.", part_path(module))
}

/// The files to which a list leads, which may hold anything.
pub(crate) fn part_paths(listing: &str) -> impl Iterator<Item = String> {
    let module = |line: &'_ str| line.split_once(HAS_ITEMS)?.1.strip_suffix("`.").map(str::to_owned);
    listing.lines().filter(|line| line.starts_with('#')).filter_map(move |line| {
        let module = module(line)?;
        let is_name = module.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        (is_name && line == part_line(&module)).then(|| part_path(&module))
    })
}

/// A public item: one line of `api.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceLine {
    /// What it comes from; nothing for what is the same in every crate that has it.
    pub origin: Option<Origin>,
    /// What it is to callers.
    pub kind: SurfaceKind,
    /// The line, without its end.
    pub text: String,
    /// What asks for an item that comes from nothing, and what else may have made it do so; empty if every crate has it.
    pub askers: Vec<Origin>,
    /// The present name of the item, where the line is that of a former one.
    pub former_of: Option<String>,
    /// How a caller's program speaks of it; nothing for what every crate has, and for what is only there together with
    /// a client that sends.
    pub usage: Option<Usage>,
}

/// What a public item is to callers, as far as a report tells one from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurfaceKind {
    /// A function that makes a request.
    Call,
    /// What such a function takes, or `new`.
    Argument,
    /// A method that sets what may be left out.
    Setter,
    /// Anything else.
    Other,
}

impl SurfaceLine {
    /// The path of the item that the line declares.
    #[must_use]
    pub fn item(&self) -> &str {
        const KINDS: [&str; 10] =
            ["pub ", "arg ", "const ", "async ", "enum ", "fn ", "mod ", "struct ", "trait ", "type "];
        let line = KINDS.iter().fold(self.text.as_str(), |line, kind| line.strip_prefix(kind).unwrap_or(line));
        // The setters of a request stand in a block for its operation: `Request<C, alerts::List>::limit`.
        let start = if line.starts_with("Request<") { line.find(">::").unwrap_or_default() } else { 0 };
        let end = line[start..].bytes().position(|byte| b" (<".contains(&byte)).map_or(line.len(), |end| start + end);
        line[..end].trim_end_matches(':')
    }

    /// The name of that item, without those of what it is in.
    #[must_use]
    pub fn name(&self) -> &str {
        last_name(self.item())
    }
}

/// The name of an item, without those of what it is in.
pub(crate) fn last_name(item: &str) -> &str {
    item.rsplit_once("::").map_or(item, |(_, name)| name)
}

/// The items of a description from which something was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Where the name of the resource, type, endpoint or header is written.
    pub owner: Span,
    /// Where the name of its member is written: a field, value, variant, parameter, or error code.
    pub member: Option<Span>,
}

/// Code with which a caller's program speaks of an item, whole statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// A variable that the code is given, and its type, as a full path.
    pub given: Option<(String, String)>,
    /// The statements. They may use `?` and `await`, `client`, which is a reference to any client of the crate, and as
    /// types `C` for that client and `O` for any operation.
    pub code: String,
}
