//! Alerts on what a customer uses.

use serde_json::{Value, json};

use super::fields::{Fields, items, text, whole};
use super::meter::Meters;
use super::page;
use super::refusal::Refusal;

/// The alerts of a service as it answers with them, in the order in which they were created.
#[derive(Clone, Debug, Default)]
pub(super) struct Alerts(Vec<Value>);

impl Alerts {
    /// Creates an alert on a meter that is there.
    pub(super) fn create(&mut self, mut body: Fields, meters: &Meters) -> Result<Value, Refusal> {
        body.required("alert_type", usage_threshold)?;
        let title = body.required("title", text)?;
        let threshold = body.optional_fields("usage_threshold")?.ok_or(Refusal::PARAMETERS_INVALID)?;
        body.finish()?;
        let alert = json!({
            "id": format!("alrt_{}", self.0.len() + 1),
            "object": "billing.alert",
            "alert_type": "usage_threshold",
            "livemode": false,
            "status": "active",
            "title": title,
            "usage_threshold": read_threshold(threshold, meters)?,
        });
        self.0.push(alert.clone());
        Ok(alert)
    }

    /// Lists the alerts, newest first.
    pub(super) fn list(&self, mut query: Fields, path: &str) -> Result<Value, Refusal> {
        query.optional("alert_type", usage_threshold)?;
        let meter = query.optional("meter", text)?;
        let is_asked_for = |alert: &&Value| match &meter {
            Some(meter) => alert["usage_threshold"]["meter"] == *meter,
            None => true,
        };
        let alerts = self.0.iter().rev().filter(is_asked_for).cloned().collect();
        page::after_item(alerts, query, path)
    }
}

/// The only type of an alert.
fn usage_threshold(value: Value) -> Option<()> {
    (text(value)? == "usage_threshold").then_some(())
}

fn read_threshold(mut threshold: Fields, meters: &Meters) -> Result<Value, Refusal> {
    let filters = threshold.optional("filters", items)?.map(|filters| filters.into_iter().map(read_filter).collect());
    let filters: Option<Vec<Value>> = filters.transpose()?;
    let gte = threshold.required("gte", whole)?;
    let recurrence = threshold.required("recurrence", text)?;
    let meter = threshold.required("meter", text)?;
    threshold.finish()?;
    if gte < 1 || filters.as_ref().is_some_and(|filters| filters.len() > 1) || recurrence != "one_time" {
        return Err(Refusal::PARAMETERS_INVALID);
    }
    let meter = &meters.find(&meter)?.id;
    Ok(json!({"filters": filters, "gte": gte, "meter": meter, "recurrence": recurrence}))
}

fn read_filter(filter: Value) -> Result<Value, Refusal> {
    let mut filter = Fields::of(filter)?;
    filter.required("type", |value| (value == "customer").then_some(()))?;
    let customer = filter.optional("customer", text)?;
    filter.finish()?;
    Ok(json!({"type": "customer", "customer": customer}))
}
