//! Whether values keep to their bounds, checked before anything is sent.

use crate::runtime::json::bound::Bound;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Members, Place, Selected, Slot};
use crate::runtime::json::value_path::ValuePath;

/// A value that cannot be sent as it is: where it is, and what is said of it.
pub(crate) struct Unsendable {
    pub(crate) path: ValuePath,
    pub(crate) reason: String,
}

impl Unsendable {
    /// The whole value.
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { path: ValuePath::default(), reason: reason.into() }
    }

    pub(crate) fn within_member(mut self, name: &str) -> Self {
        self.path.within_member(name);
        self
    }

    pub(crate) fn within_item(mut self, index: usize) -> Self {
        self.path.within_item(index);
        self
    }
}

/// Checks all that is written, however deep.
pub(crate) fn check_bounds(members: &mut Members<'_>) -> Result<(), Unsendable> {
    for &(index, bound) in &members.bounds {
        let member = &mut members.list[index];
        bound.check(member.place.slot()).map_err(|unsendable| unsendable.within_member(member.name))?;
    }
    members.written(WireForm::Default, &mut |name, slot, _| {
        check_inside(slot).map_err(|unsendable| unsendable.within_member(name))
    })
}

/// Checks the members of the objects in a value, and that each number is one.
fn check_inside(slot: Slot<'_>) -> Result<(), Unsendable> {
    match slot {
        Slot::Optional(place) => place.get().map_or(Ok(()), |place| check_inside(place.slot())),
        Slot::List(list) => check_items(list.items(), check_inside),
        Slot::Map(map) => {
            let mut entries = map.entries();
            entries.try_for_each(|(key, place)| {
                check_inside(place.slot()).map_err(|unsendable| unsendable.within_member(key))
            })
        }
        Slot::Object(object) => check_bounds(&mut Members::of(object)),
        Slot::Union(union) => match union.selected() {
            Selected::Known(_, Some(data)) => check_inside(data.slot()),
            _ => Ok(()),
        },
        Slot::Scalar(scalar) if scalar.token(WireForm::Default) == Token::Null => {
            Err(Unsendable::new("is no number that can be sent"))
        }
        Slot::Scalar(_) | Slot::Json(_) | Slot::Nothing => Ok(()),
    }
}

fn check_items<'a>(
    items: impl Iterator<Item = &'a mut dyn Place>,
    check: impl Fn(Slot<'_>) -> Result<(), Unsendable>,
) -> Result<(), Unsendable> {
    for (index, item) in items.enumerate() {
        check(item.slot()).map_err(|unsendable| unsendable.within_item(index))?;
    }
    Ok(())
}

impl Bound {
    fn check(self, slot: Slot<'_>) -> Result<(), Unsendable> {
        match (self, slot) {
            (_, Slot::Optional(place)) => place.get().map_or(Ok(()), |place| self.check(place.slot())),
            (Self::MaxItems(most), Slot::List(list)) => match list.items().nth(most) {
                Some(_) => Err(self.unsendable().within_item(most)),
                None => Ok(()),
            },
            (_, Slot::List(list)) => check_items(list.items(), |item| self.check(item)),
            (_, Slot::Scalar(scalar)) if !self.holds_for(&scalar.token(WireForm::Default)) => Err(self.unsendable()),
            _ => Ok(()),
        }
    }

    fn holds_for(self, token: &Token<'_>) -> bool {
        let whole_number = || match token {
            // Amounts of money are texts.
            Token::Number(digits) | Token::Text(digits) => digits.parse::<i64>().ok(),
            Token::Boolean(_) | Token::Null => None,
        };
        match (self, token) {
            (Self::MaxLength(most), Token::Text(text)) => text.chars().nth(most).is_none(),
            (Self::Min(least), _) => whole_number().is_none_or(|number| number >= least),
            (Self::Max(greatest), _) => whole_number().is_none_or(|number| number <= greatest),
            _ => true,
        }
    }

    fn unsendable(self) -> Unsendable {
        let reason = match self {
            Self::MaxLength(most) => format!("must not have more than {most} characters"),
            Self::MaxItems(most) => format!("is one too many: the list must not have more than {most} items"),
            Self::Min(least) => format!("must not be less than {least}"),
            Self::Max(greatest) => format!("must not be more than {greatest}"),
        };
        Unsendable::new(reason)
    }
}
