//! More operations in the form of generated code: forms as well as JSON, lists, a second server, and a token for it.

use super::sample::{PingError, SERVICE, V2};
use super::shop::{Alert, AlertId, Mail, NodeParams, Session};
use crate::runtime::{self, ApiClient, ApiKey, CursorPage, Dialect, Request, UrlPage, WireForm};

pub(crate) static V1: Dialect = Dialect { format: &runtime::FORM, instants: WireForm::Unix, service: &SERVICE };

/// Makes an operation that sends a node in the body and a node in the query, in the form of a dialect.
macro_rules! send_node {
    ($name:ident, $dialect:path) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            pub node: Option<NodeParams>,
            pub names: Option<Vec<String>>,
            pub asked: Option<NodeParams>,
        }

        runtime::operation! {
            $name => (), PingError;
            POST "/nodes", "nodes.send", $dialect, { has_body: true, is_keyed: true };
            query optional asked "asked";
            body optional node "node";
            body optional names "names" [MaxItems(2), MaxLength(5)];
        }
    };
}
send_node!(SendForm, V1);
send_node!(SendJson, V2);

/// Makes an operation that reads a list.
macro_rules! list_alerts {
    ($name:ident, $path:literal, $output:ty, $dialect:path) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            pub limit: Option<i64>,
            pub expand: Option<Vec<String>>,
            pub starting_after: Option<AlertId>,
            pub ending_before: Option<String>,
        }

        runtime::operation! {
            $name => $output, PingError;
            GET $path, "alerts.list", $dialect;
            query optional limit "limit" [Min("1"), Max("100")];
            query optional expand "expand";
            query optional starting_after "starting_after";
            query optional ending_before "ending_before";
        }
    };
}
list_alerts!(ListAlerts, "/v1/alerts", CursorPage<Alert>, V1);
list_alerts!(ListMails, "/v1/mails", CursorPage<Mail>, V1);
list_alerts!(ListAlertPages, "/v2/alerts", UrlPage<Alert>, V2);

/// A list that has no way to its next page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFirstAlerts {}

runtime::operation! {
    ListFirstAlerts => CursorPage<Alert>, PingError;
    GET "/v1/alerts", "alerts.list", V1;
}

/// Gives a token for [`SendEvents`].
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSession {}

runtime::operation! {
    OpenSession => Session, PingError;
    POST "/v2/session", "sessions.open", V2, { has_body: true, is_keyed: true };
}

/// Goes to another server, and is signed with a token.
#[derive(Clone, Debug, PartialEq)]
pub struct SendEvents {
    token: ApiKey,
    events: Vec<String>,
}

pub fn send_events<C: ApiClient>(
    client: &C,
    token: impl Into<ApiKey>,
    events: impl IntoIterator<Item = String>,
) -> Request<C, SendEvents> {
    Request::new(client, SendEvents { token: token.into(), events: events.into_iter().collect() })
}

runtime::operation! {
    SendEvents => (), PingError;
    POST "/v2/events", "events.send", V2, { has_body: true, is_keyed: true, server: 1 };
    token required token "session_token";
    body required events "events" [MaxItems(3)];
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl runtime::SessionBatch for SendEvents {
    type Item = String;
    type Opening = OpenSession;

    const MAX_ITEMS: usize = 3;
    const EXPIRED: &'static str = "session_expired";

    fn opening<C: ApiClient>(client: &C) -> Request<C, OpenSession> {
        Request::new(client, OpenSession {})
    }

    fn credential(session: &Session) -> (ApiKey, runtime::Timestamp) {
        ((&session.authentication_token).into(), session.expires_at)
    }

    fn batch<C: ApiClient>(client: &C, token: ApiKey, items: Vec<String>) -> Request<C, Self> {
        send_events(client, token, items)
    }
}
