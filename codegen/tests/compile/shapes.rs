//! The table of shapes: each type in each wrapper, required or optional, as an argument or a member, sent or answered.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{self, Folder};
use crate::taken;

/// The crate of the whole table.
pub(crate) const MEMBER: &str = "shapes";

/// The types that a description can name, each with a word for the names of what holds it.
const TYPES: &[(&str, &str)] = &[
    ("string", "text"),
    ("boolean", "truth"),
    ("integer", "count"),
    ("int32", "tally"),
    ("uint32", "channel"),
    ("uint64", "size"),
    ("number", "ratio"),
    ("float32", "slope"),
    ("decimal", "rate"),
    ("money", "price"),
    ("currency", "coin"),
    ("timestamp", "instant"),
    ("date", "day"),
    ("time", "hour"),
    ("duration", "span"),
    ("uri", "address"),
    ("uuid", "key"),
    ("bytes", "picture"),
    ("timestamp(unix_millis)", "tick"),
    ("decimal(number)", "share"),
    ("duration(seconds)", "pause"),
    ("bytes(base64url)", "token"),
    ("Sku", "sku"),
    ("Pin", "pin"),
    ("Quantity", "quantity"),
    ("Moment", "moment"),
    ("Tags", "tag"),
    ("json", "anything"),
    ("id(Thing)", "identifier"),
    ("expandable(Thing)", "thing"),
    ("Colour", "colour"),
    ("Grade", "grade"),
    ("Sealed", "seal"),
    ("Size", "extent"),
    ("Shape", "shape"),
    ("Choice", "choice"),
    ("Block", "block"),
    ("Event", "event"),
    ("Query", "query"),
    ("Answer", "answer"),
    ("Node", "node"),
    ("Branch", "branch"),
];

/// What a type can stand in, with `T` in its place.
const WRAPPERS: &[(&str, &str)] = &[
    ("T", "one"),
    ("T?", "nullable"),
    ("[T]", "list"),
    ("[T?]", "gaps"),
    ("[T]?", "nullable_list"),
    ("[[T]]", "lists"),
    ("[{T}]", "list_of_maps"),
    ("{T}", "by_name"),
    ("{T?}", "map_of_gaps"),
    ("{T}?", "nullable_map"),
    ("{[T]}", "map_of_lists"),
    ("{{T}}", "maps"),
    ("[[T?]?]", "gaps_in_gaps"),
];

