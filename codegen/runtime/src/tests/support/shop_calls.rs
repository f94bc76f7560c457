//! More operations in the form of generated code: forms as well as JSON, lists, a second server, and a token for it.

use http::Method;

use super::sample::{PingError, SERVICE, V2};
use super::shop::{Alert, AlertId, Mail, NodeParams, Session};
use crate::runtime::{self, ApiKey, Bound, CursorPage, Dialect, Endpoint, Operation, Parameters, UrlPage, WireForm};

pub(crate) static V1: Dialect = Dialect { format: &runtime::FORM, instants: WireForm::Unix };

/// Makes an operation that sends a node in the body and a node in the query, in the form of a dialect.
macro_rules! send_node {
    ($name:ident, $dialect:expr) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            pub node: Option<NodeParams>,
            pub names: Option<Vec<String>>,
            pub asked: Option<NodeParams>,
        }

        impl Operation for $name {
            type Output = ();
            type Error = PingError;

            const ENDPOINT: &'static Endpoint = &Endpoint {
                name: "nodes.send",
                method: Method::POST,
                path: "/nodes",
                has_body: true,
                is_keyed: true,
                server: 0,
                dialect: $dialect,
                service: &SERVICE,
            };

            fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
                parameters.query.optional("asked", &mut self.asked);
                parameters.body.optional("node", &mut self.node);
                parameters.body.optional("names", &mut self.names);
                parameters.body.bound(Bound::MaxItems(2));
                parameters.body.bound(Bound::MaxLength(5));
            }
        }
    };
}
send_node!(SendForm, &V1);
send_node!(SendJson, &V2);

/// Makes an operation that reads a list.
macro_rules! list_alerts {
    ($name:ident, $path:literal, $output:ty, $dialect:expr) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            pub limit: Option<i64>,
            pub expand: Option<Vec<String>>,
            pub starting_after: Option<AlertId>,
            pub ending_before: Option<String>,
        }

        impl Operation for $name {
            type Output = $output;
            type Error = PingError;

            const ENDPOINT: &'static Endpoint = &Endpoint {
                name: "alerts.list",
                method: Method::GET,
                path: $path,
                has_body: false,
                is_keyed: false,
                server: 0,
                dialect: $dialect,
                service: &SERVICE,
            };

            fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
                parameters.query.optional("limit", &mut self.limit);
                parameters.query.bound(Bound::Min(1));
                parameters.query.bound(Bound::Max(100));
                parameters.query.optional("expand", &mut self.expand);
                parameters.query.optional("starting_after", &mut self.starting_after);
                parameters.query.optional("ending_before", &mut self.ending_before);
            }
        }
    };
}
list_alerts!(ListAlerts, "/v1/alerts", CursorPage<Alert>, &V1);
list_alerts!(ListMails, "/v1/mails", CursorPage<Mail>, &V1);
list_alerts!(ListAlertPages, "/v2/alerts", UrlPage<Alert>, &V2);

/// A list that has no way to its next page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFirstAlerts {}

impl Operation for ListFirstAlerts {
    type Output = CursorPage<Alert>;
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = ListAlerts::ENDPOINT;

    fn parameters<'a>(&'a mut self, _parameters: &mut Parameters<'a>) {}
}

/// Gives a token for [`SendEvents`].
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSession {}

impl Operation for OpenSession {
    type Output = Session;
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "sessions.open",
        method: Method::POST,
        path: "/v2/session",
        has_body: true,
        is_keyed: true,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, _parameters: &mut Parameters<'a>) {}
}

/// Goes to another server, and is signed with a token.
#[derive(Clone, Debug, PartialEq)]
pub struct SendEvents {
    token: ApiKey,
    events: Vec<String>,
}

impl SendEvents {
    pub fn new(token: impl Into<ApiKey>, events: impl IntoIterator<Item = String>) -> Self {
        Self { token: token.into(), events: events.into_iter().collect() }
    }
}

impl Operation for SendEvents {
    type Output = ();
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "events.send",
        method: Method::POST,
        path: "/v2/events",
        has_body: true,
        is_keyed: true,
        server: 1,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        parameters.token("session_token", &self.token);
        parameters.body.required("events", &mut self.events);
        parameters.body.bound(Bound::MaxItems(3));
    }
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl runtime::SessionBatch for SendEvents {
    type Item = String;
    type Opening = OpenSession;

    const MAX_ITEMS: usize = 3;
    const EXPIRED: &'static str = "session_expired";

    fn opening() -> OpenSession {
        OpenSession {}
    }

    fn credential(session: &Session) -> (ApiKey, runtime::Timestamp) {
        ((&session.authentication_token).into(), session.expires_at)
    }

    fn batch(token: ApiKey, items: Vec<String>) -> Self {
        Self::new(token, items)
    }
}
