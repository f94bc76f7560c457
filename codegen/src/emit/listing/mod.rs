//! `api.txt`: one line for each public item, which is what a reviewer reads first.
//!
//! Behind `//` stands what an item is on the wire, so that a change of the protocol shows as well as one of the names.

mod answers;
mod events;
mod parameters;
mod surface;
mod usages;

pub use surface::surface;

use crate::rust::RustCrate;

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

pub(crate) fn text(krate: &RustCrate) -> String {
    let legend = LEGEND.iter().map(|line| (*line).to_owned());
    let lines: Vec<String> = legend.chain(surface(krate).into_iter().map(|line| line.text)).collect();
    lines.join("\n") + "\n"
}
