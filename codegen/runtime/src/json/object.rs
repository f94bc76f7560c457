//! What every object of an API can do, given the list of its members.

/// Makes a struct an object of answers. Behind its name stands its example, the text of a JSON document, and perhaps the
/// form of its instants. Each member has a row: how it may be missing, its field, its name on the wire, and perhaps the form in
/// which it is written.
macro_rules! object {
    ($name:ident, $example:expr $(, $form:ident)?; $($rows:tt)*) => {
        $crate::runtime::members!($name { $($rows)* });
        $crate::runtime::read!($name { $($rows)* });
        $crate::runtime::document!($name, $example $(, $form)?);
    };
}
pub(crate) use object;

/// Makes a struct an object of requests, by the same rows. A row may end in bounds, which are checked before it is sent. What
/// is always the same has a row without a field, which comes last.
macro_rules! params {
    ($name:ident; $($rows:tt)*) => {
        $crate::runtime::members!($name { $($rows)* });
        $crate::runtime::place!($name, Object);
    };
}
pub(crate) use params;

/// The list of a struct's members, which serves reading and writing.
macro_rules! members {
    ($name:ident {
        $($how:ident $field:ident $wire:literal $(as $form:ident)? $([$($bounds:tt)+])?;)*
        $($constant:literal = $value:tt;)*
    }) => {
        #[allow(deprecated, reason = "members that are on their way out are read and written like the others")]
        impl $crate::runtime::Object for $name {
            fn members<'a>(&'a mut self, _members: &mut $crate::runtime::Members<'a>) {
                $(
                    _members.$how($wire, &mut self.$field);
                    $(_members.form($crate::runtime::WireForm::$form);)?
                    $(_members.bounds($crate::runtime::bounds!($($bounds)+));)?
                )*
                $(_members.constant($constant, $crate::runtime::literal!($value));)*
            }
        }
    };
}
pub(crate) use members;

/// Gives an object of answers its JSON form, and an example.
macro_rules! document {
    ($name:ident, $example:expr) => {
        $crate::runtime::document!($name, $example, Default);
    };
    ($name:ident, $example:expr, $form:ident) => {
        impl $name {
            /// Reads a JSON document. Members that this version of the crate does not know are skipped.
            ///
            /// # Errors
            ///
            /// The text is not JSON, or a member is missing or does not fit; the error names its place.
            #[inline]
            pub fn from_json(text: &str) -> ::std::result::Result<Self, $crate::runtime::DecodeError> {
                $crate::runtime::from_json(text)
            }

            /// Writes a compact JSON document.
            #[must_use]
            #[inline]
            pub fn to_json(&self) -> ::std::string::String {
                $crate::runtime::to_json(&mut ::std::clone::Clone::clone(self), $crate::runtime::WireForm::$form)
            }

            /// An example to start a test from: assign the fields that matter, the others have likely values.
            #[must_use]
            #[inline]
            pub fn example() -> Self {
                $crate::runtime::example($example)
            }
        }

        $crate::runtime::serde_impls!($name, $crate::runtime::WireForm::$form);
    };
}
pub(crate) use document;

/// Offers a struct as an object that reading starts with blanks of all members.
macro_rules! read {
    ($name:ident { $($how:ident $field:ident $wire:literal $(as $form:ident)?;)* $($constant:literal = $value:tt;)* }) => {
        $crate::runtime::place!($name, Object, Self { $($field: $crate::runtime::blank(),)* });
    };
}
pub(crate) use read;

/// Offers a type as a slot of its sort: an `Object`, or a `Union` that its shape tells. What is also read has a value from
/// which that starts.
macro_rules! place {
    ($name:ident, $sort:ident $(, $blank:expr)?) => {
        #[allow(deprecated, reason = "members that are on their way out are read like the others")]
        impl $crate::runtime::Place for $name {
            fn slot(&mut self) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::$sort(self)
            }

            $(fn blank() -> Self {
                $blank
            })?
        }
    };
}
pub(crate) use place;
