//! Which objects hold each other without a list or map between, so that Rust needs a box on the way.

use super::groups::{group_of_each, groups};
use crate::api::model::{Api, Type};

/// The objects of an API, sorted into groups whose members hold each other.
pub(super) struct Cycles {
    group: Vec<usize>,
}

impl Cycles {
    /// Sorts the objects: two are in one group if each can be reached from the other.
    pub(super) fn of(api: &Api) -> Self {
        let held = api.objects.iter().map(|object| object.fields.iter().filter_map(|field| held(&field.ty)).collect());
        Self { group: group_of_each(&groups(&held.collect::<Vec<_>>())) }
    }

    /// Whether a field of this type is in a box, since its owner, the object at this place, would otherwise hold itself.
    pub(super) fn is_boxed(&self, owner: usize, ty: &Type) -> bool {
        held(ty).is_some_and(|held| self.group[owner] == self.group[held])
    }
}

/// The object that a field of this type has in itself.
fn held(ty: &Type) -> Option<usize> {
    if let Type::Object(id) = ty.without_null().meant() { Some(id.index()) } else { None }
}
