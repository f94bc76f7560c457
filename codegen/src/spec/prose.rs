//! Remarks on texts for readers that YAML cuts off at a `#`.

use super::accepted_file::Acceptance;
use super::description::{Description, Item, Resource, Shared};
use crate::{
    diag::{Diagnostic, Diagnostics, Sources, Span},
    yaml::Text,
};

/// Remarks on the texts of a description.
pub(super) fn check(description: &Description, sources: &Sources, diagnostics: &mut Diagnostics) {
    let file = description.api.as_ref().ok();
    let headers = file.iter().flat_map(|file| file.headers.iter().map(|header| &header.item));
    let shared = file.iter().flat_map(|file| shared(&file.shared));
    let variables = file.iter().flat_map(|file| file.server_variables.iter().map(|variable| &variable.item));
    let places = file.iter().flat_map(|file| &file.environments).chain(variables);
    let items = headers.chain(shared).chain(places).chain(description.resources.iter().flat_map(items));
    let texts = items.flat_map(|item| std::iter::once(&item.doc).chain(&item.deprecated));
    for text in file.iter().map(|file| &file.doc).chain(texts) {
        whole(text, sources, diagnostics);
    }
}

/// Remarks on the reasons of accepted changes.
pub(super) fn check_accepted(accepted: &[Acceptance], sources: &Sources, diagnostics: &mut Diagnostics) {
    for acceptance in accepted {
        whole(&acceptance.reason, sources, diagnostics);
    }
}

/// The items of a resource. What is written in place has the text of the member in which it is.
fn items(resource: &Resource) -> impl Iterator<Item = &Item> {
    let objects = resource.objects.iter().flat_map(|object| {
        let fields = object.fields.iter().flatten().map(|field| &field.item);
        let variants = object.union.iter().flatten().flat_map(|union| &union.variants);
        let own = Some(&object.item).filter(|_| object.in_place.is_none());
        let rest = object.rest.iter().flatten().map(|rest| &rest.item);
        own.into_iter().chain(fields).chain(variants.map(|variant| &variant.item)).chain(rest)
    });
    let enums = resource.enums.iter().flat_map(|enumeration| {
        let own = Some(&enumeration.item).filter(|_| enumeration.in_place.is_none());
        own.into_iter().chain(enumeration.values.iter().flatten())
    });
    let endpoints = resource.endpoints.iter().flat_map(|endpoint| {
        let parameters = endpoint.parameters.iter().flatten().map(|parameter| &parameter.item);
        let headers = endpoint.headers.iter().map(|header| &header.item);
        std::iter::once(&endpoint.item).chain(parameters).chain(headers)
    });
    let identifiers = resource.identifiers.iter().map(|identifier| &identifier.item);
    let aliases = resource.aliases.iter().map(|alias| &alias.item);
    let codes = resource.codes.iter().map(|code| &code.item);
    std::iter::once(&resource.item)
        .chain(identifiers)
        .chain(aliases)
        .chain(objects)
        .chain(enums)
        .chain(codes)
        .chain(endpoints)
        .chain(shared(&resource.shared))
}

/// The items that calls share.
fn shared(shared: &Shared) -> impl Iterator<Item = &Item> {
    let parameters = shared.parameters.iter().flatten().map(|parameter| &parameter.item);
    parameters.chain(shared.headers.iter().map(|header| &header.item))
}

/// Remarks on a text without quotes that has a comment behind it.
fn whole(text: &Text, sources: &Sources, diagnostics: &mut Diagnostics) {
    let Span { file, bytes } = &text.span;
    let source = sources.files.get(*file).map_or("", |source| &source.text);
    let (Some(written), Some(rest)) = (source.get(bytes.clone()), source.get(bytes.end..)) else { return };
    let rest = rest.lines().next().unwrap_or_default();
    let comment = rest.trim_start_matches([' ', '\t']);
    if written.starts_with(['"', '\'']) || comment.len() == rest.len() || !comment.starts_with('#') {
        return;
    }
    let start = bytes.end + rest.len() - comment.len();
    let place = Span { file: *file, bytes: start..start + comment.trim_end().len() };
    let remark = Diagnostic::remark("cut-text", "a text is cut off by a comment", &place, "not read");
    diagnostics.push(remark.help("put all of the text in quotes, or the comment on a line of its own"));
}
