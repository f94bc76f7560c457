//! Names of members, parameters and values: what Rust makes of them, unless two would get one.

use super::distinct::distinct;
use super::words::{snake, words};
use crate::casing;
use crate::spec::Item;

/// The names that something of this wire name may have, best first: what is made of any wire name, and all of its signs spoken.
pub(in crate::openapi) fn choices(wire: &str, natural: impl Fn(&str) -> String) -> Vec<String> {
    let natural_name = natural(wire);
    let first = if natural_name.is_ascii() && !natural_name.is_empty() {
        natural_name
    } else {
        let ascii = words(wire).join(" ");
        natural(if ascii.is_empty() { "other" } else { &ascii })
    };
    let spoken = natural(&spoken(wire)).replace("__", "_");
    if spoken.is_ascii() && spoken != first && !spoken.is_empty() { vec![first, spoken] } else { vec![first] }
}

/// The names of a member or parameter: that which its publisher gives it, which the item has by now, before all others.
pub(in crate::openapi) fn given(item: &Item, others: Vec<String>) -> Vec<String> {
    let given = item.rust.as_ref().map(|rust| snake(&words(&rust.value))).filter(|name| !name.is_empty());
    given.into_iter().chain(others).collect()
}

/// The names in Rust that must be said, since they are not those that are made of wire names anyway.
pub(in crate::openapi) fn said(
    wires: &[&str],
    candidates: &[Vec<String>],
    natural: impl Fn(&str) -> String,
    is_taken: impl Fn(&str) -> bool,
) -> Vec<Option<String>> {
    let names = distinct(candidates, |_, name| is_taken(name));
    let needed = names.into_iter().zip(wires).map(|(name, wire)| {
        let plain = || name.trim_matches('_').to_owned();
        (name != natural(wire)).then(plain)
    });
    needed.collect()
}

/// A name with a word for each sign in it.
fn spoken(wire: &str) -> String {
    let mut spoken = String::with_capacity(2 * wire.len());
    for sign in wire.chars() {
        if sign.is_ascii_alphanumeric() || sign == ' ' {
            spoken.push(sign);
        } else {
            spoken.extend([" ", &casing::snake(sign.encode_utf8(&mut [0; 4])), " "]);
        }
    }
    spoken
}
