//! A call to show, and the names by which code speaks of it.

use crate::emit::samples::{self, Speller};
use crate::rust::{CallPlace, Module, Request, RustCrate, Scheme, Security};

/// A call.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    krate: &'a RustCrate,
    pub(super) module: &'a Module,
    pub(super) request: &'a Request,
    schemes: &'a [Scheme],
    auth: &'a Security,
    /// Whether it is known where the service is.
    is_placed: bool,
}

impl<'a> Shown<'a> {
    pub(super) fn of(krate: &'a RustCrate, place: CallPlace) -> Self {
        let (module, request) = krate.call(place);
        Self { krate, module, request, schemes: &krate.schemes, auth: &krate.auth, is_placed: krate.base_url.is_some() }
    }

    /// How code begins its paths into the crate.
    pub(super) fn root(self) -> String {
        self.krate.root()
    }

    /// The feature that brings it.
    pub(super) fn feature(self) -> String {
        self.module.feature.name.clone()
    }

    /// A client, as an expression that may fail.
    pub(super) fn client(self, client: &str) -> String {
        let place = self.place();
        let new = match self.schemes {
            [] => format!("new({place})"),
            [scheme] if self.is_placed => format!("new({})", self.given_to(scheme)),
            [scheme] => format!("new({place}, {})", self.given_to(scheme)),
            _ => format!("{}{}.build()", self.builder(), self.credentials()),
        };
        format!("{client}::{new}?")
    }

    /// The beginning of a client with settings.
    pub(super) fn builder(self) -> String {
        format!("builder({})", self.place())
    }

    /// The same in a test, in which nothing goes anywhere.
    pub(super) fn test_builder(self) -> &'static str {
        if self.is_placed { "builder()" } else { "builder(\"https://api.example.com\")" }
    }

    /// What a builder of a client is given of credentials.
    pub(super) fn credentials(self) -> String {
        self.given(|scheme| self.given_to(scheme))
    }

    /// The same in a test, in which nobody looks at them.
    pub(super) fn test_credentials(self) -> String {
        self.given(|scheme| vec!["\"test\""; scheme.arguments().len()].join(", "))
    }

    /// What signs the call, or else most calls.
    fn given(self, arguments: impl Fn(&Scheme) -> String) -> String {
        let alternatives = self.request.auth.as_ref().unwrap_or(self.auth);
        let shown = alternatives.iter().chain(self.auth).find(|schemes| !schemes.is_empty());
        let given = shown.into_iter().flatten().map(|scheme| &self.schemes[scheme.index()]);
        let given: Vec<String> = given.map(|scheme| format!(".{}({})", scheme.name, arguments(scheme))).collect();
        given.concat()
    }

    /// The call, from the root of the crate.
    pub(super) fn path(self) -> String {
        format!("{}::{}", self.root(), self.spelled())
    }

    /// The call, where its module is in use.
    pub(super) fn call(self) -> String {
        let module = format!("{}::", self.module.name);
        self.spelled().replace(&format!("{}::{module}", self.krate.name), &module)
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

    /// Where the service is, read from the environment if a program says so.
    fn place(self) -> String {
        if self.is_placed { String::new() } else { read(&self.krate.variable("BASE_URL")) }
    }

    /// What a scheme takes, read from the environment.
    fn given_to(self, scheme: &Scheme) -> String {
        let read: Vec<String> = scheme.variables().iter().map(|name| read(&self.krate.variable(name))).collect();
        read.join(", ")
    }

    fn speller(self) -> Speller<'a> {
        Speller::new(&self.krate.name, &self.module.name)
    }
}

/// Reads a variable of the environment.
fn read(variable: &str) -> String {
    format!("std::env::var({variable:?})?")
}
