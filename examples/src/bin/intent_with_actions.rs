//! Changes what a customer is billed: creates an intent with several actions, looks at them, reserves and commits.
//!
//! Without arguments it does so against a service of its own on loopback.

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use examples::service::{Ledger, Payment};
use examples::story::{self, Place, failed};
use stripe_billing::billing_intents::{
    self, ApplyActionKind, ApplyActionParams, BillingCadenceId, BillingIntent, BillingIntentAction,
    BillingIntentActionKind, BillingIntentActionParams, CancellationDetailsFeedback, CancellationDetailsParams,
    CreateError, DeactivateActionEffectiveAtParams, DeactivateActionParams, DeactivationDetailsParams,
    InvoiceDiscountRuleAppliesTo, InvoiceDiscountRuleKind, InvoiceDiscountRuleParams, NewPricingPlanSubscriptionParams,
    PaymentIntentId, PercentOffMaximumApplicationsParams, PercentOffMaximumApplicationsType, PercentOffParams,
    PricingPlanId, PricingPlanSubscriptionId, PricingPlanVersionId, SubscribeActionKind, SubscribeActionParams,
    SubscriptionDetailsType,
};
use stripe_billing::{Client, Decimal, Error as CallError};

/// Changes what a customer is billed: creates an intent with several actions, looks at them, reserves and commits.
///
/// Without --base-url, everything happens on this machine: the program starts a small billing service on loopback that
/// has the cadence and the payment intent. With it, the secret key is taken from the variable `STRIPE_API_KEY`.
#[derive(Parser)]
#[command(name = "intent_with_actions")]
struct Arguments {
    #[command(flatten)]
    place: Place,

    /// The cadence by which the customer is billed
    #[arg(long, value_name = "ID", default_value = "bc_example")]
    cadence: BillingCadenceId,

    /// The pricing plan to subscribe to
    #[arg(long, value_name = "ID", default_value = "bpp_example")]
    plan: PricingPlanId,

    /// The version of the pricing plan
    #[arg(long, value_name = "ID", default_value = "bppv_example")]
    plan_version: PricingPlanVersionId,

    /// The subscription to a pricing plan that ends
    #[arg(long, value_name = "ID", default_value = "bpps_example")]
    subscription: PricingPlanSubscriptionId,

    /// What is taken off invoices from then on, in percent
    #[arg(long, value_name = "NUMBER", default_value = "12.5")]
    percent_off: Decimal,

    /// The payment intent that pays
    #[arg(long, value_name = "ID", default_value = "pi_example")]
    payment_intent: PaymentIntentId,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    story::end("intent_with_actions", run(&Arguments::parse()).await)
}

async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::default()
        .with_cadence(arguments.cadence.as_str())
        .with_payment(Payment::new(arguments.payment_intent.as_str()));
    let (builder, _service) = arguments.place.open(ledger).await?;
    let client = builder.build()?;

    let intent = create(&client, arguments).await.map_err(failed("create"))?;
    report("create", &intent);

    let mut actions = billing_intents::list_actions(&client, &intent.id).limit(2).items();
    let mut ids = Vec::new();
    while let Some(action) = actions.next().await {
        let action = action.map_err(failed("actions"))?;
        println!("{:<10}{} {}", "actions", action.id, describe(&action));
        ids.push(action.id);
    }

    let intent = billing_intents::reserve(&client, &intent.id).await.map_err(failed("reserve"))?;
    report("reserve", &intent);

    let commit = billing_intents::commit(&client, &intent.id).payment_intent(&arguments.payment_intent);
    let intent = commit.await.map_err(failed("commit"))?;
    report("commit", &intent);

    // A commit makes what the actions ask for.
    for id in &ids {
        let action = billing_intents::retrieve_action(&client, &intent.id, id).await.map_err(failed("action"))?;
        println!("{:<10}{} {}", "action", action.id, describe(&action));
    }
    Ok(())
}

