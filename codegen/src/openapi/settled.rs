//! Checks a description of a document until nothing is wrong with it, and says what it has become.

use std::collections::HashMap;

use super::calls::STREAM_ENDING;
use super::document::{Document, Files};
use super::draft::{Draft, draft};
use super::given::Places;
use super::kept::Kept;
use super::mend::mend;
use super::remarks::Remarks;
use super::summary::Summary;
use crate::diag::{Diagnostics, Remarked, Severity, Span};
use crate::spec::project::ProjectFile;
use crate::spec::{Description, Item};

/// So often is a document read anew, so that what got another name is read by that.
const MOST_RUNS: usize = 3;
/// So often is a description mended and checked again.
const MOST_ROUNDS: usize = 40;

/// Whether names are kept from one run to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// They are: what a document gives is what it gives again, once they are kept.
    Names,
    /// They are not.
    Nothing,
}

/// Reads a document until its checks are content.
///
/// # Errors
/// What is wrong in the end.
pub fn settle<T>(
    files: &Files,
    file: Option<&ProjectFile>,
    (kept, keeping): (&Kept, Keeping),
    check: impl Fn(&Description) -> Result<Remarked<T>, Diagnostics>,
) -> Result<Settled<T>, Diagnostics> {
    let mut settled = draft(files, file, kept).settle(kept, &check)?;
    if keeping == Keeping::Nothing {
        return Ok(settled);
    }
    for _ in 0..MOST_RUNS {
        // What got another name in the end is read once more by that one.
        if settled.kept.agrees_with(&settled.met) {
            break;
        }
        let now = settled.kept.with(kept);
        settled = draft(files, file, &now).settle(&now, &check)?;
    }
    kept.unmet(&settled.met, &Document::new(files), &mut settled.remarks);
    Ok(settled)
}

impl Draft {
    /// Checks the description, takes out what is not let through, and checks again.
    ///
    /// # Errors
    /// What is wrong in the end.
    fn settle<T>(
        mut self,
        kept: &Kept,
        check: impl Fn(&Description) -> Result<Remarked<T>, Diagnostics>,
    ) -> Result<Settled<T>, Diagnostics> {
        if self.remarks.has_faults() {
            return Err(self.remarks);
        }
        let mut rounds = 0;
        loop {
            let found = match check(&self.description) {
                Ok(made) => return Ok(self.settled(made, kept)),
                Err(found) => found,
            };
            if let Some(own) = self.own_faults(&found) {
                return Err(own);
            }
            let mut remarks = Remarks::default();
            rounds += 1;
            if rounds > MOST_ROUNDS || !mend(&mut self.description, &found, rounds, &mut remarks) {
                return Err(found);
            }
            self.remarks.append(remarks.into_diagnostics());
        }
    }

    /// The faults of what a project says itself: a person mends them.
    fn own_faults(&self, found: &Diagnostics) -> Option<Diagnostics> {
        let mut own = Diagnostics::default();
        let faults = found.list().iter().filter(|found| found.severity == Severity::Fault);
        let is_own = |span: &Span| span.file < self.first_file && *span != Span::START;
        for fault in faults.filter(|fault| fault.labels.first().is_some_and(|label| is_own(&label.span))) {
            own.push(fault.clone());
        }
        own.has_faults().then_some(own)
    }

    fn settled<T>(self, Remarked { value, remarks: found }: Remarked<T>, kept: &Kept) -> Settled<T> {
        let Self { description, mut remarks, mut summary, places, .. } = self;
        let calls = description.resources.iter().flat_map(|resource| &resource.endpoints);
        summary.paged = calls.clone().filter(|call| matches!(call.pages, Ok(Some(_)))).count();
        summary.emitted = calls.filter(|call| !call.item.name.value.ends_with(STREAM_ENDING)).count();
        summary.events = description.resources.iter().map(|resource| resource.events.len()).sum();
        // What authors of a description are told of its names and bounds is not for those who only read it.
        for remark in found.list().iter().filter(|remark| TOLD.contains(&remark.rule)) {
            remarks.push(remark.clone());
        }
        remarks.drop_repeats();
        let (met, now) = (all(&places, kept), remaining(&places, kept, &description));
        Settled { value, description, remarks, summary, kept: now, met }
    }
}

/// Remarks of the checks that say something of what callers will meet.
const TOLD: [&str; 1] = ["alike-variants"];

/// What was made of a document.
pub struct Settled<T> {
    /// What the checks let through, or what was made of that.
    pub value: T,
    /// What was described.
    pub description: Description,
    /// What there is to remark.
    pub remarks: Diagnostics,
    /// How much of the document is there.
    pub summary: Summary,
    /// The names that all of it has.
    pub kept: Kept,
    /// The same with what was left out because of a fault.
    met: Kept,
}

impl<T> Settled<T> {
    /// Says that no two calls send the same, if that holds: whoever takes the description over is told of it from then on.
    pub fn forbid_repeats<U>(&mut self, check: impl Fn(&Description) -> Result<Remarked<U>, Diagnostics>) {
        self.allow_repeats(false);
        let is_right = check(&self.description).is_ok();
        self.allow_repeats(!is_right);
    }

    fn allow_repeats(&mut self, are_allowed: bool) {
        if let Ok(api) = &mut self.description.api {
            api.repeats = are_allowed;
        }
    }
}

/// All names that were given.
fn all(places: &Places, kept: &Kept) -> Kept {
    let mut all = Kept::default();
    for call in &places.calls {
        all.add_call(call.place.clone(), (&call.module, &call.function), call.facts, kept);
    }
    for (place, name) in &places.types {
        all.add_type(place.clone(), name, kept);
    }
    all
}

/// The names that remain, as they are in the end.
fn remaining(places: &Places, kept: &Kept, description: &Description) -> Kept {
    let rust = |item: &Item| item.rust.as_ref().unwrap_or(&item.name).value.trim_end_matches('_').to_owned();
    let mut calls: HashMap<(&str, &str), (String, String)> = HashMap::new();
    let mut types: HashMap<&str, String> = HashMap::new();
    for resource in &description.resources {
        let module = resource.item.name.value.as_str();
        for endpoint in &resource.endpoints {
            let function = endpoint.item.name.value.as_str();
            calls.insert((module, function), (rust(&resource.item), rust(&endpoint.item)));
        }
        let objects = resource.objects.iter().map(|object| &object.item);
        let enums = resource.enums.iter().map(|values| &values.item);
        let aliases = resource.aliases.iter().map(|alias| &alias.item);
        types.extend(objects.chain(enums).chain(aliases).map(|item| (item.name.value.as_str(), rust(item))));
    }
    let mut now = Kept::default();
    for call in &places.calls {
        if let Some((module, function)) = calls.get(&(call.module.as_str(), call.function.as_str())) {
            now.add_call(call.place.clone(), (module, function), call.facts, kept);
        }
    }
    for (place, given) in &places.types {
        if let Some(name) = types.get(given.as_str()) {
            now.add_type(place.clone(), name, kept);
        }
    }
    now
}
