//! Puts tokens into the requests of the client for tokio.

use std::sync::Arc;

use crate::runtime::bodies::body::Body;
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
    fn send(&self, mut request: http::Request<Body>, limits: Limits) -> TransportFuture {
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
        request: http::Request<Body>,
        limits: Limits,
    ) -> Result<http::Response<Body>, TransportError> {
        let exchange = TokenExchange::new(&*self.environment, limits);
        let token = self.token(&source, &exchange).await?;
        let (head, body) = request.into_parts();
        let again = body.try_clone();
        let answer = self.inner.send(signed(&head, body, &token), exchange.left()?).await?;
        let Some(again) = again.filter(|_| is_refused(&answer)) else { return Ok(answer) };
        source.discard(&token);
        let token = self.token(&source, &exchange).await?;
        self.inner.send(signed(&head, again, &token), exchange.left()?).await
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
        let limits = exchange.left_for_token()?;
        let answer = match self.inner.send(source.request(), limits).await {
            Ok(answer) => {
                let (head, body) = answer.into_parts();
                body.whole(limits.response_bytes).await.map(|body| http::Response::from_parts(head, body))
            }
            Err(error) => Err(error),
        };
        source.arrived(answer, exchange.now())
    }
}
