//! The code in the README compiles, and what can run without the service does: each block stands in this file.

use std::future::{Ready, ready};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[expect(dead_code, reason = "it needs the service")]
async fn consume() -> Outcome {
    use stripe_billing::billing_intents::{self, CommitError};
    use stripe_billing::{Client, Error};

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;

    // A request is a value; awaiting it sends it.
    let intent = billing_intents::reserve(&client, "bilint_123").await?;

    match billing_intents::commit(&client, &intent.id).payment_intent("pi_123").await {
        Ok(intent) => println!("{} is {}", intent.id, intent.status), // bilint_123 is committed
        Err(Error::Api(refused)) => match refused.kind {
            // Each call has an enum of exactly its own codes; codes that come later are kept.
            CommitError::PaymentRequiredToCommit => collect_payment().await?,
            CommitError::InvalidStatusForCommit => reserve_first().await?,
            // 400 payment_intent_status_invalid: … (req_abc)
            _ => return Err(Error::Api(refused).into()),
        },
        // The network, or an answer that does not fit: its path in the JSON, status, request id and raw body.
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

fn collect_payment() -> Ready<Outcome> {
    ready(Ok(()))
}

fn reserve_first() -> Ready<Outcome> {
    ready(Ok(()))
}

#[expect(dead_code, reason = "it needs the service")]
async fn errors() -> Outcome {
    use stripe_billing::billing_intents::{self, CommitError};
    use stripe_billing::{Client, Error};

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    match billing_intents::commit(&client, "bilint_123").idempotency_key("order-42").await {
        Ok(intent) => println!("{} is committed", intent.id),
        Err(Error::Api(refused)) if refused.kind == CommitError::InvalidStatusForCommit => reserve_first().await?,
        // No code of the call: the key came with another request before, so no repetition will help.
        Err(Error::Api(refused)) if refused.error_type() == Some("idempotency_error") => return Err(refused.into()),
        // A time-out, a broken connection, 409, 429 or 5xx: with the same key, it is safe to call again.
        Err(error) if error.is_retryable() => println!("later: {error} ({:?})", error.retry_after()),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn pages() -> Outcome {
    use stripe_billing::{Client, meters};

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    let mut active = meters::list(&client).status("active").items();
    while let Some(meter) = active.next().await {
        println!("{}", meter?.display_name);
    }
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn retries() -> Outcome {
    use stripe_billing::{Client, RetryPolicy, billing_intents};

    let client = Client::builder().api_key(std::env::var("STRIPE_API_KEY")?).retry(RetryPolicy::times(4)).build()?;
    let response = billing_intents::commit(&client, "bilint_123").idempotency_key("order-42").with_response().await?;
    println!("{} after {} attempts", response.output.status, response.raw.attempts());
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn credentials() -> Outcome {
    use stripe_billing::{Client, billing_intents};

    let client = Client::builder().api_key(std::env::var("STRIPE_API_KEY")?).build()?;
    let intent = billing_intents::reserve(&client, "bilint_123").api_key("sk_test_example").await?;
    println!("{} belongs to another account", intent.id);
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn time_outs() -> Outcome {
    use std::time::Duration;
    use stripe_billing::{Client, billing_intents};

    let key = std::env::var("STRIPE_API_KEY")?;
    let client = Client::builder().api_key(key).timeout(Duration::from_secs(60)).build()?;
    let intent = billing_intents::commit(&client, "bilint_123").attempt_timeout(Duration::from_secs(5)).await?;
    println!("{}", intent.status);
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn events(headers: http::HeaderMap, body: Vec<u8>) -> Outcome {
    use stripe_billing::Client;
    use stripe_billing::events::Event;
    use stripe_billing::webhooks::Verifier;

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    let verifier = Verifier::new([std::env::var("STRIPE_WEBHOOK_SECRET")?]);

    // What came: the headers of the crate `http`, or pairs, and the raw body, byte for byte.
    match Event::from_webhook(&verifier, &headers, &body)? {
        Event::BillingAlertTriggered(event) => println!("{} has used {}", event.id, event.data.object?.value),
        // A thin event only says what happened: its data and its object are calls like any other.
        Event::V1BillingMeterErrorReportTriggered(event) => {
            let meter = event.related(&client).await?;
            let report = event.fetch(&client).await?.data.ok_or("no data")??;
            println!("{}: {}", meter.display_name, report.developer_message_summary);
        }
        Event::Unknown(event) => println!("{} is newer than this program", event.event_type()),
        _ => {}
    }
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
fn blocking() -> Outcome {
    use stripe_billing::{BlockingClient, billing_intents};

    let client = BlockingClient::new(std::env::var("STRIPE_API_KEY")?)?;
    let intent = billing_intents::commit(&client, "bilint_123").send()?;
    println!("{}", intent.status);
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn the_way_around() -> Outcome {
    use stripe_billing::Client;
    use stripe_billing::reexports::http::Method;
    use stripe_billing::reexports::serde_json::json;

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    let body = json!({"currency": "usd"});
    let response = client.call(Method::POST, "/v2/billing/intents").query("expand", "all").json(&body).await?;
    println!("{}", response.status());
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn uploads() -> Outcome {
    use stripe_billing::reexports::http::Method;
    use stripe_billing::{Body, Client};

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    let picture = Body::from_open(|| std::fs::File::open("tree.png"));
    let response = client.call(Method::PUT, "/v1/pictures/1").body("image/png", picture).await?;
    println!("{}", response.status());
    Ok(())
}

#[tokio::test]
async fn testing() -> Outcome {
    use stripe_billing::billing_intents::{self, BillingIntent, BillingIntentStatus};
    use stripe_billing::{Body, Client, Limits, Transport, TransportFuture};

    /// Answers every request with an intent that is committed.
    struct Committed;

    impl Transport for Committed {
        fn send(&self, _: http::Request<Body>, _: Limits) -> TransportFuture {
            let mut intent = BillingIntent::example();
            intent.status = BillingIntentStatus::Committed;
            Box::pin(std::future::ready(Ok(http::Response::new(intent.to_json().into()))))
        }
    }

    let client = Client::builder().api_key("sk_test_example").transport(Committed).build()?;
    let intent = billing_intents::commit(&client, "bilint_123").await?;
    assert_eq!(intent.status, "committed");
    Ok(())
}

#[expect(dead_code, reason = "it needs the service")]
async fn tracing() -> Outcome {
    use stripe_billing::{Client, billing_intents};
    use tracing::Instrument;

    let client = Client::new(std::env::var("STRIPE_API_KEY")?)?;
    let order = tracing::info_span!("order", number = 42);
    let intent = billing_intents::commit(&client, "bilint_123").into_future().instrument(order).await?;
    println!("{}", intent.status);
    Ok(())
}

#[test]
fn every_block_of_the_readme_is_compiled_here() {
    let here: Vec<&str> = include_str!("readme.rs").lines().map(str::trim).collect();
    let blocks = rust_blocks(include_str!("../../README.md"));
    assert!(blocks.len() > 5, "only {} blocks were found", blocks.len());
    for (line, block) in blocks {
        assert!(
            here.windows(block.len()).any(|lines| lines == block),
            "README.md:{line}: put this block, word for word, into a function of examples/tests/readme.rs:\n{}",
            block.join("\n")
        );
    }
}

/// The lines of each block of Rust, without the space around them, and where the block begins.
fn rust_blocks(markdown: &str) -> Vec<(usize, Vec<&str>)> {
    let mut lines = (1..).zip(markdown.lines());
    let mut blocks = Vec::new();
    while let Some((line, _)) = lines.find(|(_, text)| text.starts_with("```rust")) {
        let block = lines.by_ref().map(|(_, text)| text.trim()).take_while(|text| !text.starts_with("```"));
        blocks.push((line + 1, block.collect()));
    }
    blocks
}

#[test]
fn blocks_of_rust_are_found_whatever_else_their_fence_says() {
    let text = "# Title\n```console\n$ ls\n```\n```rust\nfn a() {\n    b();\n}\n```\ntext\n```rust,ignore\nc\n```\n";
    assert_eq!(rust_blocks(text), [(6, vec!["fn a() {", "b();", "}"]), (12, vec!["c"])]);
}
