//! Judges a change by what it does (effect), where (direction) and what cushions it (guard).
//!
//! Two questions are asked of every change. Can callers still write what they wrote? That is answered by comparing
//! what they could write with what they can. And does what an old program sends and reads still fit the service? That
//! is answered by comparing sets of values: what is sent must be among what is taken. No rule has a level of its own.

use super::report::{Source, Verdict, Wire};
use crate::api::{Need, Sides};
use crate::diag;

/// A verdict with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) source: Source,
    pub(super) source_reason: Option<String>,
    pub(super) wire: Wire,
    pub(super) wire_reason: Option<String>,
}

impl Judgement {
    /// What callers' sources meet.
    pub(super) fn source(source: Source, reason: impl Into<String>) -> Self {
        Self { source, source_reason: Some(reason.into()).filter(|reason| !reason.is_empty()), ..Self::default() }
    }

    /// What old programs meet.
    pub(super) fn wire(wire: Wire, reason: impl Into<String>) -> Self {
        Self { wire, wire_reason: Some(reason.into()).filter(|reason| !reason.is_empty()), ..Self::default() }
    }

    /// The worse of the two, on either question.
    pub(super) fn and(self, other: Self) -> Self {
        let Verdict { source, wire } = self.verdict().join(other.verdict());
        let pick =
            |mine: (bool, Option<String>), theirs: Option<String>| if mine.0 { mine.1.or(theirs) } else { theirs };
        Self {
            source_reason: pick((self.source == source, self.source_reason), other.source_reason),
            wire_reason: pick((self.wire == wire, self.wire_reason), other.wire_reason),
            source,
            wire,
        }
    }

    /// The same of what comes in the data of events alone: programs keep as it comes what does not fit, and lose no event.
    pub(super) fn of_event_data(self) -> Self {
        if self.wire != Wire::Breaks {
            return self;
        }
        let reason = "Programs built before find data of events that does not fit, which they keep as it comes.";
        Self { wire: Wire::Degraded, wire_reason: Some(reason.to_owned()), ..self }
    }

    pub(super) fn verdict(&self) -> Verdict {
        Verdict { source: self.source, wire: self.wire }
    }
}

/// What callers can say of a value that they send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// Nothing, since it is not sent.
    Absent,
    /// Nothing, since it is always sent, and is always the same.
    Fixed,
    /// It must be given, or may be left out.
    As(Need),
}

impl Given {
    /// It is an argument.
    pub(super) const REQUIRED: Self = Self::As(Need::Required);
    /// There is a setter.
    pub(super) const OPTIONAL: Self = Self::As(Need::Optional);

    /// Whether requests are sent without it.
    fn can_be_missing(self) -> bool {
        match self {
            Self::Absent => true,
            Self::Fixed => false,
            Self::As(need) => need.is_optional(),
        }
    }

    /// Whether requests are sent in which it is null.
    fn can_be_null(self) -> bool {
        matches!(self, Self::As(need) if need.is_nullable())
    }
}

/// What callers can read of a value that the service sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// Nothing.
    Absent,
    /// It is always there.
    Always,
    /// It may be missing or null.
    Maybe,
}

/// Whether all values of one type are values of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They are.
    Fully,
    /// Those that are not are taken all the same, as the text says.
    Partly(&'static str),
    /// Some are refused.
    Not,
}

/// What became of the type of a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeChange {
    /// Whether it is the same in Rust.
    pub(super) is_same: bool,
    /// Whether callers may give what they gave; only asked of what they send.
    pub(super) takes: bool,
    /// Whether what is sent fits what is taken.
    pub(super) fit: Fit,
}

impl TypeChange {
    /// None.
    pub(super) const NONE: Self = Self { is_same: true, takes: true, fit: Fit::Fully };
}

/// Judges on each side on which something is met.
pub(super) fn on(sides: Sides, request: impl FnOnce() -> Judgement, response: impl FnOnce() -> Judgement) -> Judgement {
    let request = if sides.request { request() } else { Judgement::default() };
    let response = if sides.response { response() } else { Judgement::default() };
    response.and(request)
}

/// Judges by the JSON that is sent and taken; `refused` says what happens where some of it is not taken.
pub(super) fn fit(fit: Fit, refused: &str) -> Judgement {
    match fit {
        Fit::Fully => Judgement::default(),
        Fit::Partly(reason) => Judgement::wire(Wire::Degraded, reason),
        Fit::Not => Judgement::wire(Wire::Breaks, refused),
    }
}

