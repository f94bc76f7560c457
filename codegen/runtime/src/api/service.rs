//! What the generated code knows about an API as a whole.

use crate::runtime::api::scheme::{Scheme, Security};

/// An API as a whole.
#[derive(Debug)]
pub struct Service {
    /// Names the client to the server.
    pub user_agent: &'static str,
    /// Where requests go unless the configuration names another place: names and URLs, in which variables may stand in
    /// braces. The first is the one that a base URL replaces; without any, there has to be one.
    pub servers: &'static [(&'static str, &'static str)],
    /// The other sets of such places, each with a URL for each server.
    pub environments: &'static [&'static [&'static str]],
    /// What stands between braces.
    pub server_variables: &'static [ServerVariable],
    /// How requests can prove who sends them.
    pub schemes: &'static [Scheme],
    /// What signs requests of endpoints that say nothing else of it.
    pub auth: Security,
    /// Headers of every request: name in lower case, and value.
    pub headers: &'static [(&'static str, &'static str)],
    /// The response header that identifies a request to the support of the API.
    pub request_id: Option<&'static str>,
    /// The request header by which the API knows the repetition of a request, in lower case.
    pub idempotency_key: Option<&'static str>,
    /// The response header that says whether to repeat a request, `true` or `false`.
    pub should_retry: Option<&'static str>,
    /// Where the body of an error keeps its code: the names of the members from the outside in.
    pub error_code: &'static [&'static str],
    /// Where the body of an error keeps its message: the names of the members from the outside in.
    pub error_message: &'static [&'static str],
    /// Where it keeps what callers ask for besides.
    pub error_fields: &'static [&'static [&'static str]],
}

/// What stands between braces in URLs of servers.
#[derive(Debug)]
pub struct ServerVariable {
    /// Its name.
    pub name: &'static str,
    /// What stands there unless the configuration says otherwise.
    pub default: &'static str,
    /// What alone can stand there; anything if nothing is listed.
    pub values: &'static [&'static str],
}
