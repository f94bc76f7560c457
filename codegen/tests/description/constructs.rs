//! Unions, sides, what is written in place, pages, protocols and sessions: one description that uses them all.

use clientsmith::{
    api::{Api, Auth, BodyFormat, BoundKind, Need, Pagination, Returns, Sides, TimestampFormat, Token, Type},
    diag::{Source, Sources},
};
use serde_json::json;

use super::{API, read};

const BILLS: &str = r#"
resource: bills
doc: Bills.
ids: {Bill: bl, Payer: pa}
objects:
  Bill:
    doc: A bill.
    union: kind
    fields:
      id: {type: id, only: response, doc: The bill.}
      payer: {type: expandable(Payer)?, optional: request, doc: The payer.}
      made_at: {type: timestamp, only: response, doc: When it was made.}
      key: {type: string, secret: true, only: response, doc: A key.}
      note: {type: string, only: response, optional: true, doc: A note.}
      lines:
        type: "[object]?"
        since: "2"
        max_items: 3
        doc: The lines.
        fields:
          count: {type: integer, min: 2, max: 9, doc: How many.}
          unit: {type: enum?, name: Unit, closed: true, doc: The unit., values: {piece: A piece.}}
    variants:
      inner: {type: Bill, doc: A bill in a bill.}
      once: It is paid once.
      by_month: {doc: It is paid by the month., fields: {day: {type: integer, doc: The day.}}}
      never: {only: request, doc: It is never paid.}
  Payer:
    doc: A payer.
    fields:
      id: {type: id, doc: The payer.}
      born_at: {type: timestamp, doc: When the payer was born.}
  Session:
    doc: A session.
    fields:
      secret: {type: string, secret: true, doc: The token.}
      ends_at: {type: timestamp, doc: When it ends.}
errors: {session_ended: {status: 401, doc: The session has ended.}}
endpoints:
  list:
    doc: Lists bills.
    http: GET /v1/bills
    params:
      starting_after: {in: query, type: id(Bill), optional: true, doc: The last bill.}
      ending_before: {in: query, type: id(Bill), optional: true, doc: The first bill.}
    returns: list(Bill)
    examples: {none: {response: {data: [], has_more: false, url: /v1/bills}}}
  create:
    doc: Creates a bill.
    http: POST /v1/bills
    params:
      bill: {in: body, type: Bill, doc: The bill.}
      status: {in: body, type: enum?, optional: true, doc: The status., values: {open: It is open.}}
  open:
    doc: Opens a session.
    http: POST /v1/beta/session
    returns: Session
  send:
    doc: Sends names.
    http: POST /v1/beta/names
    server: names
    auth: {bearer: token, session: {create: open, token: secret, expires_at: ends_at, renew_on: session_ended}}
    params: {names: {in: body, type: "[string]", max_items: 100, doc: The names.}}
    errors: [session_ended]
"#;

/// The API of bills, on two servers and with two protocols.
fn bills() -> Api {
    let api =
        API.replace("{api: https://api.example.com}", "{api: https://api.example.com, names: https://example.net}");
    let protocols = r"
protocols:
  old: {path: /v1/, body: form, timestamps: unix, pagination: cursor}
  beta: {path: /v1/beta/, pagination: page_url}
";
    let source = |path: &str, text: String| Source { path: path.to_owned(), text };
    read(&Sources { files: vec![source("api.yaml", api + protocols), source("bills.yaml", BILLS.to_owned())] })
}

