//! Enums of the events that an API describes.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_slot;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{MadeOf, Place, ReadWhole};
use crate::runtime::json::write::write_json;
use crate::runtime::webhooks::delivery::{EventPlace, Head, unwrapped};
use crate::runtime::webhooks::event_sort::EventSort;
use crate::runtime::webhooks::unknown_event::UnknownEvent;
use crate::runtime::webhooks::webhook_error::WebhookError;
use crate::runtime::webhooks::webhook_headers::WebhookHeaders;

/// An event of a known type.
pub(crate) trait EventBody: Place {
    /// The envelope that it has.
    fn sort(&self) -> EventSort;

    /// What identifies it.
    fn id(&self) -> Option<&str>;

    /// What happened.
    fn event_type(&self) -> &str;

    /// Takes what was said of it outside of its members.
    fn told(&mut self, _event_type: &str, _id: Option<&str>) {}
}

/// An enum of events.
pub(crate) trait EventEnum: Sized {
    /// Where deliveries say the type of their event, and what identifies it.
    const PLACES: [&'static [EventPlace]; 2];

    /// A blank event of a type, if that is known.
    fn of_type(event_type: &str) -> Option<Self>;

    /// One that is not known.
    fn of_unknown(event: UnknownEvent) -> Self;

    /// The event, or what was kept of it.
    fn body(&mut self) -> Result<&mut dyn EventBody, &mut UnknownEvent>;
}

/// Reads an event of which the head is known.
fn read_event<E: EventEnum>(head: Head, json: &str, read: &mut ReadWhole<'_>) -> Result<E, DecodeError> {
    let Some(mut event) = head.known(E::of_type) else {
        let Head { event_type, id, .. } = head;
        return Ok(E::of_unknown(UnknownEvent { event_type, id, json: json.to_owned() }));
    };
    if let Ok(body) = event.body() {
        head.is_of(body.sort())?;
        read(body.slot())?;
        body.told(&head.event_type, head.id.as_deref());
    }
    Ok(event)
}

/// Reads the event of a delivery that was verified, or need not be.
pub(super) fn delivered<E: EventEnum>(headers: &(impl WebhookHeaders + ?Sized), json: &str) -> Result<E, DecodeError> {
    let head = Head::of(E::PLACES, headers, json)?;
    read_event(head, json, &mut |mut slot| read_slot(json, &mut slot, WireForm::Default))
}

/// The text of a body.
pub(super) fn text(body: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(body).map_err(|_| DecodeError::of_document("it is not UTF-8"))
}

/// Reads a delivery of which something else says where it comes from.
pub(crate) fn without_verification<E: EventEnum>(
    headers: &(impl WebhookHeaders + ?Sized),
    body: &[u8],
) -> Result<E, WebhookError> {
    let whole = text(body)?;
    let inside = unwrapped(whole)?;
    // What is delivered so by itself has no other event inside.
    let is_inside = Head::of(E::PLACES, headers, inside).is_ok();
    Ok(delivered(headers, if is_inside { inside } else { whole })?)
}

/// Reads an example, which this crate's own tests hold to be readable.
pub(crate) fn example_event<E: EventEnum>(event_type: &str, json: &str) -> E {
    let head = Head::of(E::PLACES, &NO_HEADERS, json).map(|head| head.id).unwrap_or_default();
    let head = Head::example(event_type, head);
    read_event(head, json, &mut |mut slot| read_slot(json, &mut slot, WireForm::Default))
        .unwrap_or_else(|error| panic!("the example does not fit its own event: {error}"))
}

/// The body of an event.
pub(crate) fn event_json(event: &mut impl EventEnum) -> String {
    match event.body() {
        Ok(body) => write_json(body.slot(), WireForm::Default),
        Err(unknown) => unknown.json.clone(),
    }
}

/// Reads an event as the answer to a call, which has no headers of a delivery.
pub(crate) fn take_event<E: EventEnum>(event: &mut E, json: &str, read: &mut ReadWhole<'_>) -> Result<(), DecodeError> {
    *event = read_event(Head::of(E::PLACES, &NO_HEADERS, json)?, json, read)?;
    Ok(())
}

/// What an event is made of.
pub(crate) fn event_made_of(event: &mut impl EventEnum) -> MadeOf<'_> {
    match event.body() {
        Ok(body) => MadeOf::Value(body.slot()),
        Err(unknown) => MadeOf::Json(&unknown.json),
    }
}

/// Where there are none.
pub(crate) const NO_HEADERS: [(&str, &str); 0] = [];

