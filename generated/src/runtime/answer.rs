//! A response as it came, kept for those who look into an error.

use std::borrow::Cow;

use bytes::Bytes;

use super::service::Service;

/// A whole response, and what is known about its headers.
pub(super) struct Answer {
    response: http::Response<Bytes>,
    request_id: Option<&'static str>,
}

impl Answer {
    pub(super) fn new(service: &Service, response: http::Response<Bytes>) -> Self {
        Self { response, request_id: service.request_id }
    }

    pub(super) fn is_success(&self) -> bool {
        self.response.status().is_success()
    }

    pub(super) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// What the support of the API knows the request by.
    pub(super) fn request_id(&self) -> Option<&str> {
        self.response.headers().get(self.request_id?)?.to_str().ok()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.response.body()
    }

    pub(super) fn headers(&self) -> &http::HeaderMap {
        self.response.headers()
    }

    /// The body as text; what is not UTF-8 is replaced.
    pub(super) fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.response.body())
    }
}
