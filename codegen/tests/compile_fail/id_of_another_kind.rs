// error: E0277
//! The identifier of one kind of object is none of another.

use stripe_billing::billing_intents::{BillingCadenceId, BillingIntentId, Commit};

fn main() {
    let intent = BillingIntentId::from("bilint_123");
    let cadence = BillingCadenceId::from("bc_123");
    #[cfg(not(wrong))]
    let commit = Commit::new(&intent);
    #[cfg(wrong)]
    let commit = Commit::new(&cadence);
    println!("{commit:?} {intent} {cadence}");
}
