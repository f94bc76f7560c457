//! Whether values keep to their bounds, checked before anything is sent.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::runtime::json::bound::Bound;
use crate::runtime::json::kinds::{Kind, Told};
use crate::runtime::json::number::Number;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{ListPlace, MapPlace, Members, Place, Selected, Slot, Union};
use crate::runtime::json::value_path::ValuePath;
use crate::runtime::json::write::write_json;

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
    if members.are_none() {
        return Ok(());
    }
    check_own_bounds(members, Vec::new())?;
    members.written(WireForm::Default, &mut |name, slot, form| {
        check_inside(slot, form).map_err(|unsendable| unsendable.within_member(name))
    })
}

/// Checks what bounds say of the members of an object, and of those that the data of its kind adds to them. `named` are those
/// beside which it stands.
fn check_own_bounds(members: &mut Members<'_>, mut named: Vec<Cow<'static, str>>) -> Result<(), Unsendable> {
    for &(index, bound) in &members.bounds {
        let member = &mut members.list[index];
        bound.check(member.place.slot()).map_err(|unsendable| unsendable.within_member(member.name))?;
    }
    if let Some(union) = &mut members.union {
        check_kind(*union)?;
    }
    if members.takes_others() {
        named.extend(members.list.iter().map(|member| Cow::from(member.name)));
        named.extend(members.constants.iter().map(|(name, _)| Cow::from(*name)));
        named.extend(members.union.iter_mut().flat_map(|union| named_by(*union)));
    }
    check_rest(members, &named)?;
    match members.union.as_mut().and_then(|union| union.inside()) {
        Some(Slot::Object(object)) => check_own_bounds(&mut Members::of(object), named),
        _ => Ok(()),
    }
}

/// Checks what bounds say of the data of a kind, which may be a member by itself.
fn check_kind(union: &mut dyn Union) -> Result<(), Unsendable> {
    let kinds = union.kinds();
    let Selected::Known(index, Some(data)) = union.selected() else { return Ok(()) };
    let Kind { tag, bounds, .. } = &kinds.list[index];
    let within = |unsendable: Unsendable| match kinds.told {
        Told::Beside(_) | Told::Key => unsendable.within_member(&tag.as_text()),
        Told::Content(_, content) => unsendable.within_member(content),
        Told::Inside(_) | Told::Shape => unsendable,
    };
    bounds.iter().try_for_each(|bound| bound.check(data.slot())).map_err(within)
}

/// Checks the members that have no place of their own: that no other one has their name, and their bounds.
fn check_rest(members: &mut Members<'_>, named: &[Cow<'static, str>]) -> Result<(), Unsendable> {
    let Some(rest) = &mut members.rest else { return Ok(()) };
    for (name, place) in rest.place.entries() {
        if named.iter().any(|other| other == name) {
            return Err(Unsendable::new("is a member that is set by itself").within_member(name));
        }
        for bound in rest.bounds {
            bound.check(place.slot()).map_err(|unsendable| unsendable.within_member(name))?;
        }
    }
    Ok(())
}

/// The names of the members that say which of several kinds something is, and of those that may hold its data.
fn named_by(union: &mut dyn Union) -> Vec<Cow<'static, str>> {
    let kinds = union.kinds();
    let tags = kinds.list.iter().map(|kind| kind.tag.as_text());
    let mut named: Vec<Cow<'static, str>> = match kinds.told {
        Told::Beside(tag) => tags.chain([tag.into()]).collect(),
        Told::Content(tag, content) => vec![tag.into(), content.into()],
        Told::Inside(tag) => vec![tag.into()],
        Told::Key => tags.collect(),
        Told::Shape => Vec::new(),
    };
    if let (Told::Inside(_) | Told::Shape, Selected::Known(_, Some(data))) = (kinds.told, union.selected())
        && let Slot::Object(object) = data.slot()
    {
        named.extend(Members::of(object).list.iter().map(|member| Cow::from(member.name)));
    }
    named
}

