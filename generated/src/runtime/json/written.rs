//! What is written of a list of members, whatever the format: names and values in their order.

use std::mem;

use serde_json::Value;

use crate::runtime::json::kinds::Told;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Presence, Selected, Slot, Union};
use crate::runtime::json::unknown_variant::UnknownVariant;

/// Takes the name of a member, its value, and how what is inside is written.
pub(crate) type Visit<'v, E> = dyn FnMut(&str, Slot<'_>, WireForm) -> Result<(), E> + 'v;

impl Members<'_> {
    /// Visits what is written: all but the optional members without a value. The form is that of members which do not
    /// say their own.
    pub(crate) fn written<E>(&mut self, form: WireForm, visit: &mut Visit<'_, E>) -> Result<(), E> {
        let extra = mem::take(&mut self.extra);
        let described = if extra.is_empty() {
            self.written_without(None, form, visit)
        } else {
            let is_extra = |name: &str| extra.iter().any(|(extra, _)| extra == name);
            let visit_described: &mut Visit<'_, E> =
                &mut |name, slot, form| if is_extra(name) { Ok(()) } else { visit(name, slot, form) };
            self.written_without(None, form, visit_described)
        };
        let all = described
            .and_then(|()| extra.iter_mut().try_for_each(|(name, value)| visit(name, Slot::Json(value), form)));
        self.extra = extra;
        all
    }

    /// Whether nothing is written of them.
    pub(crate) fn are_unset(&mut self) -> bool {
        self.are_none() || self.written(WireForm::Default, &mut |_, _, _| Err(())).is_ok()
    }

    /// The same without the member of a name.
    fn written_without<E>(
        &mut self,
        left_out: Option<&str>,
        form: WireForm,
        visit: &mut Visit<'_, E>,
    ) -> Result<(), E> {
        for (name, literal) in &mut self.constants {
            if Some(*name) != left_out {
                visit(name, Slot::Scalar(literal), form)?;
            }
        }
        for member in &mut self.list {
            let is_written = Some(member.name) != left_out
                && (member.presence != Presence::Optional || member.place.slot().has_value());
            if is_written {
                visit(member.name, member.place.slot(), member.form.or(form))?;
            }
        }
        if let Some(union) = &mut self.union {
            written_union(*union, form, visit)?;
        }
        if let Some(rest) = &mut self.rest {
            for (name, place) in rest.place.entries() {
                visit(name, place.slot(), rest.form.or(form))?;
            }
        }
        Ok(())
    }
}

/// The members that say what kind an object is, and hold its data.
fn written_union<E>(union: &mut dyn Union, form: WireForm, visit: &mut Visit<'_, E>) -> Result<(), E> {
    let kinds = union.kinds();
    match union.selected() {
        Selected::Known(index, data) => {
            let mut tag = kinds.list[index].tag;
            let form = kinds.form_of(index).or(form);
            let data = data.map(Place::slot);
            match kinds.told {
                Told::Inside(name) => {
                    visit(name, Slot::Scalar(&mut tag), form)?;
                    data.map_or(Ok(()), |data| written_inside(name, data, form, visit))
                }
                Told::Beside(name) => {
                    visit(name, Slot::Scalar(&mut tag), form)?;
                    data.map_or(Ok(()), |data| visit(&tag.as_text(), data, form))
                }
                Told::Content(name, content) => {
                    visit(name, Slot::Scalar(&mut tag), form)?;
                    data.map_or(Ok(()), |data| visit(content, data, form))
                }
                Told::Key => visit(&tag.as_text(), data.unwrap_or(Slot::Nothing), form),
                Told::Shape => data.map_or(Ok(()), |data| written_inside("", data, form, visit)),
            }
        }
        Selected::Unknown(unknown) => written_unknown(kinds.told, unknown, form, visit),
    }
}

/// The members of data in which the kind stands.
fn written_inside<E>(tag: &str, data: Slot<'_>, form: WireForm, visit: &mut Visit<'_, E>) -> Result<(), E> {
    match data {
        Slot::Object(object) => Members::of(object).written_without(Some(tag), form, visit),
        Slot::Map(map) => map.entries().try_for_each(|(name, place)| visit(name, place.slot(), form)),
        _ => Ok(()),
    }
}

/// What was kept of a kind that is not known.
fn written_unknown<E>(
    told: Told,
    unknown: &mut UnknownVariant,
    form: WireForm,
    visit: &mut Visit<'_, E>,
) -> Result<(), E> {
    let kind = unknown.kind().to_owned();
    let (tag, data) = unknown.parts();
    match (told, data) {
        (Told::Beside(name), data) => {
            visit(name, Slot::Json(tag), form)?;
            if data.is_null() { Ok(()) } else { visit(&kind, Slot::Json(data), form) }
        }
        (Told::Content(name, content), data) => {
            visit(name, Slot::Json(tag), form)?;
            if data.is_null() { Ok(()) } else { visit(content, Slot::Json(data), form) }
        }
        (Told::Key, data) => visit(&kind, Slot::Json(data), form),
        (Told::Inside(_) | Told::Shape, Value::Object(members)) => {
            members.iter_mut().try_for_each(|(name, value)| visit(name, Slot::Json(value), form))
        }
        (Told::Inside(_) | Told::Shape, _) => Ok(()),
    }
}