#[test]
fn what_is_written_in_place_stands_among_the_others() {
    let api = bills();
    let names: Vec<_> = api.objects.iter().map(|object| object.item.name.as_str()).collect();
    assert_eq!(names, ["Bill", "BillByMonth", "BillLines", "Payer", "Session"]);
    let enums: Vec<_> = api.enums.iter().map(|it| (it.item.name.as_str(), it.closed)).collect();
    assert_eq!(enums, [("Unit", true), ("CreateStatus", false)]);
    let [bill, month, lines, ..] = api.objects.as_slice() else { panic!() };
    assert_eq!((lines.item.doc.as_str(), lines.item.since.as_deref()), ("The lines.", Some("2")));
    let objects = &api.resources[0].objects;
    assert_eq!(bill.fields[5].ty, Type::Nullable(Box::new(Type::List(Box::new(Type::Object(objects[2]))))));
    let union = bill.union.as_ref().unwrap();
    assert_eq!(union.told.tag(), Some("kind"));
    let data: Vec<_> = union.variants.iter().map(|variant| variant.data.clone()).collect();
    assert_eq!(data, [Some(Type::Object(objects[0])), None, Some(Type::Object(objects[1])), None]);
    assert_eq!(month.fields[0].item.name, "day");
}

#[test]
fn objects_know_where_they_are_met_and_how_instants_are_written_there() {
    let api = bills();
    let uses: Vec<_> = api.objects.iter().map(|object| (object.uses, object.timestamps)).collect();
    // An identifier is sent in place of a payer.
    let [both, response] = [Sides::BOTH, Sides::RESPONSE].map(|uses| (uses, TimestampFormat::Unix));
    assert_eq!(uses, [both, both, both, response, (Sides::RESPONSE, TimestampFormat::Rfc3339)]);
    let bill = &api.objects[0];
    assert_eq!((bill.fields[0].sides, bill.fields[1].optional), (Sides::RESPONSE, Sides::REQUEST));
    assert_eq!(bill.fields[4].optional, Sides::RESPONSE, "what is only in responses is optional there");
    assert_eq!(bill.union.as_ref().unwrap().variants[3].sides, Sides::REQUEST);
    assert!(bill.fields[3].secret);
    assert_eq!(bill.fields[5].bounds.size(BoundKind::MaxItems), Some(3));
}

#[test]
fn endpoints_know_their_protocol_server_and_token() {
    let api = bills();
    let endpoints = &api.resources[0].endpoints;
    let protocols: Vec<_> = endpoints.iter().map(|endpoint| api[endpoint.dialect].name.as_str()).collect();
    assert_eq!(protocols, ["old", "old", "beta", "beta"], "the longest fitting path decides");
    assert_eq!(api.dialects.len(), 2, "no endpoint is elsewhere");
    assert_eq!(api.dialects[0].body, BodyFormat::Form);
    let bill = Type::Object(api.resources[0].objects[0]);
    assert!(matches!(&endpoints[0].returns, Returns::Page(Pagination::Cursor, item) if *item == bill));
    assert_eq!(endpoints[1].parameters[1].need(), Some(Need::OptionalNullable));
    assert_eq!(api[endpoints[0].server].name, "api");
    assert_eq!(api[endpoints[3].server].name, "names");
    let Auth::Token(Token { name, session: Some(session), .. }) = &endpoints[3].auth else { panic!() };
    assert_eq!((name.as_str(), session.create, session.token, session.expires_at), ("token", 2, 0, 1));
    assert_eq!(api[session.renew_on.unwrap()].item.name, "session_ended");
    assert_eq!(api[session.object].item.name, "Session");
    let Type::List(sent) = &endpoints[3].parameters[0].ty else { panic!() };
    let most = endpoints[3].parameters[0].bounds.size(BoundKind::MaxItems);
    assert_eq!((&session.item, session.max_items), (&**sent, most));
}

#[test]
fn made_examples_have_the_form_of_their_protocol_and_a_variant_that_ends() {
    let api = bills();
    let bill = json!({
        "id": "bl_example", "payer": null, "made_at": 1_735_689_600, "key": "example", "lines": null, "kind": "once",
    });
    assert_eq!(api.objects[0].example.to_string(), bill.to_string());
    assert_eq!(api.objects[2].example, json!({"count": 2, "unit": null}), "within its bounds");
    assert_eq!(api.objects[3].example, json!({"id": "pa_example", "born_at": 1_735_689_600}));
    assert_eq!(api.objects[4].example["ends_at"], json!("2025-01-01T00:00:00.000Z"));
}
