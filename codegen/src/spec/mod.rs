//! A tree of YAML to a [`Description`]: what was written, with the place of everything.
//!
//! What is found here is wrong in itself: text that is not YAML, keys that are unknown, missing or of the wrong
//! kind, items without documentation, types that are not types. What names refer to is for the next stage to see.

mod accepted_file;
mod alias;
mod api_file;
mod beforehand;
mod bounds;
mod calls;
mod credentials;
mod description;
mod enum_base;
mod enumeration;
mod events;
mod former_keys;
mod header;
mod in_place;
mod item;
mod lifecycle;
mod object;
mod pages;
pub mod project;
mod prose;
mod reader;
mod resource_file;
pub mod schema;
mod security;
mod sides;
mod told;
mod type_expression;
mod write;

pub use accepted_file::Acceptance;
pub use beforehand::{named_document, named_folder};
pub use bounds::{Bound, BoundKind, End, Measure, Sense};
pub use description::{
    Alias, Answer, AnswerHeader, Answers, ApiFile, Auth, Body, Code, Description, Dialect, Encoding, Endpoint, Enum,
    ErrorField, Event, Example, Field, Header, Hmac, Identifier, Item, Lifecycle, Listing, Located, Object, Package,
    Parameter, Protocol, Resource, Rest, Scheme, Server, ServerUrl, ServerVariable, Session, Shared, Signature,
    SignaturePairs, StatusAnswer, Transition, Union, Variant, Webhooks,
};
pub use enum_base::EnumBase;
pub(crate) use events::{HOME as EVENTS_HOME, home as home_of_events};
pub use pages::{Next, Pages, PagesOf};
pub use security::{SchemeKind, Security};
pub use sides::Sides;
pub use told::{Telling, Told};
pub use type_expression::TypeExpression;
pub use write::{NamedTexts, file_name, write};

pub use crate::yaml::{Entry, Faulty, Node, Number, Read, Spanned, Text, Value};

pub(in crate::spec) use calls::{body, statuses};

use crate::{
    diag::{Diagnostics, Sources},
    yaml,
};

/// Reads the files of a description that say what the API is; the first is `api.yaml`.
#[must_use]
pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> Description {
    let mut description = Description { api: Err(Faulty), resources: Vec::new(), complete: true };
    for file in sources.described() {
        let node = yaml::read_strictly(sources, file, diagnostics);
        if file == 0 {
            description.api = node.and_then(|node| api_file::read(&node, diagnostics));
        } else {
            match node.and_then(|node| resource_file::read(&node, diagnostics)) {
                Ok((resource, complete)) => {
                    description.resources.push(resource);
                    description.complete &= complete;
                }
                Err(Faulty) => description.complete = false,
            }
        }
    }
    add_home_of_events(&mut description);
    prose::check(&description, sources, diagnostics);
    calls::sharing::spread(&mut description);
    description
}

/// Adds the resource in which the enum of all events stands, if there are events and it is not described.
fn add_home_of_events(description: &mut Description) {
    let Ok(ApiFile { webhooks: Ok(Some(webhooks)), .. }) = &description.api else { return };
    let has_events = description.resources.iter().any(|resource| !resource.events.is_empty());
    if has_events && description.resources.iter().all(|resource| resource.item.name.value != events::HOME) {
        description.resources.push(events::home(webhooks));
    }
}

/// Reads `accepted.yaml`: which changes were accepted. There are none if there is no such file.
#[must_use]
pub fn read_accepted(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Acceptance> {
    let Some(file) = sources.accepted() else { return Vec::new() };
    let node = yaml::read_strictly(sources, file, diagnostics);
    let accepted = node.and_then(|node| accepted_file::read(&node, diagnostics)).unwrap_or_default();
    prose::check_accepted(&accepted, sources, diagnostics);
    accepted
}
