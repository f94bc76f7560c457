//! Deliveries of events: what of them is data, and those that are made where the description shows none.

use serde_json::{Map, Value, json};

use crate::api::model::{Api, Event, EventKind, Located, Object, Type};

/// The data in a delivery, and its type, if both are there.
pub(super) fn data<'a>(body: &'a Value, event: &'a Event) -> Option<(&'a Value, &'a Type)> {
    let value = event.kind.data_at().iter().try_fold(body, |value, name| value.get(name))?;
    Some((value, event.data.as_ref()?))
}

/// A delivery with such data. A thin event has none before it is fetched.
pub(super) fn made(event: &Event, data: Option<Value>, related: Option<&Object>) -> Value {
    let name = &event.item.name;
    match event.kind {
        EventKind::Own => data.unwrap_or_else(|| json!({})),
        EventKind::Snapshot => json!({
            "id": "evt_123",
            "object": "event",
            "api_version": null,
            "created": 1_735_689_600,
            "data": {"object": data},
            "livemode": false,
            "pending_webhooks": 1,
            "request": null,
            "type": name,
        }),
        EventKind::Thin => {
            let mut members = Map::new();
            members.insert("id".to_owned(), json!("evt_123"));
            members.insert("object".to_owned(), json!("v2.core.event"));
            members.insert("type".to_owned(), json!(name));
            members.insert("created".to_owned(), json!("2025-01-01T00:00:00.000Z"));
            members.insert("livemode".to_owned(), json!(false));
            if let Some(related) = related {
                members.insert("related_object".to_owned(), reference(related));
            }
            Value::Object(members)
        }
    }
}

/// The same delivery, in which the member that says which event it is says this one, if there is such a member.
pub(super) fn told(event: &Event, mut made: Value, api: &Api) -> Value {
    let Some([Located::Members(path)]) = api.webhooks.as_ref().map(|webhooks| webhooks.event_type.as_slice()) else {
        return made;
    };
    let fields = match event.data.as_ref().map(Type::meant) {
        Some(Type::Object(id)) if event.kind == EventKind::Own => &api[*id].fields,
        _ => return made,
    };
    if let [member] = path.as_slice()
        && fields.iter().any(|field| field.item.name == *member)
        && let Some(members) = made.as_object_mut()
    {
        members.insert(member.clone(), json!(event.item.name));
    }
    made
}

/// What a thin event says of the object that it is about.
fn reference(object: &Object) -> Value {
    let said = |member: &str| object.example.get(member).and_then(Value::as_str);
    let id = said("id").unwrap_or("example");
    let kind = said("object").unwrap_or(&object.item.name);
    json!({"id": id, "type": kind, "url": format!("/{}/{id}", kind.replace('.', "/"))})
}
