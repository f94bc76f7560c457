//! What services publish of the values that they take.

use std::collections::BTreeMap;

use super::support::shop::{KindParams, NodeParams};
use super::support::shop_calls::{ListAlerts, SendEvents, SendForm, SendJson};
use crate::runtime::{Config, Operation};

fn refusal(operation: impl Operation) -> Option<(String, String)> {
    let error = operation.into_http(&Config::new("sk_test_example").unwrap()).err()?;
    Some((error.parameter().unwrap().to_owned(), error.to_string()))
}

fn with_count(count: i64) -> NodeParams {
    NodeParams { count: Some(count), ..NodeParams::default() }
}

#[test]
fn values_at_their_bounds_are_sent() {
    let texts = NodeParams { text: Some("é".repeat(12)), note: Some(None), ..NodeParams::default() };
    let nodes = vec![with_count(-100), with_count(100), texts];
    let node = NodeParams { nodes: Some(nodes), ..NodeParams::default() };
    let names = Some(vec!["12345".to_owned(), String::new()]);
    assert_eq!(refusal(SendForm { node: Some(node.clone()), names, asked: Some(node) }), None);
    assert_eq!(refusal(ListAlerts { limit: Some(1), ..ListAlerts::default() }), None);
    assert_eq!(refusal(ListAlerts { limit: Some(100), ..ListAlerts::default() }), None);
}

#[test]
fn values_beyond_their_bounds_are_named_with_their_places() {
    let node = NodeParams::default;
    let too_long = || "x".repeat(13);
    let by_name = Some(BTreeMap::from([("a".to_owned(), with_count(101))]));
    let cases = [
        (with_count(-101), "node.count", "must not be less than -100"),
        (with_count(101), "node.count", "must not be more than 100"),
        (NodeParams { text: Some(too_long()), ..node() }, "node.text", "must not have more than 12 characters"),
        (NodeParams { note: Some(Some(too_long())), ..node() }, "node.note", "must not have more than 12 characters"),
        (NodeParams { child: Some(with_count(101).into()), ..node() }, "node.child.count", "must not be more than 100"),
        (
            NodeParams { nodes: Some(vec![node(), with_count(101)]), ..node() },
            "node.nodes[1].count",
            "must not be more than 100",
        ),
        (
            NodeParams { nodes: Some(vec![node(); 4]), ..node() },
            "node.nodes[3]",
            "is one too many: the list must not have more than 3 items",
        ),
        (NodeParams { by_name, ..node() }, "node.by_name.a.count", "must not be more than 100"),
        (
            NodeParams { kind: Some(KindParams::Node(with_count(101).into())), ..node() },
            "node.kind.node.count",
            "must not be more than 100",
        ),
    ];
    for (node, path, reason) in cases {
        let expected = Some((path.to_owned(), format!("nodes.send was not sent: `{path}` {reason}")));
        assert_eq!(refusal(SendForm { node: Some(node.clone()), ..SendForm::default() }), expected);
        assert_eq!(refusal(SendJson { node: Some(node), ..SendJson::default() }), expected);
    }
}

#[test]
fn parameters_have_bounds_too() {
    for (limit, reason) in [(0, "must not be less than 1"), (101, "must not be more than 100")] {
        let refused = refusal(ListAlerts { limit: Some(limit), ..ListAlerts::default() });
        assert_eq!(refused, Some(("limit".to_owned(), format!("alerts.list was not sent: `limit` {reason}"))));
    }
    let names = Some(vec!["123456".to_owned()]);
    let (path, _) = refusal(SendForm { names, ..SendForm::default() }).unwrap();
    assert_eq!(path, "names[0]");
    let (path, _) = refusal(SendEvents::new("tok_example", vec![String::new(); 4])).unwrap();
    assert_eq!(path, "events[3]");
}
