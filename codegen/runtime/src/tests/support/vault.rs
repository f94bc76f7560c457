//! A service with a scheme of each kind, in the form of generated code.

#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::ClientCredentials;
use crate::runtime::{self, AnyCode, Dialect, Request, Scheme, SchemeKind, Service, WireForm};

use super::sample::SERVICE;

const fn scheme(name: &'static str, kind: SchemeKind) -> Scheme {
    Scheme { name, kind, is_required: false }
}

pub(crate) static VAULT: Service = Service {
    user_agent: SERVICE.user_agent,
    servers: SERVICE.servers,
    environments: &[],
    server_variables: &[],
    schemes: &[
        scheme("api_key", SchemeKind::Bearer),
        scheme("login", SchemeKind::Basic),
        scheme("app_key", SchemeKind::Header("x-app-key")),
        scheme("web_key", SchemeKind::Query("key")),
        scheme("session", SchemeKind::Cookie("sid")),
        scheme("robot", SchemeKind::Bearer),
        scheme("user_session", SchemeKind::Cookie("uid")),
    ],
    auth: &[&[0], &[1]],
    headers: SERVICE.headers,
    request_id: SERVICE.request_id,
    idempotency_key: SERVICE.idempotency_key,
    should_retry: SERVICE.should_retry,
    error_code: SERVICE.error_code,
    error_message: SERVICE.error_message,
    error_fields: SERVICE.error_fields,
};

runtime::other_calls!(VAULT_CALLS, VAULT, crate::runtime::JSON);

static DIALECT: Dialect = Dialect { format: &runtime::JSON, instants: WireForm::Default, service: &VAULT };

/// How a client of the service gets tokens.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(crate) static ROBOT: ClientCredentials =
    ClientCredentials { scheme: 5, name: "robot", token_url: "/oauth/token", scopes: "files.read files.write" };

/// Makes a call of each kind of signature.
macro_rules! calls {
    ($($function:ident $operation:ident { $($trait:ident: $value:expr),* };)*) => {$(
        #[derive(Clone, Debug)]
        pub(crate) struct $operation {
            text: Option<String>,
        }

        runtime::operation! {
            $operation => (), AnyCode;
            GET "/vault", "vault.open", DIALECT, { $($trait: $value),* };
            query optional text "text";
        }

        pub(crate) fn $function<C: runtime::ApiClient>(client: &C) -> Request<C, $operation> {
            Request::new(client, $operation { text: None })
        }

        impl<C> Request<C, $operation> {
            #[allow(dead_code, reason = "not each of them is searched")]
            pub(crate) fn text(mut self, text: &str) -> Self {
                self.operation.text = Some(text.to_owned());
                self
            }
        }
    )*};
}

calls! {
    by_key_or_login ByKeyOrLogin {};
    by_key_and_header ByKeyAndHeader { auth: Some(&[&[0, 2]]) };
    by_query ByQuery { auth: Some(&[&[3]]) };
    by_cookies ByCookies { auth: Some(&[&[4, 6]]) };
    by_cookie_or_not ByCookieOrNot { auth: Some(&[&[4], &[]]) };
    by_robot ByRobot { auth: Some(&[&[5]]) };
    by_nothing ByNothing { auth: Some(&[]) };
}
