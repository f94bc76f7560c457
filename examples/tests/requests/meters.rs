//! Requests that concern meters: of version 1 of the API, whose bodies are forms.

use stripe_billing::meters::{
    CustomerMappingParams, DefaultAggregationParams, Meter, ValueSettingsParams, create, deactivate, list,
    list_event_summaries, reactivate, retrieve, update,
};

use crate::{NO_ITEMS, check, instant};

fn meter() -> String {
    Meter::example().to_json()
}

#[tokio::test]
async fn lists() {
    check("meters/list", NO_ITEMS, list).await;
    check("meters/list_with_everything", NO_ITEMS, |client| {
        list(client).status("inactive").limit(10).starting_after("mtr_123").expand(["data.x"])
    })
    .await;
    check("meters/list_backwards", NO_ITEMS, |client| list(client).ending_before("mtr_123")).await;
}

#[tokio::test]
async fn create_sends_what_is_nested_in_brackets() {
    check("meters/create", &meter(), |client| create(client, "Requests", "e e", DefaultAggregationParams::new("sum")))
        .await;
    check("meters/create_with_everything", &meter(), |client| {
        create(client, "API \"requests\"", "api_requests", DefaultAggregationParams::new("last"))
            .customer_mapping(CustomerMappingParams::new("k", "by_id"))
            .value_settings(ValueSettingsParams::new("a&b"))
            .event_time_window("hour")
            .expand(["a", "b"])
    })
    .await;
}

#[tokio::test]
async fn retrieve_sends_no_body() {
    check("meters/retrieve", &meter(), |client| retrieve(client, "mtr_123")).await;
    check("meters/retrieve_expanded", &meter(), |client| retrieve(client, "mtr_123").expand(["a", "b"])).await;
}

#[tokio::test]
async fn update_sends_an_empty_text_and_leaves_out_what_is_not_set() {
    check("meters/update", &meter(), |client| update(client, "mtr_123")).await;
    check("meters/update_with_everything", &meter(), |client| update(client, "mtr_123").display_name("").expand(["a"]))
        .await;
}

#[tokio::test]
async fn a_change_of_status_has_a_body_even_if_it_is_empty() {
    check("meters/deactivate", &meter(), |client| deactivate(client, "mtr_123")).await;
    check("meters/deactivate_expanded", &meter(), |client| deactivate(client, "mtr_123").expand(["a"])).await;
    check("meters/reactivate", &meter(), |client| reactivate(client, "mtr_123")).await;
    check("meters/reactivate_expanded", &meter(), |client| reactivate(client, "mtr_123").expand(["a"])).await;
}

#[tokio::test]
async fn list_event_summaries_sends_instants_as_seconds() {
    let [start, end] = [instant("2025-01-01T00:00:00Z"), instant("2025-01-02T01:00:00+01:00")];
    check("meters/list_event_summaries", NO_ITEMS, |client| {
        list_event_summaries(client, "mtr_123", "cus_123", start, end)
    })
    .await;
    check("meters/list_event_summaries_with_everything", NO_ITEMS, |client| {
        list_event_summaries(client, "mtr_123", "cus_123", start, end)
            .value_grouping_window("hour")
            .limit(100)
            .starting_after("mtrusg_123")
            .expand(["data.x"])
    })
    .await;
    check("meters/list_event_summaries_backwards", NO_ITEMS, |client| {
        let [start, end] = [instant("1969-12-31T23:59:00Z"), instant("1970-01-01T00:00:00Z")];
        list_event_summaries(client, "mtr_123", "cus_123", start, end)
            .value_grouping_window("day")
            .ending_before("mtrusg_123")
    })
    .await;
}
