//! Where the service is, if that depends on who asks.

use crate::api::{self, Api};
use crate::rust::attributes::attributes_with;
use crate::rust::docs::{Doc, code};
use crate::rust::model::{Environment, ServerVariable};
use crate::rust::names::Case;
use crate::rust::scope::{Naming, Scope};

/// A method for each set of places.
pub(in crate::rust) fn lower_environments(api: &Api, scope: &mut Scope, naming: &mut Naming<'_>) -> Vec<Environment> {
    let environments = api.environments.iter().enumerate().map(|(index, item)| {
        let urls = api.servers.iter().filter_map(|server| server.urls.get(index).or(server.urls.first()));
        let urls: Vec<String> = urls.map(|url| code(url)).collect();
        let lead = if index == 0 { "Unless another environment is chosen, requests go to" } else { "Requests go to" };
        let mut doc = Doc::of(&item.doc);
        doc.section(format!("{lead} {}.", urls.join("\nand ")).lines().map(str::to_owned));
        Environment {
            name: naming.declare("environment", item, Case::Snake, scope),
            attributes: attributes_with(item, doc),
            described: item.name.clone(),
        }
    });
    environments.collect()
}

/// A method for each variable.
pub(in crate::rust) fn lower_server_variables(
    api: &Api,
    scope: &mut Scope,
    naming: &mut Naming<'_>,
) -> Vec<ServerVariable> {
    let variables = api.server_variables.iter().map(|described| {
        let item = &described.item;
        let mut doc = Doc::of(&item.doc);
        doc.section([values(described)]);
        ServerVariable {
            name: naming.declare("server variable", item, Case::Snake, scope),
            attributes: attributes_with(item, doc),
            described: described.clone(),
        }
    });
    variables.collect()
}

/// What may stand there, in words.
fn values(variable: &api::ServerVariable) -> String {
    let default = code(&variable.default);
    let listed: Vec<String> = variable.values.iter().map(|value| code(value)).collect();
    match listed.as_slice() {
        [] => format!("It is {default} unless set."),
        [one] if variable.closed => format!("It can be {one} alone."),
        listed if variable.closed => format!("One of {}; {default} unless set.", listed.join(", ")),
        listed => format!("Such as {}; {default} unless set.", listed.join(", ")),
    }
}
