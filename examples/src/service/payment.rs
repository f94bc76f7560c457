//! Payment intents, as far as a commit asks about them.

/// A payment intent.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Identifies the payment intent.
    pub id: String,
    /// What it pays, in cents.
    pub amount: i64,
    /// The customer who pays.
    pub customer: String,
    /// Whether the money has arrived.
    pub succeeded: bool,
}

impl Payment {
    /// A payment intent by which the customer `cus_example` has paid 22 dollars.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), amount: 2200, customer: "cus_example".to_owned(), succeeded: true }
    }
}
