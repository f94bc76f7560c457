//! Batches that are sent with the token of a session: the API key opens the session and goes nowhere else.

use std::fmt;
use std::iter::Fuse;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::idempotency_key::new_key;
use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::request::Request;
#[cfg(feature = "blocking")]
use crate::runtime::clients::blocking_client::BlockingClient;
#[cfg(feature = "async")]
use crate::runtime::clients::client::Client;
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::environment::Environment;
use crate::runtime::errors::error::Error;
use crate::runtime::sessions::session_error::{BatchError, BatchErrorCause};
use crate::runtime::values::calendar::timestamp::Timestamp;

/// A token is renewed this long before it expires: longer than a call takes, so that it does not do so on its way.
const MARGIN: Duration = Duration::from_secs(90);

/// An operation that sends a batch of items with the token of a session.
pub trait SessionBatch: Operation<Output = ()> {
    /// What batches are made of.
    type Item: Clone + Send + 'static;

    /// The operation that opens a session.
    type Opening: Operation;

    /// The most items of a batch.
    const MAX_ITEMS: usize;

    /// The error code that says that the session has expired.
    const EXPIRED: &'static str;

    /// Asks for a session.
    fn opening<C: ApiClient>(client: &C) -> Request<C, Self::Opening>;

    /// The token of a session, and when it expires.
    fn credential(session: &<Self::Opening as Operation>::Output) -> (ApiKey, Timestamp);

    /// Sends these items.
    fn batch<C: ApiClient>(client: &C, token: ApiKey, items: Vec<Self::Item>) -> Request<C, Self>;
}

/// Why items were not sent, in the terms of the operations that a [`SessionBatch`] needs.
type Unsent<B> = BatchError<<<B as SessionBatch>::Opening as Operation>::Error, <B as Operation>::Error>;

/// Sends items in batches, and opens the sessions for them: the first when it is needed, and another one shortly before a
/// session expires, or after the server has said that it has.
#[must_use = "a sender does nothing until it sends"]
pub struct SessionSender<C, B: SessionBatch> {
    client: C,
    session: Option<Session>,
    operation: std::marker::PhantomData<fn() -> B>,
}

/// An open session.
struct Session {
    token: ApiKey,
    expires_at: Timestamp,
}

impl Session {
    /// Whether the token will not expire in a while.
    fn is_fresh(&self, now: SystemTime) -> bool {
        Timestamp::from(now) + MARGIN < self.expires_at
    }
}

impl<C: ApiClient, B: SessionBatch> SessionSender<C, B> {
    /// Sends with the settings of a client. Nothing is sent yet.
    pub fn new(client: &C) -> Self {
        Self { client: client.clone(), session: None, operation: std::marker::PhantomData }
    }
}

#[cfg(feature = "async")]
impl<B: SessionBatch> SessionSender<Client, B> {
    /// Sends items, in as many batches as they need, one after the other.
    ///
    /// # Errors
    ///
    /// A session was not opened, or a batch was not accepted; the batches before it were. Whether the server has taken
    /// the batch itself is not known where no answer came: items that it knows again can be sent again.
    ///
    /// To drop the future is to lose count of what was accepted.
    pub async fn send(&mut self, items: impl IntoIterator<Item = B::Item>) -> Result<(), Unsent<B>> {
        let mut sending = Sending::<B, _>::new(&mut self.session, items);
        while let Some(call) = sending.next_call(&self.client, &*self.client.core.environment) {
            match call {
                NextCall::Open(opening) => sending.opened(opening.await)?,
                NextCall::Send(batch) => sending.sent(batch.await)?,
            }
        }
        Ok(())
    }
}

