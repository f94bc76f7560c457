//! How a service signs what it delivers, as data.

use std::time::SystemTime;

use hmac_sha256::HMAC;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::runtime::base64::{self, STANDARD};
use crate::runtime::webhooks::webhook_error::WebhookError;
use crate::runtime::webhooks::webhook_headers::WebhookHeaders;

/// How a service signs what it delivers: by HMAC with SHA-256.
#[derive(Debug)]
pub(crate) struct Signing {
    /// The header that holds the signatures.
    pub(crate) header: &'static str,
    /// How they stand in it.
    pub(crate) layout: Layout,
    /// How each is written.
    pub(crate) encoding: SignatureEncoding,
    /// What secrets are as text.
    pub(crate) secret: SecretForm,
    /// What is signed, one behind the other.
    pub(crate) signed: &'static [Signed],
    /// The header that says when it was signed, in seconds since 1970, unless the signatures' own header does.
    pub(crate) timestamp: Option<&'static str>,
    /// The header that names the delivery.
    pub(crate) id: Option<&'static str>,
    /// How old a delivery may be, in seconds; nothing if it may have any age.
    pub(crate) tolerance: Option<u64>,
    /// Whether it may be no further in the future either.
    pub(crate) bounds_future: bool,
}

/// How signatures stand in their header.
#[allow(dead_code, reason = "a service signs in one way")]
#[derive(Debug)]
pub(crate) enum Layout {
    /// `t=1,v1=a,v1=b`: pairs, of which one is the time and others are signatures, with something between them.
    Pairs {
        /// The name of the time.
        timestamp: &'static str,
        /// The name of signatures.
        version: &'static str,
        /// What is between them.
        separator: &'static str,
    },
    /// `v1,a v1,b`: signatures behind the name of their scheme.
    Versions(&'static str),
    /// One signature behind a text, which may be empty.
    Single(&'static str),
}

/// How a signature is written.
#[allow(dead_code, reason = "a service signs in one way")]
#[derive(Debug)]
pub(crate) enum SignatureEncoding {
    /// In lower case.
    Hex,
    /// In the standard alphabet, with padding.
    Base64,
}

/// What a secret is as text.
#[allow(dead_code, reason = "a service signs in one way")]
#[derive(Debug)]
pub(crate) enum SecretForm {
    /// All of the text is the key.
    Text,
    /// The key in Base64, perhaps behind this text.
    Base64(&'static str),
}

/// A part of what is signed.
#[allow(dead_code, reason = "a service signs in one way")]
#[derive(Debug)]
pub(crate) enum Signed {
    /// The body, byte for byte.
    Body,
    /// The text of the time.
    Timestamp,
    /// The name of the delivery.
    Id,
    /// A text that is always the same.
    Text(&'static str),
}

/// What the headers of a delivery say of its signatures.
pub(super) struct Claim<'h> {
    /// The time, if the scheme has one.
    pub(super) timestamp: Option<(&'h str, u64)>,
    id: Option<&'h str>,
    /// The signatures that can be right ones.
    signatures: Vec<[u8; 32]>,
}

impl Signing {
    /// The key that a secret stands for.
    pub(super) fn key(&self, secret: &str) -> Result<Vec<u8>, &'static str> {
        if secret.is_empty() {
            return Err("a secret is empty");
        }
        let key = match self.secret {
            SecretForm::Text => secret.as_bytes().to_vec(),
            SecretForm::Base64(prefix) => base64::decode(secret.strip_prefix(prefix).unwrap_or(secret))
                .ok_or("a secret is not written in Base64, as those of this service are")?,
        };
        if key.is_empty() { Err("a secret is empty") } else { Ok(key) }
    }

    /// Reads the headers.
    pub(super) fn claim<'h>(&self, headers: &'h (impl WebhookHeaders + ?Sized)) -> Result<Claim<'h>, WebhookError> {
        let required = |name| headers.value(name).ok_or(WebhookError::MissingHeader(name));
        let header = required(self.header)?;
        let (own_time, texts) = self.layout.parts(header);
        let signatures: Vec<[u8; 32]> = texts.iter().filter_map(|text| self.encoding.read(text)).collect();
        if texts.is_empty() {
            return Err(WebhookError::InvalidHeader(self.header, "holds no signature of a scheme that is known"));
        }
        let timestamp = match (&self.layout, self.timestamp) {
            (_, Some(name)) => Some((name, required(name)?)),
            (Layout::Pairs { .. }, None) => {
                let missing = WebhookError::InvalidHeader(self.header, "does not say when it was signed");
                Some((self.header, own_time.ok_or(missing)?))
            }
            (Layout::Versions(_) | Layout::Single(_), None) => None,
        };
        let timestamp = timestamp.map(|(name, text)| match seconds(text) {
            Some(seconds) => Ok((text, seconds)),
            None => Err(WebhookError::InvalidHeader(name, "does not say a time in seconds")),
        });
        Ok(Claim { timestamp: timestamp.transpose()?, id: self.id.map(required).transpose()?, signatures })
    }

    /// The signature of a delivery.
    fn signature(&self, key: &[u8], timestamp: &str, id: &str, body: &[u8]) -> [u8; 32] {
        let mut hmac = HMAC::new(key);
        for part in self.signed {
            match part {
                Signed::Body => hmac.update(body),
                Signed::Timestamp => hmac.update(timestamp),
                Signed::Id => hmac.update(id),
                Signed::Text(text) => hmac.update(text),
            }
        }
        hmac.finalize()
    }

    /// The headers with which the service would deliver a body at some time.
    ///
    /// # Errors
    ///
    /// The secret is none.
    pub(crate) fn sign(&self, secret: &str, body: &[u8], time: SystemTime) -> Result<HeaderMap, WebhookError> {
        let key = self.key(secret).map_err(WebhookError::InvalidSecret)?;
        let seconds = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        let (timestamp, id) = (seconds.to_string(), format!("msg_{seconds}"));
        let signature = self.encoding.write(self.signature(&key, &timestamp, &id, body));
        let own = match self.layout {
            Layout::Pairs { timestamp: name, version, separator } => {
                format!("{name}={timestamp}{separator}{version}={signature}")
            }
            Layout::Versions(version) => format!("{version},{signature}"),
            Layout::Single(prefix) => format!("{prefix}{signature}"),
        };
        let headers = [(Some(self.header), own), (self.timestamp, timestamp), (self.id, id)].into_iter();
        let headers = headers
            .filter_map(|(name, value)| Some((HeaderName::try_from(name?).ok()?, HeaderValue::try_from(value).ok()?)));
        Ok(headers.collect())
    }
}

impl Layout {
    /// The time and the signatures in a header. Nothing is trimmed, and what is not known is passed over.
    fn parts<'h>(&self, header: &'h str) -> (Option<&'h str>, Vec<&'h str>) {
        match self {
            Self::Pairs { timestamp, version, separator } => {
                let pairs = || header.split(separator).filter_map(|pair| pair.split_once('='));
                let time = pairs().find(|(name, _)| name == timestamp).map(|(_, time)| time);
                (time, pairs().filter(|(name, _)| name == version).map(|(_, signature)| signature).collect())
            }
            Self::Versions(version) => {
                let pairs = header.split(' ').filter_map(|pair| pair.split_once(','));
                (None, pairs.filter(|(name, _)| name == version).map(|(_, signature)| signature).collect())
            }
            Self::Single(prefix) => (None, header.strip_prefix(prefix).into_iter().collect()),
        }
    }
}

