//! Which of the places where a service is are meant.

use std::borrow::Cow;

use crate::runtime::api::service::Service;

/// Stands for where a service is of which nobody has said that yet. There can be no such host.
const NOWHERE: &str = "https://base-url.invalid";

/// A choice among the places where a service is: by itself, the usual ones.
#[derive(Clone, Default)]
pub(crate) struct Place {
    /// Which set of places: the usual one, and then the others in the order of their list.
    pub(crate) environment: usize,
    /// What stands for variables in place of their defaults, by their places in the list.
    pub(crate) given: Vec<(usize, String)>,
}

impl Place {
    /// Where a server is.
    pub(super) fn url(&self, server: usize, service: &'static Service) -> Cow<'static, str> {
        let usual = service.servers.get(server).map_or(NOWHERE, |(_, url)| *url);
        let chosen = self.environment.checked_sub(1).and_then(|index| service.environments.get(index)?.get(server));
        let mut url = Cow::Borrowed(chosen.copied().unwrap_or(usual));
        for (index, variable) in service.server_variables.iter().enumerate() {
            let given = self.given.iter().rfind(|(known, _)| *known == index);
            let value = given.map_or(variable.default, |(_, value)| value);
            url = url.replace(&format!("{{{}}}", variable.name), value).into();
        }
        url
    }
}
