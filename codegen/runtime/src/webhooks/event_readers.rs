//! Events that nothing in a delivery tells apart, of which each has an endpoint of its own.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_slot;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Place;
use crate::runtime::webhooks::unfit_data::UnfitData;

/// Reads the body of a delivery.
pub(crate) fn read_delivery<T: Place>(body: &[u8]) -> Result<T, UnfitData> {
    let unfit = |error| UnfitData { json: String::from_utf8_lossy(body).into_owned(), error };
    let json = std::str::from_utf8(body).map_err(|_| unfit(DecodeError::of_document("it is not UTF-8")))?;
    let mut data = T::blank();
    read_slot(json, &mut data.slot(), WireForm::Default).map_err(unfit)?;
    Ok(data)
}

/// Makes a type for each event, which reads deliveries of it. Behind its name stand its data and an example.
macro_rules! event_readers {
    ($($(#[$attribute:meta])* $name:ident: $data:ty, $example:expr;)+) => {
        $(
            $(#[$attribute])*
            ///
            /// Nothing in a delivery tells this event from others, so it needs an endpoint of its own.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $name {}

            impl $name {
                /// The body of a delivery, for tests.
                pub const EXAMPLE: &'static str = $example;

                /// Reads the body of a delivery.
                ///
                /// # Errors
                ///
                /// The body does not fit. It is kept as it came, with the place that does not fit.
                pub fn read(
                    body: impl ::std::convert::AsRef<[u8]>,
                ) -> ::std::result::Result<$data, $crate::runtime::UnfitData> {
                    $crate::runtime::read_delivery(body.as_ref())
                }
            }
        )+
    };
}
pub(crate) use event_readers;
