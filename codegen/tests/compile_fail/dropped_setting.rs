// error: unused_must_use
//! A request that goes nowhere once it is set does nothing, and the compiler says so.
#![deny(unused_must_use)]

use stripe_billing::{Config, billing_intents};

fn main() {
    let config = Config::new("sk_test_example").expect("the key can stand in a header");
    let commit = billing_intents::commit(&config, "bilint_123");
    #[cfg(not(wrong))]
    let _commit = commit.payment_intent("pi_123");
    #[cfg(wrong)]
    commit.payment_intent("pi_123");
}
