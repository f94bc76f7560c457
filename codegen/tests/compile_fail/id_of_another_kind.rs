// error: E0277
//! The identifier of one kind of object is none of another.

use stripe_billing::Config;
use stripe_billing::billing_intents::{self, BillingCadenceId, BillingIntentId};

fn main() {
    let config = Config::new("sk_test_example").expect("the key can stand in a header");
    let intent = BillingIntentId::from("bilint_123");
    let cadence = BillingCadenceId::from("bc_123");
    #[cfg(not(wrong))]
    let commit = billing_intents::commit(&config, &intent);
    #[cfg(wrong)]
    let commit = billing_intents::commit(&config, &cadence);
    println!("{commit:?} {intent} {cadence}");
}
