//! Explains the changed lines of `api.txt` by the changes of the description.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::change::{Change, Extent, Site};
use super::lines::{Changed, Key, Name, key, name};
use super::report::Effect;
use super::rules::Rule;
use crate::surface::SurfaceLine;

/// For each change, the lines that it explains, by their place in the list; and the lines that nothing explains.
pub(super) struct Explained {
    pub(super) of_change: Vec<Vec<usize>>,
    pub(super) unexplained: Vec<usize>,
}

/// Explains lines: first by what they come from, then as consequences of lines that are explained.
pub(super) fn explain(changes: &[Change], lines: &[Changed<'_>]) -> Explained {
    let mut explaining =
        Explaining { lines, of_change: vec![Vec::new(); changes.len()], is_explained: vec![false; lines.len()] };
    // Words only change a line, as the mark of a deprecated item, where nothing else does.
    let words = |change: &Change| change.rule == Rule::DeprecationChanged;
    let deeds = |change: &Change| change.effect != Effect::Documented;
    for counts in [&deeds as &dyn Fn(&Change) -> bool, &words] {
        explaining.claim(changes, Extent::Member, counts);
        explaining.claim(changes, Extent::Owner, counts);
        explaining.claim_for_members(changes, counts);
    }
    explaining.claim(changes, Extent::File, &deeds);
    explaining.follow(changes);
    explaining.claim_for_askers(changes);
    let unexplained = (0..lines.len()).filter(|line| !explaining.is_explained[*line]).collect();
    Explained { of_change: explaining.of_change, unexplained }
}

struct Explaining<'a> {
    lines: &'a [Changed<'a>],
    of_change: Vec<Vec<usize>>,
    is_explained: Vec<bool>,
}

impl<'a> Explaining<'a> {
    /// Gives each line that is not explained yet to the changes of the item that it comes from.
    fn claim(&mut self, changes: &[Change], extent: Extent, counts: &dyn Fn(&Change) -> bool) {
        let (old, new) = (self.index(extent, true), self.index(extent, false));
        for (index, change) in changes.iter().enumerate().filter(|(_, change)| counts(change)) {
            let mut claimed: HashSet<usize> = self.of_change[index].iter().copied().collect();
            for (is_old, site) in change.sites().filter(|(_, site)| site.extent == extent) {
                let lines = if is_old { &old } else { &new };
                for line in lines.get(&place(site)).into_iter().flatten() {
                    if claimed.insert(*line) {
                        self.of_change[index].push(*line);
                    }
                }
            }
        }
        if extent == Extent::Owner {
            self.leave_to_speakers(changes);
        }
        self.of_change.iter().flatten().for_each(|line| self.is_explained[*line] = true);
    }

