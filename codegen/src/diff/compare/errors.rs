//! Compares where the bodies of errors keep what clients look for.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Presence};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::api_file::in_api_file;
use super::{Comparison, RustName, code, renamed};
use crate::api::{ErrorField, Item};

impl Comparison<'_> {
    pub(super) fn errors(&mut self) {
        let (old, new) = (&self.context.old.api.protocol, &self.context.new.api.protocol);
        let members = [
            ("code", &old.error_code, &new.error_code, "Programs built before read errors without their code."),
            (
                "message",
                &old.error_message,
                &new.error_message,
                "Programs built before read errors without their message.",
            ),
        ];
        for (what, before, after, reason) in members {
            let subject = self.protocol_subject(&format!("protocol.error_{what}"));
            self.error_member(what, before, after, subject, reason);
        }
        for pair in pairs_of(&old.error_fields, &new.error_fields, |field| &field.item) {
            match pair {
                Pair::Added(index) => self.error_field_added(&new.error_fields[index]),
                Pair::Removed(index) => self.error_field_removed(&old.error_fields[index]),
                Pair::Both(before, after) => self.error_field(&old.error_fields[before], &new.error_fields[after]),
            }
        }
    }

    fn error_member(&mut self, what: &str, before: &[String], after: &[String], subject: Subject, reason: &str) {
        if before == after {
            return;
        }
        let (before, after) = (before.join("."), after.join("."));
        let sentence = format!("The {what} of an error is at {} in its body now.", code(&after));
        let change = Change::new(Rule::ErrorMembersChanged, Effect::Changed, subject, sentence);
        self.push(change.turning(Some(before), Some(after)).judged(Judgement::wire(Wire::Degraded, reason)));
    }

    fn error_field_added(&mut self, field: &ErrorField) {
        let sentence = format!("Errors can be asked for {} now.", code(&field.item.name));
        let change = Change::new(Rule::ErrorFieldAdded, Effect::Added, subject(None, Some(&field.item)), sentence);
        self.push(change.turning(None, Some(field.path.join("."))).judged(judge::name("", Presence::Added)));
    }

    fn error_field_removed(&mut self, field: &ErrorField) {
        let sentence = format!("Errors can no longer be asked for {}.", code(&field.item.name));
        let change = Change::new(Rule::ErrorFieldRemoved, Effect::Removed, subject(Some(&field.item), None), sentence);
        let judgement = judge::name("the method", Presence::Removed);
        self.push(change.turning(Some(field.path.join(".")), None).judged(judgement));
    }

    fn error_field(&mut self, old: &ErrorField, new: &ErrorField) {
        let subject = subject(Some(&old.item), Some(&new.item));
        if old.item.name != new.item.name {
            let change = renamed(Rule::ErrorFieldRenamed, subject.clone(), &old.item, &new.item);
            self.push(change.judged(RustName::Aliased.renamed("the method")));
        }
        let reason = "Programs built before find nothing there.";
        self.error_member(&code(&new.item.name), &old.path, &new.path, subject.clone(), reason);
        self.attributes(&old.item, &new.item, &subject, RustName::Aliased);
    }
}

fn subject(old: Option<&Item>, new: Option<&Item>) -> Subject {
    let name = new.or(old).map_or("", |item| &item.name);
    in_api_file(&format!("protocol.error_fields.{name}"), old.map(|item| &item.span), new.map(|item| &item.span))
}
