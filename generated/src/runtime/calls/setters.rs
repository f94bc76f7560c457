//! Setters that set what they are given.

/// Makes the setters of an object of requests, or of the requests of an operation, with a row for each: its name, and the trait
/// of what it takes. What the client is called is said too, since an operation may be called `C`.
macro_rules! setters {
    (Request<$client:ident, $operation:ident>; $($(#[$about:meta])* $name:ident $(<$how:ident>)?: $taken:path;)*) => {
        impl<$client> $crate::runtime::Request<$client, $operation> {
            $(
                $(#[$about])*
                pub fn $name $(<$how>)? (mut self, $name: impl $taken) -> Self {
                    self.operation.$name = $name.given();
                    self
                }
            )*
        }
    };
    ($object:ident; $($(#[$about:meta])* $name:ident $(<$how:ident>)?: $taken:path;)*) => {
        impl $object {
            $(
                $(#[$about])*
                pub fn $name $(<$how>)? (mut self, $name: impl $taken) -> Self {
                    self.$name = $name.given();
                    self
                }
            )*
        }
    };
}
pub(crate) use setters;
