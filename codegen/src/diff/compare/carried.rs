//! Compares what the requests of a call carry without being given, and when they are repeated.

use super::super::change::{Change, Subject};
use super::super::judge::{Judgement, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::{Comparison, Naming, code, member};
use crate::api::{ConstantHeader, Endpoint, Item};

impl Comparison<'_> {
    pub(super) fn constant_headers(&mut self, old: &Endpoint, new: &Endpoint, owner: &Subject) {
        let [before, after] = [old, new].map(|it| it.headers.iter().map(in_lower_case).collect::<Vec<_>>());
        for pair in pairs_of(&before, &after, |item| item) {
            let (old_header, new_header) = match pair {
                Pair::Added(index) => (None, Some(&new.headers[index])),
                Pair::Removed(index) => (Some(&old.headers[index]), None),
                Pair::Both(before, after) => (Some(&old.headers[before]), Some(&new.headers[after])),
            };
            self.constant_header((old, old_header), (new, new_header), owner);
        }
    }

    fn constant_header(
        &mut self,
        (old_call, old): (&Endpoint, Option<&ConstantHeader>),
        (new_call, new): (&Endpoint, Option<&ConstantHeader>),
        owner: &Subject,
    ) {
        let name = new.or(old).map_or("", |header| &header.item.name);
        let places = (old.map(|it| (&old_call.item, &it.item)), new.map(|it| (&new_call.item, &it.item)));
        let subject = member(owner, name, places.0, places.1);
        let (call, name) = (code(&owner.name), code(name));
        let (before, after) = (old.map(|it| &it.value), new.map(|it| &it.value));
        if let (Some(old), Some(new)) = (old, new) {
            let naming = Naming::new(Rule::HeaderRenamed, RustName::Unseen, "the header");
            self.item(&old.item, &new.item, &subject, naming);
        }
        if before == after {
            return;
        }
        let (rule, effect, sentence) = match (before, after) {
            (None, _) => (Rule::HeaderAdded, Effect::Added, format!("{call} carries the header {name} now.")),
            (_, None) => (Rule::HeaderRemoved, Effect::Removed, format!("{call} no longer carries the header {name}.")),
            (_, Some(after)) => {
                let sentence = format!("{call} carries the header {name} with {} now.", code(after));
                (Rule::HeaderChanged, Effect::Changed, sentence)
            }
        };
        self.push(Change::new(rule, effect, subject, sentence).turning(before.cloned(), after.cloned()));
    }

    pub(super) fn repeating(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        let name = code(&subject.name);
        if old.idempotent != new.idempotent {
            let (sentence, judgement) = match new.idempotent {
                true => (format!("{name} can be repeated now."), Judgement::default()),
                // HTTP says so of its method.
                false if new.method.is_idempotent() => {
                    (format!("{name} is not said to be repeatable any more."), Judgement::default())
                }
                false => {
                    let reason = "What programs built before repeat may be done twice.";
                    (format!("{name} can no longer be repeated."), Judgement::wire(Wire::Breaks, reason))
                }
            };
            let text = |is_so: bool| is_so.then(|| "idempotent".to_owned());
            let change = Change::new(Rule::RepeatingChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(text(old.idempotent), text(new.idempotent)).judged(judgement));
        }
        let statuses = |endpoint: &Endpoint| {
            let mut statuses = endpoint.retry_on.clone()?;
            statuses.sort_unstable();
            Some(statuses.iter().map(u16::to_string).collect::<Vec<_>>().join(", "))
        };
        let (before, after) = (statuses(old), statuses(new));
        if before != after {
            let sentence = match after.as_deref() {
                None => format!("{name} is worth repeating after the usual statuses again."),
                Some("") => format!("{name} is worth repeating after no status now."),
                Some(after) => format!("{name} is worth repeating after other statuses now: {}.", code(after)),
            };
            let change = Change::new(Rule::RepeatingChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(before, after));
        }
    }
}

fn in_lower_case(header: &ConstantHeader) -> Item {
    let lower = |name: &String| name.to_lowercase();
    Item { name: lower(&header.item.name), was: header.item.was.iter().map(lower).collect(), ..header.item.clone() }
}
