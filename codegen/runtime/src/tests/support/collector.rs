//! A subscriber that keeps all spans and events.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Metadata, Subscriber};

/// Fields by their names, with values as text.
pub(crate) type Fields = BTreeMap<&'static str, String>;

/// A span or an event.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) target: String,
    pub(crate) fields: Fields,
    /// The number of the span it belongs to.
    pub(crate) parent: Option<usize>,
}

/// A subscriber. Clones collect together.
#[derive(Clone, Default)]
pub(crate) struct Collector {
    spans: Arc<Mutex<Vec<Entry>>>,
    events: Arc<Mutex<Vec<Entry>>>,
    /// The spans that were entered and not left, in this order.
    entered: Arc<Mutex<Vec<usize>>>,
}

/// There for as long as the tests run: with no subscriber at all, spans and events learn that nobody listens, and may miss
/// one that comes at the same moment on another thread.
static LISTENER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(Collector::default()));

impl Collector {
    pub(crate) fn new() -> Self {
        LazyLock::force(&LISTENER);
        Self::default()
    }

    /// The spans so far, in the order of their numbers.
    pub(crate) fn spans(&self) -> Vec<Entry> {
        self.spans.lock().unwrap().clone()
    }

    pub(crate) fn events(&self) -> Vec<Entry> {
        self.events.lock().unwrap().clone()
    }

    fn entry(&self, metadata: &Metadata<'_>, parent: Option<&Id>, is_contextual: bool) -> Entry {
        let context = || self.entered.lock().unwrap().last().copied().filter(|_| is_contextual);
        Entry {
            name: metadata.name(),
            target: metadata.target().to_owned(),
            fields: Fields::new(),
            parent: parent.map(number).or_else(context),
        }
    }
}

/// Subscribers may not number a span 0.
fn number(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Subscriber for Collector {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut entry = self.entry(span.metadata(), span.parent(), span.is_contextual());
        span.record(&mut Visitor(&mut entry.fields));
        let mut spans = self.spans.lock().unwrap();
        spans.push(entry);
        Id::from_u64(spans.len().try_into().unwrap())
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(&mut Visitor(&mut self.spans.lock().unwrap()[number(span)].fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut entry = self.entry(event.metadata(), event.parent(), event.is_contextual());
        event.record(&mut Visitor(&mut entry.fields));
        self.events.lock().unwrap().push(entry);
    }

    fn enter(&self, span: &Id) {
        self.entered.lock().unwrap().push(number(span));
    }

    fn exit(&self, span: &Id) {
        let mut entered = self.entered.lock().unwrap();
        let place = entered.iter().rposition(|entered| *entered == number(span));
        place.map(|place| entered.remove(place));
    }
}

struct Visitor<'a>(&'a mut Fields);

impl Visit for Visitor<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}
