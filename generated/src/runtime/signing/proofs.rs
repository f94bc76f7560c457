//! What a client can prove itself with, and which of it a call needs.

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::api::scheme::Scheme;
use crate::runtime::api::service::Service;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::signing::credential::Credential;
use crate::runtime::signing::proof::Proof;

/// The proofs that a client has, by the schemes of its service.
#[derive(Clone)]
pub(crate) struct Proofs {
    service: &'static Service,
    given: Vec<Option<Proof>>,
}

/// Which proofs sign a request: places in the list of the service.
pub(crate) type Signature = &'static [usize];

impl Proofs {
    /// None yet.
    pub(crate) fn of(service: &'static Service) -> Self {
        Self { service, given: vec![None; service.schemes.len()] }
    }

    /// Takes what proves a scheme, in place of what did before.
    pub(crate) fn set(&mut self, scheme: usize, credential: &Credential) -> Result<(), ConfigError> {
        self.given[scheme] = Some(credential.proof(&self.service.schemes[scheme])?);
        Ok(())
    }

    /// Whether everything is there without which no call can be made.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let mut schemes = self.service.schemes.iter().zip(&self.given);
        match schemes.find(|(scheme, proof)| scheme.is_required && proof.is_none()) {
            Some((scheme, _)) => Err(ConfigError::credentials(scheme)),
            None => Ok(()),
        }
    }

    /// What signs the requests of an endpoint: the first of its alternatives of which all is given.
    pub(crate) fn signature(&self, endpoint: &Endpoint) -> Result<Signature, InvalidRequest> {
        let alternatives = endpoint.traits.auth.unwrap_or(self.service.auth);
        let is_given = |schemes: &&&[usize]| schemes.iter().all(|scheme| self.given[*scheme].is_some());
        let mut given = alternatives.iter().filter(|schemes| !schemes.is_empty());
        if let Some(schemes) = given.find(is_given) {
            return Ok(schemes);
        }
        if alternatives.is_empty() || alternatives.iter().any(|schemes| schemes.is_empty()) {
            return Ok(&[]);
        }
        let missing: Vec<String> = alternatives.iter().map(|schemes| self.missing(schemes)).collect();
        let reason = format!("credentials are missing: give {}", missing.join(", or "));
        Err(InvalidRequest::of_request(endpoint.name, reason))
    }

    /// The names of schemes that are not given.
    fn missing(&self, schemes: &[usize]) -> String {
        let missing = schemes.iter().filter(|scheme| self.given[**scheme].is_none());
        let name = |scheme: &usize| format!("`{}`", self.service.schemes[*scheme].name);
        missing.map(name).collect::<Vec<_>>().join(" and ")
    }

    /// Signs a request, but for what stands in its URL.
    pub(crate) fn sign<B>(&self, signature: Signature, request: &mut http::Request<B>) {
        self.used(signature).for_each(|proof| proof.put_into(request));
    }

    /// Signs a URL: a path, and perhaps a query.
    pub(crate) fn sign_url(&self, signature: Signature, url: &mut String) {
        self.used(signature).for_each(|proof| proof.push_onto(url));
    }

    /// A scheme whose token only a client can get.
    pub(crate) fn renewed(&self, signature: Signature) -> Option<&'static Scheme> {
        let is_renewed = |scheme: &&usize| matches!(self.given[**scheme], Some(Proof::Renewed(_)));
        signature.iter().find(is_renewed).map(|scheme| &self.service.schemes[*scheme])
    }

    fn used(&self, signature: Signature) -> impl Iterator<Item = &Proof> {
        signature.iter().filter_map(|scheme| self.given[*scheme].as_ref())
    }
}
