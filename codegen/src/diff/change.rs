//! A change as it is found: what it is about, and what it does.

use std::rc::Rc;

use super::judge::Judgement;
use super::report::Effect;
use super::rules::Rule;
use super::users::Node;
use crate::diag::Span;
use crate::surface::Origin;

/// A change.
pub(super) struct Change {
    pub(super) rule: Rule,
    pub(super) effect: Effect,
    pub(super) subject: Subject,
    pub(super) sentence: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) judgement: Judgement,
    pub(super) advice: Option<String>,
    /// All that is known of what came or went, but its name.
    pub(super) shape: Option<String>,
    /// Members and types that went with it, in the old description, and those that came with it, in the new one.
    pub(super) parts: [Vec<Site>; 2],
}

/// What a change is about.
#[derive(Clone)]
pub(super) struct Subject {
    /// Its name in sentences, without back-ticks: `BillingIntent.status`.
    pub(super) name: String,
    pub(super) resource: Option<String>,
    /// Its path in the description: `billing_intents/BillingIntent.status`.
    pub(super) path: String,
    pub(super) old: Option<Site>,
    pub(super) new: Option<Site>,
    /// The endpoints through which callers meet it; of a type and its members they are found when there is a change.
    pub(super) users: Rc<[String]>,
    /// The type that it is, or is a member of, if there is one, and whether that is of the old description.
    pub(super) node: Option<(Node, bool)>,
}

/// Where an item is written.
#[derive(Clone)]
pub(super) struct Site {
    /// The item from which lines of `api.txt` come.
    pub(super) origin: Origin,
    /// The place to show.
    pub(super) place: Span,
    /// How much it stands for.
    pub(super) extent: Extent,
}

/// How much an item stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// A member of something.
    Member,
    /// A type or endpoint, with its members.
    Owner,
    /// A resource, with all in its file.
    File,
}

impl Site {
    pub(super) fn file(name: &Span) -> Self {
        Self { extent: Extent::File, ..Self::owner(name) }
    }

    pub(super) fn owner(name: &Span) -> Self {
        Self { origin: Origin { owner: name.clone(), member: None }, place: name.clone(), extent: Extent::Owner }
    }

    pub(super) fn member(owner: &Span, name: &Span) -> Self {
        let origin = Origin { owner: owner.clone(), member: Some(name.clone()) };
        Self { origin, place: name.clone(), extent: Extent::Member }
    }

    /// The same, shown where it is spoken of.
    pub(super) fn at(self, place: &Span) -> Self {
        Self { place: place.clone(), ..self }
    }
}

impl Change {
    /// All items that it is about, each with whether it is of the old description.
    pub(super) fn sites(&self) -> impl Iterator<Item = (bool, &Site)> {
        let Subject { old, new, .. } = &self.subject;
        let [gone, come] = &self.parts;
        let own = old.iter().map(|site| (true, site)).chain(new.iter().map(|site| (false, site)));
        own.chain(gone.iter().map(|site| (true, site))).chain(come.iter().map(|site| (false, site)))
    }

    pub(super) fn new(rule: Rule, effect: Effect, subject: Subject, sentence: impl Into<String>) -> Self {
        let judgement = Judgement::default();
        Self {
            rule,
            effect,
            subject,
            sentence: sentence.into(),
            before: None,
            after: None,
            judgement,
            advice: None,
            shape: None,
            parts: Default::default(),
        }
    }

    /// Adds what was written before, and what is written now.
    pub(super) fn turning(mut self, before: Option<String>, after: Option<String>) -> Self {
        self.before = before;
        self.after = after;
        self
    }

    /// Adds what it does.
    pub(super) fn judged(mut self, judgement: Judgement) -> Self {
        self.judgement = judgement;
        self
    }

    /// Adds all that is known of what came or went, but its name.
    pub(super) fn shaped(mut self, shape: impl Into<String>) -> Self {
        self.shape = Some(shape.into());
        self
    }

    /// Adds what went with it and what came with it.
    pub(super) fn with_parts(self, parts: [Vec<Site>; 2]) -> Self {
        Self { parts, ..self }
    }

    /// Adds a cheaper way.
    pub(super) fn advised(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}