    /// Of several changes of a whole, such as an endpoint, takes a line from those that say nothing of what is in it, as
    /// long as one does.
    fn leave_to_speakers(&mut self, changes: &[Change]) {
        let mut claimants: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, lines) in self.of_change.iter().enumerate() {
            for line in lines.iter().filter(|line| !self.is_explained[**line]) {
                claimants.entry(*line).or_default().push(index);
            }
        }
        let mut silent: HashSet<(usize, usize)> = HashSet::new();
        for (line, claimants) in claimants.into_iter().filter(|(_, claimants)| claimants.len() > 1) {
            let (speaking, others): (Vec<_>, Vec<_>) =
                claimants.into_iter().partition(|index| self.speaks_of(&changes[*index], line));
            if !speaking.is_empty() {
                silent.extend(others.into_iter().map(|index| (index, line)));
            }
        }
        if !silent.is_empty() {
            for (index, lines) in self.of_change.iter_mut().enumerate() {
                lines.retain(|line| !silent.contains(&(index, *line)));
            }
        }
    }

    /// Whether a change of a whole says something of what is in a line.
    fn speaks_of(&self, change: &Change, line: usize) -> bool {
        let mut told = [&change.before, &change.after].into_iter().flatten().flat_map(|text| words(text));
        let said = self.lines[line].said_by_both();
        // In Rust, what a call gives may have another name than in the description.
        (self.lines[line].is_call() && matches!(change.rule, Rule::ReturnsChanged | Rule::AnswerChanged))
            || change.effect != Effect::Changed
            || told.any(|word| said.contains(&word))
    }

    /// The lines that are not explained yet.
    fn left(&self) -> Vec<(usize, &'a Changed<'a>)> {
        self.lines.iter().enumerate().filter(|(line, _)| !self.is_explained[*line]).collect()
    }

    /// Gives the line of a whole, such as a function with its arguments, to the changes of members that it speaks of, or
    /// else to the gravest change of a member.
    fn claim_for_members(&mut self, changes: &[Change], counts: &dyn Fn(&Change) -> bool) {
        let mut of_owner: HashMap<(bool, Name), Vec<usize>> = HashMap::new();
        for (index, change) in changes.iter().enumerate().filter(|(_, change)| counts(change)) {
            for (is_old, site) in change.sites().filter(|(_, site)| site.extent == Extent::Member) {
                of_owner.entry((is_old, name(&site.origin.owner))).or_default().push(index);
            }
        }
        for (line, changed) in self.left() {
            // The line of another member is changed by something else, such as the name of its type.
            let origins = changed.both().filter_map(|(is_old, line)| Some((is_old, line.origin.as_ref()?)));
            let wholes = origins.filter(|(_, origin)| origin.member.is_none());
            let members = wholes.filter_map(|(is_old, origin)| of_owner.get(&(is_old, name(&origin.owner)))).flatten();
            let members: Vec<usize> = members.copied().collect();
            let gravest = members.iter().rev().max_by_key(|change| changes[**change].judgement.source);
            let Some(gravest) = gravest else { continue };
            let different = changed.different();
            let speaks = |change: &&usize| words(leaf(&changes[**change])).iter().any(|word| different.contains(word));
            let speaking: BTreeSet<usize> = members.iter().filter(speaks).copied().collect();
            let causes = if speaking.is_empty() { BTreeSet::from([*gravest]) } else { speaking };
            for cause in causes {
                self.of_change[cause].push(line);
            }
            self.is_explained[line] = true;
        }
    }

    /// The lines that are not explained yet, by what a change with such an extent can claim.
    fn index(&self, extent: Extent, is_old: bool) -> HashMap<Place, Vec<usize>> {
        let mut index: HashMap<Place, Vec<usize>> = HashMap::new();
        for (line, changed) in self.lines.iter().enumerate().filter(|(line, _)| !self.is_explained[*line]) {
            let side = if is_old { changed.old } else { changed.new };
            let Some((owner, member)) = side.and_then(|line| line.origin.as_ref()).map(key) else { continue };
            let places = match extent {
                Extent::Member => vec![Place::Member((owner, member))],
                Extent::Owner => [Some(owner), member].into_iter().flatten().map(Place::Owner).collect(),
                Extent::File => vec![Place::File(owner.0)],
            };
            for place in places {
                index.entry(place).or_default().push(line);
            }
        }
        index
    }

    /// Gives each line that is left to a change whose lines speak of what is different in it, until no more is found.
    fn follow(&mut self, changes: &[Change]) {
        if self.left().into_iter().all(|(_, changed)| changed.is_asked_for()) {
            return;
        }
        let mut speakers: HashMap<String, usize> = HashMap::new();
        for (index, change) in changes.iter().enumerate().rev() {
            let names = [&change.before, &change.after].into_iter().flatten();
            for word in names.flat_map(|text| words(text)) {
                speakers.insert(word, index);
            }
        }
        for index in (0..self.of_change.len()).rev() {
            for line in &self.of_change[index] {
                self.lines[*line].said().into_iter().for_each(|word| {
                    speakers.insert(word, index);
                });
            }
        }
        while self.follow_words(&mut speakers) {}
    }

    /// Gives lines to changes by the words that are different in them; says whether there was one.
    fn follow_words(&mut self, speakers: &mut HashMap<String, usize>) -> bool {
        let mut is_found = false;
        for (line, changed) in self.left().into_iter().filter(|(_, changed)| !changed.is_asked_for()) {
            if let Some(cause) = changed.different().iter().find_map(|word| speakers.get(word).copied()) {
                self.give(line, cause, speakers);
                is_found = true;
            }
        }
        is_found
    }

    /// Gives each line of the runtime to a change of what asks for it, or to the one that explains the lines of that.
    fn claim_for_askers(&mut self, changes: &[Change]) {
        let left: Vec<_> = self.left().into_iter().filter(|(_, changed)| changed.is_asked_for()).collect();
        if left.is_empty() {
            return;
        }
        let causes = self.causes(changes);
        for (line, changed) in left {
            let mut askers = changed.both().flat_map(|(is_old, line)| line.askers.iter().map(move |it| (is_old, it)));
            let cause = askers.find_map(|(is_old, asker)| {
                let mut places = Place::of(key(asker)).into_iter().chain([Place::File(asker.owner.file)]);
                places.find_map(|place| causes.get(&(is_old, place)).copied())
            });
            if let Some(cause) = cause {
                self.of_change[cause].push(line);
                self.is_explained[line] = true;
            }
        }
    }

    /// For places in the old and in the new description, the changes that speak of them, or that explain their lines.
    fn causes(&self, changes: &[Change]) -> HashMap<(bool, Place), usize> {
        let mut causes = HashMap::new();
        for (index, change) in changes.iter().enumerate().filter(|(_, change)| change.effect != Effect::Documented) {
            for (is_old, site) in [(true, &change.subject.old), (false, &change.subject.new)] {
                causes.extend(site.as_ref().map(|site| ((is_old, place(site)), index)));
            }
        }
        for (index, lines) in self.of_change.iter().enumerate() {
            for (is_old, line) in lines.iter().flat_map(|line| self.lines[*line].both()) {
                let places = line.origin.as_ref().map(|origin| Place::of(key(origin)));
                places.into_iter().flatten().for_each(|place| _ = causes.entry((is_old, place)).or_insert(index));
            }
        }
        causes
    }

    /// Gives a line to a change, to which then go those that speak of what it says.
    fn give(&mut self, line: usize, cause: usize, speakers: &mut HashMap<String, usize>) {
        self.of_change[cause].push(line);
        self.is_explained[line] = true;
        for word in self.lines[line].said() {
            speakers.entry(word).or_insert(cause);
        }
    }
}

