//! Which deliveries a verifier takes. `vectors.json` was made by `vectors.py`, with Python's own `hmac`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::HeaderMap;
use serde_json::Value;

use super::sample::{PAIRS, PLAIN, STANDARD, STRIPE};
use crate::runtime::base64;
use crate::runtime::{Environment, Signing, Verifier, WebhookError};

/// Surroundings in which it is always the same time.
struct Fixed(u64);

impl Environment for Fixed {
    fn system_time(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0)
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn signing(scheme: &str) -> &'static Signing {
    match scheme {
        "stripe" => &STRIPE,
        "standard" => &STANDARD,
        "pairs" => &PAIRS,
        _ => &PLAIN,
    }
}

fn verifier(case: &Value) -> Verifier {
    let secrets = case["secrets"].as_array().unwrap().iter().map(text);
    let verifier =
        Verifier::of(signing(text(&case["scheme"])), secrets).environment(Fixed(case["now"].as_u64().unwrap()));
    match &case["tolerance"] {
        Value::String(_) => verifier,
        seconds => verifier.tolerance(seconds.as_u64().map(Duration::from_secs)),
    }
}

fn word(result: &Result<(), WebhookError>) -> &'static str {
    match result {
        Ok(()) => "ok",
        Err(WebhookError::MissingHeader(_)) => "missing-header",
        Err(WebhookError::InvalidHeader(..)) => "invalid-header",
        Err(WebhookError::InvalidSecret(_)) => "invalid-secret",
        Err(WebhookError::WrongSignature) => "wrong-signature",
        Err(WebhookError::TooOld(_)) => "too-old",
        Err(WebhookError::TooNew(_)) => "too-new",
        Err(WebhookError::Unreadable(_)) => "unreadable",
    }
}

#[test]
fn deliveries_signed_elsewhere_are_told_from_others() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("vectors.json")).unwrap();
    assert!(cases.len() > 40, "only {} cases", cases.len());
    let faults = cases.iter().filter_map(|case| {
        let pairs: Vec<(&String, &str)> =
            case["headers"].as_object().unwrap().iter().map(|(name, value)| (name, text(value))).collect();
        let body = base64::decode(text(&case["body"])).unwrap();
        let verifier = verifier(case);
        let result = verifier.verify(&pairs, &body);
        // The same headers as those of the crate `http`.
        let map: HeaderMap =
            pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        assert_eq!(verifier.verify(&map, &body), result, "{case}");
        let expected = text(&case["result"]);
        (word(&result) != expected).then(|| format!("{} {}: {expected}, not {result:?}", case["scheme"], case["name"]))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_signed_verifies() {
    let now = UNIX_EPOCH + Duration::from_secs(1_756_296_000);
    for (signing, secret) in [(&STRIPE, "whsec_test"), (&STANDARD, "whsec_c2VjcmV0"), (&PLAIN, "secret")] {
        let headers = signing.sign(secret, b"{}", now).unwrap();
        let verifier = Verifier::of(signing, [secret]).environment(Fixed(1_756_296_000));
        assert_eq!(verifier.verify(&headers, "{}"), Ok(()), "{headers:?}");
        assert_eq!(verifier.verify(&headers, "[]"), Err(WebhookError::WrongSignature));
        assert_eq!(Verifier::of(signing, ["c2VjcmV0Mg=="]).verify(&headers, "{}"), Err(WebhookError::WrongSignature));
    }
    assert!(matches!(STRIPE.sign("", b"{}", now), Err(WebhookError::InvalidSecret(_))));
}

#[test]
fn nothing_shows_a_secret() {
    let verifier = Verifier::of(&STRIPE, ["whsec_hidden"]);
    let shown = format!("{verifier:?} {:?}", verifier.verify(&[("stripe-signature", "t=1,v1=00")], "{}"));
    assert!(!shown.contains("hidden"), "{shown}");
}
