//! A call in the making: an operation, and the client that will send it.

use super::operation::Operation;

/// A client that operations can be bound to. Only the clients of this crate are such clients.
pub trait ApiClient: sealed::Sealed + Clone + Send + Sync + 'static {}

/// Keeps [`ApiClient`] to this crate, so that it can grow.
pub(super) mod sealed {
    /// Implemented for each client of this crate.
    pub trait Sealed {}
}

/// An operation bound to a client. It is a value: it can be kept, cloned and moved to another thread.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Request<C, O> {
    pub(super) client: C,
    pub(super) operation: O,
}

impl<C: ApiClient, O: Operation> Request<C, O> {
    /// Binds an operation to a client.
    pub fn new(client: &C, operation: O) -> Self {
        Self { client: client.clone(), operation }
    }
}

impl<C, O> Request<C, O> {
    /// The operation as it would be sent.
    pub fn operation(&self) -> &O {
        &self.operation
    }

    /// Changes the operation, as the setters do.
    pub fn map(self, set: impl FnOnce(O) -> O) -> Self {
        Self { client: self.client, operation: set(self.operation) }
    }
}
