//! Remarks on names beside each other that differ in letter case only.

use std::collections::HashMap;

use crate::{
    api::model::{Api, Item},
    diag::{Diagnostic, Diagnostics, code},
};

/// Remarks on members, parameters, values and error codes that are called alike.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    for object in &api.objects {
        among("member", object.fields.iter().map(|field| &field.item), remarks);
    }
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        among("parameter", endpoint.parameters.iter().map(|parameter| &parameter.item), remarks);
    }
    for enumeration in &api.enums {
        among("value", enumeration.values.iter().map(|value| &value.item), remarks);
    }
    among("error code", api.codes.iter().map(|error| &error.item), remarks);
}

fn among<'a>(kind: &str, items: impl Iterator<Item = &'a Item>, remarks: &mut Diagnostics) {
    let mut known: HashMap<String, &Item> = HashMap::new();
    for item in items {
        let first = known.entry(item.name.to_lowercase()).or_insert(item);
        // Two of one name, as parameters of different places are, are not mistyped.
        if first.name != item.name {
            let names = [&first.name, &item.name].map(|name| code(name));
            let message = format!("the {kind}s {} and {} differ in letter case only", names[0], names[1]);
            let remark = Diagnostic::remark("alike-names", message, &item.span, "one of the two is probably mistyped");
            let help = format!("see which of the two the service knows, and remove the other {kind}");
            remarks.push(remark.label(&first.span, "the other one").help(help));
        }
    }
}
