//! An access token, and what a token endpoint says of it.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::runtime::credentials::api_key::ApiKey;

/// A token is renewed this long before it ends, if it holds for long: longer than a call takes.
const MARGIN: Duration = Duration::from_secs(60);

/// A token that a client was given.
#[derive(Clone)]
pub(super) struct Token {
    pub(super) key: ApiKey,
    /// From when on another one is asked for, if it is known.
    renew_at: Option<Instant>,
}

impl Token {
    /// Reads what a token endpoint answers; nothing if there is no token in it that can be sent.
    pub(super) fn read(answer: &Value, now: Instant) -> Option<Self> {
        let key = ApiKey::from(answer.get("access_token")?.as_str()?);
        let kind = answer.get("token_type").and_then(Value::as_str);
        let is_bearer = kind.is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
        key.bearer().filter(|_| is_bearer)?;
        let lifetime = answer.get("expires_in").and_then(seconds);
        // One that holds for a short time is used for most of it.
        let renew_at = lifetime.and_then(|lifetime| now.checked_add(lifetime.saturating_sub(MARGIN.min(lifetime / 5))));
        Some(Self { key, renew_at })
    }

    /// Whether it will not end in a while.
    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        self.renew_at.is_none_or(|renew_at| now < renew_at)
    }
}

/// Seconds, which some services write as a text.
fn seconds(value: &Value) -> Option<Duration> {
    let seconds = value.as_u64().or_else(|| value.as_str()?.parse().ok())?;
    Some(Duration::from_secs(seconds))
}
