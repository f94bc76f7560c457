//! Webhooks to events.

use std::collections::HashSet;

use super::{Delivery, places};
use crate::diag::code;
use crate::openapi::calls::shown_values;
use crate::openapi::document::Look;
use crate::openapi::names::{camel, words};
use crate::openapi::texts::{self, at, item};
use crate::openapi::types::{Context, Types};
use crate::spec::{self, EVENTS_HOME, Event, Located, Signature, Text, Webhooks};

/// What is written of how a document's webhooks are signed, since no document says it.
const UNSIGNED: &str = "none";
/// What is written where nothing tells events apart.
const NOWHERE: &str = "none";

/// The events of a document, and how they are delivered.
pub(in crate::openapi) struct Events {
    pub(in crate::openapi) list: Vec<Event>,
    pub(in crate::openapi) webhooks: Webhooks,
}

/// Makes events of webhooks; nothing if there are none. What a project says goes before what the document does.
pub(in crate::openapi) fn events<'a>(
    deliveries: &[Delivery<'a>],
    said: Option<&Webhooks>,
    types: &mut Types<'a>,
) -> Option<Events> {
    let read: Vec<Delivery<'a>> = deliveries.iter().copied().filter(|delivery| is_read(delivery, types)).collect();
    let place = &read.first()?.name.span;
    let document = types.document;
    let told = said.and_then(|said| said.event_type.as_deref().ok()).filter(|places| !places.is_empty());
    let told = told.map_or_else(|| places::event_type(&read, document), <[Located]>::to_vec);
    let is_nowhere = matches!(told.as_slice(), [Located::Members(word)] if word.value == NOWHERE);
    let told = if is_nowhere { Vec::new() } else { told };
    let id = said.and_then(|said| said.id.clone().ok().flatten()).or_else(|| places::id(&read, document));
    let mut met = HashSet::new();
    let mut list = Vec::new();
    for delivery in &read {
        let name = places::said(&told, delivery, document).unwrap_or_else(|| delivery.name.value.clone());
        if met.insert(name.clone()) {
            list.push(event(delivery, &name, &told, types));
        } else {
            let message = format!("the event {} is described already", code(&name));
            types.remarks.say("left-out", message, &delivery.name.span, "left out", "describe it once");
        }
    }
    if told.is_empty() && list.len() > 1 {
        let help = "say it in `api.yaml` of a project: `webhooks: {type: …}`";
        let message = format!("nothing tells the {} events of the document apart", list.len());
        types.remarks.say("untold-events", message, place, "each gets a type of its own that reads it", help);
    }
    let nowhere = || vec![Located::Members(at(place, NOWHERE))];
    let webhooks = Webhooks {
        place: said.map_or_else(|| place.clone(), |said| said.place.clone()),
        signature: said.map_or_else(|| Ok(Signature::Named(at(place, UNSIGNED))), |said| said.signature.clone()),
        event_type: Ok(if told.is_empty() { nowhere() } else { told }),
        id: Ok(id),
        retrieve: said.map_or(Ok(None), |said| said.retrieve.clone()),
        headers: said.map(|said| said.headers.clone()).unwrap_or_default(),
    };
    Some(Events { list, webhooks })
}

/// Whether anything can become of a webhook.
fn is_read(delivery: &Delivery<'_>, types: &mut Types<'_>) -> bool {
    let is_json = delivery.schema().is_some();
    if !is_json {
        let message = format!("the webhook {} has no body of JSON with a schema", code(&delivery.name.value));
        types.remarks.say("left-out", message, &delivery.name.span, "left out", "describe its body, if this is needed");
    }
    is_json
}

fn event<'a>(delivery: &Delivery<'a>, name: &str, told: &[Located], types: &mut Types<'a>) -> Event {
    let span = &delivery.name.span;
    let doc = texts::doc(&delivery.nodes(), span, || format!("The event `{name}`."));
    let context = Context::call(EVENTS_HOME, &[format!("{}Event", camel(&words(name)))]);
    let data = delivery.schema().map(|schema| types.ty(schema, &context).whole());
    Event {
        item: item(at(span, name), doc, texts::deprecated(delivery.node)),
        kind: Ok(None),
        data: Ok(data),
        related: Ok(None),
        examples: examples(delivery, told, name, types),
    }
}

/// The first delivery that the document shows, if it is one of this event.
fn examples<'a>(
    delivery: &Delivery<'a>,
    told: &[Located],
    name: &str,
    types: &Types<'a>,
) -> Vec<(Text, spec::Read<spec::Node>)> {
    let shown = delivery.json.and_then(|media| shown_values(media, types.document).next());
    let says_so = |body: &spec::Node| match told {
        [Located::Members(path)] => {
            path.value.split('.').try_fold(body, |node, name| node.at(name)).and_then(Look::text) == Some(name)
        }
        _ => true,
    };
    let shown = shown.filter(|body| says_so(body));
    shown.map(|body| (at(&body.span, "shown"), Ok(body.clone()))).into_iter().collect()
}
