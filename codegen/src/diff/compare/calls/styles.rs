//! Compares how parameters are written outside of bodies.

use crate::api::{Location, Parameter};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, code};
use crate::diff::judge::Judgement;
use crate::diff::report::{Effect, Wire};
use crate::diff::rules::Rule;

impl Comparison<'_> {
    /// Compares the styles of a parameter that travels where it did.
    pub(in crate::diff::compare) fn style(&mut self, old: &Parameter, new: &Parameter, subject: &Subject) {
        if old.location != new.location || old.location == Location::Body {
            return;
        }
        let (before, after) = (words(old), words(new));
        // A single value is alike in most styles, and none is said of it there.
        let is_told = |parameter: &Parameter| parameter.explode || parameter.style.concerns(parameter.has_parts());
        if before == after || !is_told(old) && !is_told(new) {
            return;
        }
        let sentence =
            format!("{} is written in the style {} now, not {}.", code(&subject.name), code(&after), code(&before));
        let reason = format!("The service does not read `{}` as programs built before write it.", new.item.name);
        let change = Change::new(Rule::StyleChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(before), Some(after)).judged(Judgement::wire(Wire::Breaks, reason)));
    }
}

/// The style as a description says it.
fn words(parameter: &Parameter) -> String {
    let style = parameter.style.as_str();
    if parameter.explode { format!("{style}, exploded") } else { style.to_owned() }
}
