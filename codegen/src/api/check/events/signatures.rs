//! Checks how deliveries are signed.

use crate::{
    api::{
        check::file::headers,
        model::{Layout, SecretForm, Signed, Signing},
    },
    diag::{Diagnostic, Diagnostics, closest, code, instead},
    spec::{self, Faulty, Hmac, Read, SignaturePairs, Text},
};

const RULE: &str = "invalid-signature";

/// The ways to sign that have names.
const NAMED: [&str; 3] = ["stripe", "standard_webhooks", UNSIGNED];
/// Says that deliveries are not signed, or that it is not known how.
const UNSIGNED: &str = "none";

/// Checks how deliveries are signed, if they are.
pub(super) fn check(signature: &spec::Signature, diagnostics: &mut Diagnostics) -> Read<Option<Signing>> {
    let signing = match signature {
        spec::Signature::Named(name) if name.value == UNSIGNED => return Ok(None),
        spec::Signature::Named(name) => named(name, diagnostics),
        spec::Signature::Hmac(hmac) => described(hmac, diagnostics),
    };
    signing.map(Some).ok_or(Faulty)
}

fn named(name: &Text, diagnostics: &mut Diagnostics) -> Option<Signing> {
    let dot = || Signed::Text(".".to_owned());
    match name.value.as_str() {
        "stripe" => Some(Signing {
            header: "Stripe-Signature".to_owned(),
            layout: Layout::Pairs { timestamp: "t".to_owned(), signature: "v1".to_owned(), separator: ",".to_owned() },
            is_base64: false,
            secret: SecretForm::Text,
            signed: vec![Signed::Timestamp, dot(), Signed::Body],
            timestamp: None,
            id: None,
            tolerance: Some(300),
            bounds_future: false,
        }),
        "standard_webhooks" => Some(Signing {
            header: "webhook-signature".to_owned(),
            layout: Layout::Versions("v1".to_owned()),
            is_base64: true,
            secret: SecretForm::Base64("whsec_".to_owned()),
            signed: vec![Signed::Id, dot(), Signed::Timestamp, dot(), Signed::Body],
            timestamp: Some("webhook-timestamp".to_owned()),
            id: Some("webhook-id".to_owned()),
            tolerance: Some(300),
            bounds_future: true,
        }),
        other => {
            let message = format!("{} is no way to sign that has a name", code(other));
            let otherwise =
                "write `stripe`, `standard_webhooks` or `none`, or describe an HMAC: `{header: X-Signature}`";
            let help = instead(closest(other, NAMED), otherwise);
            diagnostics.push(Diagnostic::new(RULE, message, &name.span, "no such way").help(help));
            None
        }
    }
}

fn described(hmac: &Hmac, diagnostics: &mut Diagnostics) -> Option<Signing> {
    let text = |read: &Read<Option<Text>>| read.as_ref().ok().and_then(Option::as_ref).cloned();
    let [timestamp, id] = [&hmac.timestamp, &hmac.id].map(text);
    for header in hmac.header.iter().chain(&timestamp).chain(&id) {
        headers::name(header, diagnostics);
    }
    let layout = layout(hmac, diagnostics);
    let is_timed = timestamp.is_some() || hmac.pairs.as_ref().is_ok_and(Option::is_some);
    let signed = match text(&hmac.signed) {
        Some(template) => signed(&template, [is_timed, id.is_some()], diagnostics),
        None => Some(vec![Signed::Body]),
    };
    let is_base64 = word(text(&hmac.encoding), ["hex", "base64"], diagnostics);
    let is_base64_secret = word(text(&hmac.secret), ["text", "base64"], diagnostics);
    let tolerance = hmac.tolerance.as_ref().ok()?.as_ref();
    let seconds = tolerance.map(|tolerance| (u64::try_from(tolerance.value).ok(), &tolerance.span));
    if let Some((seconds, place)) = seconds
        && (seconds.is_none() || !is_timed)
    {
        let message = "`tolerance` is how old a delivery may be, in seconds, by the time in `timestamp`";
        let label = if seconds.is_none() { "below zero" } else { "no `timestamp` is there" };
        diagnostics.push(Diagnostic::new(RULE, message, place, label).help("add `timestamp`, or remove it"));
        return None;
    }
    Some(Signing {
        header: hmac.header.as_ref().ok()?.value.clone(),
        layout: layout?,
        is_base64: is_base64?,
        secret: if is_base64_secret? { SecretForm::Base64(String::new()) } else { SecretForm::Text },
        signed: signed?,
        tolerance: seconds.and_then(|(seconds, _)| seconds).or(is_timed.then_some(300)),
        bounds_future: is_timed,
        timestamp: timestamp.map(|header| header.value),
        id: id.map(|header| header.value),
    })
}

