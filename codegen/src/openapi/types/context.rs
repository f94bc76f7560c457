//! Where a schema stands, of which its name is made.

use std::rc::Rc;

use crate::openapi::document::Target;
use crate::openapi::names::{camel, one_of, words};

/// The module of what all calls share.
pub(in crate::openapi) const SHARED: &str = "types";

/// Where a schema stands.
#[derive(Clone, Debug)]
pub(in crate::openapi) struct Context {
    /// The module of what is written there; nothing for components, which all modules share.
    pub(in crate::openapi) module: Option<Rc<str>>,
    /// With what names begin there, best first.
    bases: Rc<[String]>,
    /// The names of what leads there, outermost first.
    chain: Vec<String>,
}

impl Context {
    /// A component.
    pub(in crate::openapi) fn component(name: &str) -> Self {
        let plain = camel(&words(name));
        let exact: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let exact = Some(exact).filter(|exact| exact.starts_with(|first: char| first.is_ascii_uppercase()));
        let plain = if plain.is_empty() { "Component".to_owned() } else { plain };
        let bases: Vec<String> = std::iter::once(plain).chain(exact).collect();
        Self { module: None, bases: bases.into(), chain: Vec::new() }
    }

    /// A call of a module.
    pub(in crate::openapi) fn call(module: &str, bases: &[String]) -> Self {
        Self { module: Some(module.into()), bases: bases.into(), chain: Vec::new() }
    }

    /// What leads there by a name.
    #[must_use]
    pub(in crate::openapi) fn inside(&self, name: &str) -> Self {
        self.joined(camel(&words(name)))
    }

    /// One of several.
    #[must_use]
    pub(in crate::openapi) fn one(&self) -> Self {
        let mut one = self.clone();
        if let Some(last) = one.chain.last_mut() {
            *last = camel(&one_of(&words(last)));
        } else {
            one.chain.push("Item".to_owned());
        }
        one
    }

    fn joined(&self, name: String) -> Self {
        let mut joined = self.clone();
        joined.chain.push(if name.is_empty() { "Other".to_owned() } else { name });
        joined
    }

    /// The names that a type there may have, shortest first.
    pub(in crate::openapi) fn names(&self) -> Vec<String> {
        if self.chain.is_empty() {
            return self.bases.to_vec();
        }
        let first = &self.bases[0];
        let ends = (0..self.chain.len()).rev().map(|start| format!("{first}{}", self.chain[start..].concat()));
        let others = self.bases[1..].iter().map(|base| format!("{base}{}", self.chain.concat()));
        let mut names: Vec<String> = ends.chain(others).filter(|name| name.len() <= LONGEST).collect();
        if names.is_empty() {
            names.extend(self.chain.last().map(|last| last.chars().take(LONGEST).collect()));
        }
        names
    }
}

/// The most letters of a name, what is put behind it not counted.
const LONGEST: usize = 100;

/// Where a component stands.
pub(super) fn context_of(target: &Target<'_>) -> Context {
    match target.tokens.as_slice() {
        _ if target.is_component() => Context::component(target.name()),
        [components, _, name, inside @ ..] if components == "components" => inside
            .iter()
            .filter(|token| !KEYWORDS.contains(&token.as_str()))
            .fold(Context::component(name), |context, token| context.inside(token)),
        _ => Context::component(target.name()),
    }
}

/// Words of a pointer that name nothing.
const KEYWORDS: [&str; 7] = ["properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties", "schema"];
