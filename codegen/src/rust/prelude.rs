//! What templates of generated code call by its name alone, and a described type might be called as well.

/// Types and traits that Rust has in scope everywhere, each with the path by which it is found in any scope.
const PRELUDE: [(&str, &str); 7] = [
    ("Box", "::std::boxed::Box"),
    ("From", "::std::convert::From"),
    ("Into", "::std::convert::Into"),
    ("IntoIterator", "::std::iter::IntoIterator"),
    ("Option", "::std::option::Option"),
    ("String", "::std::string::String"),
    ("Vec", "::std::vec::Vec"),
];

/// Traits that are derived. Only an import of a type of this name hides the macro.
const DERIVED: [(&str, &str); 7] = [
    ("Clone", "::std::clone::Clone"),
    ("Debug", "::std::fmt::Debug"),
    ("Eq", "::std::cmp::Eq"),
    ("Hash", "::std::hash::Hash"),
    ("Ord", "::std::cmp::Ord"),
    ("PartialEq", "::std::cmp::PartialEq"),
    ("PartialOrd", "::std::cmp::PartialOrd"),
];

/// Generic parameters of generated functions: the type of a client, and how a value is given. Behind each stands what it is
/// called where a type has its name. No described type can have the last one.
const GENERIC: [[&str; 3]; 2] = [["C", "Client", "Client__"], ["How", "HowGiven", "How__"]];

/// Whether templates use a name for something else than what is described.
pub(crate) fn is_used_by_templates(name: &str) -> bool {
    generic(name).is_some() || path(name).is_some()
}

/// Whether templates use a name in attributes only.
pub(crate) fn is_derived(name: &str) -> bool {
    DERIVED.iter().any(|(used, _)| *used == name)
}

/// What stands for such a name where a described type has it.
pub(crate) fn beside_described(name: &str, is_described: impl Fn(&str) -> bool) -> Option<&'static str> {
    match generic(name) {
        Some(names) => names.iter().copied().find(|name| !is_described(name)),
        None => path(name),
    }
}

fn generic(name: &str) -> Option<&'static [&'static str; 3]> {
    GENERIC.iter().find(|names| names[0] == name)
}

fn path(name: &str) -> Option<&'static str> {
    PRELUDE.iter().chain(&DERIVED).find(|(used, _)| *used == name).map(|(_, path)| *path)
}
