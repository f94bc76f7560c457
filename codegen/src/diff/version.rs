//! A description that is compared.

use crate::api::Api;
use crate::diag::Sources;
use crate::surface::SurfaceLine;

/// A description with what was made of it.
pub struct Version<'a> {
    /// How the user named it.
    pub label: String,
    /// The files, for places.
    pub sources: &'a Sources,
    /// What they mean.
    pub api: &'a Api,
    /// The public items of its crate, as this version of the tool makes them.
    pub surface: &'a [SurfaceLine],
    /// The `api.txt` that was found beside it, as whatever version of the tool wrote it.
    pub listing: Option<String>,
}