/// Makes an enum one of events. Behind its name stands where deliveries say the type of their event, with dots between what
/// several places say, and what identifies it. Each event has a row: the variant, the type on the wire, and an example.
macro_rules! events {
    (
        $name:ident, type $($type_in:ident($($type_at:literal),+))+, id $id_in:ident($($id_at:literal),+);
        $($variant:ident = $wire:literal, $example:expr;)+
    ) => {
        impl $name {
            /// The types of all events that are described, as they are on the wire.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            $crate::runtime::events!(@unverified $($type_in)+);

            /// What happened.
            #[must_use]
            pub fn event_type(&self) -> &str {
                match self {
                    $(Self::$variant(event) => $crate::runtime::EventBody::event_type(&**event),)+
                    Self::Unknown(event) => event.event_type(),
                }
            }

            /// Identifies the event, if the service says it: one that is delivered twice has it twice.
            #[must_use]
            pub fn id(&self) -> ::std::option::Option<&str> {
                match self {
                    $(Self::$variant(event) => $crate::runtime::EventBody::id(&**event),)+
                    Self::Unknown(event) => event.id(),
                }
            }

            /// Writes the body that a delivery of it has.
            #[must_use]
            pub fn to_json(&self) -> ::std::string::String {
                $crate::runtime::event_json(&mut ::std::clone::Clone::clone(self))
            }

            /// An example to start a test from: assign the fields that matter, the others have likely values.
            #[must_use]
            pub fn example() -> Self {
                $crate::runtime::events!(@first $($wire, $example;)+)
            }

            /// An example of an event of this type, as it is on the wire.
            #[must_use]
            pub fn example_of(event_type: &str) -> ::std::option::Option<Self> {
                match event_type {
                    $($wire => ::std::option::Option::Some($crate::runtime::example_event($wire, $example)),)+
                    _ => ::std::option::Option::None,
                }
            }
        }

        #[allow(deprecated, reason = "events that are on their way out are read like the others")]
        impl $crate::runtime::EventEnum for $name {
            const PLACES: [&'static [$crate::runtime::EventPlace]; 2] = [
                &[$($crate::runtime::events!(@place $type_in $($type_at),+)),+],
                &[$crate::runtime::events!(@place $id_in $($id_at),+)],
            ];

            fn of_type(event_type: &str) -> ::std::option::Option<Self> {
                ::std::option::Option::Some(match event_type {
                    $($wire => Self::$variant($crate::runtime::blank()),)+
                    _ => return ::std::option::Option::None,
                })
            }

            fn of_unknown(event: $crate::runtime::UnknownEvent) -> Self {
                Self::Unknown(event)
            }

            fn body(
                &mut self,
            ) -> ::std::result::Result<&mut dyn $crate::runtime::EventBody, &mut $crate::runtime::UnknownEvent> {
                match self {
                    $(Self::$variant(event) => ::std::result::Result::Ok(&mut **event),)+
                    Self::Unknown(event) => ::std::result::Result::Err(event),
                }
            }
        }

        impl $crate::runtime::Document for $name {
            fn take(
                &mut self,
                json: &str,
                read: &mut $crate::runtime::ReadWhole<'_>,
            ) -> ::std::result::Result<(), $crate::runtime::DecodeError> {
                $crate::runtime::take_event(self, json, read)
            }

            fn made_of(&mut self) -> $crate::runtime::MadeOf<'_> {
                $crate::runtime::event_made_of(self)
            }
        }

        impl $crate::runtime::Place for $name {
            fn slot(&mut self) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::Document(self)
            }

            fn blank() -> Self {
                Self::Unknown($crate::runtime::UnknownEvent::blank())
            }
        }
    };
    (@place Members $($member:literal),+) => { $crate::runtime::EventPlace::Members(&[$($member),+]) };
    (@place Header $name:literal) => { $crate::runtime::EventPlace::Header($name) };
    (@first $wire:literal, $example:expr; $($others:tt)*) => {
        $crate::runtime::example_event($wire, $example)
    };
    (@unverified $(Members)+) => {
        /// Reads an event that did not come as a webhook, from the body alone: one from a queue, or one that the program kept.
        /// **Nothing says who made it**, so never use it for what came from the internet.
        ///
        /// An event that Amazon `EventBridge` or Azure Event Grid delivered is taken out of its envelope.
        ///
        /// # Errors
        ///
        /// The body is no event.
        pub fn without_verification(
            body: impl ::std::convert::AsRef<[u8]>,
        ) -> ::std::result::Result<Self, $crate::runtime::WebhookError> {
            $crate::runtime::without_verification(&$crate::runtime::NO_HEADERS, body.as_ref())
        }
    };
    (@unverified $($place:ident)+) => {
        /// Reads an event that did not come as a webhook: one from a queue, or one that the program kept, with the headers that
        /// say what it is. **Nothing says who made it**, so never use it for what came from the internet.
        ///
        /// An event that Amazon `EventBridge` or Azure Event Grid delivered is taken out of its envelope.
        ///
        /// # Errors
        ///
        /// The body is no event.
        pub fn without_verification(
            headers: &(impl $crate::runtime::WebhookHeaders + ?::std::marker::Sized),
            body: impl ::std::convert::AsRef<[u8]>,
        ) -> ::std::result::Result<Self, $crate::runtime::WebhookError> {
            $crate::runtime::without_verification(headers, body.as_ref())
        }
    };
}
pub(crate) use events;
