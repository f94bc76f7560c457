//! Meters, which say how events are added up.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::fields::{Fields, text};
use super::refusal::Refusal;

/// The meters of a service, in the order in which they were created.
#[derive(Clone, Debug, Default)]
pub(super) struct Meters(Vec<Meter>);

/// A meter.
#[derive(Clone, Debug)]
pub(super) struct Meter {
    pub(super) id: String,
    pub(super) event_name: String,
    pub(super) formula: Formula,
    /// The key of a payload that names the customer.
    pub(super) customer_key: String,
    /// The key of a payload that holds the value.
    pub(super) value_key: String,
    display_name: String,
    time_window: Option<String>,
    created: Timestamp,
}

/// What a summary says about the values of its events.
#[derive(Clone, Copy, Debug)]
pub(super) enum Formula {
    Count,
    Last,
    Sum,
}

impl Meters {
    /// Creates a meter. Events of a name belong to the newest meter for it.
    pub(super) fn create(&mut self, mut body: Fields, now: Timestamp) -> Result<Value, Refusal> {
        let mut aggregation = body.optional_fields("default_aggregation")?.unwrap_or_default();
        let mut mapping = body.optional_fields("customer_mapping")?.unwrap_or_default();
        let mut value_settings = body.optional_fields("value_settings")?.unwrap_or_default();
        mapping.optional("type", |value| (value == "by_id").then_some(()))?;
        let meter = Meter {
            id: format!("mtr_{}", self.0.len() + 1),
            event_name: body.required("event_name", text)?,
            formula: aggregation.required("formula", Formula::read)?,
            customer_key: mapping.optional("event_payload_key", text)?.unwrap_or_else(|| "stripe_customer_id".into()),
            value_key: value_settings.optional("event_payload_key", text)?.unwrap_or_else(|| "value".into()),
            display_name: body.required("display_name", text)?,
            time_window: body.optional("event_time_window", text)?,
            created: now,
        };
        for fields in [body, aggregation, mapping, value_settings] {
            fields.finish()?;
        }
        let answer = meter.to_json();
        self.0.push(meter);
        Ok(answer)
    }

    /// The meter with this id.
    pub(super) fn find(&self, id: &str) -> Result<&Meter, Refusal> {
        self.0.iter().find(|meter| meter.id == id).ok_or(Refusal::RESOURCE_MISSING)
    }

    /// The meter to which the events of this name belong.
    pub(super) fn for_event(&self, event_name: &str) -> Result<&Meter, Refusal> {
        self.0.iter().rev().find(|meter| meter.event_name == event_name).ok_or(Refusal::NO_METER)
    }
}

impl Meter {
    pub(super) fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "object": "billing.meter",
            "created": self.created.as_second(),
            "customer_mapping": {"event_payload_key": self.customer_key, "type": "by_id"},
            "default_aggregation": {"formula": self.formula.as_str()},
            "display_name": self.display_name,
            "event_name": self.event_name,
            "event_time_window": self.time_window,
            "livemode": false,
            "status": "active",
            "status_transitions": {"deactivated_at": null},
            "updated": self.created.as_second(),
            "value_settings": {"event_payload_key": self.value_key},
        })
    }
}

impl Formula {
    fn read(value: Value) -> Option<Self> {
        let text = text(value)?;
        [Self::Count, Self::Last, Self::Sum].into_iter().find(|formula| formula.as_str() == text)
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Last => "last",
            Self::Sum => "sum",
        }
    }
}
