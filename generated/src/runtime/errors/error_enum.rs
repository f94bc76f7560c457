//! Enums of the error codes that one operation answers with.

use std::fmt::{Debug, Display};

/// The error codes of one operation.
///
/// Its text is the code on the wire, empty if the answer had none.
pub trait ErrorCode: Display + Debug + Send + Sync + 'static {
    /// The value that a code on the wire stands for; a code that is not known is kept.
    fn from_code(code: &str) -> Self;
}

/// The codes that one operation lists, which any operation may have: so `?` makes an error of one an error of all.
pub trait ListedCode: ErrorCode {}

/// Declares an enum with a row for each code, which says its text and its HTTP statuses, and makes it an [`ErrorCode`].
macro_rules! error_enum {
    ($(#[$above:meta])* pub enum $name:ident; $($rows:tt)*) => {
        $crate::runtime::known! {
            $(#[$above])*
            $name,
            " Every code that this version of the crate knows, with its text on the wire and each HTTP status that comes with it.",
            (&'static str, u16),
            " A code that this version of the crate does not know; empty if the answer had none.",
            $crate::runtime::UnknownValue;
            $($rows)*
        }
        $crate::runtime::text_enum!($name);

        impl $crate::runtime::ErrorCode for $name {
            fn from_code(code: &str) -> Self {
                $crate::runtime::of_text(code)
            }
        }

        impl $crate::runtime::ListedCode for $name {}
    };
}
pub(crate) use error_enum;