/// What a change can claim.
#[derive(PartialEq, Eq, Hash)]
enum Place {
    Member(Key),
    Owner(Name),
    File(usize),
}

impl Place {
    /// By what a change can claim something, the nearest first. What is written in a member may share its name.
    fn of((owner, member): Key) -> Vec<Self> {
        let owners = [member, Some(owner)].into_iter().flatten().map(Self::Owner);
        std::iter::once(Self::Member((owner, member))).chain(owners).collect()
    }
}

fn place(site: &Site) -> Place {
    match site.extent {
        Extent::Member => Place::Member(key(&site.origin)),
        Extent::Owner => Place::Owner(name(&site.origin.owner)),
        Extent::File => Place::File(site.origin.owner.file),
    }
}

impl Changed<'_> {
    /// The line before and the line after, as far as there are such, each with whether it is the old one.
    fn both(&self) -> impl Iterator<Item = (bool, &SurfaceLine)> {
        [(true, self.old), (false, self.new)].into_iter().filter_map(|(is_old, line)| Some((is_old, line?)))
    }

    /// Whether it is of the runtime, and not in every crate.
    fn is_asked_for(&self) -> bool {
        self.both().any(|(_, line)| !line.askers.is_empty())
    }

    /// The words in which a line became another, or all of them where it has the same; of one that came or went, the types
    /// that it speaks of.
    fn different(&self) -> BTreeSet<String> {
        let all = |line: Option<&SurfaceLine>| line.map(|line| words(&line.text)).unwrap_or_default();
        let (old, new) = (all(self.old), all(self.new));
        if self.old.is_some() && self.new.is_some() {
            return if old == new { old } else { old.symmetric_difference(&new).cloned().collect() };
        }
        let is_type = |word: &String| word.starts_with(|first: char| first.is_uppercase());
        old.into_iter().chain(new).filter(is_type).collect()
    }

    /// All words of the line before and after.
    fn said_by_both(&self) -> BTreeSet<String> {
        [self.old, self.new].into_iter().flatten().flat_map(|line| words(&line.text)).collect()
    }

    /// The words by which it explains others.
    fn said(&self) -> BTreeSet<String> {
        if self.old.is_some() && self.new.is_some() {
            return self.different();
        }
        self.said_by_both()
    }
}

/// The name of what changed, without that of what it belongs to.
fn leaf(change: &Change) -> &str {
    change.subject.name.rsplit('.').next().unwrap_or_default()
}

/// The words of a text that name something of a description.
fn words(text: &str) -> BTreeSet<String> {
    const COMMON: &[&str] = &[
        "BTreeMap", "Box", "C", "Error", "Into", "Option", "Request", "Result", "Self", "String", "Vec", "arg",
        "async", "body", "bool", "by", "client", "const", "cookie", "enum", "f64", "fn", "header", "i64", "in",
        "integer", "mod", "nullable", "optional", "or", "path", "pub", "query", "required", "self", "str", "string",
        "struct", "the", "trait", "type", "unset",
    ];
    let words = text.split(|character: char| !(character.is_alphanumeric() || character == '_'));
    let is_telling = |word: &&str| {
        !word.is_empty() && !COMMON.contains(word) && !word.starts_with(|first: char| first.is_ascii_digit())
    };
    words.filter(is_telling).map(str::to_owned).collect()
}
