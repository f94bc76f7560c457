//! From a call to what the ledger makes of it.

use jiff::Timestamp;
use serde_json::Value;

use super::call::Call;
use super::fields::{Fields, text};
use super::intent::Intent;
use super::ledger::Ledger;
use super::meter::Meter;
use super::refusal::Refusal;
use super::{page, summary};

/// Answers a call.
pub(super) fn answer(call: Call, ledger: &mut Ledger, now: Timestamp) -> Result<Value, Refusal> {
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    let (method, path, parameters) = (call.method.as_str(), call.path.as_str(), call.parameters);
    match segments.as_slice() {
        ["v2", "billing", "intents", rest @ ..] => intents(method, rest, path, parameters, ledger, now),
        ["v1", "billing", rest @ ..] => metering_v1(method, rest, path, parameters, ledger, now),
        ["v2", "core", "events", id] if method == "GET" => ledger.told(id).cloned(),
        ["v2", "billing", resource] if method == "POST" => metering_v2(resource, parameters, ledger, now),
        _ => Err(Refusal::ROUTE_NOT_FOUND),
    }
}

/// Billing intents and their actions.
fn intents(
    method: &str,
    rest: &[&str],
    path: &str,
    mut parameters: Fields,
    ledger: &mut Ledger,
    now: Timestamp,
) -> Result<Value, Refusal> {
    let intent = match (method, rest) {
        ("GET", [id, "actions"]) => {
            let intent = ledger.intent(id)?;
            return page::with_next_url(intent.actions().collect(), parameters, path);
        }
        ("GET", [id, "actions", action]) => {
            parameters.finish()?;
            return ledger.intent(id)?.action(action).ok_or(Refusal::BILLING_INTENT_ACTION_NOT_FOUND);
        }
        ("POST", []) => ledger.create_intent(parameters, now),
        ("POST", [id, "commit"]) => {
            let payment = parameters.optional("payment_intent", text)?;
            parameters.finish()?;
            ledger.commit(id, payment.as_deref(), now)
        }
        ("POST", [id, "reserve"]) => {
            parameters.finish()?;
            ledger.reserve(id, now)
        }
        ("POST", [id, "release_reservation"]) => {
            parameters.finish()?;
            ledger.release_reservation(id, now)
        }
        _ => Err(Refusal::ROUTE_NOT_FOUND),
    };
    intent.map(Intent::to_json)
}

/// Meters, their summaries, alerts and single events.
fn metering_v1(
    method: &str,
    rest: &[&str],
    path: &str,
    parameters: Fields,
    ledger: &mut Ledger,
    now: Timestamp,
) -> Result<Value, Refusal> {
    let Ledger { meters, events, alerts, .. } = ledger;
    match (method, rest) {
        ("GET", ["meters", id]) => meters.find(id).map(Meter::to_json),
        ("POST", ["meters"]) => meters.create(parameters, now),
        ("GET", ["meters", id, "event_summaries"]) => summary::list(meters.find(id)?, events, parameters, path),
        ("POST", ["meter_events"]) => events.create_v1(parameters, meters, now),
        ("POST", ["alerts"]) => alerts.create(parameters, meters),
        ("GET", ["alerts"]) => alerts.list(parameters, path),
        _ => Err(Refusal::ROUTE_NOT_FOUND),
    }
}

/// Single events, sessions and the stream.
fn metering_v2(resource: &str, parameters: Fields, ledger: &mut Ledger, now: Timestamp) -> Result<Value, Refusal> {
    let Ledger { meters, events, sessions, .. } = ledger;
    match resource {
        "meter_events" => events.create_v2(parameters, meters, now),
        "meter_event_stream" => events.create_batch(parameters, meters, now),
        "meter_event_session" => {
            parameters.finish()?;
            Ok(sessions.create(now))
        }
        _ => Err(Refusal::ROUTE_NOT_FOUND),
    }
}
