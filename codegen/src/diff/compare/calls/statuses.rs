//! Compares what calls answer by status and headers.

use crate::api::{AnswerHeader, Api, Endpoint, Returns, Status, StatusAnswer, Type};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, Naming, code, member};
use crate::diff::judge::{self, Answered, Judgement, RustName, TypeChange};
use crate::diff::pairs::{Pair, pairs_of};
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;
use crate::diff::types::spell;

/// What callers meet whose answer is of another type.
const OTHER_TYPE: &str = "What the call gives is of another type.";
/// What old programs meet where an answer is no longer what it was.
const UNREAD: &str = "Programs built before fail to read such an answer.";
/// What they meet where an answer comes with a status that they take for one of an error.
const REFUSED: &str = "Programs built before take an answer with this status for an error.";

/// A call of one description, with what it answers.
type Answering<'a> = (&'a Endpoint, &'a StatusAnswer);

impl Comparison<'_> {
    /// Compares what a call answers, where that is more than a type on one side at least.
    pub(super) fn answers(&mut self, old: &Endpoint, new: &Endpoint, owner: &Subject) {
        match (&old.returns, &new.returns) {
            (Returns::Headed(before), Returns::Headed(after)) => {
                self.answer_parts((old, before), (new, after), owner, &code(&owner.name));
            }
            (Returns::ByStatus(before), Returns::ByStatus(after)) => {
                self.answers_by_status((old, before), (new, after), owner);
            }
            (before, after) => self.other_returns(before, after, owner),
        }
    }

    /// One type was another, with other types of Rust around it.
    fn other_returns(&mut self, old: &Returns, new: &Returns, subject: &Subject) {
        let (before, after) = (returned(old, self.context.old.api), returned(new, self.context.new.api));
        let words = |text: &Option<String>| text.as_ref().map_or_else(|| "nothing".to_owned(), |text| code(text));
        let sentence =
            format!("{} answers with {} now, not with {}.", code(&subject.name), words(&after), words(&before));
        let wire = match (Answer::all(old), Answer::all(new)) {
            (Some(old), Some(new)) => {
                new.iter().fold(Judgement::default(), |all, one| all.and(self.read_by_old(&old, one)))
            }
            _ => Judgement::wire(Wire::Breaks, UNREAD),
        };
        let change = Change::new(Rule::ReturnsChanged, Effect::Changed, subject.clone(), sentence);
        let judgement = Judgement::source(Source::Major, OTHER_TYPE).and(wire);
        self.push(change.turning(before, after).judged(judgement));
    }

    fn answers_by_status(
        &mut self,
        (old, before): (&Endpoint, &[StatusAnswer]),
        (new, after): (&Endpoint, &[StatusAnswer]),
        owner: &Subject,
    ) {
        for gone in before.iter().filter(|one| with(after, one.status).is_none()) {
            self.answer_removed((old, gone), owner);
        }
        for one in after {
            match with(before, one.status) {
                Some(was) => self.answer_with_status((old, was), (new, one), owner),
                None => self.answer_added(before, (new, one), owner),
            }
        }
    }

    fn answer_added(&mut self, before: &[StatusAnswer], (new, answer): Answering<'_>, owner: &Subject) {
        let status = &answer.item.name;
        let subject = member(owner, status, None, Some((&new.item, &answer.item)));
        let sentence = format!("{} may answer with the status {} now.", code(&owner.name), code(status));
        let before: Vec<_> = before.iter().map(Answer::from).collect();
        let judgement = Judgement::source(Source::Minor, "").and(self.read_by_old(&before, &Answer::from(answer)));
        let change = Change::new(Rule::AnswerAdded, Effect::Added, subject, sentence);
        self.push(change.turning(None, Some(spelled(answer, self.context.new.api))).judged(judgement));
    }

    fn answer_removed(&mut self, (old, answer): Answering<'_>, owner: &Subject) {
        let status = &answer.item.name;
        let subject = member(owner, status, Some((&old.item, &answer.item)), None);
        let sentence = format!("{} answers with the status {} no more.", code(&owner.name), code(status));
        let judgement = Judgement::source(Source::Major, "Code that names its variant no longer compiles.");
        let change = Change::new(Rule::AnswerRemoved, Effect::Removed, subject, sentence);
        self.push(change.turning(Some(spelled(answer, self.context.old.api)), None).judged(judgement));
    }

    fn answer_with_status(&mut self, (old, before): Answering<'_>, (new, after): Answering<'_>, owner: &Subject) {
        let status = &after.item.name;
        let subject = member(owner, status, Some((&old.item, &before.item)), Some((&new.item, &after.item)));
        let naming = Naming::new(Rule::RustNameChanged, RustName::Written, "its variant");
        self.item(&before.item, &after.item, &subject, naming);
        let words = format!("{} with the status {}", code(&owner.name), code(status));
        if before.headers.is_empty() == after.headers.is_empty() {
            return self.answer_parts((old, before), (new, after), &subject, &words);
        }
        let change = Change::new(
            Rule::AnswerChanged,
            Effect::Changed,
            subject,
            if after.headers.is_empty() {
                format!("{words} answers without headers.")
            } else {
                format!("{words} answers with headers, too.")
            },
        );
        let judgement = Judgement::source(Source::Major, "The fields of its variant have names now, or none any more.")
            .and(self.read_by_old(&[Answer::from(before)], &Answer::from(after)));
        let turn = (spelled(before, self.context.old.api), spelled(after, self.context.new.api));
        self.push(change.turning(Some(turn.0), Some(turn.1)).judged(judgement));
    }

    /// Compares body and headers of one answer, which `words` tell.
    fn answer_parts(
        &mut self,
        (old, before): Answering<'_>,
        (new, after): Answering<'_>,
        owner: &Subject,
        words: &str,
    ) {
        self.answer_body(before, after, owner, words);
        for pair in pairs_of(&before.headers, &after.headers, |header| &header.item) {
            let (was, is) = match pair {
                Pair::Added(index) => (None, Some(&after.headers[index])),
                Pair::Removed(index) => (Some(&before.headers[index]), None),
                Pair::Both(was, is) => (Some(&before.headers[was]), Some(&after.headers[is])),
            };
            self.answer_header((old, was), (new, is), owner, words);
        }
    }

    fn answer_body(&mut self, before: &StatusAnswer, after: &StatusAnswer, subject: &Subject, words: &str) {
        let judgement = match (&before.body, &after.body) {
            (None, None) => return,
            (Some(old), Some(new)) => {
                let ty = self.context.answered(old, new);
                if ty.is_same && present(old) == present(new) {
                    return;
                }
                judge::response(present(old), present(new), ty)
            }
            // A struct can gain a field; a variant that held nothing is matched in another way.
            (None, Some(_)) if !before.headers.is_empty() => Judgement::source(Source::Minor, ""),
            (None, Some(_)) => Judgement::source(Source::Major, OTHER_TYPE),
            (Some(old), None) => judge::response(present(old), Answered::Absent, TypeChange::NONE),
        };
        let text = |body: &Option<Type>, api| body.as_ref().map(|ty| spell(ty, api));
        let (was, is) = (text(&before.body, self.context.old.api), text(&after.body, self.context.new.api));
        let shown = is.as_ref().map_or_else(|| "nothing".to_owned(), |is| code(is));
        let sentence = format!("{words} answers {shown} now.");
        let change = Change::new(Rule::AnswerChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(was, is).judged(judgement));
    }

    fn answer_header(
        &mut self,
        (old_call, old): (&Endpoint, Option<&AnswerHeader>),
        (new_call, new): (&Endpoint, Option<&AnswerHeader>),
        owner: &Subject,
        words: &str,
    ) {
        let name = new.or(old).map_or("", |header| &header.item.name);
        let places = (old.map(|it| (&old_call.item, &it.item)), new.map(|it| (&new_call.item, &it.item)));
        let subject = member(owner, name, places.0, places.1);
        let header = code(name);
        let (rule, effect, sentence) =
            match (old, new) {
                (Some(old), Some(new)) => {
                    let lost = judge::response(always(old), Answered::Absent, TypeChange::NONE);
                    let naming = Naming::new(Rule::HeaderRenamed, RustName::Written, "the header")
                        .travelling(Judgement { source: Source::default(), source_reason: None, ..lost });
                    self.item(&old.item, &new.item, &subject, naming);
                    if self.context.answered(&old.ty, &new.ty).is_same && old.optional == new.optional {
                        return;
                    }
                    let sentence = format!("The header {header} of {words} holds something else.");
                    (Rule::AnswerHeaderChanged, Effect::Changed, sentence)
                }
                (None, _) => {
                    (Rule::AnswerHeaderAdded, Effect::Added, format!("{words} answers with the header {header}, too."))
                }
                (_, None) => {
                    let sentence = format!("{words} answers without the header {header}.");
                    (Rule::AnswerHeaderRemoved, Effect::Removed, sentence)
                }
            };
        let text = |header: &AnswerHeader, api: &Api| {
            format!("{}{}", spell(&header.ty, api), if header.optional { ", optional" } else { "" })
        };
        let was = old.map(|header| text(header, self.context.old.api));
        let is = new.map(|header| text(header, self.context.new.api));
        let judgement = self.header_read(old, new);
        self.push(Change::new(rule, effect, subject, sentence).turning(was, is).judged(judgement));
    }

    /// What becomes of a header of an answer.
    fn header_read(&self, old: Option<&AnswerHeader>, new: Option<&AnswerHeader>) -> Judgement {
        let ty = match (old, new) {
            (Some(old), Some(new)) => self.context.answered(&old.ty, &new.ty),
            _ => TypeChange::NONE,
        };
        judge::response(old.map_or(Answered::Absent, always), new.map_or(Answered::Absent, always), ty)
    }

    /// What old programs, which read some answers, meet in one of the new description.
    fn read_by_old(&self, old: &[Answer<'_>], new: &Answer<'_>) -> Judgement {
        let read = match old.iter().find(|before| before.status.holds_for(new.status.least())) {
            None if new.status.is_success() => Judgement::wire(Wire::Breaks, UNREAD),
            None => Judgement::wire(Wire::Degraded, REFUSED),
            Some(before) => before.headers.iter().fold(self.body_read_by_old(before, new), |all, header| {
                let kept = new.headers.iter().find(|kept| kept.item.name.eq_ignore_ascii_case(&header.item.name));
                all.and(self.header_read(Some(header), kept))
            }),
        };
        Judgement { source: Source::default(), source_reason: None, ..read }
    }

    fn body_read_by_old(&self, old: &Answer<'_>, new: &Answer<'_>) -> Judgement {
        match (old.body, new.body) {
            (None, _) => Judgement::default(),
            (Some(before), None) => judge::response(present(before), Answered::Absent, TypeChange::NONE),
            (Some(before), Some(after)) => {
                judge::response(present(before), present(after), self.context.answered(before, after))
            }
        }
    }
}

