//! `api.txt`: one line for each public item, which is what a reviewer reads first.
//!
//! Behind `//` stands what an item is on the wire, so that a change of the protocol shows as well as one of the names.

mod answers;
mod events;
mod module_items;
mod parameters;
mod runtime_items;
mod sections;
mod usages;

pub use sections::surface;

use std::iter;

use crate::rust::RustCrate;
use crate::surface::{LISTING, PARTS, part_line, part_path};
use sections::Section;

/// A list that is longer has a file for each module.
const MOST_LINES: usize = 5_000;

/// What holds for every item of a kind, and would only be noise on a line of each.
const LEGEND: &[&str] = &[
    "# Every public item on a line, with what it is on the wire behind `//`.",
    "# Identifiers and enums: as_str, Display, FromStr, From<&str>, From<String>. Enums and errors: KNOWN, Unknown.",
    "# Enums of integers: as_i64, Display, From<i64>. Enums of booleans: as_bool, Display, From<bool>.",
    "# Objects: from_json, to_json, example. Their kinds: Unknown.",
    "# Objects of requests: new, which takes each `arg` in order, and their setters. Calls take theirs after the client.",
    "# What callers give stands as what it becomes: they give what turns into it, and setters an `Option` of that as well.",
    "# A call gives a request, which has the setters. Behind `=>` stands what it answers, or in an `Error`, its enum of codes.",
];

/// The files that list all public items: the path and the text of each.
pub(crate) fn files(krate: &RustCrate) -> Vec<(String, String)> {
    let sections = sections::sections(krate);
    let legend = LEGEND.iter().map(|line| (*line).to_owned());
    let is_parted = sections.iter().map(|section| section.lines.len()).sum::<usize>() > MOST_LINES;
    let mut parts = Vec::new();
    let mut whole: Vec<String> = legend.collect();
    for Section { module, lines } in sections {
        let lines = lines.into_iter().map(|line| line.text);
        match module.filter(|_| is_parted) {
            Some(module) => {
                whole.push(part_line(module.plain()));
                parts.push((part_path(module.plain()), text(lines)));
            }
            None => whole.extend(lines),
        }
    }
    iter::once((LISTING.to_owned(), text(whole.into_iter()))).chain(parts).collect()
}

/// What says of the files that the crate has that a review shows them.
pub(crate) fn attributes(files: &[(String, String)]) -> String {
    let parts = if files.len() > 1 { format!("{PARTS}/*.txt linguist-generated=false\n") } else { String::new() };
    format!("{LISTING} linguist-generated=false\n{parts}")
}

fn text(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}
