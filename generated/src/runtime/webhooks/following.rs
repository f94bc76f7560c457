//! Calls that follow an event: to all of it, and to what it is about.

use std::fmt::Debug;
use std::marker::PhantomData;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::calls::request::Request;
use crate::runtime::json::slot::Place;
use crate::runtime::webhooks::thin_event::ThinEvent;

/// A call that gets an event of which it is known what it holds: `E`, in place of what the call gives of any event.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetch<O, E> {
    operation: O,
    event: PhantomData<fn() -> E>,
}

impl<O: Operation, E: Place + Clone + Debug + Send + 'static> Operation for Fetch<O, E> {
    type Output = E;
    type Error = O::Error;
    const ENDPOINT: &'static Endpoint = O::ENDPOINT;

    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>) {
        self.operation.parameters(parameters);
    }
}

/// A request for an event of which it is known what it holds.
#[allow(dead_code, reason = "a description may have no call that gets an event")]
pub(crate) fn fetch<C, O, E>(request: Request<C, O>) -> Request<C, Fetch<O, E>> {
    let Request { client, operation, own } = request;
    Request { client, operation: Fetch { operation, event: PhantomData }, own }
}

/// The same request with headers that say which event led to it. `{id}` and `{context}` in their values stand for members of
/// the event; a header of which one is missing is left out.
#[allow(dead_code, reason = "a description may have no thin events")]
pub(crate) fn led_to_by<C: ApiClient, O, D, R>(
    mut request: Request<C, O>,
    event: &ThinEvent<D, R>,
    headers: &[(&str, &str)],
) -> Request<C, O> {
    for (name, value) in headers {
        let value = match &event.context {
            Some(context) => value.replace("{context}", context),
            None if value.contains("{context}") => continue,
            None => (*value).to_owned(),
        };
        request = request.header(name, value.replace("{id}", &event.id));
    }
    request
}

/// Lets thin events be followed: by the call that gets one, if there is such, and to the objects that they are about.
/// Behind that stand the headers that say which event led to a request.
macro_rules! follow {
    ($calls:path; $($retrieve:ident => $operation:ident;)? $($header:literal = $value:literal;)*) => {
        /// The headers that say which event led to a request.
        const LED_TO_BY: &[(&str, &str)] = &[$(($header, $value)),*];

        $(
            impl<D, R> $crate::runtime::ThinEvent<D, R> {
                /// Gets all of the event: its data, and what changed.
                pub fn fetch<C: $crate::runtime::ApiClient>(
                    &self,
                    client: &C,
                ) -> $crate::runtime::Request<C, $crate::runtime::Fetch<$operation, Self>> {
                    let request = $retrieve(client, self.id.as_str());
                    $crate::runtime::fetch($crate::runtime::led_to_by(request, self, LED_TO_BY))
                }
            }
        )?

        impl<D, R> $crate::runtime::ThinEvent<D, R>
        where
            Related<R>: $crate::runtime::Operation,
        {
            /// Gets the object that the event is about, as it is now. It is only asked for where this client's requests go.
            pub fn related<C: $crate::runtime::ApiClient>(
                &self,
                client: &C,
            ) -> $crate::runtime::Request<C, Related<R>> {
                let url = self.related_object.as_ref().and_then(|object| object.url.clone()).unwrap_or_default();
                let operation = Related { url, object: ::std::marker::PhantomData };
                let request = $crate::runtime::Request::new(client, operation);
                $crate::runtime::led_to_by(request, self, LED_TO_BY)
            }
        }

        /// What [`related`](crate::runtime::ThinEvent::related) sends.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Related<R> {
            url: ::std::string::String,
            object: ::std::marker::PhantomData<fn() -> R>,
        }

        impl<R> $crate::runtime::Operation for Related<R>
        where
            R: $crate::runtime::Place + ::std::clone::Clone + ::std::fmt::Debug + ::std::marker::Send + 'static,
        {
            type Output = R;
            type Error = $crate::runtime::AnyCode;
            const ENDPOINT: &'static $crate::runtime::Endpoint = &$calls;

            fn parameters<'a>(&'a mut self, _: &mut $crate::runtime::Parameters<'a>) {}

            fn url(&self) -> ::std::option::Option<&str> {
                ::std::option::Option::Some(&self.url)
            }
        }
    };
}
pub(crate) use follow;
