// error: E0004
//! A match names what it knows and says what happens otherwise, so that a new value breaks nothing.

use stripe_billing::billing_intents::BillingIntentStatus;

fn main() {
    let text = match BillingIntentStatus::Draft {
        BillingIntentStatus::Canceled | BillingIntentStatus::Committed => "over",
        BillingIntentStatus::Draft | BillingIntentStatus::Reserved => "open",
        BillingIntentStatus::Unknown(_) => "new",
        #[cfg(not(wrong))]
        _ => "newer",
    };
    println!("{text}");
}
