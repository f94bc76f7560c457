//! Bodies and queries in the form of forms.

use std::collections::BTreeMap;

use http::header::CONTENT_TYPE;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::support::form_reference;
use super::support::shop::{KindParams, NodeParams};
use super::support::shop_calls::{ListAlerts, SendForm, SendJson};
use crate::runtime::{Config, Operation, Timestamp};

const KEY: &str = "sk_test_example";

fn request(operation: impl Operation) -> http::Request<bytes::Bytes> {
    operation.into_http(&Config::new(KEY).unwrap()).unwrap()
}

/// The body that carries a node as its only parameter.
fn body(node: &NodeParams) -> String {
    let request = request(SendForm { node: Some(node.clone()), ..SendForm::default() });
    String::from_utf8(request.body().to_vec()).unwrap()
}

#[test]
fn each_kind_of_value_has_its_form() {
    let node = NodeParams::default;
    let at: Timestamp = "2025-08-27T12:00:00.75Z".parse().unwrap();
    let filter = NodeParams { text: Some("customer".into()), count: Some(1), ..node() };
    let by_name = |name: &str, text: &str| {
        let value = NodeParams { text: Some(text.into()), ..node() };
        Some(BTreeMap::from([(name.to_owned(), value)]))
    };
    let cases = [
        (NodeParams { text: Some("1+2&3é".into()), ..node() }, "node[text]=1%2B2%263%C3%A9"),
        (NodeParams { text: Some("e e".into()), ..node() }, "node[text]=e+e"),
        (NodeParams { text: Some("-._~*'()!/[]".into()), ..node() }, "node[text]=-._~%2A%27%28%29%21%2F%5B%5D"),
        (NodeParams { text: Some(String::new()), ..node() }, "node[text]="),
        (NodeParams { count: Some(-7), flag: Some(true), ..node() }, "node[count]=-7&node[flag]=true"),
        (NodeParams { flag: Some(false), share: Some(0.5), ..node() }, "node[share]=0.5&node[flag]=false"),
        (NodeParams { at: Some(at), ..node() }, "node[at]=1756296000"),
        (
            NodeParams { nodes: Some(vec![filter.clone(), filter]), ..node() },
            "node[nodes][0][text]=customer&node[nodes][0][count]=1&node[nodes][1][text]=customer&node[nodes][1][count]=1",
        ),
        (NodeParams { nodes: Some(vec![]), by_name: Some(BTreeMap::new()), ..node() }, "node[nodes]=&node[by_name]="),
        (NodeParams { nodes: Some(vec![node(), node()]), ..node() }, "node[nodes][0]=&node[nodes][1]="),
        (NodeParams { by_name: by_name("a_key", "k"), ..node() }, "node[by_name][a_key][text]=k"),
        (NodeParams { by_name: by_name("a[b] c", "k"), ..node() }, "node[by_name][a%5Bb%5D+c][text]=k"),
        (NodeParams { child: Some(Box::default()), ..node() }, ""),
        (NodeParams { note: Some(None), ..node() }, "node[note]="),
        (NodeParams { note: Some(Some("n".into())), ..node() }, "node[note]=n"),
        (NodeParams { kind: Some(KindParams::Ping), ..node() }, "node[kind][type]=ping"),
        (
            NodeParams { kind: Some(KindParams::Node(NodeParams { count: Some(1), ..node() }.into())), ..node() },
            "node[kind][type]=node&node[kind][node][count]=1",
        ),
        (
            NodeParams { json: Some(json!({"a": [null, 1, "x y", {"b": true}], "c": null, "d": 1.5})), ..node() },
            "node[json][a][0]=&node[json][a][1]=1&node[json][a][2]=x+y&node[json][a][3][b]=true&node[json][c]=&node[json][d]=1.5",
        ),
        (node(), ""),
    ];
    for (node, expected) in cases {
        assert_eq!(body(&node), expected);
    }
}

#[test]
fn what_is_no_number_is_not_sent() {
    let node = NodeParams { share: Some(f64::NAN), ..NodeParams::default() };
    let config = Config::new(KEY).unwrap();
    let error = SendForm { node: Some(node.clone()), ..SendForm::default() }.into_http(&config).unwrap_err();
    assert_eq!(error.to_string(), "nodes.send was not sent: `node.share` is no number that can be sent");
    let error = SendJson { node: Some(node), ..SendJson::default() }.into_http(&config).unwrap_err();
    assert_eq!(error.parameter(), Some("node.share"));
}

#[test]
fn a_form_says_what_it_is_even_if_it_is_empty() {
    let empty = request(SendForm::default());
    assert_eq!(empty.headers()[CONTENT_TYPE], "application/x-www-form-urlencoded");
    assert_eq!(empty.body(), "");
    let names = Some(vec!["a".to_owned(), "b".to_owned()]);
    let listed = request(SendForm { names, ..SendForm::default() });
    assert_eq!(listed.body(), "names[0]=a&names[1]=b");
}

