//! The kinds of items that are measured: each as a description, and as what a program would write with serde.

/// Sections of a resource: how each begins, and what a copy adds to it.
type Sections = &'static [(&'static str, &'static str)];

/// A kind of item. `@` stands for the number of a copy.
pub(crate) struct Kind {
    pub name: &'static str,
    /// What describes it.
    pub described: Sections,
    /// What of it is described for its sake alone, and does not count: an item of requests needs a call that takes it.
    pub besides: Option<Sections>,
    /// A copy of the same with serde, where it can derive that.
    pub derived: Option<&'static str>,
}

impl Kind {
    /// One of which everything counts.
    const fn alone(name: &'static str, described: Sections, derived: Option<&'static str>) -> Self {
        Self { name, described, besides: None, derived }
    }

    /// A resource of so many copies.
    pub(crate) fn resource(&self, copies: usize) -> String {
        resource(self.described, copies)
    }

    /// A resource of so many copies of what does not count.
    pub(crate) fn resource_besides(&self, copies: usize) -> Option<String> {
        self.besides.map(|besides| resource(besides, copies))
    }

    /// A module of so many copies with serde.
    pub(crate) fn module(&self, copies: usize) -> Option<String> {
        let head = "#![allow(unused_imports)]\nuse serde::{Deserialize, Serialize};\n\n";
        self.derived.map(|copy| head.to_owned() + &repeated(copy, copies))
    }
}

fn resource(sections: Sections, copies: usize) -> String {
    let sections = sections.iter().map(|(begins, copy)| (*begins).to_owned() + &repeated(copy, copies));
    "resource: kinds\ndoc: Copies of one kind of item.\n".to_owned() + &sections.collect::<String>()
}

fn repeated(copy: &str, copies: usize) -> String {
    (0..copies).map(|n| copy.replace('@', &n.to_string())).collect()
}

pub(crate) const KINDS: &[Kind] = &[
    Kind::alone("object of ten members", &[("objects:\n", OBJECT)], Some(OBJECT_BY_SERDE)),
    Kind {
        besides: Some(&[("endpoints:\n", TAKES_TEXT)]),
        ..Kind::alone(
            "request object of ten members",
            &[("objects:\n", OBJECT), ("endpoints:\n", TAKES_ITEM)],
            Some(REQUEST_OBJECT_BY_SERDE),
        )
    },
    Kind::alone("union told beside", &[("unions:\n", BESIDE)], None),
    Kind::alone("union told inside", &[("unions:\n", INSIDE)], Some(INSIDE_BY_SERDE)),
    Kind::alone("union told by content", &[("unions:\n", CONTENT)], Some(CONTENT_BY_SERDE)),
    Kind::alone("union told by key", &[("unions:\n", KEY)], Some(KEY_BY_SERDE)),
    Kind::alone("union told by shape", &[("unions:\n", SHAPE)], Some(SHAPE_BY_SERDE)),
    Kind::alone("enum of eight values", &[("enums:\n", ENUM)], Some(ENUM_BY_SERDE)),
    Kind::alone("call of four parameters", &[(CALLED, CALL)], None),
];

const OBJECT: &str = "  Item@:
    doc: An item.
    fields:
      code: {type: string, doc: What it is known by.}
      name: {type: string, doc: Its name.}
      note: {type: string, optional: true, doc: A note.}
      count: {type: integer, doc: How many there are.}
      weight: {type: integer, optional: true, doc: Its weight.}
      price: {type: number, doc: What it costs.}
      fragile: {type: boolean, doc: Whether it breaks.}
      place: {type: string, optional: true, doc: Where it is.}
      labels: {type: '[string]', doc: Its labels.}
      extra: {type: '{string}', doc: What else is known of it.}
";

