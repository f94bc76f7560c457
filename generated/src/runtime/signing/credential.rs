//! What a program gives to prove itself with.

use http::header::AUTHORIZATION;
use http::{Extensions, HeaderName};
use zeroize::Zeroizing;

use crate::runtime::api::scheme::{Scheme, SchemeKind};
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::signing::basic::basic;
use crate::runtime::signing::proof::Proof;

/// What a program gives for a scheme. It is shown nowhere.
#[derive(Clone)]
#[allow(dead_code, reason = "a description may have no such scheme")]
pub(crate) enum Credential {
    /// A key or a token.
    Key(ApiKey),
    /// A user and a password.
    Login(ApiKey, ApiKey),
    /// What a transport takes off a request, to put a token there that it gets by itself.
    Renewed(Extensions),
}

impl Credential {
    /// What a request carries of it.
    pub(crate) fn proof(&self, scheme: &Scheme) -> Result<Proof, ConfigError> {
        let proof = match (self, &scheme.kind) {
            (Self::Renewed(mark), _) => Some(Proof::Renewed(mark.clone())),
            (Self::Login(user, password), _) => basic(user, password).map(|value| Proof::Header(AUTHORIZATION, value)),
            // A login whose password is empty.
            (Self::Key(key), SchemeKind::Basic) => {
                basic(key, &ApiKey::from("")).map(|value| Proof::Header(AUTHORIZATION, value))
            }
            (Self::Key(key), SchemeKind::Bearer) => key.bearer().map(|value| Proof::Header(AUTHORIZATION, value)),
            (Self::Key(key), SchemeKind::Header(name)) => {
                HeaderName::try_from(*name).ok().zip(key.behind("")).map(|(name, value)| Proof::Header(name, value))
            }
            (Self::Key(key), SchemeKind::Cookie(name)) => cookie(name, key),
            (Self::Key(key), SchemeKind::Query(name)) => query(name, key),
        };
        proof.ok_or_else(|| ConfigError::credentials(scheme))
    }
}

/// A cookie, if the key can be the value of one.
fn cookie(name: &str, key: &ApiKey) -> Option<Proof> {
    let is_plain = !key.expose().contains(['"', ',', ';', '\\']);
    key.behind(&format!("{name}=")).filter(|_| is_plain).map(Proof::Cookie)
}

/// A parameter of the query.
fn query(name: &'static str, key: &ApiKey) -> Option<Proof> {
    let mut pair = Zeroizing::new(String::new());
    push_encoded(&mut pair, name);
    let name = pair.len();
    pair.push('=');
    push_encoded(&mut pair, key.expose());
    (pair.len() > name + 1).then_some(Proof::Query { pair, name })
}
