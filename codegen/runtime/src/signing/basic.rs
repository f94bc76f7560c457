//! A user and a password, as `Authorization: Basic` has them.

use http::HeaderValue;
use zeroize::Zeroizing;

use crate::runtime::base64::{STANDARD, encode};
use crate::runtime::credentials::api_key::ApiKey;

/// The value of the `Authorization` header, if the two can stand in one: no user holds a colon, and neither of them a
/// control character.
pub(crate) fn basic(user: &ApiKey, password: &ApiKey) -> Option<HeaderValue> {
    let (user, password) = (user.expose(), password.expose());
    let is_empty = user.is_empty() && password.is_empty();
    if is_empty || user.contains(':') || user.chars().chain(password.chars()).any(char::is_control) {
        return None;
    }
    let login = Zeroizing::new(format!("{user}:{password}"));
    ApiKey::from(encode(login.as_bytes(), STANDARD)).behind("Basic ")
}
