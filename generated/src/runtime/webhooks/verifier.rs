//! Tells deliveries of the service from those of anybody else.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

use crate::runtime::environment::{Environment, System};
use crate::runtime::webhooks::signing::Signing;
use crate::runtime::webhooks::webhook_error::WebhookError;
use crate::runtime::webhooks::webhook_headers::WebhookHeaders;

/// Tells deliveries of the service from those of anybody else, by their signatures.
///
/// It takes the raw body, byte for byte as it came: one that a framework parsed and wrote again does not verify. A clone of it
/// is cheap.
#[derive(Clone)]
pub struct Verifier {
    signing: &'static Signing,
    keys: Arc<[Zeroizing<Vec<u8>>]>,
    /// What is wrong with the secrets.
    fault: Option<&'static str>,
    tolerance: Option<Duration>,
    environment: Arc<dyn Environment>,
}

impl Verifier {
    /// A verifier of what is signed in some way.
    pub(crate) fn of<S: AsRef<str>>(signing: &'static Signing, secrets: impl IntoIterator<Item = S>) -> Self {
        let keys: Vec<_> = secrets.into_iter().map(|secret| signing.key(secret.as_ref())).collect();
        let fault = keys.iter().find_map(|key| key.as_ref().err().copied());
        Self {
            signing,
            fault: fault.or(keys.is_empty().then_some("there is no secret")),
            keys: keys.into_iter().flatten().map(Zeroizing::new).collect(),
            tolerance: signing.tolerance.map(Duration::from_secs),
            environment: Arc::new(System),
        }
    }

    /// How old a delivery may be, where it says when it was signed. Nothing, or no time, lets it have any age: it may then be one
    /// that somebody kept and sends again.
    #[must_use]
    pub fn tolerance(self, tolerance: impl Into<Option<Duration>>) -> Self {
        Self { tolerance: tolerance.into().filter(|tolerance| !tolerance.is_zero()), ..self }
    }

    /// Takes the time of day from elsewhere, as tests do.
    #[must_use]
    pub fn environment(self, environment: impl Environment) -> Self {
        Self { environment: Arc::new(environment), ..self }
    }

    /// Checks that the service signed a delivery with one of the secrets, not too long ago. The body is the raw one.
    ///
    /// # Errors
    ///
    /// A header is missing or says something else, a secret is none, no signature is right, or the time is beyond the
    /// tolerance.
    pub fn verify(&self, headers: &(impl WebhookHeaders + ?Sized), body: impl AsRef<[u8]>) -> Result<(), WebhookError> {
        if let Some(fault) = self.fault {
            return Err(WebhookError::InvalidSecret(fault));
        }
        let claim = self.signing.claim(headers)?;
        if !self.keys.iter().any(|key| claim.is_signed(self.signing, key, body.as_ref())) {
            return Err(WebhookError::WrongSignature);
        }
        match claim.timestamp {
            Some((_, seconds)) => self.is_recent(seconds),
            None => Ok(()),
        }
    }

    /// Checks when it was signed.
    fn is_recent(&self, signed: u64) -> Result<(), WebhookError> {
        let Some(tolerance) = self.tolerance.map(|tolerance| tolerance.as_secs()) else { return Ok(()) };
        let now = self.environment.system_time().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        let (age, ahead) = (now.saturating_sub(signed), signed.saturating_sub(now));
        if age > tolerance {
            return Err(WebhookError::TooOld(age));
        }
        if self.signing.bounds_future && ahead > tolerance {
            return Err(WebhookError::TooNew(ahead));
        }
        Ok(())
    }
}

/// The secrets are not shown.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { keys, tolerance, .. } = self;
        f.debug_struct("Verifier").field("secrets", &keys.len()).field("tolerance", tolerance).finish_non_exhaustive()
    }
}
