//! Puts the names of types in the place of their numbers.

use super::types::number;
use crate::spec::{Description, Item, Parameter, Text, TypeExpression};

/// The name of a type.
pub(super) struct TypeName {
    pub(super) name: String,
    /// The one that it has in Rust, where that is another one.
    pub(super) rust: Option<String>,
    /// Those that it had.
    pub(super) was: Vec<Text>,
}

/// Names all types.
pub(super) fn rename(description: &mut Description, names: &[TypeName]) {
    for resource in &mut description.resources {
        for object in &mut resource.objects {
            item(&mut object.item, names);
            for field in object.fields.iter_mut().flatten() {
                of(&mut field.ty, names);
            }
            if let Ok(Some(rest)) = &mut object.rest {
                of(&mut rest.ty, names);
            }
            if let Ok(Some(union)) = &mut object.union {
                for variant in &mut union.variants {
                    of(variant.data.as_mut().ok().and_then(Option::as_mut), names);
                }
            }
        }
        for values in &mut resource.enums {
            item(&mut values.item, names);
        }
        for alias in &mut resource.aliases {
            item(&mut alias.item, names);
            of(&mut alias.ty, names);
        }
        for event in &mut resource.events {
            of(event.data.as_mut().ok().and_then(Option::as_mut), names);
        }
        for endpoint in &mut resource.endpoints {
            let body = endpoint.body.as_mut().ok().and_then(Option::as_mut).and_then(|body| body.argument.as_mut());
            let parameters = endpoint.parameters.as_mut().into_iter().flatten().chain(body);
            parameters.for_each(|parameter: &mut Parameter| of(&mut parameter.ty, names));
            let answers = endpoint.answers.as_mut().ok().and_then(Option::as_mut);
            let answers = answers.into_iter().flat_map(|answers| &mut answers.list);
            for answer in answers.chain(endpoint.refusals.iter_mut().flatten()) {
                of(answer.ty.as_mut().ok().and_then(Option::as_mut), names);
            }
            of(endpoint.returns.as_mut().ok().and_then(Option::as_mut), names);
        }
    }
}

fn of<'t>(types: impl IntoIterator<Item = &'t mut TypeExpression>, names: &[TypeName]) {
    for ty in types {
        let mut ty = ty;
        while let TypeExpression::List(inside) | TypeExpression::Map(inside) | TypeExpression::Nullable(inside) = ty {
            ty = inside;
        }
        let TypeExpression::Name(name, _) = ty else { continue };
        if let Some(new) = number(&name.value).and_then(|number| names.get(number)) {
            name.value.clone_from(&new.name);
        }
    }
}

fn item(item: &mut Item, names: &[TypeName]) {
    if let Some(TypeName { name, rust, was }) = number(&item.name.value).and_then(|number| names.get(number)) {
        item.was.clone_from(was);
        // Where the document says nothing of a type, its name is all that there is to say.
        if let Some(said) = item.doc.value.strip_suffix(&format!("`{}`.", item.name.value)) {
            item.doc.value = format!("{said}`{name}`.");
        }
        item.rust = rust.clone().map(|rust| Text { value: rust, span: item.name.span.clone() });
        item.name.value.clone_from(name);
    }
}
