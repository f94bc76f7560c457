//! Names that must differ: two items that would get one name are a fault, never a numbered suffix.

use std::collections::{BTreeMap, HashSet};

use super::names::{Case, Name};
use super::plain::{Letters, letters};
use crate::api::Item;
use crate::diag::{Diagnostic, Diagnostics, Span, code};

/// The most characters of a name: nobody reads on.
const LONGEST: usize = 128;

/// What enums of values and of error codes have beside their variants.
pub(super) const ENUM_NAMES: &[&str] = &["KNOWN", "Unknown"];

/// Gives out names and reports those that cannot be given.
pub(super) struct Naming<'d> {
    pub diagnostics: &'d mut Diagnostics,
    /// What was reported of which place: an error code is named once for each endpoint that lists it.
    told: HashSet<(&'static str, usize, usize)>,
}

/// A set of names that live side by side in Rust.
pub(super) struct Scope {
    /// What the names are of, such as ``fields of `BillingIntent` ``.
    what: String,
    taken: BTreeMap<Name, Owner>,
    /// Names that nothing can have here, and why.
    reserved: Vec<(String, &'static str)>,
    /// The most characters of a name.
    most: usize,
    /// The most characters of a name on which there is nothing to remark.
    handy: usize,
}

impl Scope {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), taken: BTreeMap::new(), reserved: Vec::new(), most: LONGEST, handy: LONGEST }
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

    /// The same scope for names that have at most so many characters.
    pub(super) fn up_to(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// The same scope for names that should have at most so many characters.
    pub(super) fn handy_up_to(self, handy: usize) -> Self {
        Self { handy, ..self }
    }

    /// Notes a name that was given out elsewhere, and holds here as well.
    pub(super) fn hold(&mut self, name: &Name, owner: Owner) {
        self.taken.insert(name.clone(), owner);
    }
}

/// What has a name.
pub(super) struct Owner {
    /// How a report speaks of it, such as ``the field `id` ``.
    what: String,
    /// What its name is made of.
    written: String,
    /// Where it is written.
    span: Span,
    remedy: Remedy,
}

/// How something gets another name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Remedy {
    /// By `rust`.
    Rust,
    /// By `name`, since it is written in place.
    Name,
    /// By another wire name, since only tests speak of it.
    Wire,
    /// It is only kept for callers who know the former name.
    Former,
}

impl Owner {
    /// An item, or what is made of it: `kind` says what it is, such as `field` or `operation of the endpoint`.
    pub(super) fn new(kind: &str, item: &Item) -> Self {
        Self {
            what: format!("the {kind} {}", code(&item.name)),
            written: item.rust.as_ref().unwrap_or(&item.name).clone(),
            span: item.span.clone(),
            remedy: Remedy::Rust,
        }
    }

    /// The same for a type that may be written in place.
    pub(super) fn of_type(kind: &str, item: &Item, is_in_place: bool) -> Self {
        let remedy = if is_in_place { Remedy::Name } else { Remedy::Rust };
        Self { remedy, ..Self::new(kind, item) }
    }

    /// An example of an endpoint.
    pub(super) fn example(name: &str, endpoint: &Item) -> Self {
        let what = format!("example {} of the endpoint", code(name));
        Self { remedy: Remedy::Wire, written: name.to_owned(), ..Self::new(&what, endpoint) }
    }

    /// The alias that an item keeps a former name by.
    fn former(kind: &str, item: &Item, name: &Name) -> Self {
        let written = name.plain().to_owned();
        Self { remedy: Remedy::Former, written, ..Self::new(&format!("former name of the {kind}"), item) }
    }

    /// What to do about a name that it cannot have, or should not: `other` is such as `another name`.
    fn help(&self, other: &str) -> String {
        match self.remedy {
            Remedy::Rust => format!("give the item {other} with `rust: …`"),
            Remedy::Name => format!("give what is written here {other} with `name: …`"),
            Remedy::Wire => format!("give the example {other}"),
            Remedy::Former => "take the name out of `was`".to_owned(),
        }
    }
}

impl<'d> Naming<'d> {
    pub(super) fn new(diagnostics: &'d mut Diagnostics) -> Self {
        Self { diagnostics, told: HashSet::new() }
    }

    /// The name of an item, which is what the description asks for or else made from the wire name.
    pub(super) fn name(&mut self, item: &Item, case: Case) -> Name {
        self.possible_name(item, case).unwrap_or_default()
    }

    /// The same, if there is one.
    fn possible_name(&mut self, item: &Item, case: Case) -> Option<Name> {
        let name = Name::of(item, case);
        if name.is_none() {
            let message = format!("no Rust name can be made of {}", code(&item.name));
            let label = "this has no letter or digit for a name";
            let fault = Diagnostic::new("no-rust-name", message, &item.span, label);
            self.tell(fault.help("give the item a name with `rust: …`"));
        }
        name
    }

