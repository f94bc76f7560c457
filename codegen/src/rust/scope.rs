//! Names that must differ: two items that would get one name are a fault, never a numbered suffix.

use std::collections::BTreeMap;

use super::names::{Case, Name};
use crate::api::Item;
use crate::diag::{Diagnostic, Diagnostics, Span, code};

/// Gives out names and reports those that cannot be given.
pub(super) struct Naming<'d> {
    pub diagnostics: &'d mut Diagnostics,
}

/// A set of names that live side by side in Rust.
pub(super) struct Scope {
    /// What the names are of, such as ``fields of `BillingIntent` ``.
    what: String,
    taken: BTreeMap<Name, Owner>,
    /// Names that nothing can have here, and why.
    reserved: Vec<(String, &'static str)>,
}

impl Scope {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), taken: BTreeMap::new(), reserved: Vec::new() }
    }

    /// A scope in which generated code uses some names itself.
    pub(super) fn with_reserved(what: impl Into<String>, names: &[&str]) -> Self {
        Self::new(what).reserving(names, "generated code uses it itself")
    }

    /// The same scope without some names; `why` says of each of them why it cannot be had.
    pub(super) fn reserving(mut self, names: &[&str], why: &'static str) -> Self {
        self.reserved.extend(names.iter().map(|name| ((*name).to_owned(), why)));
        self
    }
}

/// What has a name.
pub(super) struct Owner {
    /// How a report speaks of it, such as ``the field `id` ``.
    what: String,
    /// Where it is written.
    span: Span,
    /// Whether the name is only kept for callers.
    is_former: bool,
}

impl Owner {
    /// An item, or what is made of it: `kind` says what it is, such as `field` or `operation of the endpoint`.
    pub(super) fn new(kind: &str, item: &Item) -> Self {
        Self { what: format!("the {kind} {}", code(&item.name)), span: item.span.clone(), is_former: false }
    }

    /// The alias that an item keeps its former name by.
    fn former(kind: &str, item: &Item) -> Self {
        Self { is_former: true, ..Self::new(&format!("former name of the {kind}"), item) }
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
            let message = format!("no Rust name can be made of {}", code(&item.name));
            self.diagnostics.push(
                Diagnostic::new("no-rust-name", message, &item.span, "this has no letter or digit for a name")
                    .help("give the item a name with `rust: …`"),
            );
            Name::default()
        })
    }

    /// The name of an item in a scope.
    pub(super) fn declare(&mut self, kind: &str, item: &Item, case: Case, scope: &mut Scope) -> Name {
        let name = self.name(item, case);
        self.enter(&name, Owner::new(kind, item), scope);
        name
    }

    /// Puts the names that an item had into the scope of those of today.
    pub(super) fn keep(&mut self, former: &[Name], kind: &str, item: &Item, scope: &mut Scope) {
        for former in former {
            self.enter(former, Owner::former(kind, item), scope);
        }
    }

    /// Puts a name that was made elsewhere into a scope.
    pub(super) fn enter(&mut self, name: &Name, owner: Owner, scope: &mut Scope) {
        if let Some((_, why)) = scope.reserved.iter().find(|(reserved, _)| reserved == name.plain()) {
            let message = format!("the name `{name}` is taken among the {}: {why}", scope.what);
            self.diagnostics.push(
                Diagnostic::new("reserved-name", message, &owner.span, format!("this would be `{name}`")).help(
                    if owner.is_former {
                        "take the name out of `was`"
                    } else {
                        "give the item another name with `rust: …`"
                    },
                ),
            );
        }
        if let Some(first) = scope.taken.get(name) {
            let message = format!(
                "{} and {} would both get the Rust name `{name}` among the {}",
                first.what, owner.what, scope.what
            );
            self.diagnostics.push(
                Diagnostic::new("name-collision", message, &owner.span, &owner.what)
                    .label(&first.span, &first.what)
                    .help(if owner.is_former || first.is_former {
                        "take the name out of `was`, or give the other item another name with `rust: …`"
                    } else {
                        "give one of them another name with `rust: …`"
                    }),
            );
        }
        scope.taken.insert(name.clone(), owner);
    }
}
