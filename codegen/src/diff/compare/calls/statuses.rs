//! Compares what calls answer by status and headers, and what their errors hold.

use crate::api::{Api, Endpoint, Returns, Status, StatusAnswer};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, code};
use crate::diff::judge::Judgement;
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;
use crate::diff::types::spell;

/// What callers meet whose answer is of another type.
const OTHER_TYPE: &str = "What the call gives is of another type.";
/// What old programs meet where an answer is no longer what it was.
const UNREAD: &str = "Programs built before fail to read such an answer.";
/// What they meet where an answer comes with a status that they do not know.
const UNKNOWN: &str = "Programs built before take an answer with this status for an error.";
/// What callers meet whose errors hold something else.
const OTHER_BODY: &str = "What `body()` of the errors gives is of another type.";

impl Comparison<'_> {
    /// Compares what a call answers, where that is more than a type on one side at least.
    pub(super) fn answers(&mut self, old: &Returns, new: &Returns, subject: &Subject) {
        if let (Returns::ByStatus(before), Returns::ByStatus(after)) = (old, new) {
            return self.answers_by_status(before, after, subject);
        }
        let (before, after) = (returned(old, self.context.old.api), returned(new, self.context.new.api));
        if before == after {
            return;
        }
        let words = |text: &Option<String>| text.as_ref().map_or_else(|| "nothing".to_owned(), |text| code(text));
        let sentence =
            format!("{} answers with {} now, not with {}.", code(&subject.name), words(&after), words(&before));
        let is_headed = |returns: &Returns| matches!(returns, Returns::Headed(_));
        let source = if is_headed(old) && is_headed(new) && gains(old, new, self.context.old.api, self.context.new.api)
        {
            Judgement::source(Source::Minor, "")
        } else {
            Judgement::source(Source::Major, OTHER_TYPE).and(Judgement::wire(Wire::Breaks, UNREAD))
        };
        let change = Change::new(Rule::ReturnsChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(source));
    }

    fn answers_by_status(&mut self, old: &[StatusAnswer], new: &[StatusAnswer], subject: &Subject) {
        let (old_api, new_api) = (self.context.old.api, self.context.new.api);
        let name = code(&subject.name);
        for (before, after) in pairs(old, new) {
            let (was, is) = (before.map(|one| spelled(one, old_api)), after.map(|one| spelled(one, new_api)));
            if was == is {
                continue;
            }
            let status = code(&after.or(before).map(|one| one.item.name.clone()).unwrap_or_default());
            let wire = |reason| Judgement::wire(Wire::Breaks, reason);
            let (rule, effect, sentence, judgement) = match (before, after) {
                (None, _) => (
                    Rule::AnswerAdded,
                    Effect::Added,
                    format!("{name} may answer with the status {status} now."),
                    Judgement::source(Source::Minor, "").and(wire(UNKNOWN)),
                ),
                (_, None) => (
                    Rule::AnswerRemoved,
                    Effect::Removed,
                    format!("{name} answers with the status {status} no more."),
                    Judgement::source(Source::Major, OTHER_TYPE),
                ),
                _ => (
                    Rule::AnswerChanged,
                    Effect::Changed,
                    format!("{name} answers something else with the status {status}."),
                    Judgement::source(Source::Major, OTHER_TYPE).and(wire(UNREAD)),
                ),
            };
            self.push(Change::new(rule, effect, subject.clone(), sentence).turning(was, is).judged(judgement));
        }
    }

    /// Compares what the errors of a call hold.
    pub(super) fn refusals(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        let (before, after) =
            (by_status(&old.refusals, self.context.old.api), by_status(&new.refusals, self.context.new.api));
        if before == after {
            return;
        }
        let text = |text: String| Some(text).filter(|text| !text.is_empty());
        let (before, after) = (text(before), text(after));
        let words = |text: &Option<String>| text.as_ref().map_or_else(|| "anything".to_owned(), |text| code(text));
        let sentence =
            format!("The errors of {} hold {} now, not {}.", code(&subject.name), words(&after), words(&before));
        let judgement = if before.is_none() {
            Judgement::source(Source::Minor, "")
        } else {
            Judgement::source(Source::Major, OTHER_BODY)
        };
        let change = Change::new(Rule::RefusalChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }
}

/// Whether an answer has all that it had, and a header more.
fn gains(old: &Returns, new: &Returns, old_api: &Api, new_api: &Api) -> bool {
    let (Returns::Headed(old), Returns::Headed(new)) = (old, new) else { return false };
    let body = |answer: &StatusAnswer, api: &Api| answer.body.as_ref().map(|ty| spell(ty, api));
    let is_kept = |header: &str| headers(new, new_api).iter().any(|kept| kept == header);
    body(old, old_api) == body(new, new_api) && headers(old, old_api).iter().all(|header| is_kept(header))
}

/// Answers with one status, and those that only one side has.
fn pairs<'a>(
    old: &'a [StatusAnswer],
    new: &'a [StatusAnswer],
) -> impl Iterator<Item = (Option<&'a StatusAnswer>, Option<&'a StatusAnswer>)> {
    let of = |all: &'a [StatusAnswer], status: Status| all.iter().find(|one| one.status == status);
    let kept = old.iter().map(move |before| (Some(before), of(new, before.status)));
    kept.chain(new.iter().filter(move |after| of(old, after.status).is_none()).map(|after| (None, Some(after))))
}

fn headers(answer: &StatusAnswer, api: &Api) -> Vec<String> {
    let headers = answer.headers.iter().map(|header| {
        let optional = if header.optional { "?" } else { "" };
        format!("{}: {}{optional}", header.item.name, spell(&header.ty, api))
    });
    headers.collect()
}

/// What an answer holds, in the words of a description.
fn spelled(answer: &StatusAnswer, api: &Api) -> String {
    let body = answer.body.as_ref().map_or_else(|| "nothing".to_owned(), |ty| spell(ty, api));
    if answer.headers.is_empty() { body } else { format!("{body} with {}", headers(answer, api).join(", ")) }
}

/// What is answered by status, in the words of a description.
fn by_status(answers: &[StatusAnswer], api: &Api) -> String {
    let texts: Vec<String> = answers.iter().map(|one| format!("{}: {}", one.item.name, spelled(one, api))).collect();
    texts.join(", ")
}

/// What an endpoint answers with, as a description writes it.
pub(super) fn returned(returns: &Returns, api: &Api) -> Option<String> {
    match returns {
        Returns::Nothing => None,
        Returns::Value(ty) => Some(spell(ty, api)),
        Returns::Page(_, ty) => Some(format!("list({})", spell(ty, api))),
        Returns::Headed(answer) => Some(spelled(answer, api)),
        Returns::ByStatus(answers) => Some(by_status(answers, api)),
    }
}
