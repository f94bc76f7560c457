// error: unused_must_use
//! An operation that nobody sends does nothing, and the compiler says so.
#![deny(unused_must_use)]

use stripe_billing::billing_intents::Commit;

fn main() {
    let commit = Commit::new("bilint_123");
    #[cfg(not(wrong))]
    let _commit = commit.payment_intent("pi_123");
    #[cfg(wrong)]
    commit.payment_intent("pi_123");
}
