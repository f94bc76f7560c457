//! A call to show, and the names by which code speaks of it.

use crate::emit::samples::{self, Speller};
use crate::rust::{CallPlace, Module, Name, Request, RustCrate};

/// A call.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) krate: &'a Name,
    pub(super) module: &'a Module,
    pub(super) request: &'a Request,
}

impl<'a> Shown<'a> {
    pub(super) fn of(krate: &'a RustCrate, place: CallPlace) -> Self {
        let (module, request) = krate.call(place);
        Self { krate: &krate.name, module, request }
    }

    /// The feature that brings it.
    pub(super) fn feature(self) -> String {
        self.module.feature.name.clone()
    }

    /// The call, from the root of the crate.
    pub(super) fn path(self) -> String {
        format!("{}::{}", self.krate, self.spelled())
    }

    /// The call, where its module is in use.
    pub(super) fn call(self) -> String {
        let module = format!("{}::", self.module.name);
        self.spelled().replace(&format!("{}::{module}", self.krate), &module)
    }

    /// The call after the path of its module, with full paths in its arguments.
    fn spelled(self) -> String {
        samples::call(&self.module.name, self.request, &mut self.speller())
    }

    /// What is sent at once, if it is one of a series.
    pub(super) fn batch(self) -> String {
        samples::batch(self.request, &mut self.speller())
    }

    pub(super) fn binding(self) -> String {
        samples::binding(self.request)
    }

    fn speller(self) -> Speller<'a> {
        Speller::new(self.krate, &self.module.name)
    }
}
