//! Other members of objects, forms of values, and bounds of types: what is sent byte for byte, and what is read.

use std::collections::BTreeMap;

use super::support::sample::{PingError, V2, config};
use super::support::shop_calls::V1;
use crate::runtime::{self, Bytes, Decimal, Duration, Operation, Request, Timestamp};

type Map<T> = BTreeMap<String, T>;

#[derive(Clone, Debug, PartialEq)]
pub struct Label(String);

runtime::identifier!(Label, MaxLength(3));

/// What is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    id: String,
    sent: Option<Timestamp>,
    rest: Map<Option<Timestamp>>,
}

runtime::object! {
    Parcel, r#"{"id": "p"}"#;
    required id "id";
    optional sent "sent" as Unix;
    rest rest "*" as UnixMillis;
}

/// What is sent: a value in each form, and others by any name.
#[derive(Clone, Debug, PartialEq)]
pub struct ParcelParams {
    at: Option<Timestamp>,
    times: Option<Vec<Timestamp>>,
    price: Option<Decimal>,
    span: Option<Duration>,
    mark: Option<Bytes>,
    label: Option<Label>,
    groups: Option<Vec<Vec<Label>>>,
    kind: KindParams,
    rest: Map<i64>,
}

runtime::params! {
    ParcelParams;
    optional at "at" as UnixFraction;
    optional times "times" as UnixMillis;
    optional price "price" as Number;
    optional span "span" as Seconds;
    optional mark "mark" as Base64Url;
    optional label "label";
    optional groups "groups" [MaxItems(2), each MaxItems(1)];
    union kind "type";
    rest rest "*" [Min("1")];
}

#[derive(Clone, Debug, PartialEq)]
pub enum KindParams {
    Late(Timestamp),
    Lost,
}

runtime::union! {
    sent KindParams told Beside("type");
    Late(data as UnixMillis) = "late";
    Lost = "lost";
}

macro_rules! sends {
    ($name:ident in $dialect:path) => {
        #[derive(Clone, Debug, PartialEq)]
        struct $name {
            since: Timestamp,
            until: Option<Timestamp>,
            parcel: ParcelParams,
        }

        runtime::operation! {
            $name => Vec<Timestamp> as UnixMillis, PingError;
            POST "/parcels/{since}", "parcels.send", $dialect, { has_body: true };
            path required since "since" as UnixMillis;
            query optional until "until" as Rfc3339;
            body required parcel "parcel";
        }
    };
}
sends!(SendJson in V2);
sends!(SendForm in V1);

fn parcel() -> ParcelParams {
    let kind = KindParams::Lost;
    let (at, times, price, span, mark, label, groups) = (None, None, None, None, None, None, None);
    ParcelParams { at, times, price, span, mark, label, groups, kind, rest: Map::new() }
}

fn full() -> ParcelParams {
    ParcelParams {
        at: Some(instant()),
        times: Some(vec![instant(), Timestamp::UNIX_EPOCH]),
        price: Some("012.50".parse().unwrap()),
        span: Some("PT1M30.5S".parse().unwrap()),
        mark: Some(Bytes::from([0xfb, 0xff])),
        label: Some("abc".into()),
        groups: Some(vec![vec!["a".into()], vec![]]),
        kind: KindParams::Late(instant()),
        rest: Map::from([("z".to_owned(), 1), ("a b".to_owned(), 2)]),
    }
}

fn instant() -> Timestamp {
    "2025-01-01T00:00:00.0625Z".parse().unwrap()
}

fn sent(operation: impl Operation) -> (String, String) {
    let request = Request::new(&config(), operation).into_http().unwrap();
    let path = request.uri().path_and_query().unwrap().to_string();
    (path, String::from_utf8(request.body().to_vec()).unwrap())
}

#[test]
fn each_value_is_sent_in_its_form() {
    let until = Some(instant());
    let (path, body) = sent(SendJson { since: instant(), until, parcel: full() });
    assert_eq!(path, "/parcels/1735689600062?until=2025-01-01T00%3A00%3A00.062500Z");
    assert_eq!(
        body,
        "{\"parcel\":{\"at\":1735689600.0625,\"times\":[1735689600062,0],\"price\":12.50,\"span\":90.5,\
         \"mark\":\"-_8\",\"label\":\"abc\",\"groups\":[[\"a\"],[]],\"type\":\"late\",\"late\":1735689600062,\
         \"a b\":2,\"z\":1}}"
    );
    // In whatever protocol.
    let (path, body) = sent(SendForm { since: instant(), until, parcel: full() });
    assert_eq!(path, "/parcels/1735689600062?until=2025-01-01T00%3A00%3A00.062500Z");
    assert_eq!(
        body,
        "parcel[at]=1735689600.0625&parcel[times][0]=1735689600062&parcel[times][1]=0&parcel[price]=12.50\
         &parcel[span]=90.5&parcel[mark]=-_8&parcel[label]=abc&parcel[groups][0][0]=a&parcel[groups][1]=\
         &parcel[type]=late&parcel[late]=1735689600062&parcel[a+b]=2&parcel[z]=1"
    );
}

