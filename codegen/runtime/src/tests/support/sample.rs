//! Types in the form of generated code.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime;
#[cfg(feature = "blocking")]
use crate::runtime::BlockingClient;
#[cfg(feature = "async")]
use crate::runtime::Client;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::ClientBuilder;
use crate::runtime::{
    Amount, ApiClient, ApiKey, Config, ConfigError, Credential, Currency, Decimal, Dialect, Request, Scheme,
    SchemeKind, Service, Timestamp, WireForm,
};

runtime::other_calls!(OTHER_CALLS, SERVICE, crate::runtime::JSON);

pub(crate) static SERVICE: Service = Service {
    user_agent: "sample/0.1.0",
    servers: &[("api", "https://api.example.test"), ("events", "https://events.example.test")],
    environments: &[],
    server_variables: &[],
    schemes: &[Scheme { name: "api_key", kind: SchemeKind::Bearer, is_required: true }],
    auth: &[&[0]],
    headers: &[("sample-version", "2025-08-27.preview")],
    request_id: Some("request-id"),
    idempotency_key: Some("idempotency-key"),
    should_retry: Some("sample-should-retry"),
    error_code: &["error", "code"],
    error_message: &["error", "message"],
    error_fields: &[&["error", "param"], &["error", "causes", "0", "status"]],
};

pub(crate) static V2: Dialect = Dialect { format: &runtime::JSON, instants: WireForm::Default, service: &SERVICE };

#[cfg(feature = "async")]
impl Client {
    /// For the sample service.
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        Self::builder().api_key(api_key).build()
    }

    /// Sets up a client for the sample service.
    pub fn builder() -> ClientBuilder<Self> {
        ClientBuilder::for_service(&OTHER_CALLS)
    }
}

#[cfg(feature = "blocking")]
impl BlockingClient {
    /// For the sample service.
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        Self::builder().api_key(api_key).build()
    }

    /// Sets up a client for the sample service.
    pub fn builder() -> ClientBuilder<Self> {
        ClientBuilder::for_service(&OTHER_CALLS)
    }
}

impl Config {
    /// For the sample service.
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        Self::for_service(&OTHER_CALLS)?.with_api_key(api_key)
    }

    /// Sends another API key.
    pub fn with_api_key(self, api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        self.with_credential(0, &Credential::Key(api_key.into()))
    }
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl<C: ApiClient> ClientBuilder<C> {
    /// The key that every request carries.
    pub fn api_key(self, api_key: impl Into<ApiKey>) -> Self {
        self.prove(0, Credential::Key(api_key.into()))
    }
}

impl<C: ApiClient, O> Request<C, O> {
    /// Sends another API key.
    pub fn api_key(self, api_key: impl Into<ApiKey>) -> Self {
        self.prove(0, &Credential::Key(api_key.into()))
    }
}

/// Identifies an order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrderId(String);
runtime::identifier!(OrderId);

runtime::open_enum! {
    pub enum OrderStatus;
    Draft = "draft";
    Committed = "committed";
}

runtime::copy_enum! {
    pub enum Priority: i64;
    High = 2;
    Low = 1;
}

runtime::copy_enum! {
    pub enum Sealed: bool;
    Yes = true;
}

runtime::error_enum! {
    pub enum CommitError;
    OrderNotFound = "order_not_found", 404;
    InvalidStatusForCommit = "invalid_status_for_commit", 400;
}

runtime::error_enum! {
    /// An operation whose description lists no code.
    pub enum PingError;
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusTransitions {
    pub drafted_at: Timestamp,
    pub committed_at: Option<Timestamp>,
}

runtime::object! {
    StatusTransitions, r#"{"drafted_at":"2025-08-27T12:00:00Z"}"#;
    required drafted_at "drafted_at";
    nullable committed_at "committed_at";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    pub id: OrderId,
    pub total: Amount,
    pub currency: Currency,
    pub status: OrderStatus,
    pub livemode: bool,
    pub status_transitions: StatusTransitions,
    pub parent: Option<OrderId>,
    pub note: Option<String>,
}

runtime::object! {
    Order, include_str!("order.json");
    required id "id";
    required total "total";
    required currency "currency";
    required status "status";
    required livemode "livemode";
    required status_transitions "status_transitions";
    nullable parent "parent";
    optional note "note";
}

/// One member of each shape that [`Order`] has not.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shapes {
    pub integer: i64,
    pub number: f64,
    pub decimal: Option<Decimal>,
    pub json: Option<Value>,
    pub orders: Option<Vec<Order>>,
    pub grid: Option<Vec<Vec<i64>>>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub nested: Option<BTreeMap<String, StatusTransitions>>,
}

