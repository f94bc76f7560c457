// error: E0603
//! The blanks that reading fills are out of reach.

use stripe_billing::billing_intents::BillingIntent;

fn main() {
    #[cfg(not(wrong))]
    let intent = BillingIntent::example();
    #[cfg(wrong)]
    let intent: BillingIntent = stripe_billing::runtime::blank();
    println!("{}", intent.id);
}
