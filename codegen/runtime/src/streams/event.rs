//! Server-sent events.

use crate::runtime::json::slot::{Members, Object, Place, Slot};

/// An event that a server sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What it says.
    pub data: T,
    /// What it is called, if it has a name.
    pub event: Option<String>,
    /// Its id, or that of the last event before it that had one: from there a stream can be taken up again.
    pub id: Option<String>,
}

impl<T: Place> Place for Event<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self { data: T::blank(), event: None, id: None }
    }
}

impl<T: Place> Object for Event<T> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("data", &mut self.data);
        members.optional("event", &mut self.event);
        members.optional("id", &mut self.id);
    }
}
