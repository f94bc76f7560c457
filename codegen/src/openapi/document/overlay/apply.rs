//! Does to a document what an overlay says, action by action: each sees what those before it have done.

use serde_json::Value as Json;

use super::{
    actions::{Action, Query, What, actions},
    change::{self, Unfit},
    mirror::{Step, json, json_at, node_at, steps},
};
use crate::diag::{Diagnostic, Diagnostics, code};
use crate::yaml::{Node, Value};

/// So many nodes may be added, and so deep may they lie.
const MOST_NODES: usize = 1 << 18;
const DEEPEST: usize = 200;
const TOO_LARGE: &str = "would make the document too large, or too deep";

/// Applies an overlay. Of an action that meets nothing, or does not fit what it meets, there is a remark; what is wrong with
/// the overlay itself is a fault.
pub(in crate::openapi::document) fn apply(document: &mut Node, overlay: &Node, found: &mut Diagnostics) {
    let actions = actions(overlay, found);
    if actions.is_empty() {
        return;
    }
    let mut application = Application { json: json(document), document, added: 0, found };
    for action in &actions {
        application.act(action);
    }
}

struct Application<'a> {
    document: &'a mut Node,
    /// The same, for queries.
    json: Json,
    /// How many nodes were added.
    added: usize,
    found: &'a mut Diagnostics,
}

impl Application<'_> {
    fn act(&mut self, Action { target, what }: &Action<'_>) {
        // In a document that is too large already, to look for a place takes long, and nothing comes of it.
        if self.added > MOST_NODES && !matches!(what, What::Remove) {
            return self.remark("unfit-action", target, TOO_LARGE);
        }
        let mut places = self.places(target);
        match what {
            What::Remove => {
                // What comes later goes first, so that the places of the others stay.
                places.sort();
                places.iter().rev().for_each(|place| self.remove(place, target));
            }
            What::Update(update) => self.update(places, update, target),
            What::Copy(query) => {
                let sources = self.places(query);
                if sources.len() > 1 {
                    self.remark("unfit-action", query, "means several things, of which one is to be copied");
                } else if let Some(copied) = sources.first().and_then(|place| node_at(self.document, place)).cloned() {
                    self.update(places, &copied, target);
                }
            }
        }
    }

    /// The places of what a path means.
    fn places(&mut self, query: &Query) -> Vec<Vec<Step>> {
        let places: Vec<Vec<Step>> = query.path.query_located(&self.json).locations().map(steps).collect();
        if places.is_empty() {
            self.remark("unmet-action", query, "meets nothing in the document");
        }
        places
    }

    fn remove(&mut self, place: &[Step], target: &Query) {
        let Some((last, holder)) = place.split_last() else {
            return self.remark("unfit-action", target, "is all of the document, which cannot be taken away");
        };
        if let Some(node) = node_at(self.document, holder) {
            change::remove(node, last);
        }
        match (json_at(&mut self.json, holder), last) {
            (Some(Json::Array(items)), Step::Item(index)) => _ = items.remove(*index),
            (Some(Json::Object(members)), Step::Member(name)) => _ = members.shift_remove(name),
            _ => {}
        }
    }

    fn update(&mut self, places: Vec<Vec<Step>>, update: &Node, target: &Query) {
        let (nodes, depth) = extent(update);
        for place in &places {
            self.added = self.added.saturating_add(nodes);
            if self.added > MOST_NODES || place.len() + depth > DEEPEST {
                self.remark("unfit-action", target, TOO_LARGE);
                break;
            }
            let Some(node) = node_at(self.document, place) else { continue };
            // What does not fit in the middle leaves nothing half done.
            let mut changed = node.clone();
            if let Err(Unfit) = change::update(&mut changed, update) {
                self.remark("unfit-action", target, "is something of another kind than what is to be merged into it");
                break;
            }
            *node = changed;
        }
        self.mirror(places);
    }

    /// Sees to it that queries see what was changed at some places, whether these lie in each other or not.
    fn mirror(&mut self, mut places: Vec<Vec<Step>>) {
        places.sort();
        places.dedup_by(|inner, outer| inner.starts_with(outer));
        for place in &places {
            let Some(changed) = node_at(self.document, place).map(|node| json(node)) else { continue };
            if let Some(mirrored) = json_at(&mut self.json, place) {
                *mirrored = changed;
            }
        }
    }

    fn remark(&mut self, rule: &'static str, query: &Query, what: &str) {
        let message = format!("the target {} {what}", code(&query.text.value));
        let remark = Diagnostic::remark(rule, message, &query.text.span, "nothing is changed");
        self.found
            .push(remark.help("correct the path, or remove the action, if the publisher has made the correction"));
    }
}

/// How many nodes there are, and how deep they lie.
fn extent(node: &Node) -> (usize, usize) {
    let inside: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Mapping(entries) => entries.iter().map(|entry| &entry.value).collect(),
        _ => return (1, 0),
    };
    let extents = inside.into_iter().map(extent);
    extents.fold((1, 1), |(nodes, depth), (more, deeper)| (nodes.saturating_add(more), depth.max(deeper + 1)))
}
