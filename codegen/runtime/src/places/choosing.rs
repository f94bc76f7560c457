//! The choice of a place, for a client, for a request, and for what stands where a client does.

use crate::runtime::api::service::ServerVariable;
use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::request::Request;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::clients::client_builder::ClientBuilder;
use crate::runtime::configuration::config::Config;
use crate::runtime::errors::config_error::ConfigError;

#[allow(dead_code, reason = "a description may have environments or variables alone")]
impl Config {
    /// Chooses an environment, which is told by its place in the list of the service.
    pub(crate) fn with_environment(self, environment: usize) -> Result<Self, ConfigError> {
        self.with_place(|_, place| {
            place.environment = environment;
            Ok(())
        })
    }

    /// Gives a value to a variable, which is told by its place in the list of the service.
    pub(crate) fn with_server_variable(self, index: usize, value: &str) -> Result<Self, ConfigError> {
        self.with_place(|service, place| {
            check(&service.server_variables[index], value)?;
            place.given.push((index, value.to_owned()));
            Ok(())
        })
    }
}

#[cfg(any(feature = "async", feature = "blocking"))]
#[allow(dead_code, reason = "a description may have environments or variables alone")]
impl<C: ApiClient> ClientBuilder<C> {
    /// Chooses an environment.
    pub(crate) fn in_environment(self, environment: usize) -> Self {
        self.with_choice(move |config| config.with_environment(environment))
    }

    /// Gives a value to a variable.
    pub(crate) fn server_variable(self, index: usize, value: String) -> Self {
        self.with_choice(move |config| config.with_server_variable(index, &value))
    }
}

#[allow(dead_code, reason = "a description may have environments or variables alone")]
impl<C: ApiClient, O> Request<C, O> {
    /// Chooses an environment.
    pub(crate) fn in_environment(self, environment: usize) -> Self {
        self.set_config(|config| config.with_environment(environment))
    }

    /// Gives a value to a variable.
    pub(crate) fn server_variable(self, index: usize, value: &str) -> Self {
        self.set_config(|config| config.with_server_variable(index, value))
    }
}

/// Refuses what a variable cannot be, and whatever would end the host or the segment that it stands in: requests and their
/// credentials would go elsewhere.
fn check(variable: &ServerVariable, value: &str) -> Result<(), ConfigError> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric();
    let ends = [value.bytes().next(), value.bytes().last()];
    let is_sound = ends.iter().all(|byte| byte.is_some_and(is_plain))
        && value.bytes().all(|byte| is_plain(byte) || b"-._~".contains(&byte));
    if !is_sound {
        return Err(ConfigError::ServerVariable(
            variable.name,
            "it holds other than letters, digits and, between them, `-`, `.`, `_` and `~`".to_owned(),
        ));
    }
    if !variable.values.is_empty() && !variable.values.contains(&value) {
        let values: Vec<String> = variable.values.iter().map(|value| format!("`{value}`")).collect();
        return Err(ConfigError::ServerVariable(variable.name, format!("it is none of {}", values.join(", "))));
    }
    Ok(())
}
