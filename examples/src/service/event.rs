//! Meter events: how much a customer has used, and when.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::fields::{Fields, items, rfc3339, text, texts, unix_time};
use super::instants::instant_text;
use super::meter::{Meter, Meters};
use super::refusal::Refusal;

/// The most events of a batch.
const LARGEST_BATCH: usize = 100;

/// The events of a service, in the order in which they came, each identifier once.
#[derive(Clone, Debug, Default)]
pub(super) struct Events(Vec<Event>);

/// An event that was counted.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) customer: String,
    pub(super) value: i64,
    pub(super) timestamp: Timestamp,
    meter: String,
    identifier: String,
    name: String,
    payload: Map<String, Value>,
    created: Timestamp,
}

/// An event as it was sent.
struct Report {
    event_name: String,
    identifier: Option<String>,
    payload: Map<String, Value>,
    timestamp: Option<Timestamp>,
}

impl Events {
    /// Counts an event and answers as the first generation of the API does.
    pub(super) fn create_v1(&mut self, body: Fields, meters: &Meters, now: Timestamp) -> Result<Value, Refusal> {
        let event = self.count(Report::read(body, unix_time)?, meters, now)?;
        Ok(event.to_json("billing.meter_event", |instant| instant.as_second().into()))
    }

    /// Counts an event and answers as the second generation of the API does.
    pub(super) fn create_v2(&mut self, body: Fields, meters: &Meters, now: Timestamp) -> Result<Value, Refusal> {
        let event = self.count(Report::read(body, rfc3339)?, meters, now)?;
        Ok(event.to_json("v2.billing.meter_event", |instant| instant_text(instant).into()))
    }

    /// Counts the events of a batch. A stream answers before it looks at them: those that cannot be counted are dropped.
    pub(super) fn create_batch(&mut self, mut body: Fields, meters: &Meters, now: Timestamp) -> Result<Value, Refusal> {
        let batch = body.required("events", items)?;
        body.finish()?;
        if batch.is_empty() || batch.len() > LARGEST_BATCH {
            return Err(Refusal::PARAMETERS_INVALID);
        }
        let read = |event| Report::read(Fields::of(event)?, rfc3339);
        let reports = batch.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        for report in reports {
            let _ = self.count(report, meters, now);
        }
        Ok(json!({}))
    }

    /// The events of a customer that belong to a meter.
    pub(super) fn of<'a>(&'a self, meter: &'a Meter, customer: &'a str) -> impl Iterator<Item = &'a Event> {
        self.0.iter().filter(move |event| event.meter == meter.id && event.customer == customer)
    }

    fn count(&mut self, report: Report, meters: &Meters, now: Timestamp) -> Result<&Event, Refusal> {
        let Report { event_name, identifier, payload, timestamp } = report;
        let meter = meters.for_event(&event_name)?;
        let member = |key: &str| payload.get(key).and_then(Value::as_str);
        let customer = member(&meter.customer_key).ok_or(Refusal::PAYLOAD_NO_CUSTOMER_DEFINED)?.to_owned();
        let value = member(&meter.value_key).ok_or(Refusal::PAYLOAD_NO_VALUE_DEFINED)?;
        let value = value.parse().ok().filter(|value| *value > 0).ok_or(Refusal::PAYLOAD_INVALID_VALUE)?;
        let identifier = identifier.unwrap_or_else(|| format!("event_{}", self.0.len() + 1));
        if self.0.iter().any(|event| event.identifier == identifier) {
            return Err(Refusal::DUPLICATE_METER_EVENT);
        }
        let (meter, timestamp) = (meter.id.clone(), timestamp.unwrap_or(now));
        let event = Event { customer, value, timestamp, meter, identifier, name: event_name, payload, created: now };
        self.0.push(event);
        Ok(&self.0[self.0.len() - 1])
    }
}

impl Report {
    fn read(mut body: Fields, instant: fn(Value) -> Option<Timestamp>) -> Result<Self, Refusal> {
        let report = Self {
            event_name: body.required("event_name", text)?,
            identifier: body.optional("identifier", text)?,
            payload: body.required("payload", texts)?,
            timestamp: body.optional("timestamp", instant)?,
        };
        body.finish()?;
        Ok(report)
    }
}

impl Event {
    /// The event under the name of its kind, with instants as `write` has them.
    fn to_json(&self, object: &str, write: impl Fn(Timestamp) -> Value) -> Value {
        json!({
            "object": object,
            "created": write(self.created),
            "event_name": self.name,
            "identifier": self.identifier,
            "livemode": false,
            "payload": self.payload,
            "timestamp": write(self.timestamp),
        })
    }
}
