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
    let (mut rows, mut names) = (T::TABLE, names);
    while let ([row, other_rows @ ..], [name, other_names @ ..]) = (rows, names) {
        if row.value() == value {
            return f.write_str(name);
        }
        (rows, names) = (other_rows, other_names);
    }
    Ok(())
}

/// The table `KNOWN` of an enum, given what stands for each of its variants: a code has a row for each status that comes with it.
macro_rules! known_rows {
    ($($variant:ident = $wire:literal;)*) => { &[$((Self::$variant, $wire)),*] };
    ($($variant:ident = $wire:literal $(, $status:literal)+;)*) => { &[$($((Self::$variant, $wire, $status)),+),*] };
}
pub(crate) use known_rows;

/// The name of the variant of each row of that table.
macro_rules! known_names {
    ($($variant:ident = $wire:literal;)*) => { &[$(::std::stringify!($variant)),*] };
    ($($variant:ident = $wire:literal $(, $status:literal)+;)*) => {
        &[$($($crate::runtime::known_names!(@ $variant $status)),+),*]
    };
    (@ $variant:ident $status:literal) => { ::std::stringify!($variant) };
}
pub(crate) use known_names;

/// Declares an enum with a row for each of its variants, which says what stands for it, and with a variant `Unknown` for all
/// else.
macro_rules! known {
    (
        $(#[$above:meta])*
        $name:ident, $known:literal, ($wire:ty $(, $status:ty)?), $unknown:literal, $kept:ty;
        $($(#[$about:meta])* $variant:ident = $said:literal $(, $with:literal)*;)*
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
            pub const KNOWN: &'static [(Self, $wire $(, $status)?)] =
                $crate::runtime::known_rows!($($variant = $said $(, $with)*;)*);
        }

        impl $crate::runtime::Known for $name {
            type Wire = $wire;
            type Row = (Self, $wire $(, $status)?);
            type Kept = $kept;
            // Written out, since `Self::Row` could be a variant as well.
            const TABLE: &'static [(Self, $wire $(, $status)?)] = Self::KNOWN;

            #[inline]
            fn of_kept(kept: $kept) -> Self {
                Self::Unknown(kept)
            }

            #[inline]
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
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_known(self, $crate::runtime::known_names!($($variant = $said $(, $with)*;)*), f)
            }
        }
    };
}
pub(crate) use known;
