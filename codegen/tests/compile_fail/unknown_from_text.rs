// error: E0277
//! An unknown value cannot be made from text: the text might be one that is known.

use stripe_billing::billing_intents::BillingIntentStatus;

fn main() {
    #[cfg(not(wrong))]
    let status = BillingIntentStatus::from("paused");
    #[cfg(wrong)]
    let status = BillingIntentStatus::Unknown("paused".into());
    println!("{status}");
}
