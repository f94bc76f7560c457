//! What open enums and error enums share: variants that stand for texts, and one for all other texts.

/// Gives an enum with a table `KNOWN` of (value, text, …) and a variant `Unknown(UnknownValue)` its text form.
macro_rules! text_enum {
    ($name:ident) => {
        impl $name {
            /// The text on the wire.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unknown(text) => text.as_str(),
                    #[allow(unreachable_patterns, reason = "a description may know no value at all")]
                    known => Self::KNOWN.iter().find(|(value, ..)| value == known).map_or("", |(_, text, ..)| text),
                }
            }

            /// The value that a text on the wire stands for.
            #[inline]
            fn from_text(text: &str) -> Self {
                match Self::KNOWN.iter().find(|(_, known, ..)| *known == text) {
                    ::std::option::Option::Some((value, ..)) => value.clone(),
                    ::std::option::Option::None => Self::Unknown($crate::runtime::UnknownValue::new(text)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        /// By the text.
        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}
pub(crate) use text_enum;
