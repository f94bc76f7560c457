//! Where a type stands behind a wall, since there is too much behind it for the compiler.
//!
//! Whether a value can be sent to another thread follows from what it holds: the compiler walks the types inside, in each
//! program anew, and gives up 128 levels deep. A ring is walked all around, and of a group of objects that hold each
//! other, the longest way that meets none twice. So no way may be long. A wall is a box into which the walk does not go.
//!
//! Whether one stands before a member follows from what can be reached from it, and from nothing else: a change of one
//! type moves the walls that are near to it.

use super::groups::{group_of_each, groups};
use crate::api::model::{Api, Object, Type};
use crate::spec::Sides;

/// The most levels of types behind a member, a group of objects that hold each other apart. What a member leads to can
/// so be twice as deep, and what callers put around it has room too.
const MOST: usize = 40;
/// An object, and that it may be missing: always counted, so that nothing moves when a member becomes optional.
const OBJECT: usize = 2;
const NULL: usize = 1;
const BOX: usize = 3;
const LIST: usize = 4;
const MAP: usize = 4;
/// The enum of an expandable member, and its box.
const EXPANDABLE: usize = 1 + BOX;

/// The walls among the types of one side.
pub(super) struct Walls {
    side: Sides,
    /// The group of each object, whose members lead to each other.
    group: Vec<usize>,
    /// For each group, whether the ways within it are too long.
    is_large: Vec<bool>,
    /// For each group, the levels from one of its objects down.
    height: Vec<usize>,
}

/// A way from an object to another one.
struct Step {
    to: usize,
    levels: usize,
}

impl Walls {
    /// Finds the walls among what callers send or the service answers. `is_boxed` says which fields are in a box anyway,
    /// by their owner and type.
    pub(super) fn of(api: &Api, side: Sides, is_boxed: impl Fn(usize, &Type) -> bool) -> Self {
        let steps = |(owner, object): (usize, &Object)| steps(object, side, |ty| is_boxed(owner, ty));
        let steps: Vec<Vec<Step>> = api.objects.iter().enumerate().map(steps).collect();
        let edges: Vec<Vec<usize>> = steps.iter().map(|steps| steps.iter().map(|step| step.to).collect()).collect();
        let groups = groups(&edges);
        let (is_large, height) = (vec![false; groups.len()], vec![0; groups.len()]);
        let mut walls = Self { side, group: group_of_each(&groups), is_large, height };
        for (index, group) in groups.iter().enumerate().rev() {
            walls.measure(index, group, &steps);
        }
        walls
    }

    /// Measures a group, once those to which it leads are measured.
    fn measure(&mut self, index: usize, group: &[usize], steps: &[Vec<Step>]) {
        let mut within = 0;
        let mut beyond = 0;
        for &object in group {
            let (inner, outer): (Vec<&Step>, Vec<&Step>) =
                steps[object].iter().partition(|step| self.group[step.to] == index);
            within += OBJECT + inner.iter().map(|step| step.levels).max().unwrap_or_default();
            let below = outer.iter().map(|step| (step.levels + self.height[self.group[step.to]]).min(MOST));
            beyond = beyond.max(below.max().unwrap_or_default());
        }
        self.is_large[index] = within > MOST;
        self.height[index] = if self.is_large[index] { OBJECT + beyond.max(BOX) } else { within + beyond };
    }

    /// Whether one stands before a field of an object, or before the data of a variant, which is in a box or not.
    pub(super) fn stand_before(&self, owner: usize, ty: &Type, is_boxed: bool) -> bool {
        let Some(Step { to, levels }) = step(ty.without_null(), self.side, is_boxed) else { return false };
        let (from, to) = (self.group[owner], self.group[to]);
        if from == to { self.is_large[from] } else { levels + self.height[to] > MOST }
    }
}

/// The ways from an object to what it holds on a side.
fn steps(object: &Object, side: Sides, is_boxed: impl Fn(&Type) -> bool) -> Vec<Step> {
    let fields = object.fields.iter().filter(|field| field.sides.meets(side));
    let fields = fields.filter_map(|field| step(field.ty.without_null(), side, is_boxed(&field.ty)));
    let variants = object.union.iter().flat_map(|union| &union.variants).filter(|variant| variant.sides.meets(side));
    let data = variants.filter_map(|variant| {
        let ty = variant.data.as_ref()?.without_null();
        step(ty, side, matches!(ty.meant(), Type::Object(_)))
    });
    let rest = object.rest.iter().filter_map(|rest| step(&rest.ty, side, false));
    let rest = rest.map(|step| Step { levels: step.levels + MAP, ..step });
    fields.chain(data).chain(rest).collect()
}

fn step(ty: &Type, side: Sides, is_boxed: bool) -> Option<Step> {
    let within = |inner: &Type, levels| {
        let step = step(inner, side, false)?;
        Some(Step { levels: step.levels + levels, ..step })
    };
    match ty {
        Type::Object(id) => Some(Step { to: id.index(), levels: if is_boxed { BOX } else { 0 } }),
        // Callers only ever send the identifier.
        Type::Expandable(_, id) => side.response.then_some(Step { to: id.index(), levels: EXPANDABLE }),
        Type::List(inner) => within(inner, LIST),
        Type::Map(inner) => within(inner, MAP),
        Type::Nullable(inner) => within(inner, NULL),
        Type::Alias(_, ty) => step(ty, side, is_boxed),
        Type::Scalar(_) | Type::Text(_) | Type::Json | Type::Id(_) | Type::Enum(_) => None,
    }
}
