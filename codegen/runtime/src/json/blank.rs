//! What reading begins with.

/// A type that has a value to start reading from.
///
/// A blank never leaves this crate: what is required is read into it first, or the reading fails.
pub trait Blank {
    /// A value whose content means nothing yet.
    fn blank() -> Self;

    /// Keeps items that do not fit, where it is a page of a list.
    fn keep_misfits(&mut self) {}
}

/// A value to be filled by reading; its type follows from where it is put.
pub(crate) fn blank<T: Blank>() -> T {
    T::blank()
}
