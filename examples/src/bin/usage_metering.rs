//! Meters what a customer uses: creates a meter, reports events, reads their sums by the hour and sets an alert.
//!
//! Without arguments it does so against a service of its own on loopback.

use std::error::Error;
use std::fmt::Display;
use std::process::ExitCode;

use clap::Parser;
use examples::service::Ledger;
use examples::story::{self, Place, failed};
use stripe_billing::alerts::{
    self, Alert, AlertFilterParams, AlertFilterType, AlertType, AlertUsageThresholdParams,
    AlertUsageThresholdRecurrence,
};
use stripe_billing::meter_events::{self, CreateV2Error, MeterEventV2Params, StreamEventsSender};
use stripe_billing::meters::{self, DefaultAggregationFormula, DefaultAggregationParams, Meter, SummaryWindow};
use stripe_billing::{Client, Error as CallError, Timestamp};

const HOUR: i64 = 3600;

/// Meters what a customer uses: creates a meter, reports events, reads their sums by the hour and sets an alert.
///
/// Without --base-url, everything happens on this machine: the program starts a small billing service on loopback. With
/// it, the secret key is taken from the variable `STRIPE_API_KEY`. A service may take a while to add up what was
/// reported.
#[derive(Parser)]
#[command(name = "usage_metering")]
struct Arguments {
    #[command(flatten)]
    place: Place,

    /// Where the stream of events is, such as `https://meter-events.stripe.com`
    #[arg(long, value_name = "URL", requires = "base_url")]
    stream_url: Option<String>,

    /// The customer who uses something
    #[arg(long, value_name = "ID", default_value = "cus_example")]
    customer: String,

    /// What the events are called. No active meter may be there for them
    #[arg(long, value_name = "NAME", default_value = "api_requests")]
    event_name: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    story::end("usage_metering", run(&Arguments::parse()).await)
}

async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let (mut builder, _service) = arguments.place.open(Ledger::default()).await?;
    if let Some(url) = &arguments.stream_url {
        builder = builder.server_url("meter_events", url);
    }
    let client = builder.build()?;
    let usage = Usage { customer: &arguments.customer, event_name: &arguments.event_name, now: Timestamp::now() };

    let meter = create_meter(&client, usage.event_name).await?;
    report_single_events(&client, &usage).await?;
    report_many_events(&client, &usage).await?;
    list_summaries(&client, &meter, &usage).await?;
    set_alert(&client, &meter, usage.customer).await
}

/// Who uses what, as of when.
struct Usage<'a> {
    customer: &'a str,
    event_name: &'a str,
    now: Timestamp,
}

impl Usage<'_> {
    /// The start of the hour that began this many hours before the current one.
    fn hours_ago(&self, hours: i64) -> Timestamp {
        let this_hour = self.now.as_second() / HOUR * HOUR;
        Timestamp::from_second(this_hour - hours * HOUR).unwrap_or(Timestamp::MIN)
    }

    /// What an event says: the customer and the value, under the keys that a meter looks for unless told.
    fn payload(&self, value: u32) -> [(&str, String); 2] {
        [("stripe_customer_id", self.customer.to_owned()), ("value", value.to_string())]
    }

    /// Names an event, so that it is counted once however often it is sent. Another run has other names.
    fn identifier(&self, name: impl Display) -> String {
        format!("{}-{}-{name}", self.event_name, self.now.as_millisecond())
    }
}

async fn create_meter(client: &Client, event_name: &str) -> Result<Meter, Box<dyn Error>> {
    let sum = DefaultAggregationParams::new(DefaultAggregationFormula::Sum);
    let meter = meters::create(client, "Requests", event_name, sum).await.map_err(failed("meter"))?;
    let formula = &meter.default_aggregation.formula;
    println!("{:<10}{} is {}: the {formula} of {}", "meter", meter.id, meter.status, meter.event_name);
    Ok(meter)
}

/// One event for each generation of the API, the second of them twice.
async fn report_single_events(client: &Client, usage: &Usage<'_>) -> Result<(), Box<dyn Error>> {
    let event = meter_events::create(client, usage.event_name, usage.payload(40))
        .identifier(usage.identifier("first"))
        .timestamp(usage.hours_ago(3))
        .await
        .map_err(failed("event"))?;
    println!("{:<10}v1: {}", "event", event.payload["value"]);

    let create = meter_events::create_v2(client, usage.event_name, usage.payload(25))
        .identifier(usage.identifier("second"))
        .timestamp(usage.hours_ago(2));
    let event = create.clone().await.map_err(failed("event"))?;
    println!("{:<10}v2: {}", "event", event.payload["value"]);

    // A program that does not know whether an event has arrived sends it again.
    match create.await {
        Ok(_) => println!("{:<10}v2 again: accepted", "event"),
        Err(CallError::Api(error)) if error.kind == CreateV2Error::DuplicateMeterEvent => {
            println!("{:<10}v2 again: counted already: {error}", "event");
        }
        Err(error) => return Err(failed("event")(error).into()),
    }
    Ok(())
}

/// More events than a batch takes. The sender opens a session and makes the batches.
async fn report_many_events(client: &Client, usage: &Usage<'_>) -> Result<(), Box<dyn Error>> {
    let count = 150;
    let events = (1..=count).map(|number| {
        MeterEventV2Params::new(usage.event_name, usage.payload(1))
            .identifier(usage.identifier(number))
            .timestamp(usage.hours_ago(1))
    });
    let mut sender = StreamEventsSender::new(client);
    sender.send(events).await.map_err(failed("stream"))?;
    println!("{:<10}{count} events", "stream");
    Ok(())
}

/// The sums by the hour, two on a page.
async fn list_summaries(client: &Client, meter: &Meter, usage: &Usage<'_>) -> Result<(), Box<dyn Error>> {
    let (start, end) = (usage.hours_ago(24), usage.hours_ago(0));
    let mut pages = meters::list_event_summaries(client, &meter.id, usage.customer, start, end)
        .value_grouping_window(SummaryWindow::Hour)
        .limit(2)
        .pages();
    let mut number = 0;
    while let Some(page) = pages.next().await {
        number += 1;
        for summary in page.map_err(failed("summaries"))?.data {
            let hours = (end.as_second() - summary.start_time.as_second()) / HOUR;
            println!("{:<10}page {number}: {} in the hour {hours} h ago", "summaries", summary.aggregated_value);
        }
    }
    Ok(())
}

/// An alert for the customer, and all alerts on the meter.
async fn set_alert(client: &Client, meter: &Meter, customer: &str) -> Result<(), Box<dyn Error>> {
    let threshold = AlertUsageThresholdParams::new(200, &meter.id, AlertUsageThresholdRecurrence::OneTime)
        .filters([AlertFilterParams::new(AlertFilterType::Customer).customer(customer)]);
    let alert = alerts::create(client, AlertType::UsageThreshold, "Many requests")
        .usage_threshold(threshold)
        .await
        .map_err(failed("alert"))?;
    println!("{:<10}{} is created", "alert", alert.id);

    let mut alerts = alerts::list(client).meter(&meter.id).items();
    while let Some(alert) = alerts.next().await {
        show(&alert.map_err(failed("alerts"))?);
    }
    Ok(())
}

fn show(alert: &Alert) {
    let status = alert.status.as_ref().map_or("without a status", |status| status.as_str());
    print!("{:<10}{} \"{}\" is {status}", "alerts", alert.id, alert.title);
    match &alert.usage_threshold {
        Some(threshold) => println!(", from a use of {}", threshold.gte),
        None => println!(),
    }
}
