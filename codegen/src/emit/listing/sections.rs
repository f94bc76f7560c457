//! The public items of a crate by the modules that they are in.

use super::{module_items, runtime_items};
use crate::rust::{Name, RustCrate};
use crate::surface::SurfaceLine;

/// Items that stand together.
pub(super) struct Section<'a> {
    /// The module in which they are, if they are in one.
    pub(super) module: Option<&'a Name>,
    pub(super) lines: Vec<SurfaceLine>,
}

/// All public items of a crate, as `api.txt` lists them.
#[must_use]
pub fn surface(krate: &RustCrate) -> Vec<SurfaceLine> {
    sections(krate).into_iter().flat_map(|section| section.lines).collect()
}

/// The same in parts.
pub(super) fn sections(krate: &RustCrate) -> Vec<Section<'_>> {
    let first = Section { module: None, lines: module_items::of_crate(krate) };
    let modules = krate.modules.iter();
    let modules =
        modules.map(|module| Section { module: Some(&module.name), lines: module_items::of_module(krate, module) });
    let last = Section { module: None, lines: runtime_items::lines(krate) };
    [first].into_iter().chain(modules).chain([last]).collect()
}
