//! Finds what may be one thing under another name, without guessing: it says what to write if it is.

use std::collections::HashMap;

use super::change::Change;
use super::report::Effect;
use super::rules::Rule;

/// What can say what it `was`, as the rules for what came and what went.
const KINDS: &[(Rule, Rule)] = &[
    (Rule::CodeAdded, Rule::CodeRemoved),
    (Rule::EndpointAdded, Rule::EndpointRemoved),
    (Rule::EnumAdded, Rule::EnumRemoved),
    (Rule::FieldAdded, Rule::FieldRemoved),
    (Rule::IdentifierAdded, Rule::IdentifierRemoved),
    (Rule::ObjectAdded, Rule::ObjectRemoved),
    (Rule::ParameterAdded, Rule::ParameterRemoved),
    (Rule::TypeAliasAdded, Rule::TypeAliasRemoved),
    (Rule::ValueAdded, Rule::ValueRemoved),
    (Rule::VariantAdded, Rule::VariantRemoved),
];

/// Where one thing went and one of the same shape came, at the same place, adds the line to paste to both.
pub(super) fn suggest(changes: &mut [Change]) {
    for (added, removed) in KINDS {
        let came = by_shape(changes, *added);
        let gone = by_shape(changes, *removed);
        for (shape, came) in came {
            if let ([came], Some([gone])) = (&came[..], gone.get(&shape).map(Vec::as_slice)) {
                advise(changes, *came, *gone);
            }
        }
    }
}

/// The changes of a rule by place and shape: what the item belongs to, and all that is known of it but its name.
fn by_shape(changes: &[Change], rule: Rule) -> HashMap<(String, String), Vec<usize>> {
    let mut shapes: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (index, change) in changes.iter().enumerate().filter(|(_, change)| change.rule == rule) {
        let Some(shape) = &change.shape else { continue };
        let path = &change.subject.path;
        let owner = path.rsplit_once(['.', '/']).map_or("", |(owner, _)| owner);
        shapes.entry((owner.to_owned(), shape.clone())).or_default().push(index);
    }
    shapes
}

fn advise(changes: &mut [Change], came: usize, gone: usize) {
    let leaf = |change: &Change| change.subject.path.rsplit(['.', '/']).next().unwrap_or_default().to_owned();
    let (new, old) = (leaf(&changes[came]), leaf(&changes[gone]));
    for index in [came, gone] {
        let change = &mut changes[index];
        assert!(matches!(change.effect, Effect::Added | Effect::Removed));
        change.advice = Some(format!("If `{new}` is `{old}` under another name, write `was: {old}` at `{new}`."));
    }
}
