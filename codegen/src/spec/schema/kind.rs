//! What a kind of mapping is: its keys, what each may hold, and what holds between them.

/// A kind of mapping: what may be written between braces, or on lines of the same depth.
pub struct MappingKind {
    /// What such a mapping describes, such as `path protocol`.
    pub name: &'static str,
    /// Its keys, in the order in which a report lists them. Those that several kinds have in common are a group.
    groups: &'static [&'static [Key]],
    /// What stands under names of the user's choice, if there may be some beside the keys.
    pub names: Option<Shape>,
    /// What holds between its keys.
    pub rules: &'static [Rule],
}

/// A key of a kind of mapping.
pub struct Key {
    /// The key as it is written.
    pub name: &'static str,
    /// Whether it must be there.
    pub is_required: bool,
    /// What it may hold.
    pub shape: Shape,
    /// What it says, in Markdown.
    pub doc: &'static str,
}

/// What may be written at a place.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Nothing at all, as in an empty file.
    Nothing,
    /// A text.
    Text,
    /// A text that says something: white space alone does not.
    Prose,
    /// A text that is one of some words.
    Word(Words),
    /// `true` or `false`.
    Truth,
    /// A whole number of 64 bits.
    Whole,
    /// A number.
    Number,
    /// Anything.
    Any,
    /// A type, such as `string`, `[Book]` or `id(Book)?`.
    Type,
    /// The method of a call, a space, and its path.
    Call,
    /// A list of such.
    List(&'static Shape),
    /// Such under names of the user's choice.
    Each(&'static Shape),
    /// The same, of which there is at least one.
    Some(&'static Shape),
    /// Such under statuses, classes of them, or `default`.
    ByStatus(&'static Shape),
    /// A mapping of a kind.
    Kind(&'static MappingKind),
    /// Any of these.
    Either(&'static [Shape]),
}

/// Words of which one is written.
#[derive(Clone, Copy)]
pub enum Words {
    /// These, which the reader itself looks for.
    These(&'static [&'static str]),
    /// What the values of enums are in JSON.
    Bases,
    /// The two sides on which data is met.
    Sides,
    /// The places of a request in which parameters travel.
    Locations,
    /// How what has parts is written outside of a body.
    Styles,
    /// How bodies of requests are written, and `none`.
    Bodies,
    /// How all bodies below a path are written.
    PathBodies,
    /// How answers come.
    Answers,
    /// How instants are written below a path.
    Instants,
    /// The methods whose requests may carry an idempotency key.
    Methods,
    /// How lists are cut into pages below a path.
    Paginations,
}

/// A way to say something, of which there are several.
pub struct Way {
    /// Its key.
    pub key: &'static str,
    /// What must stand beside it.
    pub needs: &'static [&'static str],
    /// What may.
    pub takes: &'static [&'static str],
}

/// What holds between the keys of a mapping.
#[derive(Clone, Copy)]
pub enum Rule {
    /// One of these ways is taken, and nothing of another one stands beside it.
    Ways(&'static [Way]),
    /// One of these at least is there.
    Any(&'static [&'static str]),
    /// All of these are there, or none.
    Together(&'static [&'static str]),
    /// One of these at most is there.
    Apart(&'static [&'static str]),
    /// What is written in place fits the type beside it; where there need not be one, some keys make an object.
    InPlace,
    /// Where no type is written or made by keys, nor implied by a word at `as`, nothing is said of one.
    Typeless {
        /// The keys that are there all the same.
        takes: &'static [&'static str],
        /// The words.
        implied_by: &'static [&'static str],
    },
}

impl MappingKind {
    /// A kind with these groups of keys.
    pub(super) const fn new(name: &'static str, groups: &'static [&'static [Key]]) -> Self {
        Self { name, groups, names: None, rules: &[] }
    }

    /// The same, which takes names of the user's choice beside its keys.
    pub(super) const fn with_names(self, shape: Shape) -> Self {
        Self { names: Some(shape), ..self }
    }

    /// The same, between whose keys something holds.
    pub(super) const fn with_rules(self, rules: &'static [Rule]) -> Self {
        Self { rules, ..self }
    }

    /// Its keys, in the order in which a report lists them.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + Clone + use<> {
        self.groups.iter().copied().flatten()
    }

    /// The same as they are written.
    pub fn key_names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.keys().map(|key| key.name)
    }

    /// Whether a key is one of them.
    #[must_use]
    pub fn has_key(&self, name: &str) -> bool {
        self.key_names().any(|known| known == name)
    }
}

/// Keys, each on a line: what it is called, whether it must be there, what it holds, and what it says.
macro_rules! keys {
    ($($name:literal: $need:ident $shape:expr, $doc:literal;)*) => {
        &[$(crate::spec::schema::kind::Key {
            name: $name,
            is_required: crate::spec::schema::kind::is_required!($need),
            shape: $shape,
            doc: $doc,
        }),*]
    };
}

macro_rules! is_required {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}

/// Makes a static of each kind, and the list of them all.
macro_rules! kinds {
    ($($kind:ident = $value:expr;)*) => {
        $(pub(crate) static $kind: MappingKind = $value;)*

        /// All kinds of mappings of this file.
        pub(super) static KINDS: &[&MappingKind] = &[$(&$kind),*];
    };
}

pub(super) use {is_required, keys, kinds};
