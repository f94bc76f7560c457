//! Remarks on members that no example shows, so that no test reads them.

use std::collections::HashSet;

use crate::{
    api::{
        check::examples::shown,
        model::{Api, Field, Item, Object},
    },
    diag::{Diagnostic, Diagnostics, code, list},
};

/// Remarks on members of answers that are in no example, though examples show their object.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    let mut seen: Vec<Option<HashSet<usize>>> = vec![None; api.objects.len()];
    shown::each(api, &mut |id, value| {
        let seen = seen[id.index()].get_or_insert_default();
        let is_there = |name: &str| value.get(name).is_some();
        let fields = api[id].fields.iter().enumerate();
        seen.extend(fields.filter(|(_, field)| is_there(&field.item.name)).map(|(index, _)| index));
    });
    for (Object { item: object, fields, .. }, seen) in api.objects.iter().zip(seen) {
        let Some(seen) = seen else { continue };
        let is_unshown = |(index, field): &(usize, &Field)| field.sides.response && !seen.contains(index);
        let unshown: Vec<&Item> = fields.iter().enumerate().filter(is_unshown).map(|(_, field)| &field.item).collect();
        let Some(first) = unshown.first() else { continue };
        let members = list(unshown.iter().map(|member| member.name.as_str()));
        let message = format!("no example of {} shows {members}", code(&object.name));
        let remark = Diagnostic::remark("unshown-member", message, &first.span, "read by no test");
        remarks.push(remark.help("add it to an example of an endpoint that answers with it"));
    }
}
