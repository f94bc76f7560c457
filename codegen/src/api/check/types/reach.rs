//! Finds out where objects are met: in requests or responses, and in which format of instants.

use crate::{
    api::{
        model::{AliasId, Api, EventKind, Object, ObjectId, Resource, Sides, Type},
        scalars::{Shape, TimestampFormat},
    },
    diag::{Diagnostic, Diagnostics, Span, code},
};

/// Fills in where each object is met, and reports objects that are met in two formats.
pub(crate) fn fill(api: &mut Api, resources: &[Resource], diagnostics: &mut Diagnostics) {
    let mut reach = Reach {
        objects: &api.objects,
        met: vec![Met::default(); api.objects.len()],
        aliases: vec![Sides::NONE; api.aliases.len()],
    };
    for endpoint in resources.iter().flat_map(|resource| &resource.endpoints) {
        let timestamps = api[endpoint.dialect].timestamps;
        let way = |side| Way { side, from: Some((timestamps, &endpoint.item.span)) };
        for parameter in &endpoint.parameters {
            reach.follow(&parameter.ty, way(Sides::REQUEST));
        }
        for ty in endpoint.answered() {
            reach.follow(ty, way(Sides::RESPONSE));
        }
    }
    for event in resources.iter().flat_map(|resource| &resource.events) {
        let from = Some((event.kind.timestamps(), &event.item.span));
        // Of the body, nothing says how instants are written in it.
        let from = from.filter(|_| event.kind != EventKind::Own);
        if let Some(ty) = &event.data {
            reach.follow(ty, Way { side: Sides::RESPONSE, from });
        }
    }
    for (index, alias) in api.aliases.iter().enumerate() {
        if reach.aliases[index] == Sides::NONE {
            reach.follow(
                &Type::Alias(AliasId(index), Box::new(alias.ty.clone())),
                Way { side: Sides::RESPONSE, from: None },
            );
        }
    }
    for index in 0..api.objects.len() {
        if reach.met[index].sides() == Sides::NONE {
            let way = Way { side: Sides::RESPONSE, from: None };
            reach.follow(&Type::Object(ObjectId(index)), way);
        }
    }
    let aliases = reach.aliases;
    let met: Vec<_> = reach.met.iter().map(|met| (met.sides(), met.format())).collect();
    for fault in reach.met.iter().zip(&api.objects).filter_map(|(met, object)| mixed(met, object)) {
        diagnostics.push(fault);
    }
    for (object, (sides, timestamps)) in api.objects.iter_mut().zip(met) {
        object.uses = sides;
        object.timestamps = timestamps;
    }
    for (alias, sides) in api.aliases.iter_mut().zip(aliases) {
        alias.uses = sides;
    }
}

/// How objects are come by.
#[derive(Clone, Copy)]
struct Way<'a> {
    side: Sides,
    /// How instants are written there, and the endpoint that leads there, if one does.
    from: Option<(TimestampFormat, &'a Span)>,
}

impl Way<'_> {
    fn format(&self) -> Option<TimestampFormat> {
        self.from.map(|(format, _)| format)
    }
}

/// The ways by which an object was come by, no two of them alike.
#[derive(Clone, Default)]
struct Met<'a>(Vec<Way<'a>>);

impl<'a> Met<'a> {
    /// Notes a way, and says whether it is new.
    fn note(&mut self, way: Way<'a>) -> bool {
        let is_new = self.0.iter().all(|known| (known.side, known.format()) != (way.side, way.format()));
        if is_new {
            self.0.push(way);
        }
        is_new
    }

    fn sides(&self) -> Sides {
        let on = |side: Sides| self.0.iter().any(|way| way.side == side);
        Sides { request: on(Sides::REQUEST), response: on(Sides::RESPONSE) }
    }

    /// The endpoint that leads there in a format, if one does.
    fn endpoint(&self, format: TimestampFormat) -> Option<&'a Span> {
        self.0.iter().filter_map(|way| way.from).find(|(known, _)| *known == format).map(|(_, endpoint)| endpoint)
    }

    fn format(&self) -> TimestampFormat {
        self.0.iter().find_map(Way::format).unwrap_or(TimestampFormat::Rfc3339)
    }
}

struct Reach<'a> {
    objects: &'a [Object],
    met: Vec<Met<'a>>,
    /// Where each type with a name of its own is met.
    aliases: Vec<Sides>,
}

impl<'a> Reach<'a> {
    /// Notes all objects that a type leads to.
    fn follow(&mut self, ty: &Type, way: Way<'a>) {
        self.note_aliases(ty, way.side);
        let mut open: Vec<ObjectId> = object_in(ty, way.side).into_iter().collect();
        while let Some(ObjectId(index)) = open.pop() {
            if self.met[index].note(way) {
                for ty in types(&self.objects[index], way.side) {
                    self.note_aliases(ty, way.side);
                    open.extend(object_in(ty, way.side));
                }
            }
        }
    }

    fn note_aliases(&mut self, ty: &Type, side: Sides) {
        for id in ty.aliases() {
            let sides = &mut self.aliases[id.index()];
            *sides = Sides { request: sides.request || side.request, response: sides.response || side.response };
        }
    }
}

/// What the members of an object hold on a side.
fn types(object: &Object, side: Sides) -> impl Iterator<Item = &Type> {
    object.held().filter(move |(_, sides)| sides.meets(side)).map(|(ty, _)| ty)
}

/// The object that a type may have in it on a side.
fn object_in(ty: &Type, side: Sides) -> Option<ObjectId> {
    match ty.innermost() {
        Type::Object(object) => Some(*object),
        Type::Expandable(_, object) => Some(*object).filter(|_| side.meets(Sides::RESPONSE)),
        _ => None,
    }
}

/// The fault of an object that is met in two formats, if they differ in it.
fn mixed(met: &Met, object: &Object) -> Option<Diagnostic> {
    let text = met.endpoint(TimestampFormat::Rfc3339)?;
    let seconds = met.endpoint(TimestampFormat::Unix)?;
    let is_instant =
        |ty: &Type| matches!(ty.innermost(), Type::Scalar(scalar) if scalar.facts().written == Shape::Instant);
    if !types(object, Sides::BOTH).any(is_instant) {
        return None;
    }
    let name = code(&object.item.name);
    let message = format!("the instants of the object {name} are written in two ways");
    let fault = Diagnostic::new("mixed-timestamps", message, &object.item.span, "this object");
    let fault = fault.label(text, "as RFC 3339 text by this endpoint").label(seconds, "as seconds by this endpoint");
    Some(fault.help("describe an object for each of the two protocols"))
}
