//! Explains the changed lines of `api.txt` by the changes of the description.

use std::collections::{BTreeSet, HashMap};

use super::change::{Change, Extent, Site};
use super::lines::{Changed, Key, Name, key, name};
use super::report::Effect;

/// For each change, the lines that it explains, by their place in the list; and the lines that nothing explains.
pub(super) struct Explained {
    pub(super) of_change: Vec<Vec<usize>>,
    pub(super) unexplained: Vec<usize>,
}

/// Explains lines: first by what they come from, then as consequences of lines that are explained.
pub(super) fn explain(changes: &[Change], lines: &[Changed<'_>]) -> Explained {
    let mut explaining =
        Explaining { lines, of_change: vec![Vec::new(); changes.len()], is_explained: vec![false; lines.len()] };
    explaining.claim(changes, Extent::Member);
    explaining.claim(changes, Extent::Owner);
    explaining.claim_for_members(changes);
    explaining.claim(changes, Extent::File);
    explaining.follow(changes);
    let unexplained = (0..lines.len()).filter(|line| !explaining.is_explained[*line]).collect();
    Explained { of_change: explaining.of_change, unexplained }
}

struct Explaining<'a> {
    lines: &'a [Changed<'a>],
    of_change: Vec<Vec<usize>>,
    is_explained: Vec<bool>,
}

impl Explaining<'_> {
    /// Gives each line that is not explained yet to the changes of the item that it comes from.
    fn claim(&mut self, changes: &[Change], extent: Extent) {
        let (old, new) = (self.index(extent, true), self.index(extent, false));
        let mut claimed: Vec<(usize, usize)> = Vec::new();
        // Words only change a line, as the mark of a deprecated item, where nothing else does.
        for is_words in [false, true] {
            for (index, change) in changes.iter().enumerate() {
                if (change.effect == Effect::Documented) != is_words {
                    continue;
                }
                let sites = [(&change.subject.old, &old), (&change.subject.new, &new)];
                for (site, lines) in sites.into_iter().filter_map(|(site, lines)| Some((site.as_ref()?, lines))) {
                    if site.extent == extent {
                        let found = lines.get(&place(site)).into_iter().flatten();
                        claimed.extend(found.map(|line| (index, *line)));
                    }
                }
            }
            for (change, line) in std::mem::take(&mut claimed) {
                if !self.of_change[change].contains(&line) && (!is_words || !self.is_explained[line]) {
                    self.of_change[change].push(line);
                }
            }
            self.of_change.iter().flatten().for_each(|line| self.is_explained[*line] = true);
        }
    }

    /// Gives the line of a whole, such as a function with its arguments, to the changes of members that it speaks of, or
    /// else to the first change of a member.
    fn claim_for_members(&mut self, changes: &[Change]) {
        let mut of_owner: HashMap<Name, Vec<usize>> = HashMap::new();
        for (index, change) in changes.iter().enumerate() {
            let sites = [&change.subject.old, &change.subject.new].into_iter().flatten();
            for site in sites.filter(|site| site.extent == Extent::Member) {
                of_owner.entry(name(&site.origin.owner)).or_default().push(index);
            }
        }
        for (line, changed) in self.lines.iter().enumerate() {
            let origins = [changed.old, changed.new].into_iter().flatten().filter_map(|line| line.origin.as_ref());
            let members = origins.filter_map(|origin| of_owner.get(&name(&origin.owner))).flatten();
            let members: Vec<usize> = members.copied().collect();
            let Some(first) = members.first().filter(|_| !self.is_explained[line]) else { continue };
            let different = changed.different();
            let speaks =
                |change: &&usize| words(&changes[**change].subject.name).iter().any(|word| different.contains(word));
            let speaking: BTreeSet<usize> = members.iter().filter(speaks).copied().collect();
            let causes = if speaking.is_empty() { BTreeSet::from([*first]) } else { speaking };
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
        loop {
            let left: Vec<usize> = (0..self.lines.len()).filter(|line| !self.is_explained[*line]).collect();
            let mut found = false;
            for line in left {
                let cause = self.lines[line].different().iter().find_map(|word| speakers.get(word).copied());
                if let Some(cause) = cause {
                    self.of_change[cause].push(line);
                    self.is_explained[line] = true;
                    found = true;
                    for word in self.lines[line].said() {
                        speakers.entry(word).or_insert(cause);
                    }
                }
            }
            if !found {
                return;
            }
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

fn place(site: &Site) -> Place {
    match site.extent {
        Extent::Member => Place::Member(key(&site.origin)),
        Extent::Owner => Place::Owner(name(&site.origin.owner)),
        Extent::File => Place::File(site.origin.owner.file),
    }
}

impl Changed<'_> {
    /// The words in which a line became another; of one that came or went, the types that it speaks of.
    fn different(&self) -> BTreeSet<String> {
        let all = |line: Option<&crate::surface::SurfaceLine>| line.map(|line| words(&line.text)).unwrap_or_default();
        let (old, new) = (all(self.old), all(self.new));
        if self.old.is_some() && self.new.is_some() {
            return old.symmetric_difference(&new).cloned().collect();
        }
        let is_type = |word: &String| word.starts_with(|first: char| first.is_uppercase());
        old.into_iter().chain(new).filter(is_type).collect()
    }

    /// The words by which it explains others.
    fn said(&self) -> BTreeSet<String> {
        if self.old.is_some() && self.new.is_some() {
            return self.different();
        }
        let text = |line: Option<&crate::surface::SurfaceLine>| line.map(|line| words(&line.text)).unwrap_or_default();
        text(self.old).into_iter().chain(text(self.new)).collect()
    }
}

/// The words of a text that name something of a description.
fn words(text: &str) -> BTreeSet<String> {
    const COMMON: &[&str] = &[
        "BTreeMap", "Error", "Into", "Option", "Result", "Self", "String", "Vec", "body", "bool", "by", "client",
        "const", "enum", "f64", "fn", "i64", "in", "integer", "mod", "nullable", "optional", "path", "pub", "query",
        "required", "self", "str", "string", "struct", "the", "type",
    ];
    let words = text.split(|character: char| !(character.is_alphanumeric() || character == '_'));
    let is_telling = |word: &&str| {
        !word.is_empty() && !COMMON.contains(word) && !word.starts_with(|first: char| first.is_ascii_digit())
    };
    words.filter(is_telling).map(str::to_owned).collect()
}
