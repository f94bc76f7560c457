//! Types in the form of generated code.

use std::collections::BTreeMap;

use http::Method;
use serde_json::Value;

use crate::runtime;
#[cfg(feature = "blocking")]
use crate::runtime::BlockingClient;
#[cfg(feature = "async")]
use crate::runtime::Client;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::ClientBuilder;
use crate::runtime::{
    Amount, ApiClient, ApiKey, Config, ConfigError, Currency, Decimal, Dialect, Endpoint, Operation, Parameters,
    Request, Service, Timestamp, UnknownValue, WireForm,
};

pub(crate) static SERVICE: Service = Service {
    user_agent: "sample/0.1.0",
    servers: &[("api", "https://api.example.test"), ("events", "https://events.example.test")],
    headers: &[("sample-version", "2025-08-27.preview")],
    request_id: Some("request-id"),
    idempotency_key: Some("idempotency-key"),
    should_retry: Some("sample-should-retry"),
    error_code: &["error", "code"],
    error_message: &["error", "message"],
    error_fields: &[&["error", "param"], &["error", "causes", "0", "status"]],
};

pub(crate) static V2: Dialect = Dialect { format: &runtime::JSON, instants: WireForm::Default };

#[cfg(feature = "async")]
impl Client {
    /// For the sample service.
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        Self::builder().api_key(api_key).build()
    }

    /// Sets up a client for the sample service.
    pub fn builder() -> ClientBuilder<Self> {
        ClientBuilder::for_service(&SERVICE)
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
        ClientBuilder::for_service(&SERVICE)
    }
}

impl Config {
    /// For the sample service.
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        Self::for_service(&SERVICE, api_key)
    }
}

/// Identifies an order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrderId(String);
runtime::identifier!(OrderId);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderStatus {
    Draft,
    Committed,
    Unknown(UnknownValue),
}

impl OrderStatus {
    pub const KNOWN: &'static [(Self, &'static str)] = &[(Self::Draft, "draft"), (Self::Committed, "committed")];
}
runtime::open_enum!(OrderStatus);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommitError {
    OrderNotFound,
    InvalidStatusForCommit,
    Unknown(UnknownValue),
}

impl CommitError {
    pub const KNOWN: &'static [(Self, &'static str, u16)] = &[
        (Self::OrderNotFound, "order_not_found", 404),
        (Self::InvalidStatusForCommit, "invalid_status_for_commit", 400),
    ];
}
runtime::error_enum!(CommitError);

/// An operation whose description lists no code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PingError {
    Unknown(UnknownValue),
}

impl PingError {
    pub const KNOWN: &'static [(Self, &'static str, u16)] = &[];
}
runtime::error_enum!(PingError);

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

pub fn commit<C: ApiClient>(client: &C, id: impl Into<OrderId>) -> Request<C, Commit> {
    Request::new(client, Commit::new(id))
}

#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Commit {
    id: OrderId,
    payment: Option<String>,
}

impl Commit {
    pub fn new(id: impl Into<OrderId>) -> Self {
        Self { id: id.into(), payment: None }
    }

    pub fn payment(mut self, payment: impl Into<String>) -> Self {
        self.payment = Some(payment.into());
        self
    }
}

impl Operation for Commit {
    type Output = Order;
    type Error = CommitError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "orders.commit",
        method: Method::POST,
        path: "/v2/orders/{id}/commit",
        has_body: true,
        is_keyed: true,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        parameters.path("id", &mut self.id);
        parameters.body.optional("payment", &mut self.payment);
    }
}

impl<C> Request<C, Commit> {
    /// See [`Commit::payment`].
    pub fn payment(self, payment: impl Into<String>) -> Self {
        self.map(|operation| operation.payment(payment))
    }
}

/// A request without a body, with parameters in the query, two in the path, and no output.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Ping {
    pub host: String,
    pub port: i64,
    pub limit: Option<i64>,
    pub verbose: Option<bool>,
    pub status: Option<OrderStatus>,
    pub include: Option<Vec<String>>,
}

impl Ping {
    pub fn new(host: impl Into<String>, port: i64) -> Self {
        Self { host: host.into(), port, limit: None, verbose: None, status: None, include: None }
    }
}

impl Operation for Ping {
    type Output = ();
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "hosts.ping",
        method: Method::GET,
        path: "/v2/hosts/{host}:{port}",
        has_body: false,
        is_keyed: false,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        parameters.path("host", &mut self.host);
        parameters.path("port", &mut self.port);
        parameters.query.optional("limit", &mut self.limit);
        parameters.query.optional("verbose", &mut self.verbose);
        parameters.query.optional("status", &mut self.status);
        parameters.query.optional("include[]", &mut self.include);
    }
}

/// A request for something that may not be there.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Find {}

impl Operation for Find {
    type Output = Option<Order>;
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "orders.find",
        method: Method::GET,
        path: "/v2/orders/last",
        has_body: false,
        is_keyed: false,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, _parameters: &mut Parameters<'a>) {}
}

/// A DELETE without an idempotency key, which HTTP calls idempotent by itself.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Remove {
    id: OrderId,
}

impl Remove {
    pub fn new(id: impl Into<OrderId>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for Remove {
    type Output = ();
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "orders.remove",
        method: Method::DELETE,
        path: "/v1/orders/{id}",
        has_body: false,
        is_keyed: false,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        parameters.path("id", &mut self.id);
    }
}

/// A POST without an idempotency key, which nobody may repeat.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Recount {
    id: OrderId,
}

impl Recount {
    pub fn new(id: impl Into<OrderId>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for Recount {
    type Output = ();
    type Error = PingError;

    const ENDPOINT: &'static Endpoint = &Endpoint {
        name: "orders.recount",
        method: Method::POST,
        path: "/v1/orders/{id}/recount",
        has_body: true,
        is_keyed: false,
        server: 0,
        dialect: &V2,
        service: &SERVICE,
    };

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        parameters.path("id", &mut self.id);
    }
}
