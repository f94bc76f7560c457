//! Whether values keep to their bounds, checked before anything is sent.

use crate::runtime::json::bound::Bound;
use crate::runtime::json::slot::{Members, Place, Slot};
use crate::runtime::json::value_path::ValuePath;

/// A value beyond its bound: where it is, and what is said of it.
pub(crate) struct Excess {
    pub(crate) path: ValuePath,
    pub(crate) reason: String,
}

impl Excess {
    fn within_member(mut self, name: &str) -> Self {
        self.path.within_member(name);
        self
    }

    fn within_item(mut self, index: usize) -> Self {
        self.path.within_item(index);
        self
    }
}

/// Checks all that is written, however deep.
pub(crate) fn check_bounds(members: &mut Members<'_>) -> Result<(), Excess> {
    for &(index, bound) in &members.bounds {
        let member = &mut members.list[index];
        bound.check(member.place).map_err(|excess| excess.within_member(member.name))?;
    }
    for (name, place) in members.written() {
        check_inside(place).map_err(|excess| excess.within_member(name))?;
    }
    Ok(())
}

/// Checks the members of the objects in a value.
fn check_inside(place: &mut dyn Place) -> Result<(), Excess> {
    match place.slot() {
        Slot::Optional(place) => place.get().map_or(Ok(()), check_inside),
        Slot::List(list) => check_items(list.items(), check_inside),
        Slot::Map(map) => {
            for (key, place) in map.entries() {
                check_inside(place).map_err(|excess| excess.within_member(key))?;
            }
            Ok(())
        }
        Slot::Object(object) => check_bounds(&mut Members::of(object)),
        Slot::TextOrObject(either) => check_inside(either.get()),
        _ => Ok(()),
    }
}

fn check_items<'a>(
    items: impl Iterator<Item = &'a mut dyn Place>,
    check: impl Fn(&mut dyn Place) -> Result<(), Excess>,
) -> Result<(), Excess> {
    for (index, item) in items.enumerate() {
        check(item).map_err(|excess| excess.within_item(index))?;
    }
    Ok(())
}

impl Bound {
    fn check(self, place: &mut dyn Place) -> Result<(), Excess> {
        match (self, place.slot()) {
            (_, Slot::Optional(place)) => place.get().map_or(Ok(()), |place| self.check(place)),
            (Self::MaxItems(most), Slot::List(list)) => match list.items().nth(most) {
                Some(_) => Err(self.excess().within_item(most)),
                None => Ok(()),
            },
            (_, Slot::List(list)) => check_items(list.items(), |item| self.check(item)),
            (_, slot) => {
                if self.holds_for(slot) {
                    Ok(())
                } else {
                    Err(self.excess())
                }
            }
        }
    }

    fn holds_for(self, slot: Slot<'_>) -> bool {
        match (self, slot) {
            (Self::MaxLength(most), Slot::Text(text)) => text.text().chars().nth(most).is_none(),
            (Self::Min(least), slot) => whole_number(slot).is_none_or(|number| number >= least),
            (Self::Max(greatest), slot) => whole_number(slot).is_none_or(|number| number <= greatest),
            _ => true,
        }
    }

    fn excess(self) -> Excess {
        let reason = match self {
            Self::MaxLength(most) => format!("must not have more than {most} characters"),
            Self::MaxItems(most) => format!("is one too many: the list must not have more than {most} items"),
            Self::Min(least) => format!("must not be less than {least}"),
            Self::Max(greatest) => format!("must not be more than {greatest}"),
        };
        Excess { path: ValuePath::default(), reason }
    }
}

/// The whole number that a value is, or that an amount of money has as its text.
fn whole_number(slot: Slot<'_>) -> Option<i64> {
    match slot {
        Slot::Integer(number) => Some(*number),
        Slot::Text(text) => text.text().parse().ok(),
        _ => None,
    }
}
