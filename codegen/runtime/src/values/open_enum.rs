//! Enums that keep a value they do not know, so that a new value of the API breaks no caller.

/// Gives an enum with a table `KNOWN` of (value, text) and a variant `Unknown(UnknownValue)` its text and JSON form.
macro_rules! open_enum {
    ($name:ident) => {
        $crate::runtime::text_enum!($name);

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self::from_text(text)
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(text: String) -> Self {
                Self::from_text(&text)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(Self::from_text(text))
            }
        }

        impl $crate::runtime::Text for $name {
            fn accept_text(&mut self, text: &str) -> bool {
                *self = Self::from_text(text);
                true
            }

            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                self.as_str().into()
            }
        }

        impl $crate::runtime::Place for $name {
            fn slot(&mut self) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::Text(self)
            }
        }

        impl $crate::runtime::Blank for $name {
            fn blank() -> Self {
                Self::from_text("")
            }
        }

        $crate::runtime::serde_impls!($name);
    };
}
pub(crate) use open_enum;