/// How a value is given of which only the type is judged: as it was, if it still is.
pub(super) fn kept(old: Given, new: Given) -> Given {
    if old == new { new } else { Given::OPTIONAL }
}

/// Judges a value that callers send, such as the member `what`.
pub(super) fn request(what: &str, old: Given, new: Given, ty: TypeChange) -> Judgement {
    request_source(old, new, ty).and(request_wire(what, old, new, ty))
}

fn request_source(old: Given, new: Given, ty: TypeChange) -> Judgement {
    use Given::{Absent, As, Fixed};
    let (source, reason) = match (old, new) {
        (Absent | Fixed, Absent | Fixed) => (Source::Patch, ""),
        (Absent | Fixed, As(new)) if new.is_optional() => (Source::Minor, ""),
        (Absent | Fixed, As(_)) => (Source::Major, "Callers must give one more argument."),
        (As(old), Absent | Fixed) if old.is_optional() => (Source::Major, "Its setter is gone."),
        (As(_), Absent | Fixed) => (Source::Major, "Callers give one argument less."),
        (As(old), As(new)) => match (old.is_optional(), new.is_optional()) {
            (false, true) => (Source::Major, "It is no argument any more: a setter takes it."),
            (true, false) => (Source::Major, "Its setter is gone: it is an argument now."),
            (is_optional, _) => given_source(is_optional, (old.is_nullable(), new.is_nullable()), ty),
        },
    };
    Judgement::source(source, reason)
}

/// What stays an argument or stays a setter, and may be null or not before and after.
fn given_source(is_optional: bool, is_nullable: (bool, bool), ty: TypeChange) -> (Source, &'static str) {
    let is_exact = is_nullable == (true, true) && !is_optional;
    match is_nullable {
        _ if !ty.takes || is_exact && !ty.is_same => (Source::Major, "What callers give is of another type."),
        (false, true) if is_optional => (Source::Minor, ""),
        (true, false) if is_optional => (Source::Major, "The setter that unset it is gone."),
        (false, true) => (Source::Major, "It is given as an `Option` now."),
        (true, false) => (Source::Major, "It is no longer given as an `Option`."),
        _ if ty.is_same => (Source::Patch, ""),
        _ => (Source::Minor, ""),
    }
}

fn request_wire(what: &str, old: Given, new: Given, ty: TypeChange) -> Judgement {
    let breaks = |reason: String| Judgement::wire(Wire::Breaks, reason);
    match (old, new) {
        (old, new) if old.can_be_missing() && !new.can_be_missing() => {
            breaks(format!("The service refuses calls without `{what}`."))
        }
        (Given::Absent, _) => Judgement::default(),
        (_, Given::Absent) => {
            breaks(format!("The service no longer takes `{what}`, and may refuse calls that send it."))
        }
        (old, new) if old.can_be_null() && !new.can_be_null() && ty.fit != Fit::Not => {
            let sends_null =
                if old.can_be_missing() { format!("calls that unset `{what}`") } else { format!("null for `{what}`") };
            breaks(format!("The service refuses {sends_null}."))
        }
        _ => fit(ty.fit, &format!("The service refuses values of `{what}` that it took before.")),
    }
}

/// Judges constants that the service takes of callers who send one of some values. Where there are none, there can be any.
pub(super) fn constants(what: &str, sent: &[&str], taken: &[&str]) -> Judgement {
    let breaks = |reason: String| Judgement::wire(Wire::Breaks, reason);
    let refused = sent.iter().find(|sent| !taken.contains(sent));
    match refused {
        _ if taken.is_empty() => Judgement::default(),
        _ if sent.is_empty() => breaks(format!("The service refuses other values of `{what}`.")),
        Some(refused) => breaks(format!("The service refuses `{refused}` as `{what}`.")),
        None => Judgement::default(),
    }
}

/// Judges a value that the service sends.
pub(super) fn response(old: Answered, new: Answered, ty: TypeChange) -> Judgement {
    use Answered::{Absent, Always, Maybe};
    let (source, reason) = match (old, new) {
        (Absent, Absent) => (Source::Patch, ""),
        (Absent, _) => (Source::Minor, ""),
        (_, Absent) => (Source::Major, "Code that reads it no longer compiles."),
        (Always, Maybe) => (Source::Major, "It is an `Option` now."),
        (Maybe, Always) => (Source::Major, "It is no `Option` any more."),
        _ if ty.is_same => (Source::Patch, ""),
        _ => (Source::Major, "What callers read is of another type."),
    };
    let breaks = |reason| Judgement::wire(Wire::Breaks, reason);
    let wire = match (old, new) {
        (Absent, _) => Judgement::default(),
        (Always, Absent) => breaks("Programs built before fail to read an answer without it."),
        (Maybe, Absent) => Judgement::wire(Wire::Degraded, "Programs built before always read `None`."),
        (Always, Maybe) if ty.fit != Fit::Not => {
            breaks("Programs built before fail to read an answer where it is missing or null.")
        }
        _ => fit(ty.fit, "Programs built before fail to read what does not fit the old type."),
    };
    Judgement::source(source, reason).and(wire)
}

