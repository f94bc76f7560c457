//! Names that must differ: two items that would get one name are a fault, never a numbered suffix.

use std::collections::BTreeMap;

use super::names::{Case, Name};
use crate::api::Item;
use crate::diag::{Diagnostic, Diagnostics, Span};

/// Gives out names and reports those that cannot be given.
pub(super) struct Naming<'d> {
    pub diagnostics: &'d mut Diagnostics,
}

/// A set of names that live side by side in Rust.
pub(super) struct Scope {
    /// What the names are of, such as ``fields of `BillingIntent` ``.
    what: String,
    taken: BTreeMap<Name, Span>,
    reserved: &'static [&'static str],
}

impl Scope {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self::with_reserved(what, &[])
    }

    /// A scope in which generated code uses some names itself.
    pub(super) fn with_reserved(what: impl Into<String>, reserved: &'static [&'static str]) -> Self {
        Self { what: what.into(), taken: BTreeMap::new(), reserved }
    }
}

impl Naming<'_> {
    /// The name of an item, which is what the description asks for or else made from the wire name.
    pub(super) fn name(&mut self, item: &Item, case: Case) -> Name {
        let name = match &item.rust {
            Some(rust) => Name::exact(rust),
            None => Name::new(&item.name, case),
        };
        name.unwrap_or_else(|| {
            let message = format!("no Rust name can be made of `{}`", item.name);
            self.diagnostics.push(
                Diagnostic::new("no-rust-name", message, &item.span, "this has no letter or digit for a name")
                    .help("give the item a name with `rust: …`"),
            );
            Name::default()
        })
    }

    /// The name of an item in a scope.
    pub(super) fn declare(&mut self, item: &Item, case: Case, scope: &mut Scope) -> Name {
        let name = self.name(item, case);
        self.enter(&name, &item.span, scope);
        name
    }

    /// Puts a name that was made elsewhere into a scope.
    pub(super) fn enter(&mut self, name: &Name, span: &Span, scope: &mut Scope) {
        if scope.reserved.contains(&name.as_str()) {
            let message = format!("generated code uses the name `{name}` itself among the {}", scope.what);
            self.diagnostics.push(
                Diagnostic::new("reserved-name", message, span, format!("this would be `{name}`"))
                    .help("give the item another name with `rust: …`"),
            );
        }
        if let Some(first) = scope.taken.insert(name.clone(), span.clone()) {
            let message = format!("two {} would get the Rust name `{name}`", scope.what);
            self.diagnostics.push(
                Diagnostic::new("name-collision", message, span, "the second is here")
                    .label(&first, "the first is here")
                    .help("give one of them another name with `rust: …`"),
            );
        }
    }
}
