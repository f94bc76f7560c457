//! Identifiers and open enums as their users see them.

use std::collections::{BTreeSet, HashMap, hash_map::DefaultHasher};
use std::hash::{Hash, Hasher};

use super::super::support::sample::{CommitError, OrderId, OrderStatus, PingError};
use crate::runtime::ErrorCode;

#[test]
fn an_identifier_is_its_text() {
    let id: OrderId = "ord_1".into();
    assert_eq!(id, OrderId::from(&id));
    assert_eq!(id, OrderId::from("ord_1".to_owned()));
    assert_eq!(id, OrderId::from(&"ord_1".to_owned()));
    assert_eq!("ord_1".parse(), Ok(id.clone()));
    assert!(id == "ord_1" && id == *"ord_1" && id != "ord_2");
    assert_eq!((id.as_str(), id.as_ref(), id.to_string().as_str()), ("ord_1", "ord_1", "ord_1"));
    assert_eq!(BTreeSet::from(["b".into(), "a".into()]).first(), Some(&OrderId::from("a")));
    assert_eq!(String::from(id), "ord_1");
}

#[test]
fn a_map_by_identifier_is_asked_by_text() {
    let orders = HashMap::from([(OrderId::from("ord_1"), 1)]);
    assert_eq!(orders.get("ord_1"), Some(&1));
}

#[test]
fn each_known_text_has_its_own_value() {
    for (status, text) in OrderStatus::KNOWN {
        assert_eq!(OrderStatus::from(*text), *status);
        assert_eq!(OrderStatus::from((*text).to_owned()), *status);
        assert_eq!(text.parse(), Ok(status.clone()));
        assert_eq!((status.as_str(), status.to_string().as_str()), (*text, *text));
        assert!(*status == *text && *status == **text);
    }
}

#[test]
fn an_unknown_text_is_kept() {
    let status: OrderStatus = "Draft".into();
    let OrderStatus::Unknown(text) = &status else { panic!("{status:?} is known") };
    assert_eq!((text.as_str(), text.to_string().as_str()), ("Draft", "Draft"));
    assert!(*text == "Draft" && *text == *"Draft");
    assert_eq!(format!("{status:?}"), "Unknown(\"Draft\")");
    assert_eq!(status, OrderStatus::from("Draft"));
    assert_eq!(hash(&status), hash(&"Draft".into()));
}

#[test]
fn texts_are_ordered_as_texts() {
    let all = BTreeSet::from(["draft", "committed", "done"].map(OrderStatus::from));
    assert_eq!(all.iter().map(OrderStatus::as_str).collect::<Vec<_>>(), ["committed", "done", "draft"]);
}

fn hash(status: &OrderStatus) -> u64 {
    let mut hasher = DefaultHasher::new();
    status.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn error_codes_are_found_by_their_text() {
    assert_eq!(CommitError::from_code("order_not_found"), CommitError::OrderNotFound);
    assert_eq!(CommitError::OrderNotFound, "order_not_found");
    assert_eq!(CommitError::from_code("new_code").to_string(), "new_code");
    assert_eq!(PingError::from_code("").as_str(), "");
}