/// A call that takes a body of this type.
macro_rules! call {
    ($type:literal) => {
        concat!(
            "  take_@:
    doc: Takes it.
    http: POST /items_@
    params:
      item: {in: body, type: ",
            $type,
            ", doc: It.}
"
        )
    };
}

const TAKES_ITEM: &str = call!("Item@");
const TAKES_TEXT: &str = call!("string");

/// Members of an object as serde has them.
macro_rules! object_by_serde {
    ($derive:literal, $functions:literal) => {
        concat!(
            "#[derive(Clone, Debug, PartialEq, ",
            $derive,
            ")]
pub struct Item@ {
    pub code: String,
    pub name: String,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub note: Option<String>,
    pub count: i64,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub weight: Option<i64>,
    pub price: f64,
    pub fragile: bool,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub place: Option<String>,
    pub labels: Vec<String>,
    pub extra: std::collections::BTreeMap<String, String>,
}
",
            $functions
        )
    };
}

const OBJECT_BY_SERDE: &str = object_by_serde!(
    "Serialize, Deserialize",
    "pub fn read_@(text: &str) -> serde_json::Result<Item@> { serde_json::from_str(text) }
pub fn write_@(item: &Item@) -> serde_json::Result<String> { serde_json::to_string(item) }
"
);

const REQUEST_OBJECT_BY_SERDE: &str = object_by_serde!(
    "Serialize",
    "pub fn write_@(item: &Item@) -> serde_json::Result<String> { serde_json::to_string(item) }
"
);

/// A union of a card, an account and cash, told in some way.
macro_rules! union {
    ($told:literal) => {
        concat!(
            "  Payment@:
    doc: How it is paid.
    union: ",
            $told,
            "
    variants:
      card:
        doc: By card.
        fields:
          number: {type: string, doc: The number of the card.}
          year: {type: integer, doc: When it expires.}
      account:
        doc: From an account.
        fields:
          iban: {type: string, doc: The account.}
          holder: {type: string, optional: true, doc: Whose it is.}
      cash:
        doc: In cash.
        fields:
          currency: {type: string, doc: In which currency.}
"
        )
    };
}

const BESIDE: &str = union!("type");
const INSIDE: &str = union!("{inside: type}");
const CONTENT: &str = union!("{tag: type, content: data}");
const KEY: &str = union!("{by: key}");
const SHAPE: &str = union!("{by: shape}");

/// The same with serde, told by an attribute.
macro_rules! union_by_serde {
    ($told:literal) => {
        concat!(
            "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(",
            $told,
            ")]
pub enum Payment@ { Card(Card@), Account(Account@), Cash(Cash@) }
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card@ { pub number: String, pub year: i64 }
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account@ {
    pub iban: String,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub holder: Option<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cash@ { pub currency: String }
pub fn read_@(text: &str) -> serde_json::Result<Payment@> { serde_json::from_str(text) }
pub fn write_@(payment: &Payment@) -> serde_json::Result<String> { serde_json::to_string(payment) }
"
        )
    };
}

const INSIDE_BY_SERDE: &str = union_by_serde!("tag = \"type\", rename_all = \"snake_case\"");
const CONTENT_BY_SERDE: &str = union_by_serde!("tag = \"type\", content = \"data\", rename_all = \"snake_case\"");
const KEY_BY_SERDE: &str = union_by_serde!("rename_all = \"snake_case\"");
const SHAPE_BY_SERDE: &str = union_by_serde!("untagged");

const ENUM: &str = "  Colour@:
    doc: What colour it has.
    values: {red: Red., orange: Orange., yellow: Yellow., green: Green., blue: Blue., violet: Violet., black: Black., white: White.}
";

/// The same with serde, which keeps a text that it does not know as well.
const ENUM_BY_SERDE: &str = "#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = \"snake_case\")]
pub enum Colour@ { Red, Orange, Yellow, Green, Blue, Violet, Black, White, #[serde(untagged)] Unknown(String) }
pub fn read_@(text: &str) -> serde_json::Result<Colour@> { serde_json::from_str(text) }
pub fn write_@(colour: &Colour@) -> serde_json::Result<String> { serde_json::to_string(colour) }
";

/// What the calls answer, which is there once.
const CALLED: &str = "objects:
  Item:
    doc: An item.
    fields:
      name: {type: string, doc: Its name.}
endpoints:
";

const CALL: &str = "  move_@:
    doc: Moves an item.
    http: POST /items_@/{id}/move
    params:
      id: {in: path, type: string, doc: Which item.}
      dry: {in: query, type: boolean, optional: true, doc: Whether it only tries.}
      target: {in: body, type: string, doc: Where to.}
      note: {in: body, type: string, optional: true, doc: A note.}
    returns: Item
";
