//! Unions, expandable members, and both forms of instants.

use serde_json::json;

use super::super::support::shop::{Action, ActionKind, Alert, AlertId, Effect, Mail};
use crate::runtime::{Expandable, Timestamp};

#[test]
fn the_data_may_come_before_or_behind_the_kind() {
    let texts = [
        r#"{"id":"a","type":"mail","mail":{"to":"x"}}"#,
        r#"{"mail":{"to":"x"},"id":"a","type":"mail"}"#,
        r#"{"new":[1],"mail":{"to":"x","new":1},"wait":7,"type":"mail","id":"a","note":null}"#,
    ];
    for text in texts {
        let mut action = Action::from_json(text).unwrap();
        let ActionKind::Mail(mail) = &action.kind else { panic!("{action:?}") };
        assert_eq!(mail.to, "x");
        assert_eq!(action.to_json(), r#"{"id":"a","note":null,"type":"mail","mail":{"to":"x"}}"#);
        action.kind = ActionKind::Wait(5);
        assert_eq!(action.to_json(), r#"{"id":"a","note":null,"type":"wait","wait":5}"#);
    }
}

#[test]
fn a_kind_without_data_is_just_a_name() {
    let action = Action::from_json(r#"{"type":"ping","id":"a"}"#).unwrap();
    assert_eq!(action.kind, ActionKind::Ping);
    assert_eq!(action.to_json(), r#"{"id":"a","note":null,"type":"ping"}"#);
}

#[test]
fn what_is_not_known_is_kept() {
    let cases = [
        (
            r#"{"id":"a","note":null,"type":"call","call":{"at":[true],"number":1}}"#,
            "call",
            json!({"number": 1, "at": [true]}),
        ),
        (r#"{"id":"a","note":null,"type":"call"}"#, "call", json!(null)),
        (r#"{"id":"a","note":null,"type":"mail"}"#, "mail", json!(null)),
        (r#"{"id":"a","note":null,"type":""}"#, "", json!(null)),
    ];
    for (text, kind, data) in cases {
        let action = Action::from_json(text).unwrap();
        let ActionKind::Unknown(unknown) = &action.kind else { panic!("{action:?}") };
        assert_eq!((unknown.kind(), unknown.data()), (kind, &data));
        assert_eq!(action.to_json(), text);
    }
    let null = Action::from_json(r#"{"id":"a","type":"wait","wait":null}"#).unwrap();
    assert!(matches!(null.kind, ActionKind::Unknown(_)));
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    let cases = [
        (r#"{"id":"a"}"#, "at `type`: expected the name of a kind, found no such member"),
        (r#"{"id":"a","type":[]}"#, "at `type`: expected the name of a kind, found something else"),
        (r#"{"type":"ping"}"#, "at `id`: expected a string, found no such member"),
        (r#"{"id":"a","type":"wait","wait":"x"}"#, "at `wait`: expected an integer, found \"x\""),
        (r#"{"id":"a","mail":{"to":1},"type":"mail"}"#, "at `mail.to`: expected a string, found the number 1"),
        (r#"{"id":"a","type":"ping","type":"ping"}"#, "at `type`: expected one value, found the member a second time"),
        (r#"{"id":"a","new":1,"new":{}}"#, "at `new`: expected one value, found the member a second time"),
    ];
    for (text, message) in cases {
        let error = Action::from_json(text).unwrap_err().to_string();
        assert_eq!(error, message, "{text}");
    }
    let nested = r#"{"id":"al_1","created":1,"actions":[{"id":"a","type":"ping"},{"id":"a","type":"mail","mail":{}}]}"#;
    let error = Alert::from_json(nested).unwrap_err();
    assert_eq!(error.to_string(), "at `actions[1].mail.to`: expected a string, found no such member");
}

#[test]
fn a_union_can_be_a_whole_object() {
    let effect = Effect::example();
    assert!(matches!(&effect, Effect::Mail(mail) if mail.to == "a@example.test"));
    assert_eq!(effect.to_json(), r#"{"kind":"mail","mail":{"to":"a@example.test"}}"#);
    let error = Effect::from_json("[]").unwrap_err();
    assert_eq!(error.to_string(), "expected an object, found an array");
}

#[test]
fn an_expandable_member_is_an_id_or_an_object() {
    let text = r#"{"id":"al_1","created":1756296000,"parent":"al_0"}"#;
    let alert = Alert::from_json(text).unwrap();
    let parent = alert.parent.as_ref().unwrap();
    assert_eq!(parent.as_id().unwrap(), &"al_0");
    assert_eq!(parent.as_object(), None);
    assert_eq!(alert.to_json(), text);

    let text = r#"{"id":"al_1","created":1756296000,"parent":{"id":"al_0","created":7,"parent":"al"}}"#;
    let alert = Alert::from_json(text).unwrap();
    assert_eq!(alert.to_json(), text);
    let parent = alert.parent.unwrap();
    assert_eq!(parent.as_id(), None);
    let parent = parent.into_object().unwrap();
    assert_eq!(parent.parent, Some(Expandable::Id("al".into())));

    let refused = [
        (r#"{"id":"a","created":1,"parent":7}"#, "at `parent`: expected a string or an object, found the number 7"),
        (r#"{"id":"a","created":1,"parent":[]}"#, "at `parent`: expected a string or an object, found an array"),
        (
            r#"{"id":"a","created":1,"parent":{"id":"b"}}"#,
            "at `parent.created`: expected an instant such as \"2025-08-27T12:00:00.000Z\", found no such member",
        ),
    ];
    for (text, message) in refused {
        assert_eq!(Alert::from_json(text).unwrap_err().to_string(), message);
    }
}

/// A deleted object has none of the members that it had, and may have others.
#[test]
fn a_deleted_object_keeps_its_id() {
    let text = r#"{"id":"al_1","created":1756296000,"parent":{"id":"al_0","object":"alert","deleted":true}}"#;
    let alert = Alert::from_json(text).unwrap();
    let parent = alert.parent.as_ref().unwrap();
    assert_eq!(
        (parent.as_id().map(AlertId::as_str), parent.is_deleted(), parent.as_object()),
        (Some("al_0"), true, None)
    );
    assert_eq!(alert.to_json(), r#"{"id":"al_1","created":1756296000,"parent":{"deleted":true,"id":"al_0"}}"#);
    // What says that it is not deleted is read whole.
    let text = r#"{"id":"al_1","created":1756296000,"parent":{"id":"al_0","created":7,"deleted":false}}"#;
    assert!(Alert::from_json(text).unwrap().parent.unwrap().as_object().is_some());
    let error = Alert::from_json(r#"{"id":"al_1","created":7,"parent":{"deleted":true}}"#).unwrap_err();
    assert_eq!(error.to_string(), "at `parent.id`: expected a string, found no such member");
}

#[test]
fn instants_are_read_in_either_form_and_written_in_that_of_the_object() {
    let noon: Timestamp = "2025-08-27T12:00:00Z".parse().unwrap();
    for created in ["1756296000", "\"2025-08-27T14:00:00+02:00\""] {
        let alert = Alert::from_json(&format!(r#"{{"id":"al_1","created":{created}}}"#)).unwrap();
        assert_eq!(alert.created, noon);
        assert_eq!(alert.to_json(), r#"{"id":"al_1","created":1756296000}"#);
    }
    let mail = Mail::from_json(r#"{"to":"x","sent_at":1756296000}"#).unwrap();
    assert_eq!(mail.to_json(), r#"{"to":"x","sent_at":"2025-08-27T12:00:00.000Z"}"#);
    // A part is written as the whole is.
    let mut alert = Alert::example();
    alert.effect = Some(Effect::Mail(mail.into()));
    assert!(alert.to_json().ends_with(r#""effect":{"kind":"mail","mail":{"to":"x","sent_at":1756296000}}}"#));
    let too_far = Alert::from_json(r#"{"id":"al_1","created":9223372036854775807}"#).unwrap_err();
    assert_eq!(too_far.path(), "created");
}
