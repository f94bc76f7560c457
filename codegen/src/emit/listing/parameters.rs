//! What callers give, in the listing: arguments, and the methods that set what may be left out.

use super::module_items::{DEPRECATED, List, OTHERS, Takers, bound, mark, quoted};
use super::usages::Given;
use crate::rust::{Name, Parameter, Part, Told};
use crate::surface::{Origin, SurfaceKind, Usage};

impl List<'_> {
    /// What is required is an argument; what is not has a setter, and one more if it can be unset.
    pub(super) fn add_parameter(
        &mut self,
        takers: &Takers,
        parameter: &Parameter,
        usage: impl Fn(&Self, Given<'_>) -> Usage,
    ) {
        let Parameter { name, attributes, .. } = parameter;
        let (Takers { function, owner }, mark) = (takers, mark(attributes));
        let (ty, wire, bounds) = (self.spelling.of(&parameter.given()), on_the_wire(parameter), bounds(parameter));
        if parameter.is_argument() {
            let text = format!("pub arg {function}::{name}: {ty}{mark} // {wire}, required{bounds}");
            self.add_as(SurfaceKind::Argument, &attributes.origin, text, usage(self, Given::AsArgument));
            return;
        }
        let text = match &parameter.constant {
            Some(constant) => format!("(self) -> Self{mark} // {wire}, optional, {}", quoted(constant.as_text())),
            None => format!("(self, {ty}) -> Self{mark} // {wire}, optional{bounds}"),
        };
        let setter = Setter { owner, origin: &attributes.origin, name, former: &attributes.former };
        self.add_setter(&setter, &text, |list, setter| usage(list, Given::By(setter)));
        if parameter.can_be_unset() {
            let (name, former) = (parameter.unset_name(), parameter.former_unset_names().collect::<Vec<_>>());
            let setter = Setter { name: &name, former: &former, ..setter };
            self.add_setter(&setter, &format!("(self) -> Self{mark} // {wire}, unset"), |list, setter| {
                usage(list, Given::AsNothing(setter))
            });
        }
    }

    /// A setter, and the same by its former names.
    fn add_setter(&mut self, setter: &Setter<'_>, text: &str, usage: impl Fn(&Self, &Name) -> Usage) {
        let Setter { owner, origin, name, former } = setter;
        let line = format!("pub fn {owner}::{name}{text}");
        self.add_as(SurfaceKind::Setter, origin, line, usage(self, name));
        for former in *former {
            let line = format!("pub fn {owner}::{former} = {name}{DEPRECATED}");
            self.add_as(SurfaceKind::Setter, origin, line, usage(self, former));
            self.mark_former(name);
        }
    }
}

/// A method that sets a value, or unsets it.
struct Setter<'a> {
    /// The type that has it, with its module.
    owner: &'a str,
    origin: &'a Origin,
    name: &'a Name,
    former: &'a [Name],
}

/// The name of a parameter on the wire, and what carries it.
fn on_the_wire(parameter: &Parameter) -> String {
    let style = parameter.style.map(|style| format!(", {}", style.0)).unwrap_or_default();
    let place = match &parameter.part {
        Part::Path | Part::Query | Part::Header | Part::Cookie | Part::Body | Part::Token => {
            return format!("{} {}{style}", quoted(&parameter.wire), parameter.part.place());
        }
        Part::Whole => return "all of the body".to_owned(),
        Part::Member => "",
        Part::Rest => return OTHERS.to_owned(),
        Part::Union(Told::Beside { .. }) => " and the member that it names",
        Part::Union(Told::Content { content, .. }) => {
            return format!("{} and {}", quoted(&parameter.wire), quoted(content));
        }
        Part::Union(Told::Inside { .. }) => " and the members of the kind",
        Part::Union(Told::Key) => return "the member that has the name of the kind".to_owned(),
        Part::Union(Told::Shape) => return "the members of the kind".to_owned(),
    };
    quoted(&parameter.wire) + place
}

fn bounds(parameter: &Parameter) -> String {
    parameter.bounds.iter().map(bound).collect()
}
