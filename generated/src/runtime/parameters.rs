//! The parameters of an operation, by the part of the request that carries them.

use super::members::Members;
use super::slot::Place;

/// The parameters of an operation, made anew for each encoding of it.
#[derive(Default)]
pub struct Parameters<'a> {
    pub(super) path: Members<'a>,
    /// What stands behind the question mark of the URL.
    pub query: Members<'a>,
    /// The members of the JSON body.
    pub body: Members<'a>,
}

impl<'a> Parameters<'a> {
    /// A parameter that the path of the endpoint names in braces.
    pub fn path(&mut self, name: &'static str, place: &'a mut dyn Place) {
        self.path.required(name, place);
    }
}
