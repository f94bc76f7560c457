//! How the service speaks on some of its paths.

use std::collections::BTreeSet;

use super::model::{Dialect, Module};
use super::names::{Case, Name};
use crate::api::{self, Api, BodyFormat, TimestampFormat};
use crate::surface::Origin;

/// The dialects that any call uses.
pub(super) fn lower_dialects(api: &Api, modules: &[Module]) -> Vec<Dialect> {
    let lower = |dialect: &api::Dialect| {
        let name = dialect_name(dialect);
        let speaks = |module: &&Module| module.requests.iter().any(|request| request.dialect == name);
        let features: BTreeSet<String> =
            modules.iter().filter(speaks).map(|module| module.feature.name.clone()).collect();
        (!features.is_empty()).then(|| Dialect {
            is_form: dialect.body == BodyFormat::Form,
            has_unix_timestamps: dialect.timestamps == TimestampFormat::Unix,
            features,
            name,
            origin: Origin { owner: dialect.span.clone(), member: None },
        })
    };
    api.dialects.iter().filter_map(lower).collect()
}

/// The name of the constant for a dialect. Its ending keeps it apart from all other constants.
pub(super) fn dialect_name(dialect: &api::Dialect) -> Name {
    Name::new(&format!("{}_dialect", dialect.name), Case::Screaming).unwrap_or_default()
}