#[test]
fn brackets_are_encoded_in_queries() {
    let expand = Some(vec!["data.x".to_owned(), "data y".to_owned()]);
    let listed = request(ListAlerts { limit: Some(3), expand, ..ListAlerts::default() });
    assert_eq!(listed.uri(), "https://api.example.test/v1/alerts?limit=3&expand%5B0%5D=data.x&expand%5B1%5D=data+y");
    assert!(!listed.headers().contains_key(CONTENT_TYPE));
    let empty = ListAlerts { expand: Some(vec![]), ..ListAlerts::default() };
    for nothing in [ListAlerts::default(), empty] {
        assert_eq!(request(nothing).uri(), "https://api.example.test/v1/alerts");
    }
    let asked = Some(NodeParams { note: Some(None), ..NodeParams::default() });
    let uri = request(SendForm { asked, ..SendForm::default() }).uri().to_string();
    assert_eq!(uri, "https://api.example.test/nodes?asked%5Bnote%5D=");
}

#[test]
fn the_same_parameters_are_json_elsewhere() {
    let at = Some("2025-08-27T12:00:00Z".parse().unwrap());
    let node = NodeParams { at, note: Some(None), kind: Some(KindParams::Ping), ..NodeParams::default() };
    let sent = request(SendJson { node: Some(node), ..SendJson::default() });
    assert_eq!(sent.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(sent.body(), r#"{"node":{"note":null,"at":"2025-08-27T12:00:00.000Z","kind":{"type":"ping"}}}"#);
    assert_eq!(request(SendJson::default()).body(), "{}");
}

/// What a node is by the rules of the service: without what is left out or holds nothing that is set, and with `null` where it is
/// unset, or an item that holds nothing.
fn rules(node: &NodeParams) -> Value {
    let mut members = Map::new();
    let mut add = |name: &str, value: Option<Value>| drop(value.and_then(|value| members.insert(name.into(), value)));
    add("text", node.text.as_ref().map(|text| json!(text)));
    add("count", node.count.map(|count| json!(count)));
    add("share", node.share.map(|share| json!(share)));
    add("flag", node.flag.map(|flag| json!(flag)));
    add("note", node.note.as_ref().map(|note| json!(note)));
    add("at", node.at.map(|at| json!(at.as_second())));
    add("child", node.child.as_deref().map(rules).filter(|child| !child.is_null()));
    add("nodes", node.nodes.as_ref().map(|nodes| nodes.iter().map(rules).collect()));
    let named =
        |nodes: &BTreeMap<String, NodeParams>| nodes.iter().map(|(name, node)| (name.clone(), rules(node))).collect();
    add("by_name", node.by_name.as_ref().map(named));
    add("json", node.json.clone());
    let kind = node.kind.as_ref().map(|kind| match kind {
        KindParams::Ping => json!({"type": "ping"}),
        KindParams::Node(node) => match rules(node) {
            Value::Null => json!({"type": "node"}),
            node => json!({"node": node, "type": "node"}),
        },
    });
    add("kind", kind);
    if members.is_empty() { Value::Null } else { Value::Object(members) }
}

/// The pairs of a form in a fixed order: the reference sorts members by name, which the service does not care for.
fn sorted(form: &str) -> Vec<String> {
    let mut pairs: Vec<_> = form.split('&').map(str::to_owned).collect();
    pairs.sort_unstable();
    pairs
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map_into(),
        any::<i64>().prop_map_into(),
        ".{0,4}".prop_map(Value::String)
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        let members = btree_map("[a-z &=é]{1,3}", inner.clone(), 0..3);
        prop_oneof![
            vec(inner, 0..3).prop_map_into(),
            members.prop_map(|members| Value::Object(members.into_iter().collect()))
        ]
    })
}

fn any_node() -> impl Strategy<Value = NodeParams> {
    let scalars =
        (option::of("\\PC{0,8}"), option::of(-100..100_i64), option::of(-1e9..1e9), option::of(any::<bool>()));
    let others =
        (option::of(option::of(".{0,4}")), option::of(-4_000_000_000..4_000_000_000_i64), option::of(any_json()));
    let leaf = (scalars, others).prop_map(|((text, count, share, flag), (note, at, json))| {
        let at = at.map(|second| Timestamp::from_second(second).unwrap());
        NodeParams { text, count, share, flag, note, at, json, ..NodeParams::default() }
    });
    leaf.prop_recursive(3, 12, 3, |inner| {
        let parts = (
            inner.clone(),
            option::of(inner.clone()),
            option::of(vec(inner.clone(), 0..3)),
            option::of(btree_map("[a-z &=é+%]{1,4}", inner.clone(), 0..3)),
            option::of(option::of(inner)),
        );
        parts.prop_map(|(node, child, nodes, by_name, kind)| {
            let kind = kind.map(|node| node.map_or(KindParams::Ping, |node| KindParams::Node(node.into())));
            NodeParams { child: child.map(Into::into), nodes, by_name, kind, ..node }
        })
    })
}

proptest! {
    #[test]
    fn nested_data_is_written_as_by_other_libraries(node in any_node()) {
        let rules = rules(&node);
        prop_assume!(!rules.is_null());
        let expected = json!({"node": rules});
        prop_assert_eq!(sorted(&body(&node)), sorted(&form_reference::form(&expected, true)));
        let uri = request(SendForm { asked: Some(node), ..SendForm::default() }).uri().clone();
        let expected = json!({"asked": expected["node"]});
        prop_assert_eq!(sorted(uri.query().unwrap_or_default()), sorted(&form_reference::form(&expected, false)));
    }
}
