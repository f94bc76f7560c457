//! Newtypes of text, so that one kind of identifier cannot be taken for another.

/// Gives a newtype of `String` its text and JSON form. What it holds is only checked against the bounds behind its name, and
/// before it is sent: what an identifier looks like is for the service to say.
macro_rules! identifier {
    ($name:ident $(, $($bounds:tt)+)?) => {
        impl $name {
            /// The text.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self(text)
            }
        }

        impl ::std::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                Self(text.clone())
            }
        }

        impl ::std::convert::From<&$name> for $name {
            #[inline]
            fn from(other: &$name) -> Self {
                other.clone()
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            #[inline]
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(text.into())
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl $crate::runtime::Scalar for $name {
            fn expected(&self) -> &'static str {
                "a string"
            }

            fn accept(&mut self, token: $crate::runtime::Token<'_>, _: $crate::runtime::WireForm) -> bool {
                let $crate::runtime::Token::Text(text) = token else { return false };
                self.0 = text.into_owned();
                true
            }

            fn token(&self, _: $crate::runtime::WireForm) -> $crate::runtime::Token<'_> {
                $crate::runtime::Token::Text(self.0.as_str().into())
            }

            $(fn bounds(&self) -> &'static [$crate::runtime::Bound] {
                $crate::runtime::bounds!($($bounds)+)
            })?
        }

        $crate::runtime::scalar!($name, Self(::std::string::String::new()));
    };
}
pub(crate) use identifier;
