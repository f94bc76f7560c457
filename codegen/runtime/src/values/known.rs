//! Enums with a table of what this version of the crate knows.
//!
//! There are many of them, so what they do is done once for all of them, by their table.

use std::fmt;

/// An enum with a table of its values, and one variant for all else.
pub trait Known: Clone + PartialEq + 'static {
    /// What stands for a value on the wire.
    type Wire: Copy + 'static;

    /// A row of the table.
    type Row: Row<Self>;

    /// What is kept of what is not known.
    type Kept: fmt::Debug;

    /// Every value that is known.
    const TABLE: &'static [Self::Row];

    /// Keeps what is not known.
    fn of_kept(kept: Self::Kept) -> Self;

    /// What was kept, if it is not known.
    fn kept(&self) -> Option<&Self::Kept>;
}

/// A row of the table of an enum.
pub trait Row<T: Known> {
    /// The value.
    fn value(&self) -> &T;

    /// What stands for it on the wire.
    fn wire(&self) -> T::Wire;
}

impl<T: Known<Wire = W>, W: Copy> Row<T> for (T, W) {
    fn value(&self) -> &T {
        &self.0
    }

    fn wire(&self) -> W {
        self.1
    }
}

/// That of a code, with its HTTP status.
impl<T: Known<Wire = W>, W: Copy> Row<T> for (T, W, u16) {
    fn value(&self) -> &T {
        &self.0
    }

    fn wire(&self) -> W {
        self.1
    }
}

/// Writes a value as `#[derive(Debug)]` does, by the names of all variants but the last.
pub(crate) fn debug_known<T: Known>(value: &T, names: &[&str], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(kept) = value.kept() {
        return f.debug_tuple("Unknown").field(kept).finish();
    }
    let mut rows = T::TABLE.iter().zip(names);
    f.write_str(rows.find(|(row, _)| row.value() == value).map_or("", |(_, name)| name))
}

/// Declares an enum with a row for each of its variants, which are what is said in the rows of the table `KNOWN`, and a
/// variant `Unknown` for all else.
macro_rules! known {
    (
        $(#[$above:meta])*
        $name:ident, $known:literal, ($wire:ty $(, $status:ty)?), $unknown:literal, $kept:ty;
        $($(#[$about:meta])* $variant:ident = $($said:literal),+;)*
    ) => {
        $(#[$above])*
        #[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::hash::Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            #[doc = $unknown]
            Unknown($kept),
        }

        #[allow(deprecated, reason = "the description still has these items")]
        impl $name {
            #[doc = $known]
            pub const KNOWN: &'static [(Self, $wire $(, $status)?)] = &[$((Self::$variant, $($said),+)),*];
        }

        impl $crate::runtime::Known for $name {
            type Wire = $wire;
            type Row = (Self, $wire $(, $status)?);
            type Kept = $kept;
            // Written out, since `Self::Row` could be a variant as well.
            const TABLE: &'static [(Self, $wire $(, $status)?)] = Self::KNOWN;

            fn of_kept(kept: $kept) -> Self {
                Self::Unknown(kept)
            }

            fn kept(&self) -> ::std::option::Option<&$kept> {
                match self {
                    Self::Unknown(kept) => ::std::option::Option::Some(kept),
                    #[allow(unreachable_patterns, reason = "a description may know no value at all")]
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_known(self, &[$(::std::stringify!($variant)),*], f)
            }
        }
    };
}
pub(crate) use known;
