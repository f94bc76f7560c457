//! Sessions, whose tokens open the stream of meter events in place of the API key.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::instants::instant_text;
use super::refusal::Refusal;

/// How long the token of a session is good.
const LIFETIME: SignedDuration = SignedDuration::from_mins(15);

/// The sessions of a service: when each expires, in the order in which they were opened.
#[derive(Clone, Debug, Default)]
pub(super) struct Sessions(Vec<Timestamp>);

impl Sessions {
    /// Opens a session.
    pub(super) fn create(&mut self, now: Timestamp) -> Value {
        let expires = now + LIFETIME;
        self.0.push(expires);
        let number = self.0.len();
        json!({
            "id": format!("session_{number}"),
            "object": "v2.billing.meter_event_session",
            "authentication_token": token(number),
            "created": instant_text(now),
            "expires_at": instant_text(expires),
            "livemode": false,
        })
    }

    /// Whether a token opens the stream.
    pub(super) fn admit(&self, shown: &[u8], now: Timestamp) -> Result<(), Refusal> {
        let session = self.0.iter().enumerate().find(|(index, _)| token(index + 1).as_bytes() == shown);
        match session {
            Some((_, expires)) if *expires > now => Ok(()),
            Some(_) => Err(Refusal::SESSION_EXPIRED),
            None => Err(Refusal::UNAUTHORIZED),
        }
    }
}

fn token(number: usize) -> String {
    format!("token_of_session_{number}")
}
