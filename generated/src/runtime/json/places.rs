//! How the types of the standard library, and any JSON, are read and written.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use crate::runtime::json::literal::Literal;
use crate::runtime::json::slot::{ListPlace, MapPlace, OptionalPlace, Place, Slot};

/// Gives the scalars of Rust a place and a blank.
macro_rules! scalars {
    ($($scalar:ident)*) => {$(
        impl Place for $scalar {
            fn slot(&mut self) -> Slot<'_> {
                Slot::Scalar(self)
            }

            fn blank() -> Self {
                Self::default()
            }
        }
    )*};
}

scalars! { bool i32 i64 u32 u64 f32 f64 String }

impl Place for Literal {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Place for Value {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Json(self)
    }

    fn blank() -> Self {
        Self::Null
    }
}

impl Place for () {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Nothing
    }

    fn blank() -> Self {}
}

impl Place for Bytes {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Raw(self)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Place> Place for Box<T> {
    fn slot(&mut self) -> Slot<'_> {
        (**self).slot()
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Place> OptionalPlace for Option<T> {
    fn fill(&mut self) -> &mut dyn Place {
        self.insert(T::blank())
    }

    fn get(&mut self) -> Option<&mut dyn Place> {
        self.as_mut().map(|value| value as &mut dyn Place)
    }
}

impl<T: Place> Place for Option<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }

    fn blank() -> Self {
        None
    }
}

impl<T: Place> ListPlace for Vec<T> {
    fn push_blank(&mut self) -> &mut dyn Place {
        let index = self.len();
        self.push(T::blank());
        &mut self[index]
    }

    fn pop(&mut self) {
        self.pop();
    }

    fn items(&mut self) -> Box<dyn Iterator<Item = &mut dyn Place> + '_> {
        Box::new(self.iter_mut().map(|item| item as &mut dyn Place))
    }
}

impl<T: Place> Place for Vec<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Place> MapPlace for BTreeMap<String, T> {
    fn insert_blank(&mut self, key: &str) -> Option<&mut dyn Place> {
        match self.entry(key.to_owned()) {
            std::collections::btree_map::Entry::Vacant(entry) => Some(entry.insert(T::blank())),
            std::collections::btree_map::Entry::Occupied(_) => None,
        }
    }

    fn entries(&mut self) -> Box<dyn Iterator<Item = (&str, &mut dyn Place)> + '_> {
        Box::new(self.iter_mut().map(|(key, value)| (key.as_str(), value as &mut dyn Place)))
    }
}

impl<T: Place> Place for BTreeMap<String, T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }

    fn blank() -> Self {
        Self::new()
    }
}
