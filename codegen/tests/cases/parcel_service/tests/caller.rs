//! What a sender of parcels sends and reads, over HTTP on this machine.

mod service;

use std::future::IntoFuture;
use std::thread::JoinHandle;

use case_parcel_service::shipments::{
    self, AddressParams, CustomsParams, Destination, DestinationLockerParams, DestinationParams, Event, Insured, ParcelParams,
    PickupAtDoorParams, PickupParams, Priority, SearchParams, Size, SizeMeasuredParams, Terms, WareParams,
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

const CUSTOMS: &str = concat!(
    r#"{"form":22,"terms":"DDU","wares":[{"name":"Printed books","quantity":2,"value":"1250","currency":"eur","origin":null,"#,
    r#""used":true}],"duty":4.25,"document":"6F1C2D3E0A4B4C5D8E9F102132435465"}"#,
);

#[test]
fn customs_are_told_what_is_in_a_parcel() {
    let (client, service) = answering(CUSTOMS);
    let books = WareParams::new("Printed books", 1250, "eur", Some("NL".into())).quantity(2).used();
    let card = WareParams::new("Greeting card", 200, "eur", None).tariff("490900");
    let customs = CustomsParams::new([books, card]).terms(Terms::PaidBySender).unset_signed_by();
    let told = called(shipments::declare(&client, "shp_1", customs)).unwrap();
    let expected = concat!(
        r#"{"form":23,"terms":"DDP","wares":["#,
        r#"{"name":"Printed books","quantity":2,"value":"1250","currency":"eur","origin":"NL","used":true},"#,
        r#"{"name":"Greeting card","value":"200","currency":"eur","tariff":"490900","origin":null}],"signed_by":null}"#,
    );
    let sent = service.join().unwrap();
    let json = |text: &str| text.parse::<serde_json::Value>().unwrap();
    assert_eq!(json(&sent), json(expected), "{sent}");

    // What the service promises not to say is kept all the same, and a constant is what came.
    assert!(matches!(&told.terms, Terms::Unknown(terms) if terms.as_str() == "DDU"));
    assert_eq!((told.form, told.wares[0].used, &told.signed_by), (22, Some(true), &None));
    assert_eq!(told.document.to_string(), "6f1c2d3e-0a4b-4c5d-8e9f-102132435465");
}

#[test]
fn a_carrier_comes_for_a_parcel() {
    let (client, service) = answering(SHIPMENT);
    let time = |text: &str| text.parse().unwrap();
    let day: case_parcel_service::Date = "2026-03-04".parse().unwrap();
    let pickup = PickupAtDoorParams::new(day, time("09:00:00"), None);
    let door = AddressParams::new("Ann", ["Kade 1"], "Gouda", None).company("Bode").unset_phone();
    called(shipments::create(&client, ParcelParams::new(1200, 2.5), door).pickup(pickup).marks(["Fragile"])).unwrap();
    let expected = concat!(
        r#"{"parcel":{"weight":1200,"size":2.5},"to":{"kind":"address","name":"Ann","company":"Bode","phone":null,"#,
        r#""lines":["Kade 1"],"city":"Gouda","postcode":null},"#,
        r#""pickup":{"how":"at_door","at_door":{"date":"2026-03-04","from":"09:00:00","until":null}},"marks":["Fragile"]}"#,
    );
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
    let marked = shipments::create(&client, ParcelParams::new(1, "M".to_owned()), DestinationParams::Counter)
        .marks(["Fragile", "Fragile"])
        .pickup(PickupParams::AtDock(3));
    let marked = called(marked).expect_err("it is there twice").to_string();
    assert!(marked.contains("marks[1]"), "{marked}");
    let heavier = called(shipments::find(&client, SearchParams::HeavierThan(0))).expect_err("it is beyond a bound");
    assert!(heavier.to_string().contains("search.heavier_than"), "{heavier}");
    let nothing = called(shipments::declare(&client, "shp_1", CustomsParams::new([]))).expect_err("there are no wares");
    assert!(nothing.to_string().contains("wares"), "{nothing}");
    let free = shipments::rates(&client, 1200).insured_for("0".parse::<case_parcel_service::Decimal>().unwrap());
    assert!(called(free).expect_err("it is worth nothing").to_string().contains("insured_for"));
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