    /// The name of an item in a scope.
    pub(super) fn declare(&mut self, kind: &str, item: &Item, case: Case, scope: &mut Scope) -> Name {
        let Some(name) = self.possible_name(item, case) else { return Name::default() };
        self.enter(&name, Owner::new(kind, item), scope);
        name
    }

    /// Puts the names that an item had into the scope of those of today.
    pub(super) fn keep(&mut self, former: &[Name], kind: &str, item: &Item, scope: &mut Scope) {
        for former in former {
            self.enter(former, Owner::former(kind, item, former), scope);
        }
    }

    /// Puts a name that was made elsewhere into a scope.
    pub(super) fn enter(&mut self, name: &Name, owner: Owner, scope: &mut Scope) {
        self.check_letters(name, &owner);
        self.check_length(name, &owner, scope);
        if let Some((_, why)) = scope.reserved.iter().find(|(reserved, _)| reserved == name.plain()) {
            let message = format!("the name `{name}` is taken among the {}: {why}", scope.what);
            let label = format!("this would be `{name}`");
            let fault = Diagnostic::new("reserved-name", message, &owner.span, label);
            self.tell(fault.help(owner.help("another name")));
        }
        if let Some(first) = scope.taken.get(name) {
            self.tell(collision(name, first, &owner, &scope.what));
        }
        scope.taken.insert(name.clone(), owner);
    }

    /// Asks for another name where one has letters that look like others, or that not every keyboard has.
    fn check_letters(&mut self, name: &Name, owner: &Owner) {
        if name.plain().is_ascii() {
            return;
        }
        match letters(&owner.written) {
            Letters::Plain => {}
            Letters::Accented(letter) => {
                let message = format!("the Rust name `{name}` of {} is hard to type", owner.what);
                let label = format!("`{letter}` is not on every keyboard");
                let remark = Diagnostic::remark("accented-name", message, &owner.span, label);
                self.tell(remark.help(owner.help("one of ASCII letters")));
            }
            Letters::Foreign(letter) => {
                let message = format!("no plain Rust name can be made of {}", owner.what);
                let label = format!("`{letter}` (U+{:04X}) is no Latin letter", u32::from(letter));
                let fault = Diagnostic::new("no-rust-name", message, &owner.span, label);
                self.tell(fault.help(owner.help("one of ASCII letters")));
            }
        }
    }

    fn check_length(&mut self, name: &Name, owner: &Owner, scope: &Scope) {
        let length = name.plain().chars().count();
        let Owner { what, span, .. } = owner;
        if length > scope.most {
            let message = format!("the Rust name of {what} has {length} characters");
            let label = format!("{} at most", scope.most);
            let fault = Diagnostic::new("oversized-name", message, span, label);
            self.tell(fault.help(owner.help("a shorter name")));
        } else if length > scope.handy && owner.remedy != Remedy::Former {
            let message = format!("the Rust name `{name}` has {length} characters");
            let label = format!("more than {} are tedious to read", scope.handy);
            let remark = Diagnostic::remark("long-name", message, span, label);
            self.tell(remark.help(owner.help("a shorter one")));
        }
    }

    /// Reports something, unless it was reported of the same place already.
    fn tell(&mut self, diagnostic: Diagnostic) {
        let place = diagnostic.labels.first().map(|label| (label.span.file, label.span.bytes.start));
        let (file, start) = place.unwrap_or_default();
        if self.told.insert((diagnostic.rule, file, start)) {
            self.diagnostics.push(diagnostic);
        }
    }
}

/// The fault of two that would get one name among the names of `what`.
fn collision(name: &Name, first: &Owner, again: &Owner, what: &str) -> Diagnostic {
    let message = format!("{} and {} would both get the Rust name `{name}` among the {what}", first.what, again.what);
    let fault = Diagnostic::new("name-collision", message, &again.span, &again.what).label(&first.span, &first.what);
    match (first.remedy, again.remedy) {
        (Remedy::Former, _) | (_, Remedy::Former) => {
            fault.help("take the name out of `was`, or give the other item another name with `rust: …`")
        }
        (Remedy::Wire, _) | (_, Remedy::Wire) => fault.help("give one of the two examples another name"),
        (Remedy::Name, Remedy::Name) => fault.help("give one of them another name with `name: …`"),
        (Remedy::Name, Remedy::Rust) | (Remedy::Rust, Remedy::Name) => fault
            .help("give one of them another name, with `name: …` where it is written in place, else with `rust: …`"),
        (Remedy::Rust, Remedy::Rust) => fault.help("give one of them another name with `rust: …`"),
    }
}
