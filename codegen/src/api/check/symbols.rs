//! Everything that a description defines, by name, across all files.

use std::collections::{HashMap, hash_map};

use crate::{
    api::model::{AliasId, Bounds, CodeId, EnumId, IdentifierId, ObjectId, Type},
    diag::{Diagnostic, Diagnostics, code, instead},
    spec::{self, Description, Faulty, Read, Text},
};

/// What to do about a name that is defined in two files, or twice in one.
const GLOBAL: &str = "rename one of the two, or remove it: names hold in all files";
/// The same for a type, which may be written in place.
const GLOBAL_TYPE: &str =
    "rename one of the two, or remove it: names hold in all files, and what is written in place can have a `name`";

/// What the name of a type stands for.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Object(ObjectId),
    Enum(EnumId),
    Alias(AliasId),
    /// Its definition is faulty, and whatever refers to it is let through.
    Faulty,
}

/// All definitions.
pub(super) struct Symbols<'a> {
    pub(super) identifiers: HashMap<&'a str, IdentifierId>,
    pub(super) types: HashMap<&'a str, Named>,
    pub(super) codes: HashMap<&'a str, CodeId>,
    /// What the types with names of their own mean, as far as that is known.
    pub(super) aliases: Vec<Read<Type>>,
    /// What those are held to.
    pub(super) alias_bounds: Vec<Bounds>,
    /// Whether all definitions are here; if not, a name that is not found is no fault.
    complete: bool,
}

impl<'a> Symbols<'a> {
    /// Collects all definitions and reports names that are defined twice.
    pub(super) fn collect(description: &'a Description, diagnostics: &mut Diagnostics) -> Self {
        let resources = &description.resources;
        unique(resources.iter().map(|resource| &resource.item.name), "resource", diagnostics);
        let lifecycles = resources.iter().flat_map(|resource| &resource.lifecycles);
        unique(lifecycles.map(|lifecycle| &lifecycle.field), "lifecycle", diagnostics);
        let identifiers = resources.iter().flat_map(|resource| &resource.identifiers).map(|it| &it.item.name);
        let identifiers = unique(identifiers, "identifier", diagnostics);
        Self {
            identifiers: identifiers.into_iter().map(|(name, first)| (name, IdentifierId(first))).collect(),
            types: types(description, diagnostics),
            codes: codes(description, diagnostics),
            aliases: Vec::new(),
            alias_bounds: Vec::new(),
            complete: description.complete,
        }
    }

    /// Reports a name that is not defined, unless its definition may have been lost.
    pub(super) fn unknown<'b>(
        &self,
        what: &str,
        name: &Text,
        known: impl IntoIterator<Item = &'b str>,
        otherwise: &str,
        diagnostics: &mut Diagnostics,
    ) -> Faulty {
        self.meant(what, name, known, otherwise, diagnostics);
        Faulty
    }

    /// The same, and gives the name that was probably meant.
    pub(super) fn meant<'b>(
        &self,
        what: &str,
        name: &Text,
        known: impl IntoIterator<Item = &'b str>,
        otherwise: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<&'b str> {
        if !self.complete {
            return None;
        }
        let message = format!("there is no {what} {}", code(&name.value));
        refers_to_nothing(message, name, known, otherwise, diagnostics)
    }
}

/// Reports a name that refers to nothing in the item `owner`.
pub(super) fn unknown_in<'a>(
    owner: &str,
    what: &str,
    name: &Text,
    known: impl IntoIterator<Item = &'a str>,
    diagnostics: &mut Diagnostics,
) -> Faulty {
    let message = format!("{} has no {what} {}", code(owner), code(&name.value));
    refers_to_nothing(message, name, known, &format!("name a {what} of {}", code(owner)), diagnostics);
    Faulty
}

fn refers_to_nothing<'a>(
    message: String,
    name: &Text,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a str> {
    let meant = diagnostics.closest(&name.value, known);
    let help = instead(meant, otherwise);
    diagnostics.push(Diagnostic::new("unknown-reference", message, &name.span, "not defined").help(help));
    meant
}

