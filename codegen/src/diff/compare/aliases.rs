//! Compares types that have names of their own.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Answered, Given, Judgement, Presence, RustName};
use super::super::pairs::Pair;
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::super::types::spell;
use super::super::users::Node;
use super::{Comparison, Naming, code};
use crate::api::{Alias, Sides};

impl Comparison<'_> {
    pub(super) fn aliases(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.aliases, &context.new.api.aliases);
        for pair in &context.aliases.list {
            let subject = self.type_subject("", *pair, Node::Alias, |index| &old[index].item, |index| &new[index].item);
            match *pair {
                Pair::Added(index) => {
                    let shape = spell(&new[index].ty, context.new.api);
                    self.alias_is(Rule::TypeAliasAdded, Presence::Added, subject, shape);
                }
                Pair::Removed(index) => {
                    let shape = spell(&old[index].ty, context.old.api);
                    self.alias_is(Rule::TypeAliasRemoved, Presence::Removed, subject, shape);
                }
                Pair::Both(before, after) => {
                    self.type_moved(Node::Alias(before), Node::Alias(after), &subject);
                    self.alias(&old[before], &new[after], &subject);
                }
            }
        }
    }

    /// Notes that an alias came or went.
    fn alias_is(&mut self, rule: Rule, presence: Presence, subject: Subject, shape: String) {
        let (effect, words) =
            if presence == Presence::Added { (Effect::Added, "new") } else { (Effect::Removed, "gone") };
        let sentence = format!("The alias {} for {} is {words}.", code(&subject.name), code(&shape));
        let change = Change::new(rule, effect, subject, sentence).shaped(shape);
        self.push(change.judged(judge::name("the type", presence)));
    }

    fn alias(&mut self, old: &Alias, new: &Alias, subject: &Subject) {
        let naming = Naming::new(Rule::TypeAliasRenamed, RustName::Aliased, "the type");
        self.item(&old.item, &new.item, subject, naming);
        // Where it is met in one only, what speaks of it changed.
        let sides = old.uses.common(new.uses);
        self.alias_type(old, new, sides, subject);
        self.alias_secret(old, new, subject);
        self.bounds((&old.bounds, &old.ty), (&new.bounds, &new.ty), sides.request, subject);
    }

    fn alias_type(&mut self, old: &Alias, new: &Alias, sides: Sides, subject: &Subject) {
        let context = self.context;
        let is_same = |side| context.is_same(&old.ty, &new.ty, side);
        if is_same(Sides::REQUEST) && is_same(Sides::RESPONSE) {
            return;
        }
        let (requested, answered) = (context.requested(&old.ty, &new.ty), context.answered(&old.ty, &new.ty));
        let judgement = judge::on(
            sides,
            || judge::request(&new.item.name, Given::OPTIONAL, Given::OPTIONAL, requested),
            || judge::response(Answered::Always, Answered::Always, answered),
        );
        let is_one = requested.is_same && answered.is_same;
        let named = Judgement::source(Source::Major, "Code that names it means another type.");
        self.type_changed(subject, (&old.ty, &new.ty), if is_one { judgement } else { judgement.and(named) });
    }

    fn alias_secret(&mut self, old: &Alias, new: &Alias, subject: &Subject) {
        let name = code(&subject.name);
        let (rule, sentence) = match (old.secret, new.secret) {
            (false, true) => (Rule::MadeSecret, format!("{name} is a secret now.")),
            (true, false) => (Rule::MadePublic, format!("{name} is no secret any more.")),
            _ => return,
        };
        let text = |secret: bool| Some(if secret { "secret" } else { "public" }.to_owned());
        let source = Judgement::source(Source::Major, "Code that names it means another type.");
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old.secret), text(new.secret)).judged(source));
    }
}
