//! Texts that were read before. A large API says the same of many things, such as of the cursor of each of its lists, and names
//! that are found wrong are looked at again with all that is around them.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{normal, write};

/// So many texts are kept: those of the largest documents are fewer. More are only met by a program that goes on running.
const MOST: usize = 20_000;

thread_local! {
    /// Lines of texts that no words of the tool lead.
    static KNOWN: RefCell<HashMap<String, Vec<String>>> = RefCell::default();
}

/// The lines of a text in its normal form, with words of the tool before it.
pub(super) fn lines(lead: &str, text: &str) -> Vec<String> {
    if !lead.is_empty() {
        return read(lead, text);
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(lines) = known.get(text) {
            return lines.clone();
        }
        if known.len() == MOST {
            known.clear();
        }
        known.entry(text.to_owned()).or_insert_with(|| read(lead, text)).clone()
    })
}

fn read(lead: &str, text: &str) -> Vec<String> {
    write::lines(&normal::document(lead, text))
}
