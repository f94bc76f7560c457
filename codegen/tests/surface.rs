//! `spec/` says what the API's public documentation says: every path, method, server, parameter, member, type, limit, enum
//! value and error.
//!
//! `surface/documentation.txt` was transcribed from that documentation by somebody who did not look at `spec/`. Both become
//! facts of one form, and each difference needs an explanation. An explanation without its difference fails as well.

mod support;

#[path = "surface/described.rs"]
mod described;
#[path = "surface/differences.rs"]
mod differences;
#[path = "surface/facts.rs"]
mod facts;
#[path = "surface/openapi.rs"]
mod openapi;

use std::sync::LazyLock;

use clientsmith::api::Api;
use clientsmith::diag::Sources;
use differences::{Explained, differences, unexplained};
use facts::Facts;

/// The checked description.
static SPEC: LazyLock<Api> = LazyLock::new(|| {
    let sources = Sources::load(&support::workspace().join("spec")).expect("the description can be read");
    clientsmith::read(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false))).value
});

/// Where the description differs from the documentation, and why that is right.
const EXPLAINED: &[Explained] = &[
    Explained {
        key: "member billing.alert usage_threshold.filters",
        attribute: "required",
        why: "examples of the documentation leave it out",
    },
    Explained {
        key: "member billing.alert_triggered alert.usage_threshold.filters",
        attribute: "required",
        why: "examples of the documentation leave it out",
    },
    Explained {
        key: "member billing.meter customer_mapping.event_payload_key",
        attribute: "max_length",
        why: "the object goes both ways, and its limit is that of the parameter; answers are held to none",
    },
    Explained {
        key: "member billing.meter value_settings.event_payload_key",
        attribute: "max_length",
        why: "the object goes both ways, and its limit is that of the parameter; answers are held to none",
    },
    Explained {
        key: "member v2.billing.intent_action deactivate.effective_at",
        attribute: "required",
        why: "examples of the documentation leave it out",
    },
    Explained {
        key: "member v2.billing.intent_action modify.effective_at",
        attribute: "required",
        why: "examples of the documentation leave it out",
    },
    Explained {
        key: "member v2.billing.intent_action subscribe.effective_at",
        attribute: "required",
        why: "examples of the documentation leave it out",
    },
    Explained {
        key: "member v2.billing.intent_action modify.pricing_plan_subscription_details.component_configurations",
        attribute: "required",
        why: ECHOED,
    },
    Explained {
        key: "member v2.billing.intent_action modify.pricing_plan_subscription_details.new_pricing_plan",
        attribute: "required",
        why: ECHOED,
    },
    Explained {
        key: "member v2.billing.intent_action modify.pricing_plan_subscription_details.new_pricing_plan_version",
        attribute: "required",
        why: ECHOED,
    },
    Explained {
        key: "member v2.billing.intent_action subscribe.pricing_plan_subscription_details.component_configurations",
        attribute: "required",
        why: ECHOED,
    },
];
const ECHOED: &str = "callers may leave it out, so an answer that tells what they sent without it is read";

#[test]
fn the_description_says_what_the_documentation_says() {
    let documented = Facts::read(include_str!("surface/documentation.txt"));
    assert!(documented.known.len() > 800, "only {} facts were found", documented.known.len());
    let differences = differences(&documented, &described::facts(&SPEC));
    let faults = unexplained(differences, EXPLAINED);
    assert!(faults.is_empty(), "the documentation and spec/ differ\n{}", faults.join("\n"));
}

#[test]
fn what_the_documentation_excludes_is_not_described() {
    let described = described::facts(&SPEC);
    for key in Facts::read(include_str!("surface/documentation.txt")).absent {
        assert!(!described.known.contains_key(&key), "spec/ describes what it must not: {key}");
    }
}
