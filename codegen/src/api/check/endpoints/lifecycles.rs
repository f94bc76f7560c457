//! Checks how calls move objects from state to state.

use super::references::{endpoint_named, listed_code};
use crate::{
    api::{
        check::{
            members,
            symbols::{Named, Symbols, defined_twice, unknown_in},
        },
        model::{Api, Endpoint, Enum, EnumBase, EnumId, Lifecycle, Object, ObjectId, Transition, Type},
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Faulty, Read, Text},
};

const RULE: &str = "invalid-lifecycle";

/// Checks the lifecycles of a resource, whose endpoints are given.
pub(crate) fn check(
    resource: &spec::Resource,
    endpoints: &[Endpoint],
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Vec<Lifecycle> {
    let mut checking = Checking { resource, endpoints, api, symbols, diagnostics };
    resource.lifecycles.iter().filter_map(|lifecycle| checking.lifecycle(lifecycle).ok()).collect()
}

struct Checking<'a> {
    resource: &'a spec::Resource,
    endpoints: &'a [Endpoint],
    api: &'a Api,
    symbols: &'a Symbols<'a>,
    diagnostics: &'a mut Diagnostics,
}

impl Checking<'_> {
    fn lifecycle(&mut self, lifecycle: &spec::Lifecycle) -> Read<Lifecycle> {
        let (object, field, states) = self.subject(&lifecycle.field)?;
        let initial = self.state(&lifecycle.initial, states);
        let transitions: Vec<_> =
            lifecycle.transitions.iter().map(|transition| self.transition(transition, object, states)).collect();
        Ok(Lifecycle {
            object,
            field,
            states,
            initial: initial?,
            transitions: transitions.into_iter().collect::<Read<_>>()?,
        })
    }

    /// The object, field and enum of `Object.field`.
    fn subject(&mut self, subject: &Text) -> Read<(ObjectId, usize, EnumId)> {
        let Some((object, field)) = subject.value.split_once('.') else {
            let message = format!("{} is not the field of an object", code(&subject.value));
            return Err(self.invalid(
                message,
                subject,
                "no dot",
                "write `Object.field`, the field that holds the state",
            ));
        };
        let at = object.len();
        let object = Text { value: object.to_owned(), span: subject.part(0..at) };
        let field = Text { value: field.to_owned(), span: subject.part(at + 1..subject.value.len()) };
        let id = self.object(&object)?;
        let fields = &self.api[id].fields;
        let Some(index) = fields.iter().position(|known| known.item.name == field.value) else {
            let known = fields.iter().map(|field| field.item.name.as_str());
            return Err(unknown_in(&object.value, "field", &field, known, self.diagnostics));
        };
        match *fields[index].ty.meant() {
            Type::Enum(states) if self.api[states].base == EnumBase::Text => Ok((id, index, states)),
            // What this was is faulty, or anything.
            Type::Json if fields[index].optional.response => Err(Faulty),
            _ => {
                let message = format!("the field {} holds no state", code(&subject.value));
                Err(self.invalid(
                    message,
                    &field,
                    "no enum of texts",
                    "name a field whose type is an enum of texts, and not nullable",
                ))
            }
        }
    }

    fn object(&mut self, name: &Text) -> Read<ObjectId> {
        match self.symbols.types.get(name.value.as_str()) {
            Some(Named::Object(id)) => Ok(*id),
            Some(Named::Faulty) => Err(Faulty),
            Some(Named::Enum(_) | Named::Alias(_)) | None => {
                let is_object = |named: &Named| matches!(named, Named::Object(_));
                let known = self.symbols.types.iter().filter(|(_, named)| is_object(named)).map(|(name, _)| *name);
                let otherwise = "name an object that is defined under `objects`";
                Err(self.symbols.unknown("object", name, known, otherwise, self.diagnostics))
            }
        }
    }

    fn state(&mut self, state: &Read<Text>, states: EnumId) -> Read<usize> {
        let state = state.as_ref().map_err(|faulty| *faulty)?;
        let Enum { item, values, .. } = &self.api[states];
        values.iter().position(|value| value.item.name == state.value).ok_or_else(|| {
            let known = values.iter().map(|value| value.item.name.as_str());
            unknown_in(&item.name, "state", state, known, self.diagnostics)
        })
    }

    fn transition(&mut self, transition: &spec::Transition, object: ObjectId, states: EnumId) -> Read<Transition> {
        let endpoint = endpoint_named(&transition.endpoint, self.endpoints, self.symbols, self.diagnostics);
        let from = self.from(&transition.from, states);
        let to = self.state(&transition.to, states);
        let otherwise = transition.otherwise.as_ref().map_err(|faulty| *faulty);
        let otherwise = otherwise.and_then(|otherwise| {
            let written = &self.resource.endpoints[endpoint?];
            listed_code(otherwise, written, RULE, self.symbols, self.diagnostics)
        });
        let sets = self.timestamp(transition.sets.as_ref(), object);
        let clears = self.timestamp(transition.clears.as_ref(), object);
        Ok(Transition {
            endpoint: endpoint?,
            from: from?,
            to: to?,
            otherwise: otherwise?,
            sets: sets?,
            clears: clears?,
        })
    }

    fn from(&mut self, from: &Read<Vec<Text>>, states: EnumId) -> Read<Vec<usize>> {
        let names = from.as_ref().map_err(|faulty| *faulty)?;
        let mut found = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if let Some(first) = names[..index].iter().find(|first| first.value == name.value) {
                self.diagnostics.push(defined_twice("state", name, first));
            }
            found.push(self.state(&Ok(name.clone()), states));
        }
        found.into_iter().collect()
    }

    /// The members that lead to a timestamp that can be absent.
    fn timestamp(&mut self, path: Option<&Text>, object: ObjectId) -> Read<Option<Vec<String>>> {
        let Some(path) = path else { return Ok(None) };
        let members = members::split(path, self.diagnostics).ok_or(Faulty)?;
        let mut object: Option<&Object> = Some(&self.api[object]);
        let mut can_be_absent = false;
        let mut ends_in_timestamp = false;
        for member in &members {
            let Some(holder) = object else { return Err(self.no_timestamp(path)) };
            let Some(field) = holder.fields.iter().find(|field| field.item.name == member.value) else {
                let known = holder.fields.iter().map(|field| field.item.name.as_str());
                return Err(unknown_in(&holder.item.name, "member", member, known, self.diagnostics));
            };
            let inside = field.ty.without_null();
            can_be_absent = field.absence().response;
            ends_in_timestamp = inside.without_forms() == Type::Scalar(Scalar::Timestamp);
            object = if let Type::Object(id) = inside.meant() { Some(&self.api[*id]) } else { None };
        }
        if !(ends_in_timestamp && can_be_absent) {
            return Err(self.no_timestamp(path));
        }
        Ok(Some(members.into_iter().map(|member| member.value).collect()))
    }

    fn no_timestamp(&mut self, path: &Text) -> Faulty {
        let message = format!("{} is no timestamp that can be absent", code(&path.value));
        let help = "name a member whose type is `timestamp?`, or an optional `timestamp`";
        self.invalid(message, path, "not such a member", help)
    }

    fn invalid(&mut self, message: String, place: &Text, label: &str, help: &str) -> Faulty {
        self.diagnostics.push(Diagnostic::new(RULE, message, &place.span, label).help(help));
        Faulty
    }
}
