//! Enums that keep a value they do not know, so that a new value of the API breaks no caller.

/// Declares an enum with a row for each value, which says its text, and gives it its text and JSON form.
macro_rules! open_enum {
    ($(#[$above:meta])* pub enum $name:ident; $($rows:tt)*) => {
        $crate::runtime::known! {
            $(#[$above])*
            $name,
            " Every value that this version of the crate knows, with its text on the wire.", (&'static str),
            " A value that this version of the crate does not know.", $crate::runtime::UnknownValue;
            $($rows)*
        }
        $crate::runtime::text_enum!($name);

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                $crate::runtime::of_text(text)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                $crate::runtime::of_text(&text)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok($crate::runtime::of_text(text))
            }
        }

        $crate::runtime::scalar!($name, $crate::runtime::of_text(""));
    };
}
pub(crate) use open_enum;
