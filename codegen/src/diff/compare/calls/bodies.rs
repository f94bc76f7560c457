//! Compares how the bodies of requests are written.

use crate::api::{Body, BodyFormat, Endpoint};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, code};
use crate::diff::judge::Judgement;
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;

/// What an old program meets whose body is in another format.
const FORMAT: &str = "The service does not understand the bodies of its requests.";
/// What it meets whose body says something else of itself.
const MEDIA: &str = "The service is told another media type than it takes.";
/// What it meets where members of a body are written in another way.
const MEMBER: &str = "The service does not read the member as programs built before write it.";
/// What callers meet where members of a body were arguments, or are.
const ARGUMENT: &str = "What callers give for the body is given in another way.";

impl Comparison<'_> {
    /// Compares the bodies of a call. What follows from the protocol changes with it, which has a row of its own.
    pub(in crate::diff::compare) fn bodies(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        let name = code(&subject.name);
        let (before, after) = (&old.body, &new.body);
        let is_described = before.span.is_some() || after.span.is_some();
        let has_body = [old, new].iter().all(|endpoint| endpoint.has_body());
        if is_described && before.as_str() != after.as_str() {
            let (before, after) = (before.as_str(), after.as_str());
            let sentence = format!("The body of {name} is written as {} now, not as {}.", code(after), code(before));
            let wire = if has_body { Judgement::wire(Wire::Breaks, FORMAT) } else { Judgement::default() };
            let change = Change::new(Rule::BodyFormatChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before.to_owned()), Some(after.to_owned())).judged(wire));
        } else if is_described && before.content_type() != after.content_type() {
            let (before, after) = (before.content_type(), after.content_type());
            let sentence = format!("The body of {name} is sent as {} now, not as {}.", code(after), code(before));
            let wire = if has_body { Judgement::wire(Wire::Breaks, MEDIA) } else { Judgement::default() };
            let change = Change::new(Rule::MediaTypeChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before.to_owned()), Some(after.to_owned())).judged(wire));
        }
        self.encodings(old, new, subject);
        if has_body && before.is_whole != after.is_whole {
            let words = |body: &Body| if body.is_whole { "one argument" } else { "members" };
            let (before, after) = (words(before), words(after));
            let sentence = format!("The body of {name} is {after} now, not {before}.");
            let change = Change::new(Rule::BodyArgumentChanged, Effect::Changed, subject.clone(), sentence);
            let judgement = Judgement::source(Source::Major, ARGUMENT).and(Judgement::wire(Wire::Breaks, FORMAT));
            self.push(change.turning(Some(before.to_owned()), Some(after.to_owned())).judged(judgement));
        }
    }

    /// Compares how members of the body are written, where that is said of them.
    fn encodings(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        let said = |body: &Body, name: &str| {
            let found = body.encodings.iter().find(|(member, _)| member == name);
            found.map(|(_, encoding)| encoding.as_str().to_owned())
        };
        let all = old.body.encodings.iter().chain(&new.body.encodings).map(|(name, _)| name.as_str());
        let mut names: Vec<&str> = all.collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let (before, after) = (said(&old.body, name), said(&new.body, name));
            if before == after {
                continue;
            }
            let (member, call) = (code(name), code(&subject.name));
            let sentence = match &after {
                Some(after) => format!("The member {member} of the body of {call} is written as {} now.", code(after)),
                None => {
                    format!("The member {member} of the body of {call} is written as such members usually are now.")
                }
            };
            let is_part = [&old.body, &new.body].iter().any(|body| body.format == BodyFormat::Multipart);
            let rule = if is_part { Rule::MediaTypeChanged } else { Rule::StyleChanged };
            let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(before, after).judged(Judgement::wire(Wire::Breaks, MEMBER)));
        }
    }
}
