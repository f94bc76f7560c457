//! Where requests go, and that they never go where nobody meant them to.

use case_places::maps;
use case_places::{Client, Config, ConfigError};

const KEY: &str = "sk_test_example";

/// Where both kinds of requests go.
fn places(config: &Config) -> [String; 2] {
    let map = maps::get(config, "alps").into_http().unwrap();
    [map.uri().to_string(), maps::draw(config, "alps").into_http().unwrap().uri().to_string()]
}

#[test]
fn a_program_chooses() {
    let usual = Config::new(KEY).unwrap();
    let tiles = "https://tiles.maps.example/v2/tiles/alps";
    assert_eq!(places(&usual), ["https://eu.maps.example/v2/maps/alps", tiles]);
    assert_eq!(places(&usual.clone().with_region("us").unwrap()), ["https://us.maps.example/v2/maps/alps", tiles]);
    let sandbox = usual.clone().with_sandbox().unwrap().with_generation("v3-beta.1").unwrap();
    let expected =
        ["https://sandbox.maps.example/v3-beta.1/maps/alps", "https://tiles.maps.example/v3-beta.1/tiles/alps"];
    assert_eq!(places(&sandbox), expected);
    assert_eq!(places(&sandbox.with_production().unwrap())[0], "https://eu.maps.example/v3-beta.1/maps/alps");

    let request = maps::get(&usual, "alps").sandbox().generation("v1").into_http().unwrap();
    assert_eq!(request.uri(), "https://sandbox.maps.example/v1/maps/alps");
    let client = Client::builder().api_key(KEY).region("us").sandbox().production().build().unwrap();
    assert_eq!(maps::get(&client, "alps").into_http().unwrap().uri(), "https://us.maps.example/v2/maps/alps");
}

#[test]
fn a_url_that_is_given_stays() {
    let config = Config::new(KEY).unwrap().with_base_url("https://proxy.example/maps").unwrap();
    for config in [config.clone().with_region("us").unwrap(), config.clone().with_sandbox().unwrap()] {
        let request = maps::get(&config, "alps").into_http().unwrap();
        assert_eq!(request.uri(), "https://proxy.example/maps/maps/alps");
        // Nothing meets the real service by another of its servers.
        let error = maps::draw(&config, "alps").into_http().unwrap_err();
        assert!(error.to_string().contains("the server `tiles` is not"), "{error}");
    }
    // Also one that is the usual one, and in whatever order.
    let usual = "https://eu.maps.example/v2";
    let client = Client::builder().api_key(KEY).base_url(usual).sandbox().build().unwrap();
    assert_eq!(maps::get(&client, "alps").into_http().unwrap().uri(), "https://eu.maps.example/v2/maps/alps");
}

#[test]
fn no_value_leads_elsewhere() {
    for value in [
        "", "/", "evil.example/", "evil.example#", "evil.example?", "x@evil.example", "evil.example:443", "..", ".", "-",
        "a/..", "%2e", "a%2Fb", "a b", "a\r\nb", "a\\b", "é", "evil.example\u{2044}", "{region}", "a.",
    ] {
        let refused = "the value of `version` is refused: it holds other than letters, digits and, between them";
        let error = Config::new(KEY).unwrap().with_generation(value).unwrap_err();
        assert!(error.to_string().starts_with(refused), "{value}: {error}");
        assert!(value.is_empty() || !error.to_string().contains("evil"), "{error}");
        let error = Client::builder().api_key(KEY).generation(value).build().unwrap_err();
        assert!(matches!(error, ConfigError::ServerVariable("version", _)), "{error}");
        let client = Client::new(KEY).unwrap();
        let error = maps::get(&client, "alps").generation(value).into_http().unwrap_err();
        assert!(error.to_string().starts_with("maps.get was not sent: the value of `version` is refused"), "{error}");
    }
}

#[test]
fn a_closed_variable_takes_what_is_listed() {
    let error = Config::new(KEY).unwrap().with_region("mars").unwrap_err();
    assert_eq!(error.to_string(), "the value of `region` is refused: it is none of `eu`, `us`");
}
