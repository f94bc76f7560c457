//! What the events of a customer come to, by the hour, by the day or all in all.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::event::{Event, Events};
use super::fields::{Fields, text, unix_time};
use super::meter::{Formula, Meter};
use super::page;
use super::refusal::Refusal;

/// Lists the summaries of a meter, newest first. There is none for a window without events.
pub(super) fn list(meter: &Meter, events: &Events, mut query: Fields, path: &str) -> Result<Value, Refusal> {
    let customer = query.required("customer", text)?;
    let start = query.required("start_time", unix_time)?.as_second();
    let end = query.required("end_time", unix_time)?.as_second();
    let window = query.optional("value_grouping_window", |value| match value.as_str()? {
        "hour" => Some(3600),
        "day" => Some(86_400),
        _ => None,
    })?;
    let unit = window.unwrap_or(60);
    if start >= end || start % unit != 0 || end % unit != 0 {
        return Err(Refusal::PARAMETERS_INVALID);
    }
    let length = window.unwrap_or(end - start);
    let mut windows = BTreeMap::<i64, Vec<&Event>>::new();
    for event in events.of(meter, &customer) {
        let second = event.timestamp.as_second();
        if (start..end).contains(&second) {
            windows.entry(second - (second - start) % length).or_default().push(event);
        }
    }
    let summaries = windows.into_iter().rev().map(|(start, events)| {
        json!({
            "id": format!("{}_summary_{start}_{length}", meter.id),
            "object": "billing.meter_event_summary",
            "aggregated_value": aggregate(meter.formula, &events),
            "start_time": start,
            "end_time": start + length,
            "livemode": false,
            "meter": meter.id,
        })
    });
    page::after_item(summaries.collect(), query, path)
}

/// What some events come to; the API has it as a number with a fraction.
fn aggregate(formula: Formula, events: &[&Event]) -> i64 {
    match formula {
        Formula::Count => events.iter().map(|_| 1).sum(),
        Formula::Sum => events.iter().map(|event| event.value).sum(),
        Formula::Last => {
            events.iter().max_by_key(|event| -> Timestamp { event.timestamp }).map_or(0, |event| event.value)
        }
    }
}