/// Creates an intent without a cadence, and for one if the service asks for it.
async fn create(client: &Client, arguments: &Arguments) -> Result<BillingIntent, CallError<CreateError>> {
    let create = billing_intents::create(client, "usd", actions(arguments));
    match create.clone().await {
        Err(CallError::Api(error)) if error.kind == CreateError::RequireCadenceOrData => {
            println!("{:<10}refused: {error}", "create");
            println!("{:<10}again, for {}", "create", arguments.cadence);
            create.cadence(&arguments.cadence).await
        }
        outcome => outcome,
    }
}

/// One subscription for another, and some percent off.
fn actions(arguments: &Arguments) -> [BillingIntentActionParams; 3] {
    let subscribe =
        SubscribeActionParams::new(NewPricingPlanSubscriptionParams::new(&arguments.plan, &arguments.plan_version));

    let feedback = CancellationDetailsParams::new().feedback(CancellationDetailsFeedback::SwitchedService);
    let deactivate = DeactivateActionParams::new(
        SubscriptionDetailsType::PricingPlanSubscriptionDetails,
        DeactivationDetailsParams::new(&arguments.subscription),
    )
    .effective_at(DeactivateActionEffectiveAtParams::CurrentBillingPeriodEnd)
    .cancellation_details(feedback);

    let indefinite = PercentOffMaximumApplicationsParams::new(PercentOffMaximumApplicationsType::Indefinite);
    let rule = PercentOffParams::new(indefinite, arguments.percent_off.clone());
    let apply = ApplyActionParams::new(InvoiceDiscountRuleParams::new(InvoiceDiscountRuleAppliesTo::Cadence, rule));

    [subscribe.into(), deactivate.into(), apply.into()]
}

fn report(step: &str, intent: &BillingIntent) {
    let cadence = intent.cadence.as_ref().map_or("no cadence", |cadence| cadence.as_str());
    println!("{step:<10}{} is {}, for {cadence}", intent.id, intent.status);
}

/// What an action does, with the id of what it has made.
fn describe(action: &BillingIntentAction) -> String {
    match &action.kind {
        BillingIntentActionKind::Apply(apply) => describe_application(&apply.kind),
        BillingIntentActionKind::Deactivate(deactivate) => match &deactivate.pricing_plan_subscription_details {
            Some(details) => format!("ends {}", details.pricing_plan_subscription),
            None => "ends a subscription".to_owned(),
        },
        BillingIntentActionKind::Modify(modify) => match &modify.pricing_plan_subscription_details {
            Some(details) => match &details.new_pricing_plan {
                Some(plan) => format!("moves {} to {plan}", details.pricing_plan_subscription),
                None => format!("changes {}", details.pricing_plan_subscription),
            },
            None => "changes a subscription".to_owned(),
        },
        BillingIntentActionKind::Remove(_) => "removes a rule".to_owned(),
        BillingIntentActionKind::Subscribe(subscribe) => describe_subscription(&subscribe.kind),
        BillingIntentActionKind::Unknown(unknown) => {
            format!("does what this program does not know: {}", unknown.kind())
        }
        // Later versions of the crate may know more.
        _ => "does something new".to_owned(),
    }
}

fn describe_application(kind: &ApplyActionKind) -> String {
    match kind {
        ApplyActionKind::InvoiceDiscountRule(rule) => {
            let made = rule.invoice_discount_rule.as_ref().map_or(String::new(), |id| format!(", as {id}"));
            match &rule.kind {
                InvoiceDiscountRuleKind::PercentOff(off) => format!("takes {} % off{made}", off.percent_off),
                _ => format!("takes something off{made}"),
            }
        }
        ApplyActionKind::Discount(_) => "applies a discount".to_owned(),
        ApplyActionKind::SpendModifierRule(rule) => format!("limits what can be spent, by {}", rule.id),
        _ => "applies something new".to_owned(),
    }
}

fn describe_subscription(kind: &SubscribeActionKind) -> String {
    match kind {
        SubscribeActionKind::PricingPlanSubscriptionDetails(details) => {
            let made = details.pricing_plan_subscription.as_ref().map_or(String::new(), |id| format!(", as {id}"));
            format!("subscribes to {}{made}", details.pricing_plan)
        }
        SubscribeActionKind::V1SubscriptionDetails(details) => format!("subscribes to {} prices", details.items.len()),
        _ => "subscribes to something new".to_owned(),
    }
}
