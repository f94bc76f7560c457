//! Members of objects that are written as arguments.

use super::{context::Context, state::Types};
use crate::openapi::document::{Look, Schema};
use crate::openapi::texts;
use crate::spec::{Node, Sides, Text};

/// A member that is to be an argument.
pub(in crate::openapi) struct Argument<'a> {
    pub(in crate::openapi) name: &'a Text,
    pub(in crate::openapi) schema: &'a Node,
    pub(in crate::openapi) context: Context,
    pub(in crate::openapi) doc: Text,
    pub(in crate::openapi) is_required: bool,
    pub(in crate::openapi) deprecated: Option<Text>,
    pub(in crate::openapi) sides: Sides,
    /// What it always says, and the type of that.
    pub(in crate::openapi) constant: Option<(&'static str, &'a Node)>,
}

impl<'a> Types<'a> {
    /// The members of an object; those of unions in it may be left out. None if the object is more than its members.
    pub(in crate::openapi) fn members_of(&mut self, node: &'a Node, context: &Context) -> Vec<Argument<'a>> {
        let mut flat = self.flat(node, context);
        let mut open = std::mem::take(&mut flat.unions);
        while let Some((union, home)) = open.pop() {
            for branch in Schema(union).telling_branches() {
                let inside = self.flat(branch, &home);
                let required = flat.required.clone();
                flat = super::flat::Flat { required, unions: Vec::new(), ..flat.with(inside) };
            }
        }
        let mut arguments = Vec::new();
        for member in &flat.members {
            let meant = self.document.meant(member.schema);
            let has = |key: &str| member.schema.has_true(key) || meant.has_true(key);
            let sides = if has("readOnly") && !has("writeOnly") { Sides::RESPONSE } else { Sides::BOTH };
            let name = member.name;
            arguments.push(Argument {
                name,
                schema: member.schema,
                context: member.context.inside(&name.value),
                doc: texts::doc(&[member.schema, meant], &name.span, || {
                    format!("The member `{}`.", super::objects::shown(&name.value))
                }),
                is_required: flat.requires(&name.value) && sides.request,
                deprecated: texts::deprecated(member.schema),
                sides,
                constant: self.constant(member.schema),
            });
        }
        arguments
    }
}
