//! The example runs, says what it does, and fails with a message that helps.

use std::process::{Command, Output};

use examples::service::{BillingService, Intent, Ledger, Payment, Status};

const KEY: &str = "sk_test_example";

/// Runs the example with no variables but this one.
fn run(arguments: &[&str], key: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_billing_lifecycle"));
    command.args(arguments).env_clear().envs(key.map(|key| ("STRIPE_API_KEY", key)));
    command.output().expect("the example starts")
}

fn lines(text: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(text).lines().map(str::to_owned).collect()
}

/// The steps of a life, after the line that names the service.
fn life(intent: &str, payment: &str) -> [String; 6] {
    [
        format!("reserve   {intent} is reserved: 2200 in the smallest unit of usd"),
        format!("release   {intent} is draft: 2200 in the smallest unit of usd"),
        format!("reserve   {intent} is reserved: 2200 in the smallest unit of usd"),
        "commit    refused: 400 payment_required_to_commit: \
         The intent needs a payment intent to be committed (req_000004)"
            .to_owned(),
        format!("commit    again, paid by {payment}"),
        format!("commit    {intent} is committed: 2200 in the smallest unit of usd"),
    ]
}

#[test]
fn without_arguments_it_needs_neither_network_nor_key() {
    let output = run(&[], None);
    let shown = lines(&output.stdout);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert!(shown[0].starts_with("service   http://127.0.0.1:"), "{shown:?}");
    assert_eq!(shown[1..], life("bilint_example", "pi_example"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn it_runs_against_any_service() {
    let ledger =
        Ledger::default().with_intent(Intent::new("bilint_mine", Status::Draft)).with_payment(Payment::new("pi_mine"));
    let service = BillingService::start(KEY, ledger).await.expect("loopback has a free port");
    let base_url = service.base_url();
    let arguments = ["--base-url", &base_url, "--intent", "bilint_mine", "--payment-intent", "pi_mine"];

    let output = run(&arguments, Some(KEY));
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(lines(&output.stdout)[0], format!("service   {base_url}"));
    assert_eq!(lines(&output.stdout)[1..], life("bilint_mine", "pi_mine"));

    check_failure(&arguments, Some(KEY), "reserve failed: 400 invalid_status_for_reserve: The intent is not a draft");
    check_failure(&arguments, Some("another_key"), "reserve failed: 401 unauthorized: ");
    check_failure(&["--base-url", &base_url], Some(KEY), "reserve failed: 404 billing_intent_not_found: ");
    check_failure(&arguments, None, "STRIPE_API_KEY is not set: ");
    check_failure(&["--base-url", "http://192.0.2.1"], Some(KEY), "the base URL is refused: ");
}

/// Runs the example, which fails with one line that begins like this.
fn check_failure(arguments: &[&str], key: Option<&str>, message: &str) {
    let output = run(arguments, key);
    let shown = lines(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert!(shown[0].starts_with(&format!("billing_lifecycle: {message}")), "{shown:?}");
}

#[test]
fn it_explains_itself() {
    let output = run(&["--help"], None);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{output:?}");
    for part in ["--base-url <URL>", "--intent <ID>", "--payment-intent <ID>", "STRIPE_API_KEY"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}
