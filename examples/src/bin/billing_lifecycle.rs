//! Walks a billing intent through its life: reserve, release, reserve again, commit.
//!
//! Without arguments it does so against a service of its own on loopback.

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use examples::service::{Intent, Ledger, Payment, Status};
use examples::story::{self, Place, failed};
use stripe_billing::billing_intents::{self, BillingIntent, BillingIntentId, CommitError};
use stripe_billing::{Client, Error as CallError};

/// Walks a billing intent through its life: reserve, release, reserve again, commit.
///
/// Without --base-url, everything happens on this machine: the program starts a small billing service on loopback that
/// has the intent and the payment intent. With it, the secret key is taken from the variable `STRIPE_API_KEY`.
#[derive(Parser)]
#[command(name = "billing_lifecycle")]
struct Arguments {
    #[command(flatten)]
    place: Place,

    /// The billing intent: a draft. It will be committed, which is final
    #[arg(long, value_name = "ID", default_value = "bilint_example")]
    intent: String,

    /// The payment intent that pays, if the service asks for one
    #[arg(long, value_name = "ID", default_value = "pi_example")]
    payment_intent: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    story::end("billing_lifecycle", run(&Arguments::parse()).await)
}

async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::default()
        .with_intent(Intent::new(&arguments.intent, Status::Draft))
        .with_payment(Payment::new(&arguments.payment_intent));
    let (builder, _service) = arguments.place.open(ledger).await?;
    walk(&builder.build()?, arguments).await
}

/// The life of an intent, one line a step.
async fn walk(client: &Client, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let id = BillingIntentId::from(arguments.intent.as_str());

    let intent = billing_intents::reserve(client, &id).await.map_err(failed("reserve"))?;
    report("reserve", &intent);

    let intent = billing_intents::release_reservation(client, &id).await.map_err(failed("release"))?;
    report("release", &intent);

    let intent = billing_intents::reserve(client, &id).await.map_err(failed("reserve"))?;
    report("reserve", &intent);

    let intent = commit(client, &id, &arguments.payment_intent).await.map_err(failed("commit"))?;
    report("commit", &intent);
    Ok(())
}

/// Commits without a payment intent, and with one if the service asks for it.
async fn commit(
    client: &Client,
    id: &BillingIntentId,
    payment_intent: &str,
) -> Result<BillingIntent, CallError<CommitError>> {
    match billing_intents::commit(client, id).await {
        Err(CallError::Api(error)) if error.kind == CommitError::PaymentRequiredToCommit => {
            println!("{:<10}refused: {error}", "commit");
            println!("{:<10}again, paid by {payment_intent}", "commit");
            billing_intents::commit(client, id).payment_intent(payment_intent).await
        }
        outcome => outcome,
    }
}

fn report(step: &str, intent: &BillingIntent) {
    let BillingIntent { id, status, amount_details, .. } = intent;
    println!(
        "{step:<10}{id} is {status}: {} in the smallest unit of {}",
        amount_details.total, amount_details.currency
    );
}