/// How a signature stands in its header: alone, or among pairs, which then say the time.
fn layout(hmac: &Hmac, diagnostics: &mut Diagnostics) -> Option<Layout> {
    let (prefix, pairs) = (hmac.prefix.as_ref().ok()?.as_ref(), hmac.pairs.as_ref().ok()?.as_ref());
    let Some(SignaturePairs { timestamp, signature, separator }) = pairs else {
        return Some(Layout::Single(prefix.map(|prefix| prefix.value.clone()).unwrap_or_default()));
    };
    let (timestamp, signature) = (timestamp.as_ref().ok()?, signature.as_ref().ok()?);
    let separator = separator.as_ref().ok()?.as_ref();
    let between = separator.map_or(",", |separator| &separator.value);
    let is_sign = |character: char| character.is_ascii_graphic() && character != '=';
    let is_unclear =
        |name: &&Text| name.value.is_empty() || name.value.contains(between) || !name.value.chars().all(is_sign);
    let is_no_gap = |separator: &&Text| {
        separator.value.is_empty() || !separator.value.chars().all(|character| character == ' ' || is_sign(character))
    };
    let other_time = hmac.timestamp.as_ref().ok()?.as_ref();
    let problem = if let Some(separator) = separator.filter(is_no_gap) {
        Some((separator, "between pairs stands something else than `=`", "write such as `;`, or leave it out for `,`"))
    } else if let Some(name) = [timestamp, signature].into_iter().find(is_unclear) {
        Some((name, "this is no name of one of the pairs", "write what stands before its `=`"))
    } else if timestamp.value == signature.value {
        Some((signature, "the time and the signature have one name", "write what stands before the `=` of each"))
    } else if let Some(prefix) = prefix {
        Some((prefix, "a signature among `pairs` has no prefix", "remove it"))
    } else {
        let twice = "the time stands among `pairs`, and so in no header of its own";
        other_time.map(|header| (header, twice, "remove it"))
    };
    if let Some((place, message, help)) = problem {
        diagnostics.push(Diagnostic::new(RULE, message, &place.span, "here").help(help));
        return None;
    }
    let [timestamp, signature] = [timestamp, signature].map(|name| name.value.clone());
    Some(Layout::Pairs { timestamp, signature, separator: between.to_owned() })
}

/// Whether the second of two words is written; the first need not be.
fn word(written: Option<Text>, [usual, other]: [&str; 2], diagnostics: &mut Diagnostics) -> Option<bool> {
    match written {
        None => Some(false),
        Some(word) if word.value == usual => Some(false),
        Some(word) if word.value == other => Some(true),
        Some(word) => {
            let message = format!("{} is neither {} nor {}", code(&word.value), code(usual), code(other));
            let help = instead(closest(&word.value, [usual, other]), format!("write `{usual}` or `{other}`"));
            diagnostics.push(Diagnostic::new(RULE, message, &word.span, "neither").help(help));
            None
        }
    }
}

/// Cuts what is signed at its placeholders, of which `{body}` must be there once.
fn signed(template: &Text, [is_timed, has_id]: [bool; 2], diagnostics: &mut Diagnostics) -> Option<Vec<Signed>> {
    let mut parts = Vec::new();
    let mut rest = template.value.as_str();
    let mut problem = None;
    while let Some((text, behind)) = rest.split_once('{') {
        if !text.is_empty() {
            parts.push(Signed::Text(text.to_owned()));
        }
        let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
        rest = behind;
        parts.push(match name {
            "body" => Signed::Body,
            "timestamp" if is_timed => Signed::Timestamp,
            "id" if has_id => Signed::Id,
            "timestamp" | "id" => {
                problem.get_or_insert((
                    format!("no header says the {}", code(name)),
                    format!("add `{name}: …`, the header"),
                ));
                continue;
            }
            _ => {
                let message = format!("{} is nothing that can be signed", code(name));
                problem.get_or_insert((message, "write `{body}`, `{timestamp}` or `{id}`".to_owned()));
                continue;
            }
        });
    }
    if !rest.is_empty() {
        parts.push(Signed::Text(rest.to_owned()));
    }
    if parts.iter().filter(|part| **part == Signed::Body).count() != 1 {
        problem.get_or_insert(("the body is not signed once".to_owned(), "write `{body}` into it".to_owned()));
    }
    if let Some((message, help)) = problem {
        diagnostics.push(Diagnostic::new(RULE, message, &template.span, "signed").help(help));
        return None;
    }
    Some(parts)
}
