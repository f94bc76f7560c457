//! Values in a query.

use std::mem;

use crate::runtime::formats::styled::nested::Nested;
use crate::runtime::formats::styled::pairs::{encoded, push_pair};
use crate::runtime::formats::styled::parts::{Parts, Taken};
use crate::runtime::formats::styling::{PushQuery, Style, Styles, style_of};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Slot};
use crate::runtime::json::write::write_json;

/// Appends parameters to a URL, in their order.
pub(super) fn push_query(
    url: &mut String,
    mut members: Members<'_>,
    styles: &Styles,
    plain: PushQuery,
    form: WireForm,
) -> Result<(), Unsendable> {
    let mut extra = Members::default();
    extra.extra = mem::take(&mut members.extra);
    let is_extra = |name: &str| extra.extra.iter().any(|(extra, _)| extra == name);
    let parameters: Vec<_> = members.apart().filter(|(name, _)| !is_extra(name)).collect();
    let names: Vec<_> = parameters.iter().map(|(name, _)| *name).collect();
    for (name, mut parameter) in parameters {
        let Some(style) = style_of(styles, name) else {
            plain(url, parameter, form)?;
            continue;
        };
        parameter.written(form, &mut |name, slot, form| {
            push_styled(url, name, slot, style, form, &names).map_err(|unsendable| unsendable.within_member(name))
        })?;
    }
    plain(url, extra, form)
}

/// Appends a member of a form, beside which there may be any others.
pub(super) fn push_member(
    form: &mut String,
    name: &str,
    slot: Slot<'_>,
    style: Style,
    wire_form: WireForm,
) -> Result<(), Unsendable> {
    push_styled(form, name, slot, style, wire_form, &[])
}

/// Appends a parameter. The names are those of all parameters.
fn push_styled(
    url: &mut String,
    name: &str,
    slot: Slot<'_>,
    style: Style,
    form: WireForm,
    names: &[&str],
) -> Result<(), Unsendable> {
    let separator = match style {
        Style::Json => {
            push_pair(url, &encoded(name), &encoded(&write_json(slot, form)));
            return Ok(());
        }
        Style::Brackets | Style::Indexed | Style::Deep => return Nested::new(url, name, style).push(slot, form),
        Style::Spaces => Some(' '),
        Style::Pipes => Some('|'),
        Style::Repeat => None,
        _ => Some(','),
    };
    let pairs: Vec<(String, String)> = match (Taken::default().parts(slot, form)?, separator) {
        (Parts::Value(text), _) => vec![(name.to_owned(), encoded(&text))],
        (Parts::Members(members), Some(_)) if members.is_empty() => Vec::new(),
        (Parts::Items(texts), None) => texts.iter().map(|text| (name.to_owned(), encoded(text))).collect(),
        (Parts::Members(members), None) => {
            if let Some((taken, _)) = members.iter().find(|(member, _)| names.contains(&&**member)) {
                let reason = "is a parameter by itself, with which it would be mixed up";
                return Err(Unsendable::new(reason).within_member(taken));
            }
            members.into_iter().map(|(member, text)| (member, encoded(&text))).collect()
        }
        (Parts::Items(texts), Some(separator)) => vec![(name.to_owned(), joined_by(separator, &texts)?)],
        (Parts::Members(members), Some(separator)) => {
            let texts: Vec<String> = members.into_iter().flat_map(|(name, text)| [name, text]).collect();
            vec![(name.to_owned(), joined_by(separator, &texts)?)]
        }
    };
    for (name, value) in pairs {
        push_pair(url, &encoded(&name), &value);
    }
    Ok(())
}

/// Texts, encoded, with a sign between them. A comma can stand in a URL, so that one in a text is told from it; other signs
/// cannot, so no text may hold them.
fn joined_by(separator: char, texts: &[String]) -> Result<String, Unsendable> {
    let between = match separator {
        ' ' => "%20",
        '|' => "%7C",
        _ => ",",
    };
    if between != "," && texts.iter().any(|text| text.contains(separator)) {
        return Err(Unsendable::new(format!("holds a `{separator}`, which would part it here")));
    }
    Ok(texts.iter().map(|text| encoded(text)).collect::<Vec<_>>().join(between))
}