#[cfg(feature = "blocking")]
impl<B: SessionBatch> SessionSender<BlockingClient, B> {
    /// Sends items, in as many batches as they need, one after the other.
    ///
    /// # Errors
    ///
    /// A session was not opened, or a batch was not accepted; the batches before it were. Whether the server has taken
    /// the batch itself is not known where no answer came: items that it knows again can be sent again.
    pub fn send(&mut self, items: impl IntoIterator<Item = B::Item>) -> Result<(), Unsent<B>> {
        let mut sending = Sending::<B, _>::new(&mut self.session, items);
        while let Some(call) = sending.next_call(&self.client, &*self.client.core.environment) {
            match call {
                NextCall::Open(opening) => sending.opened(opening.send())?,
                NextCall::Send(batch) => sending.sent(batch.send())?,
            }
        }
        Ok(())
    }
}

impl<C: fmt::Debug, B: SessionBatch> fmt::Debug for SessionSender<C, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionSender").field("client", &self.client).finish_non_exhaustive()
    }
}

/// One sending, without input or output: which call is next, and what to make of its result.
struct Sending<'a, B: SessionBatch, I> {
    session: &'a mut Option<Session>,
    items: Fuse<I>,
    /// The items that are next; empty when they have been accepted.
    batch: Vec<B::Item>,
    /// The idempotency key of the batch, which it keeps in another session: an attempt whose answer was lost counts.
    key: Option<HeaderValue>,
    accepted: usize,
    /// Whether a session was opened for this batch, which then uses it even if it looks old: a clock may be wrong.
    is_opened: bool,
    /// Whether this batch is sent for the second time, because its session had expired.
    is_repeated: bool,
}

/// What a sending does next.
enum NextCall<C, B: SessionBatch> {
    Open(Request<C, B::Opening>),
    Send(Request<C, B>),
}

impl<'a, B: SessionBatch, I: Iterator<Item = B::Item>> Sending<'a, B, I> {
    fn new(session: &'a mut Option<Session>, items: impl IntoIterator<IntoIter = I>) -> Self {
        let items = items.into_iter().fuse();
        Self { session, items, batch: Vec::new(), key: None, accepted: 0, is_opened: false, is_repeated: false }
    }

    /// The next call; nothing when all items have been accepted.
    fn next_call<C: ApiClient>(&mut self, client: &C, environment: &dyn Environment) -> Option<NextCall<C, B>> {
        if self.batch.is_empty() {
            self.batch.extend(self.items.by_ref().take(B::MAX_ITEMS));
            self.key = B::ENDPOINT.traits.is_keyed.then(|| new_key(environment));
            (self.is_opened, self.is_repeated) = (false, false);
        }
        if self.batch.is_empty() {
            return None;
        }
        let (is_opened, now) = (self.is_opened, environment.system_time());
        Some(match self.session.as_ref().filter(|session| is_opened || session.is_fresh(now)) {
            Some(session) => {
                let batch = B::batch(client, session.token.clone(), self.batch.clone());
                NextCall::Send(batch.set_own(|own| own.key.clone_from(&self.key)))
            }
            None => NextCall::Open(B::opening(client)),
        })
    }

    fn opened<E>(
        &mut self,
        result: Result<<B::Opening as Operation>::Output, Error<E>>,
    ) -> Result<(), BatchError<E, B::Error>> {
        let session = result.map_err(|error| BatchError::new(self.accepted, BatchErrorCause::Session(error)))?;
        let (token, expires_at) = B::credential(&session);
        *self.session = Some(Session { token, expires_at });
        self.is_opened = true;
        Ok(())
    }

    fn sent<S>(&mut self, result: Result<(), Error<B::Error>>) -> Result<(), BatchError<S, B::Error>> {
        let Err(error) = result else {
            self.accepted += self.batch.len();
            self.batch.clear();
            return Ok(());
        };
        let has_expired = error.code() == Some(B::EXPIRED);
        if has_expired {
            *self.session = None;
        }
        if has_expired && !self.is_repeated {
            self.is_repeated = true;
            return Ok(());
        }
        Err(BatchError::new(self.accepted, BatchErrorCause::Batch(error)))
    }
}