/// What is answered with a status, whatever says it.
struct Answer<'a> {
    status: Status,
    body: Option<&'a Type>,
    headers: &'a [AnswerHeader],
}

impl<'a> Answer<'a> {
    /// All that a call answers; nothing of a page, whose type is not in the description.
    fn all(returns: &'a Returns) -> Option<Vec<Self>> {
        let success = |body, headers| vec![Self { status: Status::Class(2), body, headers }];
        Some(match returns {
            Returns::Nothing => success(None, &[]),
            Returns::Value(ty) => success(Some(ty), &[]),
            Returns::Headed(answer) => success(answer.body.as_ref(), &answer.headers),
            Returns::ByStatus(answers) => answers.iter().map(Self::from).collect(),
            Returns::Page(..) | Returns::Event => return None,
        })
    }
}

impl<'a> From<&'a StatusAnswer> for Answer<'a> {
    fn from(answer: &'a StatusAnswer) -> Self {
        Self { status: answer.status, body: answer.body.as_ref(), headers: &answer.headers }
    }
}

fn with(answers: &[StatusAnswer], status: Status) -> Option<&StatusAnswer> {
    answers.iter().find(|answer| answer.status == status)
}

/// Whether a body is always there.
fn present(ty: &Type) -> Answered {
    if matches!(ty, Type::Nullable(_)) { Answered::Maybe } else { Answered::Always }
}

