//! What other programs read: JSON, SARIF and commands of a workflow hold what their readers expect.

use clientsmith::report::Format;
use serde_json::{Value, json};

use crate::{sample, shown};

#[test]
fn json_is_the_report() {
    let report = sample::report();
    let json: Value = serde_json::from_str(&shown(Format::Json, &report)).unwrap();
    assert_eq!(json, serde_json::to_value(&report).unwrap());
    assert_eq!(json["format_version"], 1);
    assert_eq!(json["rows"][1]["source"], "major");
    assert_eq!(json["rows"][1]["wire"], "breaks");
}

fn sarif() -> Value {
    serde_json::from_str(&shown(Format::Sarif, &sample::report())).unwrap()
}

#[test]
fn sarif_has_what_its_readers_need() {
    let log = sarif();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(run["tool"]["driver"]["name"], "clientsmith");
    assert_eq!(rules.len(), sample::RULES.len());
    assert!(rules.iter().all(|rule| rule["id"].is_string() && rule["shortDescription"]["text"].is_string()));

    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), sample::report().rows.len());
    for result in results {
        assert!(result["message"]["text"].is_string(), "{result}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("spec/") && !uri.contains([' ', ',']), "{uri}");
        let level = result["level"].as_str().unwrap();
        assert_eq!(result["kind"] == "fail", level != "none", "{result}");
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[usize::try_from(index).unwrap()]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn sarif_levels_follow_the_verdict() {
    let log = sarif();
    let levels = |level: &str| {
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().filter(|result| result["level"] == level).count()
    };
    assert_eq!([levels("error"), levels("warning"), levels("note"), levels("none")], [5, 1, 4, 5]);
}

#[test]
fn sarif_keeps_accepted_rows_apart() {
    let log = sarif();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<&Value> = results.iter().filter(|result| result.get("suppressions").is_some()).collect();
    assert_eq!(suppressed.len(), 2);
    let suppression = &suppressed[1]["suppressions"][0];
    assert_eq!(
        *suppression,
        json!({"kind": "external", "status": "accepted", "justification": "Nobody uses the preview yet"})
    );
}

#[test]
fn fingerprints_are_of_the_meaning() {
    let fingerprints = |report: &clientsmith::diff::Report| -> Vec<String> {
        let log: Value = serde_json::from_str(&shown(Format::Sarif, report)).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|result| result["partialFingerprints"]["change/v1"].as_str().unwrap().to_owned()).collect()
    };
    let report = sample::report();
    let before = fingerprints(&report);
    let mut reworded = report.clone();
    for row in &mut reworded.rows {
        row.sentence.push_str(", in other words");
        row.place.line += 100;
    }
    assert_eq!(fingerprints(&reworded), before, "other words and lines are the same change");
    let mut different: Vec<&String> = before.iter().collect();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), before.len(), "each change has its own");
    let mut changed = report;
    changed.rows[1].after = Some("optional, nullable".to_owned());
    assert_ne!(fingerprints(&changed)[1], before[1]);
}

#[test]
fn workflow_commands_are_as_grave_as_their_rows() {
    let commands = shown(Format::Github, &sample::report());
    let kinds = |kind: &str| commands.lines().filter(|line| line.starts_with(&format!("::{kind} "))).count();
    // The version, the generator and what degrades; what is new, what was accepted, and the figures.
    assert_eq!([kinds("error"), kinds("warning"), kinds("notice")], [3 + 1, 3, 4 + 2 + 1], "{commands}");
    let old = commands.lines().find(|line| line.contains("The value `draft`")).unwrap();
    assert!(
        !old.contains("file=") && old.contains("It was at spec/billing_intents.yaml:312:7 in main (3f2a91c)."),
        "{old}"
    );
}