/// Whether something that callers can name is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Added,
    Removed,
}

/// Judges that something which callers can name came or went, and which `what` describes.
pub(super) fn name(what: &str, presence: Presence) -> Judgement {
    match presence {
        Presence::Added => Judgement::source(Source::Minor, ""),
        Presence::Removed => Judgement::source(Source::Major, format!("Code that names {what} no longer compiles.")),
    }
}

/// What callers see of the Rust name of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RustName {
    /// They write it, and a renamed one keeps an alias.
    Aliased,
    /// They write it, and it is made of names around it, as are its aliases.
    Made,
    /// They write it, and Rust has no alias for it, but for a method that sets it.
    Written,
    /// They write it in patterns as well, and a renamed one keeps a constant as an alias.
    Matched,
    /// They do not write it.
    Unseen,
}

impl RustName {
    /// That of a type, which may be written in place.
    pub(super) fn of_type(is_in_place: bool) -> Self {
        if is_in_place { Self::Made } else { Self::Aliased }
    }
}

/// What became of the names of an item.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NameChange {
    /// A name that was the present one is gone.
    pub(super) is_lost: bool,
    /// A name that was the present one is an alias now.
    pub(super) is_former: bool,
    /// Aliases that are gone, of one of the things that the item became.
    pub(super) lost_aliases: Vec<String>,
    /// There are names that were not there before.
    pub(super) has_more: bool,
}

impl NameChange {
    /// Both, of things of two kinds that one item became.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            is_lost: self.is_lost || other.is_lost,
            is_former: self.is_former || other.is_former,
            lost_aliases: if self.lost_aliases.is_empty() { other.lost_aliases } else { self.lost_aliases },
            has_more: self.has_more || other.has_more,
        }
    }
}

/// Judges other names of something that `what` describes.
pub(super) fn names(what: &str, rust: RustName, change: &NameChange) -> Judgement {
    let renamed = || Judgement::source(Source::Major, format!("Code that names {what} must use the new name."));
    match (rust, &change.lost_aliases[..]) {
        (RustName::Unseen, _) => Judgement::default(),
        _ if change.is_lost => renamed(),
        (_, lost @ [_, ..]) => Judgement::source(Source::Major, aliases_gone(lost)),
        (RustName::Aliased | RustName::Made | RustName::Written, _) if change.is_former => {
            Judgement::source(Source::Minor, "The old name still compiles, with a warning.")
        }
        (RustName::Matched, _) if change.is_former => Judgement::source(
            Source::Minor,
            "The old name still compiles, with a warning; a pattern that looks through a reference must use the new one.",
        ),
        _ if change.has_more => Judgement::source(Source::Minor, "A former name compiles too, with a warning."),
        _ => Judgement::default(),
    }
}

fn aliases_gone(names: &[String]) -> String {
    let (aliases, are) = if names.len() == 1 { ("alias", "is") } else { ("aliases", "are") };
    format!("The deprecated {aliases} {} {are} gone.", diag::list(names.iter().map(String::as_str)))
}

/// Judges one of several values that a member can have, by its name before and after: what is new in answers is kept
/// as `Unknown`, and what is gone from requests is refused.
pub(super) fn choice(old: Option<&str>, new: Option<&str>, sides: Sides) -> Judgement {
    let mut judgement = Judgement::default();
    if new.is_some() && sides.response && old != new {
        judgement = judgement.and(Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`."));
    }
    if let Some(old) = old.filter(|_| sides.request && old != new) {
        judgement = judgement.and(Judgement::wire(Wire::Breaks, format!("The service refuses `{old}`.")));
    }
    judgement
}

/// Which way a bound or another set of values went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Wider,
    Narrower,
}

/// Judges a bound of what callers send.
pub(super) fn bound(reach: Reach) -> Judgement {
    match reach {
        Reach::Wider => Judgement::default(),
        Reach::Narrower => Judgement::wire(Wire::Breaks, "The service refuses values beyond the new bound."),
    }
}
