//! Remarks on paths that meet where a parameter says what another path says itself: `/books/{id}` and `/books/new`.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::{
    api::{
        bounded::keeps,
        model::{Api, Bound, Endpoint, Parameter, PathPart, Style, Type},
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, code},
};

/// Remarks on calls that can make the request of one before them. Not looked at are paths in which a parameter is part of a
/// segment or several of them, and calls that a constant may tell from others.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    let calls = api.resources.iter().flat_map(|resource| {
        let endpoints = resource.endpoints.iter();
        endpoints.filter_map(|endpoint| Call::of(&resource.item.name, endpoint))
    });
    let calls: Vec<Call> = calls.collect();
    let mut known: HashMap<_, Paths> = HashMap::new();
    for (index, call) in calls.iter().enumerate() {
        let paths = known.entry((call.endpoint.method.as_str(), call.endpoint.server)).or_default();
        let met = paths.alike(&call.segments).find_map(|first| Some((first, calls[first].meets(call, api)?)));
        if let Some((first, values)) = met {
            remarks.push(remark(&calls[first], call, &values));
        }
        paths.add(&call.segments, index);
    }
}

/// A call whose path is made of whole segments.
struct Call<'a> {
    resource: &'a str,
    endpoint: &'a Endpoint,
    segments: Vec<Segment<'a>>,
}

/// What is between two slashes of a path.
#[derive(Clone, Copy)]
enum Segment<'a> {
    Literal(&'a str),
    Parameter(&'a Parameter),
}

/// What a parameter has to be for two calls to be the same.
struct Met<'a> {
    parameter: &'a str,
    value: &'a str,
}

impl<'a> Call<'a> {
    fn of(resource: &'a str, endpoint: &'a Endpoint) -> Option<Self> {
        let is_told_apart = endpoint.parameters.iter().any(|parameter| parameter.constant.is_some());
        let mut segments: Vec<Vec<Segment>> = vec![Vec::new()];
        for part in &endpoint.path {
            match part {
                PathPart::Literal(text) => {
                    let mut pieces =
                        text.split('/').map(|piece| (!piece.is_empty()).then_some(Segment::Literal(piece)));
                    segments.last_mut()?.extend(pieces.next()?);
                    segments.extend(pieces.map(Vec::from_iter));
                }
                PathPart::Parameter(index) => {
                    segments.last_mut()?.push(Segment::Parameter(&endpoint.parameters[*index]));
                }
            }
        }
        let whole = segments.iter().map(|pieces| match pieces[..] {
            [] => Some(Segment::Literal("")),
            [Segment::Literal(text)] => (!text.contains('?')).then_some(Segment::Literal(text)),
            [Segment::Parameter(parameter)] => (parameter.style == Style::Simple).then_some(pieces[0]),
            _ => None,
        });
        let segments = whole.collect::<Option<_>>().filter(|_| !is_told_apart)?;
        Some(Self { resource, endpoint, segments })
    }

    /// What parameters of this call and another of as many segments have to be for both to be the same; nothing if they
    /// never are, or always.
    fn meets(&self, other: &Self, api: &Api) -> Option<Vec<Met<'a>>>
    where
        Self: 'a,
    {
        let mut values = Vec::new();
        for pair in self.segments.iter().zip(&other.segments) {
            match pair {
                (Segment::Literal(one), Segment::Literal(other)) if one != other => return None,
                (Segment::Literal(value), Segment::Parameter(parameter))
                | (Segment::Parameter(parameter), Segment::Literal(value)) => {
                    values.push(Met { parameter: &parameter.item.name, value });
                    if !can_be(parameter, value, api) {
                        return None;
                    }
                }
                (Segment::Literal(_), Segment::Literal(_)) | (Segment::Parameter(_), Segment::Parameter(_)) => {}
            }
        }
        (!values.is_empty()).then_some(values)
    }
}

/// Whether a text is a value of a parameter.
fn can_be(parameter: &Parameter, text: &str, api: &Api) -> bool {
    let said = Value::String(text.to_owned());
    let keeps_to = |bounds: &[Bound]| bounds.iter().all(|bound| keeps(&said, bound));
    keeps_to(&parameter.bounds.list)
        && match &parameter.ty {
            Type::Scalar(Scalar::String) | Type::Id(_) => true,
            Type::Text(id) => keeps_to(&api[*id].bounds.list),
            Type::Enum(id) => api[*id].values.iter().any(|value| value.item.name == text),
            _ => false,
        }
}

/// The paths of calls, by their segments: each place has those that may follow it.
struct Paths<'a> {
    places: Vec<Place<'a>>,
}

/// Behind which segments a path may go on, and the calls whose path ends here.
#[derive(Default)]
struct Place<'a> {
    literals: BTreeMap<&'a str, usize>,
    parameter: Option<usize>,
    calls: Vec<usize>,
}

impl Default for Paths<'_> {
    fn default() -> Self {
        Self { places: vec![Place::default()] }
    }
}

impl<'a> Paths<'a> {
    /// The calls whose literal segments are those of a path, wherever neither has a parameter.
    fn alike(&self, path: &[Segment]) -> impl Iterator<Item = usize> {
        let mut places = vec![0];
        for segment in path {
            let follow = places.iter().map(|place| &self.places[*place]);
            places = match segment {
                Segment::Literal(text) => follow
                    .flat_map(|place| place.literals.get(text).into_iter().chain(&place.parameter))
                    .copied()
                    .collect(),
                Segment::Parameter(_) => {
                    follow.flat_map(|place| place.literals.values().chain(&place.parameter)).copied().collect()
                }
            };
        }
        places.into_iter().flat_map(|place| &self.places[place].calls).copied()
    }

    fn add(&mut self, path: &[Segment<'a>], call: usize) {
        let mut at = 0;
        for segment in path {
            let new = self.places.len();
            let place = &mut self.places[at];
            at = match segment {
                Segment::Literal(text) => *place.literals.entry(text).or_insert(new),
                Segment::Parameter(_) => *place.parameter.get_or_insert(new),
            };
            if at == new {
                self.places.push(Place::default());
            }
        }
        self.places[at].calls.push(call);
    }
}

fn remark(first: &Call, again: &Call, values: &[Met]) -> Diagnostic {
    let name = |call: &Call| code(&format!("{}.{}", call.resource, call.endpoint.item.name));
    let values = values.iter().map(|met| format!("{} is {}", code(met.parameter), code(met.value)));
    let values = values.collect::<Vec<_>>().join(" and ");
    let message = format!("the endpoints {} and {} make the same call where {values}", name(first), name(again));
    Diagnostic::remark("overlapping-paths", message, &again.endpoint.item.span, "again here")
        .label(&first.endpoint.item.span, "first here")
        .help(
            "see which of the two the service takes it for; a type or `pattern` of the parameter says what it never is",
        )
}
