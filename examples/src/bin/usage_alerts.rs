//! Listens for what the service tells by itself: an alert on usage, and faults of usage that was reported.
//!
//! It does so against a service of its own on loopback, which delivers a snapshot, a thin event, the same once more, a
//! forged one and one that is too old.

use std::collections::HashSet;
use std::convert::Infallible;
use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use clap::Parser;
use examples::deliver::deliver;
use examples::service::Ledger;
use examples::story::{self, Place, failed};
use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use stripe_billing::Client;
use stripe_billing::events::Event;
use stripe_billing::meters::{self, DefaultAggregationFormula, DefaultAggregationParams};
use stripe_billing::webhooks::{self, Verifier};
use tokio::net::TcpListener;

/// The secret of the endpoint, which the service gave when the endpoint was set up.
const SECRET: &str = "whsec_test_example";

/// Listens for what the service tells by itself: an alert on usage, and faults of usage that was reported.
///
/// Everything happens on this machine: the program starts a small billing service on loopback, which delivers a snapshot,
/// a thin event, the same once more, a forged one and one that is too old.
#[derive(Parser)]
#[command(name = "usage_alerts")]
struct Arguments {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments {} = Arguments::parse();
    story::end("usage_alerts", run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::default().with_told("evt_2", report());
    let (builder, _service) = Place::here().open(ledger).await?;
    let client = builder.build()?;
    let sum = DefaultAggregationParams::new(DefaultAggregationFormula::Sum);
    meters::create(&client, "API requests", "api_requests", sum).await.map_err(failed("meter"))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let desk = Arc::new(Desk { verifier: Verifier::new([SECRET]), client, handled: Mutex::default() });
    let listening = tokio::spawn(listen(listener, desk));
    tell(address).await?;
    listening.abort();
    Ok(())
}

/// What is told: the body, and by whom and when it was signed.
async fn tell(address: SocketAddr) -> Result<(), Box<dyn Error>> {
    let now = SystemTime::now();
    let thin = thin("evt_2").to_string();
    for (body, secret, time) in [
        (Event::example().to_json(), SECRET, now),
        (thin.clone(), SECRET, now),
        (thin.clone(), SECRET, now),
        (thin.clone(), "whsec_of_somebody_else", now),
        (thin, SECRET, now - Duration::from_secs(301)),
    ] {
        let status = deliver(address, webhooks::sign(secret, &body, time)?, body).await?;
        println!("{:<10}{status}", "answered");
    }
    Ok(())
}

/// What takes deliveries.
struct Desk {
    verifier: Verifier,
    client: Client,
    /// The events that were handled: a service delivers again what it is not sure of.
    handled: Mutex<HashSet<String>>,
}

/// Takes deliveries until it is stopped.
async fn listen(listener: TcpListener, desk: Arc<Desk>) {
    while let Ok((stream, _)) = listener.accept().await {
        let service = service_fn(|request| desk.answer(request));
        // If a connection breaks, the service delivers again.
        let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
    }
}

impl Desk {
    /// Any status but 2xx makes the service deliver again.
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Empty<Bytes>>, Infallible> {
        let (head, body) = request.into_parts();
        let taken = match body.collect().await {
            Ok(body) => self.take(&head.headers, &body.to_bytes()).await,
            Err(error) => Err(error.into()),
        };
        let mut response = Response::new(Empty::new());
        match taken {
            Ok(line) => println!("{line}"),
            Err(error) => {
                println!("{:<10}{error}", "refused");
                *response.status_mut() = StatusCode::BAD_REQUEST;
            }
        }
        Ok(response)
    }

    /// Takes a delivery: the raw body, before anything has parsed it.
    async fn take(&self, headers: &HeaderMap, body: &[u8]) -> Result<String, Box<dyn Error>> {
        let event = Event::from_webhook(&self.verifier, headers, body)?;
        let id = event.id().unwrap_or_default().to_owned();
        if self.handled.lock().unwrap_or_else(PoisonError::into_inner).contains(&id) {
            return Ok(format!("{:<10}{id} was handled before", "again"));
        }
        let line = self.handle(event).await?;
        self.handled.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        Ok(line)
    }

    async fn handle(&self, event: Event) -> Result<String, Box<dyn Error>> {
        Ok(match event {
            Event::BillingAlertTriggered(event) => {
                let told = event.data.object?;
                format!("{:<10}{} has used {}: {}", "alert", told.customer, told.value, told.alert.title)
            }
            Event::V1BillingMeterErrorReportTriggered(event) => {
                let meter = event.related(&self.client).await?;
                let report = event.fetch(&self.client).await?.data.ok_or("the event came without its data")??;
                let codes: Vec<&str> = report.reason.error_types.iter().map(|fault| fault.code.as_str()).collect();
                let summary = report.developer_message_summary;
                format!("{:<10}{}: {summary} {}", "faults", meter.display_name, codes.join(", "))
            }
            other => format!("{:<10}{} is nothing to us", "other", other.event_type()),
        })
    }
}

/// A thin event on faults of the first meter.
fn thin(id: &str) -> Value {
    json!({
        "id": id,
        "object": "v2.core.event",
        "type": "v1.billing.meter.error_report_triggered",
        "created": "2025-08-27T12:00:00.000Z",
        "livemode": false,
        "related_object": {"id": "mtr_1", "type": "billing.meter", "url": "/v1/billing/meters/mtr_1"},
    })
}

/// The same with its data.
fn report() -> Value {
    let mut event = thin("evt_2");
    event["data"] = json!({
        "developer_message_summary": "There is 1 invalid event.",
        "reason": {
            "error_count": 1,
            "error_types": [{
                "code": "meter_event_customer_not_found",
                "error_count": 1,
                "sample_errors": [{"error_message": "No such customer.", "request": {"identifier": "idem_1"}}],
            }],
        },
        "validation_end": "2025-08-27T12:00:00.000Z",
        "validation_start": "2025-08-27T11:59:50.000Z",
    });
    event
}
