//! How a list is cut into pages, as data, and what follows from a page: one mechanism for all lists.

use std::{fmt, mem};

use http::HeaderMap;
use serde_json::Value;

use crate::runtime::calls::parameters::Parameters;
use crate::runtime::json::decode_error::{DecodeError, Fault};
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::pages::find::{find, fingerprint, number, text, truth};
use crate::runtime::pages::misfits::Misfit;

/// Names of members, from the page or an item down.
pub(crate) type Path = &'static [&'static str];

/// How a list is cut into pages.
#[derive(Debug)]
pub struct Paging {
    /// Where the items are; empty if the answer is the list itself.
    pub items: Path,
    /// How the next page is found.
    pub next: NextPage,
    /// Which page is the last one.
    pub last: LastPage,
}

/// How the next page is found.
#[derive(Debug)]
pub enum NextPage {
    /// It lies beyond the outermost item.
    Item {
        /// What tells the item: its members.
        member: Path,
        /// The parameter that takes it.
        parameter: &'static str,
        /// The one that does so on the way back, where there is one.
        back: Option<&'static str>,
    },
    /// A parameter takes what a member of the page holds.
    Token {
        /// The member; without it, this page is the last one.
        member: Path,
        /// The parameter.
        parameter: &'static str,
    },
    /// A member of the page holds its URL; without it, this page is the last one.
    Url(Path),
    /// A header holds its URL, which this finds; without it, this page is the last one.
    Link(fn(&HeaderMap) -> Option<String>),
    /// A parameter counts the items before it.
    Offset(&'static str),
    /// A parameter counts the pages.
    Number {
        /// The parameter.
        parameter: &'static str,
        /// The number of the first page.
        first: i64,
    },
}

/// Which page is the last one, besides one that leads nowhere. One without items is, but where a token or a URL leads on.
#[derive(Debug)]
pub enum LastPage {
    /// No page says so.
    Unsaid,
    /// The one where this member is not `true`.
    More(Path),
    /// The one with which there are as many items as this member says.
    Total(Path),
}

/// How far a walk has come.
#[derive(Debug)]
pub(super) struct Position {
    /// Whether it goes from the last item to the first.
    pub(super) is_backwards: bool,
    /// The offset or the number of the page that is asked for.
    place: i64,
    /// How many items there were before its end.
    reached: i64,
    /// How many pages were counted.
    pages: u32,
    /// What tells the items of the page before.
    before: Option<u64>,
}

/// How many pages are counted in one walk before it is held to go on for ever.
const MOST_PAGES: u32 = 100_000;

/// What leads from one page to the next.
pub(super) enum Step {
    /// There is no next page.
    End,
    /// The next page is asked for by this parameter.
    Ask {
        parameter: &'static str,
        value: String,
        /// What to say if it leads back to an earlier page.
        circle: DecodeError,
    },
    /// The next page is asked for by this parameter, which counts.
    Count { parameter: &'static str, value: String },
    /// The next page has this URL, which was found here.
    Url(Path, String),
    /// There is a next page, and no way to it.
    Lost(DecodeError),
}

impl Paging {
    /// Where a walk begins: as the caller says.
    pub(super) fn begin(&self, parameters: &mut Parameters<'_>) -> Position {
        let mut given = |name| parameters.member(name).and_then(|place| text(place.slot()));
        let number = |text: Option<String>, otherwise| text.and_then(|text| text.parse().ok()).unwrap_or(otherwise);
        let (is_backwards, place) = match self.next {
            NextPage::Item { back, .. } => (back.and_then(given).is_some(), 0),
            NextPage::Offset(parameter) => (false, number(given(parameter), 0)),
            NextPage::Number { parameter, first } => (false, number(given(parameter), first)),
            NextPage::Token { .. } | NextPage::Url(_) | NextPage::Link(_) => (false, 0),
        };
        let reached = if matches!(self.next, NextPage::Offset(_)) { place } else { 0 };
        Position { is_backwards, place, reached, pages: 0, before: None }
    }