impl SignatureEncoding {
    /// The signature that a text stands for, which is written in this one way.
    fn read(&self, text: &str) -> Option<[u8; 32]> {
        let bytes = match self {
            Self::Hex => text.as_bytes().chunks(2).map(byte).collect::<Option<Vec<u8>>>()?,
            Self::Base64 => base64::decode(text)?,
        };
        bytes.try_into().ok()
    }

    fn write(&self, signature: [u8; 32]) -> String {
        match self {
            Self::Hex => signature.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect(),
            Self::Base64 => base64::encode(&signature, STANDARD),
        }
    }
}

/// The digit of a number below 16, in lower case.
fn digit(number: u8) -> char {
    char::from_digit(number.into(), 16).unwrap_or_default()
}

/// The byte that two digits stand for, in lower case.
fn byte(digits: &[u8]) -> Option<u8> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    match *digits {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    }
}

/// A time in seconds, in digits alone.
fn seconds(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

impl Claim<'_> {
    /// Whether one of the signatures is that of the body with this key. They are compared in constant time: what is compared are
    /// their HMACs, by the crate that made them.
    pub(super) fn is_signed(&self, signing: &Signing, key: &[u8], body: &[u8]) -> bool {
        let timestamp = self.timestamp.map_or("", |(text, _)| text);
        let right = signing.signature(key, timestamp, self.id.unwrap_or_default(), body);
        self.signatures.iter().any(|signature| HMAC::verify(signature, key, &HMAC::mac(right, key)))
    }
}
