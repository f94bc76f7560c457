// error: E0277
//! There is no blank object: one with an empty identifier must not exist by accident.

use stripe_billing::billing_intents::BillingIntent;

fn main() {
    #[cfg(not(wrong))]
    let intent = BillingIntent::example();
    #[cfg(wrong)]
    let intent: BillingIntent = Default::default();
    println!("{}", intent.id);
}