    /// What follows from a page. What does not fit of its items counts as one of them.
    pub(super) fn step(
        &self,
        page: &mut dyn Place,
        misfits: &[Misfit],
        headers: &HeaderMap,
        position: &mut Position,
    ) -> Step {
        let count = self.fitting(page).count() + misfits.len();
        position.reached = position.reached.saturating_add_unsigned(count as u64);
        if self.is_last(page, count, position) {
            return Step::End;
        }
        match self.next {
            NextPage::Item { member, parameter, back } => {
                let Some(value) = self.outermost(page, misfits, count, member, position.is_backwards) else {
                    let expected = format!("items with an `{}`, beyond which the next page lies", member.join("."));
                    return Step::Lost(lost(self.items, &expected, "none"));
                };
                let circle =
                    lost(self.items, "items beyond those of earlier pages", "the last one of an earlier page again");
                let parameter = back.filter(|_| position.is_backwards).unwrap_or(parameter);
                Step::Ask { parameter, value, circle }
            }
            NextPage::Token { member, parameter } => match said(find(page, member).and_then(text)) {
                Some(value) => {
                    let circle = lost(member, "what leads beyond earlier pages", "the same as in an earlier page");
                    Step::Ask { parameter, value, circle }
                }
                None => self.unled(member, "what leads to the next page"),
            },
            NextPage::Url(member) => match said(find(page, member).and_then(text)) {
                Some(url) => Step::Url(member, url),
                None => self.unled(member, "the URL of the next page"),
            },
            NextPage::Link(url) => match url(headers) {
                Some(url) => Step::Url(LINK, url),
                None => self.unled(LINK, "the URL of the next page"),
            },
            NextPage::Offset(parameter) => self.ask_for(parameter, page, position, position.reached),
            NextPage::Number { parameter, .. } => {
                self.ask_for(parameter, page, position, position.place.saturating_add(1))
            }
        }
    }

    /// Whether there is no page after this one.
    fn is_last(&self, page: &mut dyn Place, count: usize, position: &Position) -> bool {
        let is_led = matches!(self.next, NextPage::Token { .. } | NextPage::Url(_) | NextPage::Link(_));
        match self.last {
            LastPage::More(member) => !find(page, member).is_some_and(truth),
            LastPage::Total(member) if find(page, member).and_then(number).is_some_and(|it| position.reached >= it) => {
                true
            }
            LastPage::Total(_) | LastPage::Unsaid => count == 0 && !is_led,
        }
    }

    /// The end, or none where the page says that there is more.
    fn unled(&self, member: Path, expected: &str) -> Step {
        match self.last {
            LastPage::More(_) => Step::Lost(lost(member, expected, "none")),
            LastPage::Total(_) | LastPage::Unsaid => Step::End,
        }
    }

    /// Counts on. A service that does not know the parameter gives one page for ever, so a page must not be the one before
    /// it, and there is an end to counting.
    fn ask_for(&self, parameter: &'static str, page: &mut dyn Place, position: &mut Position, place: i64) -> Step {
        let before = mem::replace(&mut position.before, find(page, self.items).and_then(fingerprint));
        if before.is_some() && before == position.before {
            return Step::Lost(lost(self.items, "other items than those of the page before", "the same"));
        }
        position.pages += 1;
        if position.pages == MOST_PAGES {
            return Step::Lost(lost(self.items, "an end of the list", format_args!("none on {MOST_PAGES} pages")));
        }
        if place == position.place {
            return Step::Lost(lost(self.items, "items of the next page", "none, though there are more"));
        }
        position.place = place;
        Step::Count { parameter, value: place.to_string() }
    }

    /// The items of a page that fit.
    fn fitting<'a>(&self, page: &'a mut dyn Place) -> Box<dyn Iterator<Item = &'a mut dyn Place> + 'a> {
        match find(page, self.items) {
            Some(Slot::List(items)) => items.items(),
            _ => Box::new(std::iter::empty()),
        }
    }

    /// What tells the item that is the last one on the way.
    fn outermost(
        &self,
        page: &mut dyn Place,
        misfits: &[Misfit],
        count: usize,
        member: Path,
        is_backwards: bool,
    ) -> Option<String> {
        let outermost = if is_backwards { 0 } else { count.saturating_sub(1) };
        if let Some(misfit) = misfits.iter().find(|misfit| misfit.index() == outermost) {
            return of_misfit(misfit, member);
        }
        let mut items = self.fitting(page);
        let item = if is_backwards { items.next() } else { items.last() };
        said(find(item?, member).and_then(text))
    }
}

/// What tells an item that does not fit, if anything does.
fn of_misfit(misfit: &Misfit, member: Path) -> Option<String> {
    let mut item: Value = serde_json::from_str(misfit.json()).ok()?;
    let id = member.iter().try_fold(&mut item, |value, name| value.get_mut(*name))?;
    said(text(Slot::Json(id)))
}

/// What an empty text says is nothing.
fn said(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// What an error names in place of members: the header.
const LINK: Path = &["Link"];

/// A member of a page leads nowhere.
pub(super) fn lost(members: Path, expected: &str, found: impl fmt::Display) -> DecodeError {
    let mut fault = Fault::default();
    fault.describe(expected, found);
    members.iter().rev().for_each(|member| fault.within_member(member));
    fault.into_error("")
}
