//! Enums of numbers or truths, which keep a value that they do not know, and cost nothing to copy.

/// Declares an enum with a row for each value, which says its integer or truth, and gives it its JSON form.
macro_rules! copy_enum {
    ($(#[$above:meta])* pub enum $name:ident: i64; $($rows:tt)*) => {
        $crate::runtime::known! {
            $(#[$above])*
            #[derive(::std::marker::Copy)]
            $name,
            " Every value that this version of the crate knows, with its integer on the wire.", (i64),
            " A value that this version of the crate does not know.", $crate::runtime::UnknownScalar<i64>;
            $($rows)*
        }
        $crate::runtime::copy_enum!($name, i64, as_i64, Integer, "The integer on the wire.", "an integer");
    };
    ($(#[$above:meta])* pub enum $name:ident: bool; $($rows:tt)*) => {
        $crate::runtime::known! {
            $(#[$above])*
            #[derive(::std::marker::Copy)]
            $name,
            " Every value that this version of the crate knows, with its boolean on the wire.", (bool),
            " A value that this version of the crate does not know.", $crate::runtime::UnknownScalar<bool>;
            $($rows)*
        }
        $crate::runtime::copy_enum!($name, bool, as_bool, Boolean, "The boolean on the wire.", "a boolean");
    };
    ($name:ident, $base:ident, $as_base:ident, $literal:ident, $doc:literal, $expected:literal) => {
        impl $name {
            #[doc = $doc]
            #[must_use]
            #[inline]
            pub fn $as_base(&self) -> $base {
                match self {
                    Self::Unknown(unknown) => unknown.get(),
                    #[allow(unreachable_patterns, reason = "a description may know no value at all")]
                    known => {
                        Self::KNOWN.iter().find(|(value, _)| value == known).map_or(<_>::default(), |(_, base)| *base)
                    }
                }
            }
        }

        impl ::std::convert::From<$base> for $name {
            #[inline]
            fn from(base: $base) -> Self {
                match Self::KNOWN.iter().find(|(_, known)| *known == base) {
                    ::std::option::Option::Some((value, _)) => *value,
                    ::std::option::Option::None => Self::Unknown($crate::runtime::UnknownScalar::new(base)),
                }
            }
        }

        impl ::std::convert::From<$name> for $base {
            #[inline]
            fn from(value: $name) -> Self {
                value.$as_base()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.$as_base(), f)
            }
        }

        impl ::std::cmp::PartialEq<$base> for $name {
            #[inline]
            fn eq(&self, other: &$base) -> bool {
                self.$as_base() == *other
            }
        }

        /// By the value on the wire.
        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.$as_base().cmp(&other.$as_base())
            }
        }

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl $crate::runtime::Scalar for $name {
            fn expected(&self) -> &'static str {
                $expected
            }

            fn accept(&mut self, token: $crate::runtime::Token<'_>, form: $crate::runtime::WireForm) -> bool {
                let mut base = self.$as_base();
                let is_read = $crate::runtime::Scalar::accept(&mut base, token, form);
                *self = base.into();
                is_read
            }

            fn token(&self, _: $crate::runtime::WireForm) -> $crate::runtime::Token<'_> {
                $crate::runtime::Literal::$literal(self.$as_base()).as_token()
            }
        }

        $crate::runtime::scalar!($name, Self::from(<$base>::default()));
    };
}
pub(crate) use copy_enum;
