//! What the branches of a union are called.

use super::survey::constants;
use super::union_names::{Branch, kind_word};
use crate::openapi::document::{Document, Kind, Look, Schema, literal};
use crate::openapi::names::{distinct, words};
use crate::spec::Node;

/// The most words of a title that still is a name.
const LONGEST_TITLE: usize = 4;
/// So many of the members of a branch are looked at in pairs.
const MOST_PAIRED: usize = 8;
/// So many members together still are a name.
const MOST_JOINED: usize = 3;

/// What a branch says that tells it from others.
struct Marks<'a> {
    /// The members that are always there.
    required: Vec<&'a str>,
    /// All of its own members.
    members: Vec<&'a str>,
    /// What members always say.
    says: Vec<(&'a str, String)>,
}

/// What branches are called, by what a tag says of each if there is one. Only where two would be called the same, both have
/// their next name.
pub(super) fn names<'a>(branches: &[Branch<'a>], values: &[Vec<Node>], document: &Document<'a>) -> Vec<String> {
    let marks: Vec<Marks<'_>> = branches.iter().map(|branch| Marks::of(branch.target.node, document)).collect();
    let candidates = branches.iter().enumerate().map(|(index, branch)| {
        let value =
            values.get(index).and_then(|values| values.first()).and_then(literal).map(|(_, text)| text.to_owned());
        match (branch.node.at("$ref"), value.or_else(|| title(branch.target.node))) {
            (Some(_), _) => vec![branch.target.name().to_owned()],
            (None, Some(said)) => vec![said],
            (None, None) => candidates(index, branch.target.node, &marks, document),
        }
    });
    distinct(&candidates.collect::<Vec<_>>(), |_, _| false)
}

/// A title that is short enough for a name.
fn title(node: &Node) -> Option<String> {
    let title = node.text_at("title").filter(|title| (1..=LONGEST_TITLE).contains(&words(title).len()));
    title.map(str::to_owned)
}

/// What a branch may be called that nothing names, best first: what it says alone, the member that it has alone, what it is made of,
/// its first member, or its sort.
fn candidates<'a>(index: usize, node: &'a Node, marks: &[Marks<'a>], document: &Document<'a>) -> Vec<String> {
    let own = &marks[index];
    let others = || marks.iter().enumerate().filter(move |(other, _)| *other != index).map(|(_, marks)| marks);
    let is_alone = |name: &&&str| others().all(|other| !other.members.contains(*name));
    let said = own.says.iter().find(|said| others().all(|other| !other.says.contains(said)));
    let all = || own.required.iter().chain(&own.members);
    let mark = all().find(is_alone);
    // Of several that say the same, each has a member that the rest has not.
    let parts = own.says.iter().find_map(|said| {
        let like = || others().filter(|other| other.says.contains(said));
        let mark = all().find(|name| like().all(|other| !other.members.contains(name)))?;
        Some(format!("{} {mark}", said.1))
    });
    let first = own.required.first().or(own.members.first()).map(|name| (*name).to_owned());
    let whole = (1..=MOST_JOINED).contains(&own.members.len()).then(|| own.members.join(" "));
    let pair = pair(own, &others().collect::<Vec<_>>());
    let names =
        [said.map(|(_, said)| said.clone()), mark.map(|name| (*name).to_owned()), parts, made_of(node, document)];
    let names = names.into_iter().flatten().chain(first).chain(pair).chain(whole).chain(sorts(node, document));
    let mut names: Vec<String> = names.filter(|name| !words(name).is_empty()).collect();
    // What nothing tells apart has its best name with a number.
    names.extend(names.first().cloned());
    names
}

/// Two members that no other branch has both.
fn pair(own: &Marks<'_>, others: &[&Marks<'_>]) -> Option<String> {
    let members = &own.members[..own.members.len().min(MOST_PAIRED)];
    let pairs =
        members.iter().enumerate().flat_map(|(index, one)| members[index + 1..].iter().map(move |two| [*one, *two]));
    let mut pairs =
        pairs.filter(|pair| others.iter().all(|other| !pair.iter().all(|name| other.members.contains(name))));
    pairs.next().map(|pair| pair.join(" "))
}

/// The only component of which a branch is made with other members.
fn made_of<'a>(node: &'a Node, document: &Document<'a>) -> Option<String> {
    let mut parts = Schema(node).all_of().iter().filter(|part| part.at("$ref").is_some());
    let target = document.follow(parts.next()?).ok()?;
    parts.next().is_none().then(|| target.name().to_owned())
}

/// Its sort; of a list, also with that of its items.
fn sorts<'a>(node: &'a Node, document: &Document<'a>) -> Vec<String> {
    let kind = Schema(node).kinds().first().copied();
    let word = kind_word(kind);
    let item = node.at("items").filter(|_| kind == Some(Kind::Array)).map(|item| match item.at("$ref") {
        Some(_) => document.follow(item).map(|target| target.name().to_owned()).unwrap_or_default(),
        None => kind_word(Schema(item).kinds().first().copied()).to_owned(),
    });
    std::iter::once(word.to_owned()).chain(item.map(|item| format!("{item} {word}"))).collect()
}

impl<'a> Marks<'a> {
    fn of(node: &'a Node, document: &Document<'a>) -> Self {
        let schema = Schema(node);
        let own = schema.properties().iter().filter_map(|entry| match Schema(&entry.value).values().as_slice() {
            [value] => Some((entry.key.value.as_str(), *value)),
            _ => None,
        });
        let says = constants(node, document).into_iter().chain(own).filter_map(|(name, value)| match literal(value)? {
            (Kind::Text, text) if !words(text).is_empty() => Some((name, text.to_owned())),
            _ => None,
        });
        Self {
            required: schema.required().map(|(name, _)| name).collect(),
            members: schema.properties().iter().map(|entry| entry.key.value.as_str()).collect(),
            says: says.collect(),
        }
    }
}
