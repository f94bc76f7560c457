//! A report in a few words: what a reviewer has to know before the first row.

use crate::diff::{Effect, Report, Row, Source, StaleAcceptance, Verdict, Wire, lines_source};

use super::sections::Severity;
use super::words::{count, one_line};

/// What stands above the changed lines of `api.txt` that no row explains.
pub(super) const GENERATOR_TITLE: &str =
    "The generator changed, or the crate before was stale: the description does not explain these lines";
/// What stands above the stale acceptances.
pub(super) const STALE_TITLE: &str = "Stale acceptances: nothing of the kind changed, so remove these entries";

/// Effects in the order in which they are counted, with their nouns. Words are an uncountable thing.
const EFFECTS: [(Effect, &str); 5] = [
    (Effect::Added, "addition"),
    (Effect::Changed, "change"),
    (Effect::Renamed, "rename"),
    (Effect::Deprecated, "deprecation"),
    (Effect::Removed, "removal"),
];

/// The figures of a report. Accepted rows are counted apart and alarm nobody.
pub(super) struct Summary<'a> {
    report: &'a Report,
    /// The worst of the rows that were not accepted.
    pub(super) verdict: Verdict,
    open: Vec<&'a Row>,
}

/// What a report says on one question.
pub(super) struct Fact {
    /// The question, as a heading.
    pub(super) name: &'static str,
    /// The answer, whole sentences.
    pub(super) text: String,
    /// How grave it is.
    pub(super) severity: Severity,
}

