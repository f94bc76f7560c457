//! Lists, page by page and item by item, with either client.

use std::fmt::Debug;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{self, BillingIntent};
use stripe_billing::meters::{self, Meter};
use stripe_billing::{ApiClient, BlockingClient, Client, ClientBuilder, Config, Error, Operation, Paged, Request};

/// What came of walks through a list: ids, or what an error says; and what the server was asked for.
#[derive(Debug, PartialEq)]
struct Walk {
    items: Vec<String>,
    pages: Vec<Vec<String>>,
    targets: Vec<String>,
}

type PageOf<O> = Result<<O as Operation>::Output, Error<<O as Operation>::Error>>;
type ItemOf<O> = Result<<<O as Operation>::Output as Paged>::Item, Error<<O as Operation>::Error>>;

/// Walks item by item and page by page, with both clients. All of them have to ask for the same.
async fn walk<O>(script: &[Answer], list: Request<Config, O>, id: impl Fn(&<O::Output as Paged>::Item) -> &str) -> Walk
where
    O: Operation<Output: Paged>,
{
    let item_shown = |item: ItemOf<O>| item.map_or_else(|error| error.to_string(), |item| id(&item).to_owned());
    let page_shown = |page: PageOf<O>| match page {
        Ok(page) => page.into_items().iter().map(|item| id(item).to_owned()).collect(),
        Err(error) => vec![error.to_string()],
    };
    let servers = [(); 4].map(|()| ScriptedServer::start(script.to_vec()));
    let clients = [&servers[0], &servers[1]].map(|server| set_up(Client::builder(), server).build());
    let [by_item, by_page] = clients.map(|client| Request::new(&client.expect("a client"), list.operation().clone()));
    let (mut by_item, mut by_page) = (by_item.items(), by_page.pages());
    let (mut items, mut pages) = (Vec::new(), Vec::new());
    while let Some(item) = by_item.next().await {
        items.push(item_shown(item));
    }
    while let Some(page) = by_page.next().await {
        pages.push(page_shown(page));
    }

    let clients = [&servers[2], &servers[3]].map(|server| set_up(BlockingClient::builder(), server).build());
    let [by_item, by_page] = clients.map(|client| Request::new(&client.expect("a client"), list.operation().clone()));
    assert_eq!(by_item.items().map(item_shown).collect::<Vec<_>>(), items);
    assert_eq!(by_page.pages().map(page_shown).collect::<Vec<_>>(), pages);

    let [first, others @ ..] = servers.map(|server| targets(&server));
    for other in others {
        assert_eq!(other, first);
    }
    Walk { items, pages, targets: first }
}

fn config() -> Config {
    Config::new("sk_test_example").expect("the key can be sent")
}

fn set_up<C: ApiClient>(builder: ClientBuilder<C>, server: &ScriptedServer) -> ClientBuilder<C> {
    builder.api_key("sk_test_example").base_url(server.base_url()).stripe_account("acct_123")
}

/// What was asked for, after a look at what every request of a walk has to carry, and what none may.
fn targets(server: &ScriptedServer) -> Vec<String> {
    let requests = server.seen().requests;
    let target = |request: &Vec<u8>| {
        let text = String::from_utf8_lossy(request);
        let head = text.to_lowercase();
        for header in ["authorization: bearer sk_test_example", "stripe-account: acct_123"] {
            assert_eq!(head.matches(header).count(), 1, "{text}");
        }
        assert!(!head.contains("idempotency-key") && head.ends_with("\r\n\r\n"), "{text}");
        let line = text.lines().next().and_then(|line| line.strip_prefix("GET ")).expect("a page is read by GET");
        line.strip_suffix(" HTTP/1.1").expect("a request line").to_owned()
    };
    requests.iter().map(target).collect()
}

