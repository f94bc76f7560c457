//! What turns into the variants of an enum of requests.

/// Lets a variant follow from what it holds: `from` a type; from a `text` as callers hold them, which turns into a type; from a
/// list of `each` of a type, or of `texts` or `items` that turn into it; from the `entries` of a map, whose values do. Only
/// `items` leaves open what lists are of, so no other list stands beside them.
macro_rules! follows {
    ($name:ident::$variant:ident from $given:ty) => {
        $crate::runtime::follows!(@impl $name [] $given, given => Self::$variant(::std::convert::Into::into(given)));
    };
    ($name:ident::$variant:ident text $text:ty) => {
        $crate::runtime::follows!(@impl $name [] ::std::string::String, text => Self::$variant(<$text>::from(text)));
        $crate::runtime::follows!(@impl $name [] &str, text => Self::$variant(<$text>::from(text)));
        $crate::runtime::follows!(@impl $name [] &::std::string::String, text => Self::from(text.as_str()));
    };
    ($name:ident::$variant:ident each $item:ty) => {
        $crate::runtime::follows!(@lists $name::$variant [] $item => $item);
    };
    ($name:ident::$variant:ident texts $item:ty) => {
        $crate::runtime::follows!(@lists $name::$variant [] &str => $item);
    };
    ($name:ident::$variant:ident items $item:ty) => {
        $crate::runtime::follows!(
            @lists $name::$variant [T: ::std::clone::Clone + ::std::convert::Into<$item>,] T => $item
        );
    };
    ($name:ident::$variant:ident entries $value:ty) => {
        $crate::runtime::follows!(
            @maps $name::$variant [K: ::std::convert::Into<::std::string::String>, V: ::std::convert::Into<$value>,] $value
        );
    };
    (@lists $name:ident::$variant:ident [$($generics:tt)*] $given:ty => $item:ty) => {
        $crate::runtime::follows!(@impl $name [$($generics)*] ::std::vec::Vec<$given>, list => {
            let list: ::std::vec::Vec<$item> = list.into_iter().map(::std::convert::Into::into).collect();
            Self::$variant(::std::convert::Into::into(list))
        });
        $crate::runtime::follows!(@impl $name [$($generics)*] &::std::vec::Vec<$given>, list => Self::from(list.clone()));
        $crate::runtime::follows!(@impl $name [$($generics)*] &[$given], list => Self::from(list.to_vec()));
        $crate::runtime::follows!(
            @impl $name [$($generics)* const N: usize] [$given; N], list => Self::from(::std::vec::Vec::from(list))
        );
        $crate::runtime::follows!(
            @impl $name [$($generics)* const N: usize] &[$given; N], list => Self::from(list.to_vec())
        );
    };
    (@maps $name:ident::$variant:ident [$($generics:tt)*] $value:ty) => {
        $crate::runtime::follows!(@impl $name [$($generics)*] ::std::vec::Vec<(K, V)>, entries => {
            let entries = entries.into_iter().map(|(key, value)| (key.into(), value.into()));
            let map: ::std::collections::BTreeMap<::std::string::String, $value> = entries.collect();
            Self::$variant(::std::convert::Into::into(map))
        });
        $crate::runtime::follows!(
            @impl $name [$($generics)* const N: usize] [(K, V); N], entries => Self::from(::std::vec::Vec::from(entries))
        );
        $crate::runtime::follows!(
            @impl $name [$($generics)*] ::std::collections::BTreeMap<K, V>, map =>
            Self::from(map.into_iter().collect::<::std::vec::Vec<_>>())
        );
        $crate::runtime::follows!(
            @impl $name [$($generics)* S] ::std::collections::HashMap<K, V, S>, map =>
            Self::from(map.into_iter().collect::<::std::vec::Vec<_>>())
        );
    };
    (@impl $name:ident [$($generics:tt)*] $given:ty, $value:ident => $made:expr) => {
        #[allow(deprecated, reason = "kinds that are on their way out are made like the others")]
        impl<$($generics)*> ::std::convert::From<$given> for $name {
            fn from($value: $given) -> Self {
                $made
            }
        }
    };
}
pub(crate) use follows;