impl<'a> Summary<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let open: Vec<&Row> = report.rows.iter().filter(|row| row.accepted.is_none()).collect();
        let least = Verdict { source: Source::Patch, wire: Wire::Ok };
        let verdict = open.iter().fold(least, |worst, row| worst.join(row.verdict));
        Self { report, verdict, open }
    }

    /// The gravest thing that was not accepted.
    pub(super) fn severity(&self) -> Severity {
        self.open.iter().map(|row| Severity::of(row)).min().unwrap_or(Severity::Patch)
    }

    /// `2 breaking changes`, or what else matters most.
    pub(super) fn title(&self) -> String {
        let degraded = self.wire(Wire::Degraded);
        match (self.breaking(), self.severity()) {
            (0, Severity::Degraded) => {
                let breaks = if self.accepts_breaks() { "what breaks is accepted" } else { "none breaks" };
                format!("{} old programs, {breaks}", verb(degraded, "degrade"))
            }
            (0, _) if self.open.is_empty() && !self.report.rows.is_empty() => "Nothing but accepted changes".to_owned(),
            (0, _) if self.accepts_breaks() => "What breaks is accepted".to_owned(),
            (0, _) if self.report.rows.is_empty() => "No change of the description".to_owned(),
            (0, Severity::Patch) if self.counted(Effect::Documented) == self.open.len() => "Only wording".to_owned(),
            (0, _) => "Nothing breaks".to_owned(),
            (breaking, _) => count(breaking, "breaking change"),
        }
    }

    /// All figures on one line.
    pub(super) fn line(&self) -> String {
        let wire: Vec<String> = [(Wire::Breaks, "break"), (Wire::Degraded, "degraded")]
            .into_iter()
            .map(|(wire, word)| (self.wire(wire), word))
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{number} {word}"))
            .collect();
        let wire = if wire.is_empty() { "ok".to_owned() } else { wire.join(", ") };
        let rows = if self.report.rows.is_empty() {
            "no change of the description".to_owned()
        } else {
            format!("{}: {}", self.verdict.source, self.counts())
        };
        let figures = [rows, format!("programs built before: {wire}"), format!("version {}", self.version_in_short())];
        figures.into_iter().chain(self.faults()).collect::<Vec<_>>().join("; ")
    }

    /// `2 breaking, 3 additions, 5 wording, 1 accepted`.
    pub(super) fn counts(&self) -> String {
        let mut counts = Vec::new();
        let mut add = |number: usize, text: String| counts.extend((number > 0).then_some(text));
        add(self.breaking(), format!("{} breaking", self.breaking()));
        for (effect, noun) in EFFECTS {
            add(self.counted(effect), count(self.counted(effect), noun));
        }
        let wording = self.counted(Effect::Documented);
        add(wording, format!("{wording} wording"));
        let accepted = self.report.rows.len() - self.open.len();
        add(accepted, format!("{accepted} accepted"));
        counts.join(", ")
    }

    /// What is wrong besides the changes themselves.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self.report.generator.is_empty() {
            faults.push(format!("{} of api.txt not explained", count(self.report.generator.len(), "line")));
        }
        match self.report.stale.len() {
            0 => {}
            1 => faults.push("1 stale acceptance".to_owned()),
            stale => faults.push(format!("{stale} stale acceptances")),
        }
        faults
    }

    /// What callers, programs in use, and the version of the crate meet.
    pub(super) fn facts(&self) -> [Fact; 3] {
        [self.source_fact(), self.wire_fact(), self.version_fact()]
    }

    fn source_fact(&self) -> Fact {
        let majors = self.open.iter().filter(|row| row.verdict.source == Source::Major).count();
        let (text, severity) = match self.verdict.source {
            Source::Patch => ("It compiles, and nothing new can be written.".to_owned(), Severity::Patch),
            Source::Minor => ("It compiles, and more can be written than before.".to_owned(), Severity::Minor),
            Source::Major => (format!("{} it.", verb(majors, "break")), Severity::Breaking),
        };
        let text = self.without_accepted(text, |verdict| verdict.source > self.verdict.source);
        if lines_source(&self.report.generator) < Source::Major {
            return Fact { name: "Callers’ code", text, severity };
        }
        let text = if majors == 0 { String::new() } else { text + " " };
        let beyond = "What the generator took away breaks whoever uses it.";
        Fact { name: "Callers’ code", text: text + beyond, severity: Severity::Breaking }
    }

    fn wire_fact(&self) -> Fact {
        let sentences: Vec<String> = [(Wire::Breaks, "break"), (Wire::Degraded, "degrade")]
            .into_iter()
            .filter(|(wire, _)| self.wire(*wire) > 0)
            .map(|(wire, word)| format!("{} them.", verb(self.wire(wire), word)))
            .collect();
        let (text, severity) = match self.verdict.wire {
            Wire::Ok => ("They work as before.".to_owned(), Severity::Patch),
            Wire::Degraded => (sentences.join(" "), Severity::Degraded),
            Wire::Breaks => (sentences.join(" "), Severity::Breaking),
        };
        let text = self.without_accepted(text, |verdict| verdict.wire > self.verdict.wire);
        Fact { name: "Programs built before", text, severity }
    }

    /// A sentence on the changes that were not accepted, which says so if an accepted one makes it untrue.
    fn without_accepted(&self, sentence: String, is_worse: impl Fn(Verdict) -> bool) -> String {
        if self.accepted().any(|row| is_worse(row.verdict)) {
            format!("{}, not counting accepted changes.", sentence.trim_end_matches('.'))
        } else {
            sentence
        }
    }

    fn version_fact(&self) -> Fact {
        let bump = &self.report.bump;
        let [old, needed, written] = [&bump.old, &bump.needed, &bump.written].map(|version| one_line(version));
        let (text, severity) = match (bump.is_enough, old == written) {
            (true, true) => (format!("{old} can stay."), Severity::Patch),
            (true, false) => (format!("{old} becomes {written}, which is enough."), Severity::Patch),
            (false, _) if old == needed => (format!("{old} can stay; {written} is below it."), Severity::Degraded),
            (false, _) => (format!("{old} must become {needed}; the description says {written}."), Severity::Degraded),
        };
        Fact { name: "Version", text, severity }
    }

    fn version_in_short(&self) -> String {
        let bump = &self.report.bump;
        let [old, needed, written] = [&bump.old, &bump.needed, &bump.written].map(|version| one_line(version));
        match (bump.is_enough, old == written) {
            (true, true) => format!("{old} can stay"),
            (true, false) => format!("{old} -> {written} is enough"),
            (false, _) if old == needed => format!("{old} can stay, {written} written"),
            (false, _) => format!("{old} -> {needed} needed, {written} written"),
        }
    }

    fn accepted(&self) -> impl Iterator<Item = &'a Row> {
        self.report.rows.iter().filter(|row| row.accepted.is_some())
    }

    fn accepts_breaks(&self) -> bool {
        self.accepted().any(|row| row.verdict.is_breaking())
    }

    fn breaking(&self) -> usize {
        self.open.iter().filter(|row| row.verdict.is_breaking()).count()
    }

    fn wire(&self, wire: Wire) -> usize {
        self.open.iter().filter(|row| row.verdict.wire == wire).count()
    }

    /// Rows of an effect that break nothing.
    fn counted(&self, effect: Effect) -> usize {
        self.open.iter().filter(|row| row.effect == effect && !row.verdict.is_breaking()).count()
    }
}

/// `1 change breaks`, `2 changes break`.
fn verb(number: usize, verb: &str) -> String {
    format!("{} {verb}{}", count(number, "change"), if number == 1 { "s" } else { "" })
}

/// What is wrong with an acceptance, where it is shown by itself.
pub(super) fn stale_sentence(stale: &StaleAcceptance) -> String {
    let [rule, item] = [&stale.rule, &stale.item].map(|name| one_line(name));
    format!("{rule} of {item} was accepted, but nothing of the kind changed: remove the entry.")
}

/// What to say if there is nothing to report.
pub(super) fn nothing(report: &Report) -> Option<String> {
    let is_empty = report.rows.is_empty() && report.generator.is_empty() && report.stale.is_empty();
    let [old, new] = [&report.old, &report.new].map(|revision| one_line(&revision.label));
    is_empty.then(|| format!("Nothing changed: {old} and {new} describe the same client."))
}
