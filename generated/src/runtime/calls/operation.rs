//! An operation of an API: a plain value that becomes an HTTP request, and understands the response to it.

use std::fmt::Debug;

use bytes::Bytes;

use crate::runtime::answers::answer::{Answer, Parts};
use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::decode::{decode, undescribed};
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::environment::System;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::error_enum::ErrorCode;
use crate::runtime::responses::call_record::CallRecord;
use crate::runtime::responses::raw_response::RawResponse;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::responses::response::Response;

/// An operation of an API: what is sent by the request function of its name.
pub trait Operation: Clone + Debug + Send + 'static {
    /// What a successful call gives.
    type Output: Answer + Send + 'static;

    /// The error codes of this operation.
    type Error: ErrorCode;

    /// Where the operation goes.
    const ENDPOINT: &'static Endpoint;

    /// Lists every parameter.
    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>);

    /// The URL to which it goes in place of the path of its endpoint, at the same server, if a service said one.
    fn url(&self) -> Option<&str> {
        None
    }

    /// What the response to the [request](crate::runtime::Request::into_http) says.
    ///
    /// # Errors
    ///
    /// The server refused or failed (any status but 2xx and those that the description has for answers), or its answer does not fit the output.
    fn from_http(response: http::Response<Bytes>) -> Result<Self::Output, Error<Self::Error>> {
        let raw = RawResponse::new(Self::ENDPOINT, response, CallRecord::default(), &System);
        read_output::<Self>(raw)
    }
}

/// What a response says. The response is dropped before the output moves, which may be large.
pub(crate) fn read_output<O: Operation>(raw: RawResponse) -> Result<O::Output, Error<O::Error>> {
    let Some(mut output) = O::Output::of_status(raw.status()) else { return Err(undescribed(raw).with_kind()) };
    match decode(raw, Parts::of(&mut output)) {
        Ok(_) => Ok(output),
        Err(error) => Err(error.with_kind()),
    }
}

/// What a response says, together with the response.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(crate) fn read<O: Operation>(raw: RawResponse) -> Result<Response<O::Output>, Error<O::Error>> {
    let Some(mut output) = O::Output::of_status(raw.status()) else { return Err(undescribed(raw).with_kind()) };
    match decode(raw, Parts::of(&mut output)) {
        Ok(raw) => Ok(Response { output, raw }),
        Err(error) => Err(error.with_kind()),
    }
}

/// Makes a struct an operation: what it answers, perhaps with the form in which that is written, and how it fails, its
/// endpoint, and a row for each parameter. A row says what carries the parameter, how it may be missing, its field, its name
/// on the wire, and perhaps its style and form, in which it is written, and bounds, which are checked before it is sent. What is always the same has a row without a field,
/// which says what carries it and comes last.
macro_rules! operation {
    (
        $name:ident => $output:ty $(as $answer:ident)?, $error:ty;
        $method:ident $path:literal, $label:literal, $dialect:path $(, { $($trait:ident: $value:expr),* })?;
        $($part:ident $how:ident $field:ident $wire:literal $(in $style:ident)? $(as $form:ident)? $([$($bounds:tt)+])?;)*
        $($constant:literal = $says:tt in $carrier:ident;)*
    ) => {
        impl $crate::runtime::Operation for $name {
            type Output = $output;
            type Error = $error;
            const ENDPOINT: &'static $crate::runtime::Endpoint = &$crate::runtime::Endpoint {
                name: $label,
                method: ::http::Method::$method,
                path: $path,
                traits: $crate::runtime::Traits { $($($trait: $value,)*)? ..$crate::runtime::Traits::PLAIN },
                answer: $crate::runtime::form!($($answer)?),
                dialect: &$dialect,
            };

            fn parameters<'a>(&'a mut self, _parameters: &mut $crate::runtime::Parameters<'a>) {
                $(
                    _parameters.$part.$how($wire, &mut self.$field);
                    $(_parameters.styles.$part.push(($wire, $crate::runtime::Style::$style));)?
                    $(_parameters.$part.form($crate::runtime::WireForm::$form);)?
                    $(_parameters.$part.bounds($crate::runtime::bounds!($($bounds)+));)?
                )*
                $(_parameters.$carrier.constant($constant, $crate::runtime::literal!($says));)*
            }
        }
    };
}
pub(crate) use operation;