/// Whether a header is always there.
fn always(header: &AnswerHeader) -> Answered {
    if header.optional { Answered::Maybe } else { Answered::Always }
}

/// What an answer holds, in the words of a description.
fn spelled(answer: &StatusAnswer, api: &Api) -> String {
    let body = answer.body.as_ref().map_or_else(|| "nothing".to_owned(), |ty| spell(ty, api));
    let headers = answer.headers.iter().map(|header| header.item.name.as_str());
    let headers: Vec<&str> = headers.collect();
    if headers.is_empty() { body } else { format!("{body} with {}", headers.join(", ")) }
}

/// What is answered by status, in the words of a description.
pub(super) fn by_status(answers: &[StatusAnswer], api: &Api) -> String {
    let texts: Vec<String> = answers.iter().map(|one| format!("{}: {}", one.item.name, spelled(one, api))).collect();
    texts.join(", ")
}

/// What an endpoint answers with, as a description writes it.
pub(super) fn returned(returns: &Returns, api: &Api) -> Option<String> {
    match returns {
        Returns::Nothing => None,
        Returns::Value(ty) => Some(spell(ty, api)),
        Returns::Event => Some("event".to_owned()),
        Returns::Page(_, ty) => Some(format!("list({})", spell(ty, api))),
        Returns::Headed(answer) => Some(spelled(answer, api)),
        Returns::ByStatus(answers) => Some(by_status(answers, api)),
    }
}
