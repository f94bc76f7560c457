//! The wait that a server asks for.

use std::time::Duration;

use http::HeaderMap;
use http::header::RETRY_AFTER;

use crate::runtime::environment::Environment;

/// How long the server asks to wait: by a number of seconds, or by a date, which may have passed.
pub(crate) fn retry_after(headers: &HeaderMap, environment: &dyn Environment) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(environment.system_time()).unwrap_or_default())
}
