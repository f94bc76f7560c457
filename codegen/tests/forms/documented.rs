//! `docs/report.md` names every member of the report as JSON, and none that there is not.

use std::collections::BTreeSet;
use std::fs;

use clientsmith::report::Format;
use serde_json::Value;

use crate::{sample, shown, support};

#[test]
fn each_member_is_documented() {
    let json: Value = serde_json::from_str(&shown(Format::Json, &sample::report())).unwrap();
    let mut written = BTreeSet::new();
    members(&json, &mut written);
    let text = fs::read_to_string(support::workspace().join("docs/report.md")).expect("docs/report.md is there");
    assert_eq!(documented(&text), written, "left: members that docs/report.md names; right: members that are written");
}

/// The names of all members, at any depth.
fn members(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                names.insert(name.clone());
                members(value, names);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| members(value, names)),
        _ => {}
    }
}

/// The first cell of each row of the tables in the section on JSON.
fn documented(text: &str) -> BTreeSet<String> {
    let (_, section) = text.split_once("\n## JSON\n").expect("a section on JSON");
    let section = section.split("\n## ").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    cells.map(|(name, _)| name.to_owned()).collect()
}
