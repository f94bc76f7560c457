//! Puts tokens into the requests of the client for tokio.

use std::sync::Arc;

use bytes::Bytes;

use crate::runtime::configuration::limits::Limits;
use crate::runtime::environment::Environment;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::tokens::token::Token;
use crate::runtime::tokens::token_exchange::{TokenExchange, is_refused, signed};
use crate::runtime::tokens::token_source::{Known, TokenSource};
use crate::runtime::transports::transport::{Transport, TransportFuture};

/// Gets tokens by another transport for the requests that go through it.
#[derive(Clone)]
pub(super) struct TokenTransport {
    pub(super) inner: Arc<dyn Transport>,
    pub(super) environment: Arc<dyn Environment>,
}

impl Transport for TokenTransport {
    fn send(&self, mut request: http::Request<Bytes>, limits: Limits) -> TransportFuture {
        match request.extensions_mut().remove::<Arc<TokenSource>>() {
            Some(source) => Box::pin(self.clone().send_signed(source, request, limits)),
            None => self.inner.send(request, limits),
        }
    }
}

impl TokenTransport {
    /// Sends a request with a token, and once more with another one if the service refuses the first.
    async fn send_signed(
        self,
        source: Arc<TokenSource>,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let exchange = TokenExchange::new(&*self.environment, limits);
        let token = self.token(&source, &exchange).await?;
        let answer = self.inner.send(signed(&request, &token), exchange.left()?).await?;
        if !is_refused(&answer) {
            return Ok(answer);
        }
        source.discard(&token);
        let token = self.token(&source, &exchange).await?;
        self.inner.send(signed(&request, &token), exchange.left()?).await
    }

    async fn token(&self, source: &TokenSource, exchange: &TokenExchange<'_>) -> Result<Token, TransportError> {
        let fetches = match source.known(exchange.now()) {
            Known::Fresh(token) => return Ok(token),
            Known::None(fetches) => fetches,
        };
        let _turn = source.turn.lock().await;
        if let Some(known) = source.known_since(fetches, exchange.now()) {
            return known;
        }
        let answer = self.inner.send(source.request(), exchange.left_for_token()?).await;
        source.arrived(answer, exchange.now())
    }
}
