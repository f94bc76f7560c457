//! Values in a path, expanded as RFC 6570 says.

use crate::runtime::formats::percent::push_encoded;
use crate::runtime::formats::styled::parts::{Parts, Taken};
use crate::runtime::formats::styling::Style;
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Slot;

/// What stands before a value, between parts that are written on their own, and whether names are written.
struct Expansion {
    first: &'static str,
    separator: &'static str,
    is_named: bool,
    is_exploded: bool,
}

impl Expansion {
    fn of(style: Style) -> Self {
        let (first, separator, is_named, is_exploded) = match style {
            Style::Label => (".", ",", false, false),
            Style::LabelExploded => (".", ".", false, true),
            Style::Matrix => (";", ",", true, false),
            Style::MatrixExploded => (";", ";", true, true),
            Style::SimpleExploded => ("", ",", false, true),
            _ => ("", ",", false, false),
        };
        Self { first, separator, is_named, is_exploded }
    }

    /// Appends what stands before the value of a name. Where there is no value, a name stands alone.
    fn push_name(&self, target: &mut String, name: &str, value: &str) {
        if self.is_named {
            push_encoded(target, name);
            target.push_str(if value.is_empty() { "" } else { "=" });
        }
    }
}

/// Appends a value. What parts its texts is not encoded; in a text, it is.
pub(super) fn push_path(
    target: &mut String,
    name: &str,
    slot: Slot<'_>,
    style: Style,
    form: WireForm,
) -> Result<(), Unsendable> {
    if style == Style::Segments {
        return push_segments(target, slot, form);
    }
    let expansion = Expansion::of(style);
    let texts = match Taken::default().parts(slot, form)? {
        Parts::Value(text) => {
            target.push_str(expansion.first);
            expansion.push_name(target, name, &text);
            push_encoded(target, &text);
            return Ok(());
        }
        Parts::Members(members) if members.is_empty() => return Ok(()),
        Parts::Members(members) if expansion.is_exploded => members,
        Parts::Members(members) => members.into_iter().flat_map(|(name, text)| [name, text]).map(unnamed).collect(),
        Parts::Items(items) => items.into_iter().map(unnamed).collect(),
    };
    if expansion.separator == "." && texts.iter().any(|(name, text)| name.contains('.') || text.contains('.')) {
        return Err(Unsendable::new("holds a `.`, which would part it here"));
    }
    target.push_str(expansion.first);
    for (index, (member, text)) in texts.iter().enumerate() {
        if index > 0 {
            target.push_str(expansion.separator);
        }
        if !member.is_empty() {
            push_encoded(target, member);
            target.push('=');
        } else if index == 0 || expansion.is_exploded {
            expansion.push_name(target, name, text);
        }
        push_encoded(target, text);
    }
    Ok(())
}

/// Appends what is a part of the path itself. Of segments that are empty or of dots, clients and servers make another path.
fn push_segments(target: &mut String, slot: Slot<'_>, form: WireForm) -> Result<(), Unsendable> {
    let texts = match Taken::default().parts(slot, form)? {
        Parts::Value(text) => text.split('/').map(str::to_owned).collect(),
        Parts::Items(items) => items,
        Parts::Members(_) => return Err(Unsendable::new("has members, which no segments say")),
    };
    for (index, text) in texts.iter().enumerate() {
        match text.as_str() {
            "" => return Err(Unsendable::new("has an empty segment")),
            "." | ".." => return Err(Unsendable::new("has the segment `.` or `..`, which would lead to another path")),
            _ if index > 0 => target.push('/'),
            _ => {}
        }
        push_encoded(target, text);
    }
    Ok(())
}

fn unnamed(text: String) -> (String, String) {
    (String::new(), text)
}
