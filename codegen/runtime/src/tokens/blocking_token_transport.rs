//! Puts tokens into the requests of the client that blocks.

use std::sync::{Arc, PoisonError};

use crate::runtime::bodies::body::Body;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::environment::Environment;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::tokens::token::Token;
use crate::runtime::tokens::token_exchange::{TokenExchange, is_refused, signed};
use crate::runtime::tokens::token_source::{Known, TokenSource};
use crate::runtime::transports::transport::BlockingTransport;

/// Gets tokens by another transport for the requests that go through it.
pub(super) struct BlockingTokenTransport {
    pub(super) inner: Arc<dyn BlockingTransport>,
    pub(super) environment: Arc<dyn Environment>,
}

impl BlockingTransport for BlockingTokenTransport {
    fn send(&self, mut request: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        match request.extensions_mut().remove::<Arc<TokenSource>>() {
            Some(source) => self.send_signed(&source, request, limits),
            None => self.inner.send(request, limits),
        }
    }
}

impl BlockingTokenTransport {
    /// Sends a request with a token, and once more with another one if the service refuses the first.
    fn send_signed(
        &self,
        source: &TokenSource,
        request: http::Request<Body>,
        limits: Limits,
    ) -> Result<http::Response<Body>, TransportError> {
        let exchange = TokenExchange::new(&*self.environment, limits);
        let token = self.token(source, &exchange)?;
        let (head, body) = request.into_parts();
        let again = body.try_clone();
        let answer = self.inner.send(signed(&head, body, &token), exchange.left()?)?;
        let Some(again) = again.filter(|_| is_refused(&answer)) else { return Ok(answer) };
        source.discard(&token);
        let token = self.token(source, &exchange)?;
        self.inner.send(signed(&head, again, &token), exchange.left()?)
    }

    fn token(&self, source: &TokenSource, exchange: &TokenExchange<'_>) -> Result<Token, TransportError> {
        let fetches = match source.known(exchange.now()) {
            Known::Fresh(token) => return Ok(token),
            Known::None(fetches) => fetches,
        };
        let _turn = source.blocking_turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = source.known_since(fetches, exchange.now()) {
            return known;
        }
        let limits = exchange.left_for_token()?;
        let answer = self.inner.send(source.request(), limits).and_then(|answer| {
            let (head, body) = answer.into_parts();
            Ok(http::Response::from_parts(head, body.read_whole(limits.response_bytes)?))
        });
        source.arrived(answer, exchange.now())
    }
}