/// Checks the members of the objects in a value, and that each number is one, in the form in which it is written.
fn check_inside(slot: Slot<'_>, form: WireForm) -> Result<(), Unsendable> {
    match slot {
        Slot::Optional(place) => place.get().map_or(Ok(()), |place| check_inside(place.slot(), form)),
        Slot::List(list) => check_items(list.items(), |item| check_inside(item, form)),
        Slot::Map(map) => check_entries(map, |value| check_inside(value, form)),
        Slot::Object(object) => check_bounds(&mut Members::of(object)),
        Slot::Union(union) => {
            check_kind(union)?;
            let kinds = union.kinds();
            match union.selected() {
                Selected::Known(index, Some(data)) => check_inside(data.slot(), kinds.form_of(index)),
                _ => Ok(()),
            }
        }
        Slot::Scalar(scalar) => match (scalar.token(form), form) {
            (Token::Null, _) => Err(Unsendable::new("is no number that can be sent")),
            (Token::Text(_), WireForm::Seconds) => Err(Unsendable::new(
                "is no span of a certain number of seconds: it has months or years, or is too long",
            )),
            (token, _) => match scalar.bounds().iter().find(|bound| !bound.holds_for(&token)) {
                Some(bound) => Err(bound.unsendable()),
                None => Ok(()),
            },
        },
        Slot::Json(_) | Slot::Document(_) | Slot::Nothing | Slot::Raw(_) => Ok(()),
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

fn check_entries(map: &mut dyn MapPlace, check: impl Fn(Slot<'_>) -> Result<(), Unsendable>) -> Result<(), Unsendable> {
    let mut entries = map.entries();
    entries.try_for_each(|(key, place)| check(place.slot()).map_err(|unsendable| unsendable.within_member(key)))
}

impl Bound {
    fn check(self, slot: Slot<'_>) -> Result<(), Unsendable> {
        match (self, slot) {
            (_, Slot::Optional(place)) => place.get().map_or(Ok(()), |place| self.check(place.slot())),
            (Self::Each(bound), Slot::List(list)) => check_items(list.items(), |item| bound.check(item)),
            (Self::MinItems(_) | Self::MaxItems(_) | Self::UniqueItems, Slot::List(list)) => self.check_list(list),
            (_, Slot::List(list)) => check_items(list.items(), |item| self.check(item)),
            (_, Slot::Map(map)) => check_entries(map, |value| self.check(value)),
            (_, Slot::Scalar(scalar)) if !self.holds_for(&scalar.token(WireForm::Default)) => Err(self.unsendable()),
            _ => Ok(()),
        }
    }

    fn check_list(self, list: &mut dyn ListPlace) -> Result<(), Unsendable> {
        let beyond = match self {
            Self::MinItems(least) if list.items().count() < least => return Err(self.unsendable()),
            Self::MaxItems(most) => list.items().nth(most).map(|_| most),
            Self::UniqueItems => first_again(list),
            _ => None,
        };
        beyond.map_or(Ok(()), |index| Err(self.unsendable().within_item(index)))
    }

    fn holds_for(self, token: &Token<'_>) -> bool {
        let number = || match token {
            // Decimals and amounts of money are texts.
            Token::Number(digits) | Token::Text(digits) => Number::parse(digits),
            Token::Boolean(_) | Token::Null => None,
        };
        let order = |limit| Some(number()?.cmp_value(&Number::parse(limit)?));
        match (self, token) {
            (Self::MinLength(least), Token::Text(text)) => text.chars().count() >= least,
            (Self::MaxLength(most), Token::Text(text)) => text.chars().nth(most).is_none(),
            (Self::Min(least), _) => order(least).is_none_or(Ordering::is_ge),
            (Self::ExclusiveMin(less), _) => order(less).is_none_or(Ordering::is_gt),
            (Self::Max(most), _) => order(most).is_none_or(Ordering::is_le),
            (Self::ExclusiveMax(more), _) => order(more).is_none_or(Ordering::is_lt),
            (Self::MultipleOf(step), _) => {
                let numbers = number().zip(Number::parse(step));
                numbers.is_none_or(|(number, step)| number.is_multiple_of(&step))
            }
            _ => true,
        }
    }

    fn unsendable(self) -> Unsendable {
        let reason = match self {
            Self::MinLength(least) => format!("must not have less than {}", counted(least, "character")),
            Self::MaxLength(most) => format!("must not have more than {}", counted(most, "character")),
            Self::MinItems(least) => format!("must not have less than {}", counted(least, "item")),
            Self::MaxItems(most) => {
                format!("is one too many: the list must not have more than {}", counted(most, "item"))
            }
            Self::UniqueItems => "is in the list already, which must have no item twice".to_owned(),
            Self::Min(least) => format!("must not be less than {least}"),
            Self::ExclusiveMin(less) => format!("must be more than {less}"),
            Self::Max(most) => format!("must not be more than {most}"),
            Self::ExclusiveMax(more) => format!("must be less than {more}"),
            Self::MultipleOf(step) => format!("must be a multiple of {step}"),
            Self::Each(bound) => return bound.unsendable(),
        };
        Unsendable::new(reason)
    }
}

fn counted(size: usize, unit: &str) -> String {
    format!("{size} {unit}{}", if size == 1 { "" } else { "s" })
}

/// The first item of a list that is there already, by its value: `1.0` and `1.00` are one number.
fn first_again(list: &mut dyn ListPlace) -> Option<usize> {
    let mut known = BTreeSet::new();
    list.items().position(|item| !known.insert(spelled_alike(&write_json(item.slot(), WireForm::Number))))
}

/// JSON in which numbers of one value are spelled alike.
fn spelled_alike(json: &str) -> String {
    let (mut alike, mut digits) = (String::with_capacity(json.len()), String::new());
    let (mut in_text, mut is_escaped) = (false, false);
    for sign in json.chars() {
        if !in_text && (sign.is_ascii_digit() || "+-.eE".contains(sign)) {
            digits.push(sign);
            continue;
        }
        alike += &number_alike(&std::mem::take(&mut digits));
        in_text ^= sign == '"' && !is_escaped;
        is_escaped = in_text && sign == '\\' && !is_escaped;
        alike.push(sign);
    }
    alike + &number_alike(&digits)
}

/// The one spelling of a number; what is none stays.
fn number_alike(digits: &str) -> Cow<'_, str> {
    Number::parse(digits).map_or(digits.into(), |number| number.spelled_once().into())
}