/// The first index of each name; a name that comes again is reported.
fn unique<'a>(
    names: impl Iterator<Item = &'a Text>,
    noun: &str,
    diagnostics: &mut Diagnostics,
) -> HashMap<&'a str, usize> {
    let mut seen: HashMap<&str, (usize, &Text)> = HashMap::new();
    for (index, name) in names.enumerate() {
        match seen.entry(&name.value) {
            hash_map::Entry::Occupied(first) => {
                diagnostics.push(defined_twice(noun, name, first.get().1).help(GLOBAL));
            }
            hash_map::Entry::Vacant(vacant) => _ = vacant.insert((index, name)),
        }
    }
    seen.into_iter().map(|(name, (index, _))| (name, index)).collect()
}

/// A name that is defined a second time.
pub(super) fn defined_twice(noun: &str, again: &Text, first: &Text) -> Diagnostic {
    let message = format!("the {noun} {} is defined twice", code(&again.value));
    Diagnostic::new("duplicate-definition", message, &again.span, "again here")
        .label(&first.span, "first here")
        .help("rename one of the two, or remove it")
}

/// Objects, enums and aliases share their names.
fn types<'a>(description: &'a Description, diagnostics: &mut Diagnostics) -> HashMap<&'a str, Named> {
    let resources = &description.resources;
    let objects = resources.iter().flat_map(|resource| &resource.objects).enumerate().map(|(index, object)| {
        let is_read = object.fields.is_ok() && object.union.is_ok() && object.rest.is_ok();
        (&object.item.name, if is_read { Named::Object(ObjectId(index)) } else { Named::Faulty })
    });
    let enums = resources.iter().flat_map(|resource| &resource.enums).enumerate().map(|(index, enumeration)| {
        (&enumeration.item.name, if enumeration.values.is_ok() { Named::Enum(EnumId(index)) } else { Named::Faulty })
    });
    let mut types: HashMap<&str, (Named, &Text)> = HashMap::new();
    let aliases = resources.iter().flat_map(|resource| &resource.aliases).enumerate();
    let aliases = aliases.map(|(index, alias)| (&alias.item.name, Named::Alias(AliasId(index))));
    for (name, named) in objects.chain(enums).chain(aliases) {
        match types.entry(&name.value) {
            hash_map::Entry::Occupied(mut first) => {
                diagnostics.push(defined_twice("type", name, first.get().1).help(GLOBAL_TYPE));
                first.get_mut().0 = Named::Faulty;
            }
            hash_map::Entry::Vacant(vacant) => _ = vacant.insert((named, name)),
        }
    }
    types.into_iter().map(|(name, (named, _))| (name, named)).collect()
}

/// A code may be listed by endpoints of any resource, so it has one definition.
fn codes<'a>(description: &'a Description, diagnostics: &mut Diagnostics) -> HashMap<&'a str, CodeId> {
    let mut codes: HashMap<&str, (usize, &spec::Code)> = HashMap::new();
    for (index, code) in description.resources.iter().flat_map(|resource| &resource.codes).enumerate() {
        match codes.entry(&code.item.name.value) {
            hash_map::Entry::Occupied(first) => diagnostics.push(code_twice(code, first.get().1)),
            hash_map::Entry::Vacant(vacant) => _ = vacant.insert((index, code)),
        }
    }
    codes.into_iter().map(|(name, (index, _))| (name, CodeId(index))).collect()
}

fn code_twice(again: &spec::Code, first: &spec::Code) -> Diagnostic {
    let (name, first_name) = (&again.item.name, &first.item.name);
    let first_status = |code: &spec::Code| code.statuses.as_ref().ok()?.first().cloned();
    match (first_status(again), first_status(first)) {
        (Some(status), Some(first_status)) if status.value != first_status.value => {
            let statuses = format!("{} and {}", first_status.value, status.value);
            let message = format!("the error code {} has two statuses: {statuses}", code(&name.value));
            Diagnostic::new("code-two-statuses", message, &status.span, "another status here")
                .label(&first_status.span, "one status here")
                .help("define the code in one file, with all of its statuses; endpoints in any file may list it")
        }
        _ => defined_twice("error code", name, first_name)
            .help("remove one of the two: endpoints in any file may list it"),
    }
}
