//! What Stripe's own package for Python signs verifies here, and the other way round; skipped where that is not installed.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

use super::sample::STRIPE;
use crate::runtime::base64::{self, STANDARD};
use crate::runtime::{Verifier, WebhookError};

const BODIES: [&str; 6] = ["", "{}", r#"{"id": "evt_1"}"#, "{\r\n\t\"a\": 1.50\n}", "ä€𝄞\u{0}", "no JSON, t=1,v1=00"];
const SECRETS: [&str; 4] =
    ["whsec_test", "a", "ä€ with spaces ", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef+"];
const TIMES: [u64; 2] = [1_756_296_000, 1];

/// What a program in Python says to these cases; nothing if the package is not there.
fn asked(cases: &Value) -> Option<Value> {
    let is_there = Command::new("python3").args(["-c", "import stripe"]).output().is_ok_and(|it| it.status.success());
    if !is_there {
        return None;
    }
    let mut python = Command::new("python3");
    python.args(["-c", include_str!("vendor.py")]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = python.spawn().unwrap();
    python.stdin.take().unwrap().write_all(cases.to_string().as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn the_vendors_package_and_this_crate_verify_each_other() {
    let mut cases = Vec::new();
    for body in BODIES {
        for (secret, time) in SECRETS.iter().flat_map(|secret| TIMES.map(|time| (secret, time))) {
            let headers = STRIPE.sign(secret, body.as_bytes(), UNIX_EPOCH + Duration::from_secs(time)).unwrap();
            let header = headers["stripe-signature"].to_str().unwrap();
            let body = base64::encode(body.as_bytes(), STANDARD);
            cases.push(json!({"body": body, "secret": secret, "time": time, "header": header}));
        }
    }
    let Some(answers) = asked(&Value::from(cases.clone())) else {
        return eprintln!("skipped: the Python package `stripe` is not installed");
    };
    let mut count = 0;
    for (case, answer) in cases.iter().zip(answers.as_array().unwrap()) {
        assert_eq!((&answer["verifies"], &answer["verifies_another"]), (&json!(true), &json!(false)), "{case}");
        let secret = case["secret"].as_str().unwrap();
        let body = base64::decode(case["body"].as_str().unwrap()).unwrap();
        let verifier = Verifier::of(&STRIPE, [secret]).tolerance(None);
        let headers = [("Stripe-Signature", answer["header"].as_str().unwrap())];
        assert_eq!(verifier.verify(&headers, &body), Ok(()), "{case}");
        assert_eq!(verifier.verify(&headers, [&body[..], b" "].concat()), Err(WebhookError::WrongSignature), "{case}");
        assert_eq!(answer["header"], case["header"]);
        count += 1;
    }
    eprintln!("{count} deliveries were signed and verified by both");
}