/// A page of meters, the newest first.
fn meters_page(ids: &[&str], has_more: bool) -> Answer {
    let meter = |id: &&str| {
        let mut meter = Meter::example();
        meter.id = (*id).into();
        meter.to_json()
    };
    let data: Vec<String> = ids.iter().map(meter).collect();
    let data = data.join(",");
    let body = format!(r#"{{"object": "list", "url": "/v1/x", "has_more": {has_more}, "data": [{data}]}}"#);
    Answer::json(200, &body)
}

/// A page of intents, with anything behind its data.
fn intents_page(ids: &[&str], rest: &str) -> Answer {
    let intent = |id: &&str| {
        let mut intent = BillingIntent::example();
        intent.id = (*id).into();
        intent.to_json()
    };
    let data: Vec<String> = ids.iter().map(intent).collect();
    Answer::json(200, &format!(r#"{{"data": [{}]{rest}}}"#, data.join(",")))
}

fn meter_id(meter: &Meter) -> &str {
    meter.id.as_str()
}

fn intent_id(intent: &BillingIntent) -> &str {
    intent.id.as_str()
}

#[tokio::test]
async fn cursors_lead_forwards_with_all_filters() {
    let script = [meters_page(&["mtr_5", "mtr 4"], true), meters_page(&["mtr_3"], true), meters_page(&[], false)];
    let list = meters::list(&config()).status("active").limit(2).expand(["data.x"]);
    let walk = walk(&script, list, meter_id).await;
    assert_eq!(walk.items, ["mtr_5", "mtr 4", "mtr_3"]);
    assert_eq!(walk.pages, [vec!["mtr_5", "mtr 4"], vec!["mtr_3"], vec![]]);
    let targets = [
        "/v1/billing/meters?status=active&limit=2&expand%5B0%5D=data.x",
        "/v1/billing/meters?status=active&limit=2&starting_after=mtr+4&expand%5B0%5D=data.x",
        "/v1/billing/meters?status=active&limit=2&starting_after=mtr_3&expand%5B0%5D=data.x",
    ];
    assert_eq!(walk.targets, targets);
}

#[tokio::test]
async fn cursors_lead_backwards_and_items_come_in_the_order_of_the_walk() {
    let script = [meters_page(&["mtr_3", "mtr_2"], true), meters_page(&["mtr_5", "mtr_4"], false)];
    let walk = walk(&script, meters::list(&config()).limit(2).ending_before("mtr_1"), meter_id).await;
    assert_eq!(walk.items, ["mtr_2", "mtr_3", "mtr_4", "mtr_5"]);
    assert_eq!(walk.pages, [["mtr_3", "mtr_2"], ["mtr_5", "mtr_4"]], "a page is as the server sent it");
    let targets = ["/v1/billing/meters?limit=2&ending_before=mtr_1", "/v1/billing/meters?limit=2&ending_before=mtr_3"];
    assert_eq!(walk.targets, targets);
}

#[tokio::test]
async fn page_urls_are_followed_as_they_are() {
    let next = "/v2/billing/intents?page=b3Bh%3D%5B&limit=1&x=a+b";
    // The last page may say that there is no other, or say nothing.
    for end in ["", r#", "next_page_url": null, "previous_page_url": "/v2/billing/intents?page=cHJl""#] {
        let script = [
            intents_page(&["bilint_1", "bilint_2"], &format!(r#", "next_page_url": "{next}""#)),
            intents_page(&["bilint_3"], end),
        ];
        let walk = walk(&script, billing_intents::list(&config()).limit(2), intent_id).await;
        assert_eq!(walk.items, ["bilint_1", "bilint_2", "bilint_3"]);
        assert_eq!(walk.pages, [vec!["bilint_1", "bilint_2"], vec!["bilint_3"]]);
        assert_eq!(walk.targets, ["/v2/billing/intents?limit=2", next]);
    }
}

#[tokio::test]
async fn a_page_url_that_leads_to_another_host_is_an_error_after_the_items() {
    for url in ["https://example.com/v2/billing/intents?page=2", "//example.com/", "/\\\\example.com", "v2?page=2"] {
        let script = [intents_page(&["bilint_1"], &format!(r#", "next_page_url": "{url}""#))];
        let walk = walk(&script, billing_intents::list(&config()), intent_id).await;
        assert_eq!(walk.targets, ["/v2/billing/intents"], "{url}");
        let [item, error] = &walk.items[..] else { panic!("{url}: {walk:?}") };
        let start = "the answer to billing_intents.list does not fit: at `next_page_url`: ";
        assert!(item == "bilint_1" && error.starts_with(start), "{url}: {walk:?}");
        assert_eq!(walk.pages, [[item.as_str()], [error]]);
    }
}

#[tokio::test]
async fn the_first_error_ends_a_walk() {
    let refusal = r#"{"error": {"code": "resource_missing", "message": "gone"}}"#;
    let script = [meters_page(&["mtr_2"], true), Answer::json(404, refusal)];
    let walk = walk(&script, meters::list(&config()), meter_id).await;
    assert_eq!(walk.items, ["mtr_2", "404 resource_missing: gone (req_scripted)"]);
    assert_eq!(walk.targets.len(), 2);
}
