//! What callers give, in the listing: arguments, and the methods that set what may be left out.

use super::surface::{DEPRECATED, List, mark, quoted};
use super::usages::Given;
use crate::rust::{Bound, Name, Need, Parameter, Part};
use crate::surface::{Origin, SurfaceKind, Usage};

impl List<'_> {
    /// What is required is an argument; what is not has a setter, and one more if it can be unset.
    pub(super) fn add_parameter(
        &mut self,
        owner: &Name,
        parameter: &Parameter,
        usage: impl Fn(&Self, Given<'_>) -> Usage,
    ) {
        let Parameter { name, attributes, need, .. } = parameter;
        let (owner, mark) = (format!("{}::{owner}", self.module), mark(attributes));
        let (ty, wire, bounds) = (self.spelling.of(parameter.ty.unboxed()), on_the_wire(parameter), bounds(parameter));
        if *need == Need::Required {
            let text = format!("pub arg {owner}::{name}: {ty}{mark} // {wire}, required{bounds}");
            self.add_as(SurfaceKind::Argument, &attributes.origin, text, usage(self, Given::AsArgument));
            return;
        }
        let text = format!("(self, {ty}) -> Self{mark} // {wire}, optional{bounds}");
        let setter = Setter { owner: &owner, origin: &attributes.origin, name, former: attributes.former.as_ref() };
        self.add_setter(&setter, &text, |list, setter| usage(list, Given::By(setter)));
        if *need == Need::Clearable {
            let (name, former) = (parameter.unset_name(), parameter.former_unset_name());
            let setter = Setter { name: &name, former: former.as_ref(), ..setter };
            self.add_setter(&setter, &format!("(self) -> Self{mark} // {wire}, unset"), |list, setter| {
                usage(list, Given::AsNothing(setter))
            });
        }
    }

    /// A setter, and the same by its former name.
    fn add_setter(&mut self, setter: &Setter<'_>, text: &str, usage: impl Fn(&Self, &Name) -> Usage) {
        let Setter { owner, origin, name, former } = setter;
        let line = format!("pub fn {owner}::{name}{text}");
        self.add_as(SurfaceKind::Setter, origin, line, usage(self, name));
        if let Some(former) = former {
            let line = format!("pub fn {owner}::{former} = {name}{DEPRECATED}");
            self.add_as(SurfaceKind::Setter, origin, line, usage(self, former));
        }
    }
}

/// A method that sets a value, or unsets it.
struct Setter<'a> {
    /// The type that has it, with its module.
    owner: &'a str,
    origin: &'a Origin,
    name: &'a Name,
    former: Option<&'a Name>,
}

/// The name of a parameter on the wire, and what carries it.
fn on_the_wire(parameter: &Parameter) -> String {
    let place = match parameter.part {
        Part::Path => " in the path",
        Part::Query => " in the query",
        Part::Body => " in the body",
        Part::Member => "",
        Part::Union => " and the member that it names",
        Part::Token => " in place of the API key",
    };
    quoted(&parameter.wire) + place
}

fn bounds(parameter: &Parameter) -> String {
    parameter.bounds.iter().map(bound).collect()
}

fn bound(bound: &Bound) -> String {
    match bound {
        Bound::MaxLength(most) => format!(", max_length {most}"),
        Bound::MaxItems(most) => format!(", max_items {most}"),
        Bound::Min(least) => format!(", min {least}"),
        Bound::Max(most) => format!(", max {most}"),
    }
}
