//! References to items, as places in the lists of the same [`Api`](super::Api).

macro_rules! ids {
    ($(#[doc = $doc:literal] $name:ident;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::api) usize);

        impl $name {
            /// The place in the list, for lists that run beside it.
            #[must_use]
            pub fn index(self) -> usize {
                self.0
            }
        }
    )*};
}

ids! {
    #[doc = "Points to a type with a name of its own."] AliasId;
    #[doc = "Points to an object."] ObjectId;
    #[doc = "Points to an enum."] EnumId;
    #[doc = "Points to a type of identifiers."] IdentifierId;
    #[doc = "Points to an error code."] CodeId;
    #[doc = "Points to how an endpoint speaks."] DialectId;
    #[doc = "Points to a place where the API is served."] ServerId;
    #[doc = "Points to a way to prove who sends a request."] SchemeId;
}

impl ObjectId {
    /// The one at a place in the list.
    pub(crate) fn at(place: usize) -> Self {
        Self(place)
    }
}
