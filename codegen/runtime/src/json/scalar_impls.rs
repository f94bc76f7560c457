//! What every scalar with a type of its own can do besides, given how it is read and written.

/// Gives a type with `Scalar` a place, a blank, and the traits of serde.
macro_rules! scalar {
    ($name:ident, $blank:expr) => {
        impl $crate::runtime::Place for $name {
            fn slot(&mut self) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::Scalar(self)
            }

            fn blank() -> Self {
                $blank
            }
        }

        $crate::runtime::serde_impls!($name);
    };
}
pub(crate) use scalar;
