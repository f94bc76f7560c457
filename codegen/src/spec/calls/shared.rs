//! Reads what calls share, in the file of a resource and in `api.yaml`.

use crate::spec::{
    calls::{endpoint, statuses},
    description::{Item, Shared},
    header,
    in_place::Definitions,
    item::bare_item,
    reader::Mapping,
};
use crate::{
    diag::{Diagnostic, Diagnostics},
    yaml::{Entry, Text},
};

/// What the calls of a resource share. What is written in place in it is named after the resource.
pub(in crate::spec) fn of_resource(
    file: &Mapping,
    resource: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Shared {
    let headers = file.each("headers", diagnostics, header::header).unwrap_or_default();
    Shared { headers, ..without_headers(file, resource, definitions, diagnostics) }
}

/// What all calls share, but for the headers, which `api.yaml` tells for other reasons too. Nothing can be written in place
/// there: it would have no module.
pub(in crate::spec) fn of_api(file: &Mapping, diagnostics: &mut Diagnostics) -> Shared {
    let owner = bare_item(&Text { value: "api".to_owned(), span: file.place().clone() });
    let mut definitions = Definitions::default();
    let shared = without_headers(file, &owner, &mut definitions, diagnostics);
    let Definitions { objects, enums, .. } = definitions;
    let places = objects.iter().map(|object| &object.in_place).chain(enums.iter().map(|item| &item.in_place));
    for place in places.flatten() {
        let message = "a type cannot be written in place in `api.yaml`";
        let fault = Diagnostic::new("misplaced-key", message, place, "written here");
        diagnostics.push(fault.help("define it in the file of a resource, and write its name here"));
    }
    shared
}

fn without_headers(
    file: &Mapping,
    owner: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Shared {
    let read =
        |entry: &Entry, diagnostics: &mut Diagnostics| endpoint::parameter(entry, owner, definitions, diagnostics);
    Shared {
        parameters: file.each("params", diagnostics, read),
        headers: Vec::new(),
        errors: file.texts("common_errors", diagnostics),
        refusals: statuses::refusals(file, diagnostics),
        retry_on: file.integers("retry_on", diagnostics),
    }
}
