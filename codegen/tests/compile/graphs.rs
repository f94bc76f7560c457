//! Graphs of types of any size compile, and so do the programs that move their values between threads.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{self, Folder};

/// The crate of all graphs, and a program that calls it.
pub(crate) const MEMBERS: [&str; 2] = ["graphs", "graphs-caller"];

/// A graph of objects, each of which leads to others.
struct Graph {
    /// The name of its resource.
    name: &'static str,
    size: usize,
    /// Where an object leads.
    next: fn(usize, usize) -> Vec<usize>,
    /// How a member holds an object of this name.
    member: fn(&str) -> String,
}

const GRAPHS: &[Graph] = &[
    Graph { name: "chain", size: 200, next: chain, member: plain },
    Graph { name: "circle", size: 300, next: ring, member: plain },
    Graph { name: "complete", size: 60, next: all, member: plain },
    Graph { name: "lists", size: 40, next: ring, member: |name| format!("\"[{name}]\"") },
    Graph { name: "expandables", size: 40, next: ring, member: |name| format!("expandable({name})") },
    Graph { name: "maps", size: 40, next: ring, member: |name| format!("\"{{[{name}]}}\"") },
    Graph { name: "unions", size: 40, next: ring, member: plain },
];

fn plain(name: &str) -> String {
    name.to_owned()
}

fn chain(from: usize, size: usize) -> Vec<usize> {
    (from + 1..size).take(1).collect()
}

fn ring(from: usize, size: usize) -> Vec<usize> {
    vec![(from + 1) % size]
}

fn all(from: usize, size: usize) -> Vec<usize> {
    (0..size).filter(|to| *to != from).collect()
}

/// Unions that hold themselves: directly, in lists and maps, and each other.
const FILTERS: &str = "\
resource: filters
doc: Conditions that are made of conditions.
objects:
  Filter:
    doc: A condition.
    union: op
    variants:
      not: {type: Filter, doc: It does not hold.}
      and: {type: \"[Filter]\", doc: All hold.}
      by_name: {type: \"{Filter}\", doc: \"All hold, each of what its name says.\"}
      of: {type: Subject, doc: It holds of something.}
      is: {type: string, doc: It is equal.}
  Subject:
    doc: Of what a condition speaks.
    union: by
    variants:
      those: {type: Filter, doc: Those of which a condition holds.}
      all: All.
  Rule:
    doc: A condition with a name.
    union: op
    fields: {name: {type: string, doc: How it is called.}}
    variants:
      not: {type: Rule, doc: It does not hold.}
      any: {type: \"[Rule]\", doc: One holds.}
      never: Nothing holds.
endpoints:
  read:
    doc: Tells the condition.
    http: GET /filter
    returns: Filter
  write:
    doc: Changes the condition.
    http: POST /filter
    params:
      value: {in: body, type: Filter, optional: true, doc: The new one.}
      rule: {in: body, type: Rule, optional: true, doc: The new rule.}
";

/// Writes the packages into a workspace.
pub(crate) fn write(root: &Path, scratch: &Path) {
    let mut spec = Folder::from([("api.yaml".to_owned(), API.as_bytes().to_vec())]);
    for graph in GRAPHS {
        spec.insert(format!("{}.yaml", graph.name), description(graph).into_bytes());
    }
    spec.insert("filters.yaml".to_owned(), FILTERS.as_bytes().to_vec());
    support::write_folder(scratch, &spec);
    support::write_crate(&root.join(MEMBERS[0]), scratch);
    let caller = [("Cargo.toml", CALLER.to_owned()), ("src/lib.rs", program())];
    let caller = caller.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    support::write_folder(&root.join(MEMBERS[1]), &caller.into());
}

const API: &str = "\
api: graphs
doc: Objects that lead to each other.
version: \"1\"
package: {name: case-graphs, version: 0.1.0, license: MIT}
servers: {main: https://graphs.example}
auth: bearer
";

/// A resource whose calls read and write the first object of a graph.
fn description(Graph { name, size, next, member }: &Graph) -> String {
    let mut text = format!("resource: {name}\ndoc: Objects that lead to each other.\n");
    let named = |object: usize| format!("{}{}{object}", name[..1].to_uppercase(), &name[1..]);
    let is_expandable = *name == "expandables";
    if is_expandable {
        text.push_str("ids:\n");
        (0..*size)
            .for_each(|object| _ = writeln!(text, "  {}: {{prefix: o{object}, doc: Identifies it.}}", named(object)));
    }
    text.push_str("objects:\n");
    for object in 0..*size {
        _ = writeln!(text, "  {}:\n    doc: An object.", named(object));
        let (members, optional) = match *name {
            "unions" => ("union: kind\n    variants:\n      end: Nothing follows.", ""),
            _ => ("fields:\n      name: {type: string, optional: true, doc: How it is called.}", "optional: true, "),
        };
        _ = writeln!(text, "    {members}");
        if is_expandable {
            text.push_str("      id: {type: id, doc: Identifies it.}\n");
        }
        for to in next(object, *size) {
            let ty = member(&named(to));
            _ = writeln!(text, "      to{to}: {{type: {ty}, {optional}doc: Where it leads.}}");
        }
    }
    text + &CALLS.replace("NAME", name).replace("FIRST", &named(0))
}

const CALLS: &str = "\
endpoints:
  read:
    doc: Tells the first.
    http: GET /NAME
    returns: FIRST
  write:
    doc: Changes the first.
    http: POST /NAME
    params:
      value: {in: body, type: FIRST, optional: true, doc: The new one.}
";

const CALLER: &str = "\
[package]
name = \"graphs-caller\"
edition = \"2024\"

[dependencies]
case-graphs = { path = \"../graphs\" }
tokio = { version = \"1\", features = [\"rt\"] }
";

/// Functions that send all calls in tasks of their own, and give the answers to other threads, which use them up.
fn program() -> String {
    let names = GRAPHS.iter().map(|graph| graph.name).chain(["filters"]);
    let functions = names.map(|name| {
        format!(
            "pub fn {name}(client: case_graphs::Client) {{
    tokio::spawn(async move {{
        let Ok(answer) = case_graphs::{name}::read(&client).await else {{ return }};
        let answer = std::sync::Arc::new(answer);
        tokio::spawn(async move {{
            let _ = case_graphs::{name}::write(&client).with_response().await;
            let copy = (*answer).clone();
            println!(\"{{}} {{copy:?}} {{}}\", copy == *answer, copy.to_json());
        }});
    }});
}}
"
        )
    });
    functions.collect()
}
