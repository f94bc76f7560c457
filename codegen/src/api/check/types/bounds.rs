//! Checks the bounds of members and parameters.

use crate::{
    api::{
        bounded::Pattern,
        check::symbols::Symbols,
        model::{Bound, Bounds, Exact, Type},
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, Severity, alternatives, code},
    spec::{self, BoundKind, End, Measure, Read, Sense},
};

/// Checks the bounds of what has a type.
pub(crate) fn check(
    bounds: &Read<Vec<spec::Bound>>,
    ty: &Type,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Bounds {
    let Ok(written) = bounds else { return Bounds::default() };
    let mut list: Vec<Bound> = written.iter().filter_map(|bound| checked(bound, ty, diagnostics)).collect();
    list.sort_by_key(|bound| bound.kind);
    let bounds = Bounds { list };
    // Of what is faulty in itself, nothing more is said.
    if bounds.list.len() == written.len() {
        let beside = beside(ty, symbols);
        narrower(&bounds, &beside, ty, diagnostics);
        let all = Bounds { list: bounds.list.iter().chain(&beside.list).cloned().collect() };
        for measure in [Measure::Characters, Measure::Items, Measure::Value] {
            alike(&bounds, measure, ty, diagnostics);
            if !bounds.list.is_empty() {
                range(&all, measure, ty, diagnostics);
            }
        }
        let is_tightest = |bound: &&Bound| bounds.like(bound.kind, true).first() == Some(bound);
        for bound in bounds.list.iter().filter(|bound| is_tightest(bound) && is_idle(bound, ty)) {
            idle(bound, None, diagnostics);
        }
    }
    bounds
}

/// A bound, if it is none that is faulty in itself.
fn checked(written: &spec::Bound, ty: &Type, diagnostics: &mut Diagnostics) -> Option<Bound> {
    let spec::Bound { kind, value } = written;
    let problem = misplaced(*kind, ty).or_else(|| wrong(*kind, &value.value, ty));
    if let Some((message, label, help)) = problem {
        diagnostics.push(Diagnostic::new("invalid-bound", message, &value.span, label).help(help));
        return None;
    }
    if *kind == BoundKind::Pattern
        && let Err(reason) = Pattern::parse(&value.value)
    {
        let message = format!("no example is tried against {}", code(&value.value));
        let remark = Diagnostic::remark("untried-pattern", message, &value.span, reason);
        diagnostics.push(remark.help("see that the service means it so, and that the examples match"));
    }
    let is_text = matches!(kind.sense(), Sense::Matching | Sense::Unique);
    let number = Exact::of(&value.value).filter(|_| !is_text).map(|number| number.to_string());
    Some(Bound { kind: *kind, value: number.unwrap_or_else(|| value.value.clone()), span: value.span.clone() })
}

/// What is wrong, what to say at its place, and what to write instead.
type Problem = (String, &'static str, String);

/// Whether a bound speaks of what a type has not.
fn misplaced(kind: BoundKind, ty: &Type) -> Option<Problem> {
    let (key, measure) = (kind.key(), ty.without_null().measure());
    if ty.bounded(kind.measure()).is_some() {
        return None;
    }
    let bounded = match kind.measure() {
        Measure::Items => "`[…]`".to_owned(),
        measure => alternatives(Scalar::names_with(measure)),
    };
    let is_meant = |other: &&BoundKind| other.measure() == measure && other.sense() == kind.sense();
    let meant = BoundKind::ALL.iter().find(is_meant);
    let meant = meant.map_or("remove it".to_owned(), |meant| format!("write `{}` in its place", meant.key()));
    let message = format!("`{key}` bounds something that is no {bounded}");
    Some((message, "this bound", format!("{meant}: `{key}` bounds the type {bounded}")))
}

/// What is wrong with the value of a bound.
fn wrong(kind: BoundKind, value: &str, ty: &Type) -> Option<Problem> {
    let (key, shown) = (kind.key(), code(value));
    let is_size = kind.measure() != Measure::Value;
    match (kind.sense(), Exact::of(value)) {
        (Sense::Unique, _) => None,
        (Sense::Matching, _) if value.is_empty() => Some((
            format!("`{key}` is empty"),
            "every text matches",
            "write a regular expression, or remove it".to_owned(),
        )),
        (Sense::Matching, _) => value.contains(char::is_control).then(|| {
            let help = "write such signs as escapes, such as `\\n`, and the text in single quotes".to_owned();
            (format!("{shown} is no regular expression on one line"), "this has a control character", help)
        }),
        (_, None) => {
            let help = "write at most 37 digits, and an exponent of at most 400, or remove the bound".to_owned();
            Some((format!("{shown} has too many digits for a bound"), "more than there is need for", help))
        }
        (Sense::MultipleOf, Some(step)) if !step.is_handy() => {
            let help = "write at most 20 digits in front of the point and 18 behind it, or remove the bound".to_owned();
            Some((format!("{shown} has too many digits for a step"), "more than there is need for", help))
        }
        (Sense::AtLeast, Some(size)) if is_size && size < Exact::ZERO => {
            Some((format!("{shown} is no size"), "below zero", format!("write a whole number, or remove `{key}`")))
        }
        (Sense::AtMost, Some(size)) if is_size && size <= Exact::ZERO => {
            let help = format!("write a whole number above zero, or remove `{key}`");
            Some((format!("{shown} is no size"), "not above zero", help))
        }
        (Sense::MultipleOf, Some(step)) if step <= Exact::ZERO => {
            let help = format!("write a number above zero, or remove `{key}`");
            Some((format!("{shown} has no multiples to choose from"), "not above zero", help))
        }
        (_, Some(number)) if ty.range().is_some() && !number.is_whole() => {
            let help = "write a whole number, since the values are whole".to_owned();
            Some((format!("{shown} bounds a whole number"), "not whole", help))
        }
        _ => None,
    }
}

/// The bounds of the aliases by which a type is named, and of those in a list or map the ones of each value in it.
fn beside(ty: &Type, symbols: &Symbols) -> Bounds {
    let (mut list, mut ty, mut is_inside) = (Vec::new(), ty, false);
    loop {
        let (id, inside) = match ty {
            Type::Nullable(inside) => (None, Some(&**inside)),
            Type::List(inside) | Type::Map(inside) => {
                is_inside = true;
                (None, Some(&**inside))
            }
            Type::Alias(id, inside) => (Some(id), Some(&**inside)),
            Type::Text(id) => (Some(id), None),
            _ => (None, None),
        };
        let bounds = id.into_iter().flat_map(|id| &symbols.alias_bounds[id.index()].list);
        list.extend(bounds.filter(|bound| !is_inside || bound.kind.measure() != Measure::Items).cloned());
        let Some(inside) = inside else { return Bounds { list } };
        ty = inside;
    }
}

/// Remarks on bounds that leave out no more than those of the aliases by which a type is named.
fn narrower(bounds: &Bounds, beside: &Bounds, ty: &Type, diagnostics: &mut Diagnostics) {
    for bound in &bounds.list {
        let is_whole = bound.kind.measure() != Measure::Value || ty.range().is_some();
        let says_as_much = |other: &&&Bound| match bound.kind.sense().end() {
            Some(_) => other.tightness(is_whole) >= bound.tightness(is_whole),
            None => other.value == bound.value,
        };
        if let Some(other) = beside.like(bound.kind, is_whole).iter().find(says_as_much) {
            idle(bound, Some(other), diagnostics);
        }
    }
}

/// Remarks on a bound beside which another one says as much.
fn alike(bounds: &Bounds, measure: Measure, ty: &Type, diagnostics: &mut Diagnostics) {
    let is_whole = measure != Measure::Value || ty.range().is_some();
    for end in [End::Least, End::Most] {
        if let [tighter, looser, ..] = bounds.at(measure, end, is_whole).as_slice() {
            idle(looser, Some(tighter), diagnostics);
        }
    }
}

/// Checks that bounds leave something between them.
fn range(bounds: &Bounds, measure: Measure, ty: &Type, diagnostics: &mut Diagnostics) {
    let limits = ty.range().filter(|_| measure == Measure::Value);
    let is_whole = measure != Measure::Value || limits.is_some();
    let [least, most] = [End::Least, End::Most].map(|end| bounds.at(measure, end, is_whole));
    let step = bounds.of(BoundKind::MultipleOf).filter(|_| measure == Measure::Value);
    let said: Vec<&Bound> = least.first().into_iter().chain(most.first()).copied().chain(step).collect();
    let end = |bounds: &[&Bound], limit: Option<i128>| match bounds.first() {
        Some(bound) => bound.nearest(is_whole),
        None => limit.and_then(Exact::whole),
    };
    let (Some(floor), Some(ceiling)) = (end(&least, limits.map(|it| it.0)), end(&most, limits.map(|it| it.1))) else {
        return;
    };
    let is_open = |bounds: &[&Bound]| !is_whole && bounds.first().is_some_and(|bound| bound.kind.sense().is_strict());
    let (lowest, reaches_floor) = match step.and_then(Bound::number) {
        Some(step) if is_open(&least) => (floor.next_multiple_of(step), true),
        Some(step) => (floor.up_to_multiple_of(step), true),
        None => (floor, !is_open(&least)),
    };
    let reaches = reaches_floor && !is_open(&most);
    if lowest > ceiling || lowest == ceiling && !reaches {
        diagnostics.push(leaving_nothing(&said));
    }
}

/// The fault that bounds leave no value.
fn leaving_nothing(said: &[&Bound]) -> Diagnostic {
    let all: Vec<String> = said.iter().map(|bound| bound.must()).collect();
    let message = format!("no value can {}", all.join(" and "));
    let labels = std::iter::once("this leaves nothing").chain(std::iter::repeat("beside this"));
    let fault = Diagnostic::without_place(Severity::Fault, "invalid-bound", message);
    let fault = said.iter().rev().zip(labels).fold(fault, |fault, (bound, label)| fault.label(&bound.span, label));
    fault.help("change one of them, so that there is a value which the service takes")
}

/// Whether a bound leaves nothing out that its type has.
fn is_idle(bound: &Bound, ty: &Type) -> bool {
    let Some(number) = bound.number() else { return false };
    let limits = ty.range().and_then(|(first, last)| Some((Exact::whole(first)?, Exact::whole(last)?)));
    match (bound.kind.sense().end(), bound.kind.measure(), limits) {
        (Some(End::Least), Measure::Value, Some((first, _))) => bound.nearest(true).is_some_and(|least| least <= first),
        (Some(End::Most), Measure::Value, Some((_, last))) => bound.nearest(true).is_some_and(|most| most >= last),
        (Some(End::Least), Measure::Characters | Measure::Items, _) => number <= Exact::ZERO,
        (None, Measure::Value, Some(_)) => Exact::whole(1) == Some(number),
        _ => false,
    }
}

/// Remarks on a bound that says nothing, perhaps since another one says as much.
fn idle(bound: &Bound, tighter: Option<&Bound>, diagnostics: &mut Diagnostics) {
    let key = bound.kind.key();
    let beside =
        tighter.map(|tighter| format!(" beside `{} {}`", tighter.kind.key(), tighter.value)).unwrap_or_default();
    let message = format!("`{key} {}` says nothing{beside}", bound.value);
    let remark = Diagnostic::remark("idle-bound", message, &bound.span, "leaves nothing out");
    let remark = match tighter {
        Some(tighter) => remark.label(&tighter.span, "leaves out as much, or more"),
        None => remark,
    };
    diagnostics.push(remark.help(format!("remove `{key}`")));
}
