//! The actions of an intent: what it changes once it is committed.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::fields::{Fields, text};
use super::instants::instant_text;
use super::refusal::Refusal;

const TYPES: [&str; 5] = ["apply", "deactivate", "modify", "remove", "subscribe"];

/// What an action says even where its creator did not: where, the name of the member and its value as JSON.
const DEFAULTS: [(&str, &str, &str); 13] = [
    ("/apply", "effective_at", r#"{"type": "on_reserve"}"#),
    ("/apply/spend_modifier_rule", "id", r#""smr_example""#),
    ("/deactivate", "collect_at", r#""on_effective_at""#),
    ("/deactivate", "effective_at", r#"{"type": "on_reserve"}"#),
    ("/modify", "collect_at", r#""next_billing_date""#),
    ("/modify", "effective_at", r#"{"type": "on_reserve"}"#),
    ("/modify/pricing_plan_subscription_details", "component_configurations", "[]"),
    ("/modify/pricing_plan_subscription_details", "new_pricing_plan", r#""bpp_example""#),
    ("/modify/pricing_plan_subscription_details", "new_pricing_plan_version", r#""bppv_example""#),
    ("/remove", "effective_at", r#"{"type": "on_reserve"}"#),
    ("/subscribe", "collect_at", r#""on_effective_at""#),
    ("/subscribe", "effective_at", r#"{"type": "on_reserve"}"#),
    ("/subscribe/pricing_plan_subscription_details", "component_configurations", "[]"),
];

/// What a commit makes: where its id stands, and how it begins.
const MADE_BY_COMMIT: [(&str, &str, &str); 3] = [
    ("/apply/discount", "discount", "di"),
    ("/apply/invoice_discount_rule", "invoice_discount_rule", "idr"),
    ("/subscribe/pricing_plan_subscription_details", "pricing_plan_subscription", "bpps"),
];

/// An action as the service answers with it, until its intent is committed.
#[derive(Clone, Debug)]
pub(super) struct Action(Value);

impl Action {
    /// Reads an action, which has a type and the one member that the type names.
    pub(super) fn read(value: Value, id: &str, now: Timestamp) -> Result<Self, Refusal> {
        let mut fields = Fields::of(value)?;
        let kind = fields.required("type", text)?;
        if !TYPES.contains(&kind.as_str()) {
            return Err(Refusal::PARAMETERS_INVALID);
        }
        let details = fields.required(&kind, |value| value.is_object().then_some(value))?;
        fields.finish()?;
        let mut action = json!({
            "id": id,
            "object": "v2.billing.intent_action",
            "created": instant_text(now),
            "livemode": false,
            "type": kind,
        });
        action[kind] = details;
        for (place, name, json) in DEFAULTS {
            if let Some(members) = members_at(&mut action, place) {
                let value = || serde_json::from_str(json).expect("the table above is JSON");
                members.entry(name).or_insert_with(value);
            }
        }
        Ok(Self(action))
    }

    /// Whether this applies something, which needs a cadence.
    pub(super) fn is_application(&self) -> bool {
        self.0["type"] == "apply"
    }

    /// The action as the service answers with it.
    pub(super) fn to_json(&self, is_committed: bool) -> Value {
        let mut action = self.0.clone();
        for (place, name, prefix) in MADE_BY_COMMIT.into_iter().filter(|_| is_committed) {
            let id = format!("{prefix}_of_{}", self.0["id"].as_str().unwrap_or_default());
            if let Some(members) = members_at(&mut action, place) {
                members.insert(name.to_owned(), id.into());
            }
        }
        action
    }
}

fn members_at<'a>(action: &'a mut Value, place: &str) -> Option<&'a mut Map<String, Value>> {
    action.pointer_mut(place)?.as_object_mut()
}