#[test]
fn what_cannot_be_sent_is_named_with_its_place() {
    let rest = |name: &str, number| ParcelParams { rest: Map::from([(name.to_owned(), number)]), ..parcel() };
    let groups = |groups: &[&[&str]]| {
        let labels = |labels: &&[&str]| labels.iter().map(|label| Label::from(*label)).collect();
        ParcelParams { groups: Some(groups.iter().map(labels).collect()), ..parcel() }
    };
    let taken = "is a member that is set by itself";
    let cases = [
        (rest("at", 1), "parcel.at", taken),
        (rest("type", 1), "parcel.type", taken),
        (rest("late", 1), "parcel.late", taken),
        (rest("z", 0), "parcel.z", "must not be less than 1"),
        (
            ParcelParams { span: Some("P1M".parse().unwrap()), ..parcel() },
            "parcel.span",
            "is no span of a certain number of seconds: it has months or years, or is too long",
        ),
        (
            ParcelParams { label: Some("abcd".into()), ..parcel() },
            "parcel.label",
            "must not have more than 3 characters",
        ),
        (groups(&[&["abcd"]]), "parcel.groups[0][0]", "must not have more than 3 characters"),
        (
            groups(&[&[], &["a", "b"]]),
            "parcel.groups[1][1]",
            "is one too many: the list must not have more than 1 item",
        ),
        (groups(&[&[], &[], &[]]), "parcel.groups[2]", "is one too many: the list must not have more than 2 items"),
    ];
    for (parcel, path, reason) in cases {
        let refused =
            Request::new(&config(), SendJson { since: instant(), until: None, parcel }).into_http().unwrap_err();
        assert_eq!(refused.parameter(), Some(path));
        assert_eq!(refused.to_string(), format!("parcels.send was not sent: `{path}` {reason}"));
    }
}

#[test]
fn an_answer_is_read_in_its_form() {
    let read = SendJson::from_http(http::Response::new("[1735689600062, \"2025-01-01T00:00:00Z\"]".into())).unwrap();
    let times: Vec<String> = read.iter().map(ToString::to_string).collect();
    assert_eq!(times, ["2025-01-01T00:00:00.062Z", "2025-01-01T00:00:00Z"]);
}

#[test]
fn all_other_members_are_read_and_written() {
    let json = r#"{"z": 1735689600062, "id": "p", "sent": 5, "a": null}"#;
    let parcel = Parcel::from_json(json).unwrap();
    assert_eq!(parcel.rest.keys().collect::<Vec<_>>(), ["a", "z"]);
    assert_eq!(parcel.rest["a"], None);
    assert_eq!(parcel.rest["z"].unwrap().to_string(), "2025-01-01T00:00:00.062Z");
    let written = r#"{"id":"p","sent":5,"a":null,"z":1735689600062}"#;
    assert_eq!(parcel.to_json(), written);
    assert_eq!(Parcel::from_json(written).unwrap(), parcel);
    let cases = [
        (r#"{"id": "p", "a": 1, "a": 2}"#, "at `a`: expected one value, found the member a second time"),
        (
            r#"{"id": "p", "a": true}"#,
            "at `a`: expected an instant such as \"2025-08-27T12:00:00.000Z\", found the boolean true",
        ),
        (r#"{"a": 1}"#, "at `id`: expected a string, found no such member"),
    ];
    for (json, expected) in cases {
        assert_eq!(Parcel::from_json(json).unwrap_err().to_string(), expected);
    }
}

/// Each is added to the map at once, so that many take no longer than a map does.
#[test]
fn very_many_other_members_are_read() {
    let members: Vec<String> = (0..100_000).map(|index| format!("\"m{index}\":{index}")).collect();
    let parcel = Parcel::from_json(&format!("{{\"id\":\"p\",{}}}", members.join(","))).unwrap();
    assert_eq!(parcel.rest.len(), 100_000);
}
