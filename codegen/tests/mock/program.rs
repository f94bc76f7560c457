//! Calls each operation of the document once, and says what failed.

use std::fmt::Display;

use mocked_client::rooms::{self, ListRoomsKind, ListRoomsPriceParams};
use mocked_client::types::RoomKind;
use mocked_client::{BlockingClient, Date, Error};

fn say<T, E: Display>(call: &str, answer: Result<T, E>) {
    match answer {
        Ok(_) => println!("{call}: fine"),
        Err(why) => println!("{call}: {why}"),
    }
}

fn main() {
    let url = std::env::args().nth(1).expect("the URL of the mock is the argument");
    let client = BlockingClient::builder().base_url(url).token("sk_test_example").build().expect("the client is sound");
    let list = rooms::list(&client)
        .limit(10)
        .kinds([ListRoomsKind::Single, ListRoomsKind::Double])
        .tags(["quiet", "sea & sun"])
        .price(ListRoomsPriceParams::new().min(5).max(100));
    say("list", list.send());
    let date: Date = "2030-02-01".parse().expect("this is a date");
    say("create", rooms::create(&client, "Blue", RoomKind::Double).free_from(date).note(None::<&str>).send());
    say("get", rooms::get(&client, 1).send());
    say("update", rooms::update(&client, 1).name("Red").send());
    say("delete", rooms::delete(&client, 1).send());
    say("book", rooms::book(&client, 1, ["Ann", "Bob"]).nights(2).send());
    // What breaks a bound does not even leave.
    let unfit = rooms::create(&client, "B", RoomKind::Single).send();
    let is_refused = matches!(unfit, Err(Error::Request(..)));
    println!("bound: {}", if is_refused { "fine" } else { "was sent" });
}