runtime::object! {
    Shapes, r#"{"integer":1,"number":0.5}"#;
    required integer "integer";
    required number "number";
    optional decimal "decimal";
    optional json "json";
    optional orders "orders";
    optional grid "grid";
    optional metadata "metadata";
    optional nested "nested";
}

/// Settings for requests that nobody sends.
pub(crate) fn config() -> Config {
    Config::new("sk_test_example").unwrap()
}

pub fn commit<C: ApiClient>(client: &C, id: impl Into<OrderId>) -> Request<C, Commit> {
    Request::new(client, Commit { id: id.into(), payment: None })
}

#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    id: OrderId,
    payment: Option<String>,
}

runtime::operation! {
    Commit => Order, CommitError;
    POST "/v2/orders/{id}/commit", "orders.commit", V2, { has_body: true, is_keyed: true };
    path required id "id";
    body optional payment "payment";
}

runtime::setters! {
    Request<C, Commit>;
    /// The payment that pays for the order.
    payment<How>: runtime::Given<String, How>;
}

pub fn ping<C: ApiClient>(client: &C, host: impl Into<String>, port: i64) -> Request<C, Ping> {
    let operation = Ping { host: host.into(), port, limit: None, verbose: None, status: None, include: None };
    Request::new(client, operation)
}

/// A request without a body, with parameters in the query, two in the path, and no output.
#[derive(Clone, Debug, PartialEq)]
pub struct Ping {
    host: String,
    port: i64,
    limit: Option<i64>,
    verbose: Option<bool>,
    status: Option<OrderStatus>,
    include: Option<Vec<String>>,
}

runtime::operation! {
    Ping => (), PingError;
    GET "/v2/hosts/{host}:{port}", "hosts.ping", V2;
    path required host "host";
    path required port "port";
    query optional limit "limit";
    query optional verbose "verbose";
    query optional status "status";
    query optional include "include[]";
}

runtime::setters! {
    Request<C, Ping>;
    /// How many answers at most.
    limit: runtime::GivenAsIs<i64>;
    /// Whether to say more.
    verbose: runtime::GivenAsIs<bool>;
    /// Only orders with this status.
    status<How>: runtime::Given<OrderStatus, How>;
    /// What to answer in full.
    include<How>: runtime::GivenList<String, How>;
}

/// A request for something that may not be there.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Find {}

runtime::operation! {
    Find => Option<Order>, PingError;
    GET "/v2/orders/last", "orders.find", V2;
}

/// A DELETE without an idempotency key, which HTTP calls idempotent by itself.
pub fn remove<C: ApiClient>(client: &C, id: impl Into<OrderId>) -> Request<C, Remove> {
    Request::new(client, Remove { id: id.into() })
}

#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    id: OrderId,
}

runtime::operation! {
    Remove => (), PingError;
    DELETE "/v1/orders/{id}", "orders.remove", V2;
    path required id "id";
}

/// A POST without an idempotency key, which nobody may repeat.
pub fn recount<C: ApiClient>(client: &C, id: impl Into<OrderId>) -> Request<C, Recount> {
    Request::new(client, Recount { id: id.into() })
}

#[derive(Clone, Debug, PartialEq)]
pub struct Recount {
    id: OrderId,
}

runtime::operation! {
    Recount => (), PingError;
    POST "/v1/orders/{id}/recount", "orders.recount", V2, { has_body: true };
    path required id "id";
}