const FILE: &str = "\
api: shapes
doc: Values in all shapes.
version: \"1\"
package: {name: case-shapes, version: 0.1.0, license: MIT}
servers: {main: https://shapes.example}
auth: bearer
";

/// What the types name; nodes and branches hold themselves where something must be given.
const NAMED: &str = "\
resource: named
doc: What values are made of.
ids:
  Thing: {prefix: thing, doc: Identifies a thing.}
aliases:
  Sku: {type: string, max_length: 10, doc: What a kind of ware is known by.}
  Pin: {type: string, secret: true, doc: What opens something.}
  Quantity: {type: integer, min: 1, doc: How many there are.}
  Moment: {type: timestamp(unix), doc: An instant.}
  Tags: {type: \"[Sku]\", max_items: 3, doc: Several kinds of ware.}
unions:
  Block:
    doc: A part of a text.
    union: {inside: sort}
    variants:
      sized: {type: Size, doc: It has a size.}
      words: {doc: It has words., fields: {words: {type: string, doc: The words.}}}
  Event:
    doc: What happened.
    union: {tag: sort, content: data, base: integer}
    variants:
      1: {rust: Grown, type: Size, doc: It has grown.}
      2: {rust: Gone, doc: It is gone.}
  Query:
    doc: Which ones are meant.
    union: {by: key}
    variants:
      text: {type: string, doc: Those with this text.}
      all: {type: \"[Query]\", doc: Those that all of them mean.}
  Answer:
    doc: What was answered.
    union: {by: shape}
    variants:
      words: {type: string, doc: In words.}
      count: {type: integer, doc: A number.}
      sized: {type: Size, doc: A size.}
      several: {type: \"[Answer]\", doc: Several answers.}
objects:
  Fixed:
    doc: What may be said in one way alone.
    fields:
      word: {type: string, const: yes it is, optional: true, doc: A word.}
      count: {type: Quantity, const: 7, optional: true, doc: A number.}
      truth: {type: boolean, const: true, optional: true, doc: Whether it is so.}
      nothing: {type: Grade?, const: 1, optional: true, doc: How good it is.}
  Thing:
    doc: A thing.
    fields:
      id: {type: id, doc: Identifies this thing.}
  Size:
    doc: How large it is.
    fields:
      width: {type: integer, doc: \"How wide it is, in metres.\"}
  Shape:
    doc: What it looks like.
    union: form
    fields:
      name: {type: string, doc: How it is called.}
    variants:
      sized: {type: Size, doc: It has a size.}
      flat: It has none.
  Choice:
    doc: What was chosen.
    union: by
    variants:
      sized: {type: Size, doc: A size.}
      none: Nothing.
  Node:
    doc: A node of a tree.
    fields:
      name: {type: string, doc: How it is called.}
      kids: {type: \"[Node]\", doc: What hangs on it.}
      marks: {type: \"{Node}\", doc: \"What hangs on it, by names.\"}
  Branch:
    doc: \"A branch, which is known by what it ends in.\"
    union: end
    variants:
      fork: {type: Fork, doc: It goes on.}
      leaves: {type: \"[Branch]\", doc: It ends in leaves.}
  Fork:
    doc: Where a branch goes on.
    fields:
      branches: {type: \"[Branch]\", doc: Those that begin here.}
enums:
  Colour:
    doc: What colour it has.
    values: {red: Red., blue: Blue.}
  Grade:
    doc: How good it is.
    base: integer
    values: {1: Good., -1: Bad.}
  Sealed:
    doc: Whether it is sealed.
    base: boolean
    values: {true: It is., false: It is not.}
endpoints:
  fix:
    doc: Says it.
    http: POST /fixed
    params:
      fixed: {type: Fixed, in: body, doc: What is said.}
";

/// Writes the package into a workspace.
pub(crate) fn write(root: &Path, scratch: &Path) {
    let mut spec = Folder::new();
    spec.insert("api.yaml".to_owned(), FILE.into());
    spec.insert("named.yaml".to_owned(), NAMED.into());
    for (ty, word) in TYPES {
        spec.insert(format!("{word}s.yaml"), description(ty, word).into_bytes());
    }
    support::write_folder(scratch, &spec);
    support::write_crate(&root.join(MEMBER), scratch);
    support::write_file(&root.join(MEMBER).join("tests/taken.rs"), taken::program().as_bytes());
}

/// A resource with all shapes of one type: as members of two objects, and as arguments and setters of calls.
fn description(ty: &str, word: &str) -> String {
    let name = word[..1].to_uppercase() + &word[1..];
    let mut text = format!("resource: {word}s\ndoc: All shapes of one type.\nobjects:\n");
    for (owner, key) in [("Full", ""), ("Part", "optional: true, ")] {
        _ = writeln!(text, "  {owner}{name}:\n    doc: All shapes of it.\n    fields:");
        rows(&mut text, ty, key);
    }
    _ = writeln!(text, "  Open{name}:\n    doc: Has it by any name.\n    rest: {{type: \"{ty}\", doc: By any name.}}");
    text.push_str("endpoints:\n");
    for (call, key) in [("fill", "in: body, "), ("set", "in: body, optional: true, ")] {
        _ = writeln!(text, "  {call}:\n    doc: Gives all shapes.\n    http: POST /{word}/{call}\n    params:");
        rows(&mut text, ty, key);
        _ = writeln!(text, "    returns: Full{name}");
    }
    for (owner, call) in [("Full", "keep"), ("Part", "change"), ("Open", "open")] {
        _ = writeln!(text, "  {call}:\n    doc: Gives an object.\n    http: POST /{word}/{call}\n    params:");
        _ = writeln!(text, "      value: {{type: {owner}{name}, in: body, doc: The object.}}\n    returns: Part{name}");
    }
    for (wrapper, shape) in WRAPPERS {
        _ = writeln!(text, "  read_{shape}:\n    doc: Tells it.\n    http: GET /{word}/{shape}");
        _ = writeln!(text, "    returns: \"{}\"", wrapper.replacen('T', ty, 1));
    }
    text
}

/// What holds each shape; no parameter is expanded.
fn rows(text: &mut String, ty: &str, key: &str) {
    let is_parameter = key.contains("in: body");
    let ty = if is_parameter { ty.replace("expandable", "id") } else { ty.to_owned() };
    for (wrapper, shape) in WRAPPERS {
        _ = writeln!(text, "      {shape}: {{type: \"{}\", {key}doc: It.}}", wrapper.replacen('T', &ty, 1));
    }
}
