// error: unused_must_use
//! A request that nobody awaits does nothing, and the compiler says so.
#![deny(unused_must_use)]

use stripe_billing::{Client, billing_intents};

fn main() {
    let client = Client::new("sk_test_example").expect("the key can stand in a header");
    #[cfg(not(wrong))]
    let _request = billing_intents::reserve(&client, "bilint_123");
    #[cfg(wrong)]
    billing_intents::reserve(&client, "bilint_123");
}
