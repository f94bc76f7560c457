//! What a sender of parcels sends and reads, over HTTP on this machine.

mod service;

use std::future::IntoFuture;
use std::thread::JoinHandle;

use case_parcel_service::shipments::{
    self, AddressParams, Destination, DestinationLockerParams, DestinationParams, Event, Insured, ParcelParams, Priority,
    SearchParams, Size, SizeMeasuredParams,
};
use case_parcel_service::{Client, Error, Expandable};

const SHIPMENT: &str = concat!(
    r#"{"id":"shp_1","object":"shipment","reference":null,"priority":9,"#,
    r#""parcel":{"weight":1200,"size":{"length":300,"width":200,"height":100},"value":12.50,"insured":"true","fragile":"yes"},"#,
    r#""to":{"kind":"drone","height":30},"carrier":{"id":"car_7","object":"carrier","deleted":true},"promised_on":"2026-03-05","#,
    r#""window":7200,"events":[{"type":"scanned","data":{"at":1772611200000,"where":"Utrecht"}},{"type":"lost","data":[1]}],"#,
    r#""prices":{"label":"695"}}"#,
);

#[test]
fn a_parcel_is_sent_to_a_door() {
    let (client, service) = answering(SHIPMENT);
    let parcel = ParcelParams::new(1200, SizeMeasuredParams::new(300, 200, 100))
        .value("12.50".parse::<case_parcel_service::Decimal>().unwrap())
        .insured(true)
        .contents([("book", 2)])
        .notes([("fragile", "yes")]);
    let door = AddressParams::new("Ann", ["Kade 1"], "Gouda", None);
    let maybe: Option<&str> = None;
    let sent = shipments::create(&client, parcel, door).priority(Priority::NextDay).reference(maybe);
    let shipment = called(sent).unwrap();
    let expected = concat!(
        r#"{"parcel":{"weight":1200,"size":{"length":300,"width":200,"height":100},"value":12.50,"insured":true,"#,
        r#""contents":{"book":2},"fragile":"yes"},"#,
        r#""to":{"kind":"address","name":"Ann","lines":["Kade 1"],"city":"Gouda","postcode":null},"priority":2}"#,
    );
    assert_eq!(service.join().unwrap(), expected);

    assert_eq!((shipment.priority.as_i64(), shipment.parcel.insured), (9, Insured::Insured));
    assert!(matches!(&shipment.parcel.size, Size::Measured(sides) if sides.width == 200));
    assert_eq!(shipment.parcel.notes["fragile"], "yes");
    assert_eq!(shipment.parcel.value.as_ref().unwrap().to_string(), "12.50");
    assert!(matches!(&shipment.to, Destination::Unknown(unknown) if unknown.kind() == "drone"));
    assert!(matches!(&shipment.carrier, Some(Expandable::Deleted(..))));
    let [Event::Scanned(scan), Event::Unknown(lost)] = &shipment.events[..] else { panic!("{:?}", shipment.events) };
    assert_eq!((scan.at.to_string().as_str(), lost.kind()), ("2026-03-04T08:00:00Z", "lost"));
}

#[test]
fn a_reference_is_taken_away_and_a_locker_is_chosen() {
    let (client, service) = answering(SHIPMENT);
    let locker = DestinationLockerParams::new("l-1").pin("1234");
    called(shipments::change(&client, "shp_1", None).to(locker).unset_promised_on()).unwrap();
    let expected = r#"{"reference":null,"to":{"kind":"locker","locker_id":"l-1","pin":"1234"},"promised_on":null}"#;
    assert_eq!(service.join().unwrap(), expected);
}

#[test]
fn shipments_are_found_by_what_they_are_not() {
    let (client, service) = answering("[]");
    let heavy = SearchParams::Any(vec![SearchParams::HeavierThan(5000), SearchParams::Reference("a-1".into())]);
    let found = called(shipments::find(&client, SearchParams::Not(Box::new(heavy)))).unwrap();
    assert!(found.is_empty());
    assert_eq!(service.join().unwrap(), r#"{"search":{"not":{"any":[{"heavier_than":5000},{"reference":"a-1"}]}}}"#);
}

#[test]
fn what_no_carrier_takes_is_not_sent() {
    let client = Client::new("sk_test_example").unwrap();
    let refused = |parcel| {
        let sent = called(shipments::create(&client, parcel, DestinationParams::Counter));
        sent.expect_err("it is beyond a bound").to_string()
    };
    let heavy = refused(ParcelParams::new(70_001, "M".to_owned()));
    assert!(heavy.contains("parcel.weight"), "{heavy}");
    let twice = refused(ParcelParams::new(1, "M".to_owned()).notes([("weight", "light")]));
    assert!(twice.contains("parcel.weight"), "{twice}");
}

#[test]
fn what_does_not_fit_is_named_by_its_place() {
    let (client, service) = answering(r#"{"type":"picked_up","data":{"by":7}}"#);
    let Err(Error::Response(invalid)) = called(shipments::last_event(&client, "shp_1")) else { panic!("it fits") };
    assert!(invalid.to_string().contains("`data.by`"), "{invalid}");
    service.join().unwrap();
    let (client, service) = answering("");
    assert_eq!(called(shipments::last_event(&client, "shp_1")).unwrap(), None);
    service.join().unwrap();
}

/// A client of a service that answers one request, and what will have been its body.
fn answering(answer: &str) -> (Client, JoinHandle<String>) {
    let (url, service) = service::answering(answer);
    (Client::builder().api_key("sk_test_example").base_url(url).build().unwrap(), service)
}

/// Waits for a call.
fn called<T>(call: impl IntoFuture<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(call.into_future())
}
