//! Enums with a table of what this version of the crate knows.

/// Declares an enum with a row for each of its variants, which are what is said in the rows of the table `KNOWN`, and a
/// variant `Unknown` for all else.
macro_rules! known {
    (
        $(#[$above:meta])*
        $name:ident, $known:literal, $entry:ty, $unknown:literal, $kept:ty;
        $($(#[$about:meta])* $variant:ident = $($said:literal),+;)*
    ) => {
        $(#[$above])*
        #[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, ::std::cmp::Eq, ::std::hash::Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            #[doc = $unknown]
            Unknown($kept),
        }

        #[allow(deprecated, reason = "the description still has these items")]
        impl $name {
            #[doc = $known]
            pub const KNOWN: &'static [$entry] = &[$((Self::$variant, $($said),+)),*];
        }
    };
}
pub(crate) use known;
