//! Compares how answers come.

use crate::api::Answer;
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, code};
use crate::diff::judge::Judgement;
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;

impl Comparison<'_> {
    /// What the body of an answer holds, what is asked for, and how a stream ends or goes on.
    pub(in crate::diff::compare) fn answer(&mut self, old: &Answer, new: &Answer, subject: &Subject) {
        let name = code(&subject.name);
        if old.content != new.content {
            let (before, after) = (old.content.as_str(), new.content.as_str());
            let sentence = format!("The answer to {name} comes as {} now, not as {}.", code(after), code(before));
            let wire = Judgement::wire(Wire::Breaks, "Programs built before cannot read it.");
            let source = Judgement::source(Source::Major, "What the call gives is of another type.");
            self.answer_changed(subject, sentence, (before, after), source.and(wire));
        } else if old.accept() != new.accept() {
            let sentence = format!("{name} asks for {} now, not for {}.", code(new.accept()), code(old.accept()));
            let wire = Judgement::wire(Wire::Degraded, "Programs built before still ask for the old media type.");
            self.answer_changed(subject, sentence, (old.accept(), new.accept()), wire);
        }
        if old.done != new.done {
            let end = |answer: &Answer| answer.done.clone().unwrap_or_else(|| "the end of the answer".to_owned());
            let (before, after) = (end(old), end(new));
            let sentence = format!("The events of {name} end with {} now, not with {}.", code(&after), code(&before));
            let wire =
                Judgement::wire(Wire::Breaks, "Programs built before wait for the old end, or read the new one.");
            self.answer_changed(subject, sentence, (&before, &after), wire);
        }
        if old.resumes != new.resumes {
            let sentence = if new.resumes {
                format!("The events of {name} are taken up again where they break.")
            } else {
                format!("The events of {name} are no longer taken up again where they break.")
            };
            let words = |answer: &Answer| if answer.resumes { "resumed" } else { "not resumed" };
            let behaviour = Judgement::source(Source::Minor, "");
            self.answer_changed(subject, sentence, (words(old), words(new)), behaviour);
        }
    }

    fn answer_changed(&mut self, subject: &Subject, sentence: String, turn: (&str, &str), judgement: Judgement) {
        let change = Change::new(Rule::AnswerChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(turn.0.to_owned()), Some(turn.1.to_owned())).judged(judgement));
    }
}
