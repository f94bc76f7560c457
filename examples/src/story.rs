//! What the programs have in common: where their service is, and how they end.

use std::error::Error;
use std::fmt;
use std::process::ExitCode;

use clap::Args;
use stripe_billing::{Client, ClientBuilder};

use crate::service::{BillingService, Ledger};

/// The key of the service on loopback.
const OFFLINE_KEY: &str = "sk_test_example";

/// Where the service is.
#[derive(Args, Debug)]
pub struct Place {
    /// Where the service is, such as `https://api.stripe.com`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

impl Place {
    /// On this machine.
    #[must_use]
    pub fn here() -> Self {
        Self { base_url: None }
    }

    /// Says where the service is and starts a client for it. Without a base URL, the service is one on loopback that
    /// knows what stands in `ledger`, and runs until it is dropped.
    ///
    /// # Errors
    ///
    /// There is no key for the service at the base URL, or no port for the one on loopback.
    pub async fn open(
        &self,
        ledger: Ledger,
    ) -> Result<(ClientBuilder<Client>, Option<BillingService>), Box<dyn Error>> {
        if let Some(base_url) = &self.base_url {
            let key = std::env::var("STRIPE_API_KEY")
                .map_err(|_| "STRIPE_API_KEY is not set: put the secret key of the service into it")?;
            println!("{:<10}{base_url}", "service");
            return Ok((Client::builder().api_key(key).base_url(base_url), None));
        }
        let service = BillingService::start(OFFLINE_KEY, ledger).await?;
        let base_url = service.base_url();
        println!("{:<10}{base_url}, started by this program; no network is used", "service");
        // The stream of meter events has a server of its own.
        let builder = Client::builder().api_key(OFFLINE_KEY).base_url(&base_url).server_url("meter_events", base_url);
        Ok((builder, Some(service)))
    }
}

/// Ends a program, with a line on what went wrong if something did.
#[must_use]
pub fn end(program: &str, outcome: Result<(), Box<dyn Error>>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Puts the name of a step before an error.
pub fn failed<E: fmt::Display>(step: &str) -> impl Fn(E) -> String {
    move |error| format!("{step} failed: {error}")
}
