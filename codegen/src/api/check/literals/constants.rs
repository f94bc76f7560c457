//! Checks what members always say.

use crate::{
    api::{
        check::{
            examples::{self, Mismatch},
            names::NameRule,
            types,
        },
        model::{Api, Field, Literal, Location, Parameter, Type},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, Description, Node, Value},
};

/// Checks the constants of all objects, and puts them into their fields.
pub(crate) fn fill(description: &Description, api: &mut Api, diagnostics: &mut Diagnostics) {
    let written = description.resources.iter().flat_map(|resource| &resource.objects);
    let objects = written.zip(&api.objects).map(|(written, object)| {
        let fields = written.fields.iter().flatten().zip(&object.fields);
        fields.map(|(written, field)| constants(written, field, api, diagnostics)).collect()
    });
    let objects: Vec<Vec<_>> = objects.collect();
    for (object, constants) in api.objects.iter_mut().zip(objects) {
        for (field, constants) in object.fields.iter_mut().zip(constants) {
            field.constants = constants;
        }
    }
}

fn constants(written: &spec::Field, field: &Field, api: &Api, diagnostics: &mut Diagnostics) -> Vec<Literal> {
    let (Ok(first), Ok(also)) = (&written.constant, &written.constant_also) else { return Vec::new() };
    let name = format!("field {}", code(&field.item.name));
    let Some(node) = first.as_ref().or(also.first()) else { return Vec::new() };
    if !types::is_meant(&written.ty, &field.ty) {
        return Vec::new();
    }
    if first.is_none() {
        let message = format!("the {name} has `const_also`, but no `const`");
        diagnostics.push(fault(message, &node.span).help("add `const`, or rename `const_also`"));
        return Vec::new();
    }
    if !can_be_constant(node, &name, &field.ty, diagnostics) {
        return Vec::new();
    }
    let mut constants = Vec::new();
    for node in first.iter().chain(also) {
        let Some(literal) = constant(node, &name, &field.ty, api, diagnostics) else { continue };
        if constants.contains(&literal) {
            let message = format!("the {name} has the constant {} twice", code(literal.as_text()));
            diagnostics.push(fault(message, &node.span).help("remove one of the two"));
        } else {
            constants.push(literal);
        }
    }
    constants
}

/// Checks the constant of a parameter.
pub(crate) fn of_parameter(
    written: &spec::Parameter,
    parameter: &Parameter,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Option<Literal> {
    let node = written.constant.as_ref().ok()?.as_ref()?;
    let name = format!("parameter {}", code(&parameter.item.name));
    if !types::is_meant(&written.ty, &parameter.ty) || !can_be_constant(node, &name, &parameter.ty, diagnostics) {
        return None;
    }
    if parameter.location == Location::Path {
        let message = format!("the {name} is in the path, and always says the same");
        diagnostics.push(fault(message, &node.span).help("write it into the path in `http`, and remove the parameter"));
        return None;
    }
    constant(node, &name, &parameter.ty, api, diagnostics)
}

/// Whether what has this type can always say the same; reports it if it cannot.
fn can_be_constant(node: &Node, name: &str, ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    let is_possible = ty.can_be_constant();
    if !is_possible {
        let message = format!("the {name} has a constant, but is no text, number, boolean or enum");
        diagnostics.push(fault(message, &node.span).help("change the `type`, or remove `const`"));
    }
    is_possible
}

/// What something with this name and type always says, if it can.
fn constant(node: &Node, name: &str, ty: &Type, api: &Api, diagnostics: &mut Diagnostics) -> Option<Literal> {
    let problem = match &node.value {
        Value::Faulty => return None,
        Value::Text(text) if !NameRule::Text.accepts(text) => {
            Some((format!("{} cannot be the constant of the {name}", code(text)), NameRule::Text.help().to_owned()))
        }
        _ => {
            let fits = examples::single(node, ty.without_null(), TimestampFormat::Rfc3339, api, diagnostics);
            let wrong = |Mismatch { expected, help }| (format!("the constant of the {name} must be {expected}"), help);
            fits.err().map(wrong)
        }
    };
    match problem {
        None => Literal::of(&node.value),
        Some((message, help)) => {
            diagnostics.push(fault(message, &node.span).help(help));
            None
        }
    }
}

fn fault(message: String, span: &Span) -> Diagnostic {
    Diagnostic::new("invalid-const", message, span, "this constant")
}
