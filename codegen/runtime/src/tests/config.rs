//! Settings that are taken and refused, and what is shown of them.

use super::support::sample::{SERVICE, commit};
use crate::runtime::{ApiKey, Config, ConfigError, Service};

const KEY: &str = "sk_test_example";

#[test]
fn sound_base_urls_are_taken() {
    let cases = [
        ("https://api.example.test", "https://api.example.test"),
        ("https://api.example.test/", "https://api.example.test"),
        ("HTTPS://api.example.test:8443/a/b//", "https://api.example.test:8443/a/b"),
        ("http://localhost", "http://localhost"),
        ("http://LOCALHOST:1234/", "http://LOCALHOST:1234"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://127.255.0.9", "http://127.255.0.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ];
    for (base_url, prefix) in cases {
        let config = Config::new(KEY).unwrap().with_base_url(base_url).unwrap();
        let request = commit(&config, "ord_1").into_http().unwrap();
        assert_eq!(request.uri(), format!("{prefix}/v2/orders/ord_1/commit").as_str());
        assert_eq!(format!("{config:?}"), format!("Config {{ base_url: {prefix}, .. }}"));
    }
}

#[test]
fn unsound_base_urls_are_refused() {
    const LOOPBACK: &str = "plain http:// is for loopback hosts only: use https://, or allow this host by its name";
    const ABSOLUTE: &str = "it must be an absolute URL such as https://api.example.com";
    const PORT: &str = "its port must be a number up to 65535";
    let cases = [
        ("", ABSOLUTE),
        ("api.example.test", ABSOLUTE),
        ("/v2", ABSOLUTE),
        ("https://", ABSOLUTE),
        ("https:// api.example.test", ABSOLUTE),
        ("ftp://api.example.test", "it must begin with https://"),
        ("http://api.example.test", LOOPBACK),
        ("http://10.0.0.1", LOOPBACK),
        ("http://128.0.0.1", LOOPBACK),
        ("http://0.0.0.0", LOOPBACK),
        ("http://[::2]", LOOPBACK),
        ("http://localhost.example.test", LOOPBACK),
        ("http://127.0.0.1.example.test", LOOPBACK),
        ("https://api.example.test?a=b", "it must not have a query or a fragment"),
        ("https://api.example.test/#a", "it must not have a query or a fragment"),
        ("https://user:password@api.example.test", "it must not hold a user name or a password"),
        ("http://localhost@api.example.test", "it must not hold a user name or a password"),
        ("https://api.example.test:", PORT),
        ("https://api.example.test:99999", PORT),
    ];
    for (base_url, reason) in cases {
        let error = Config::new(KEY).unwrap().with_base_url(base_url).unwrap_err();
        assert_eq!(error, ConfigError::BaseUrl(reason), "{base_url}");
        assert_eq!(error.to_string(), format!("the base URL is refused: {reason}"));
    }
}

#[test]
fn a_key_that_is_no_key_is_refused() {
    for key in ["", " ", "sk test", "sk_test\n", "\tsk", "sk_tést", "sk\0", "sk\x7f"] {
        let error = Config::new(key).unwrap_err();
        assert_eq!(error, ConfigError::ApiKey);
        assert!(error.to_string().contains("the API key is missing or holds"), "{error}");
    }
}

#[test]
fn a_header_that_is_no_header_is_refused() {
    crate::runtime::other_calls!(BROKEN_CALLS, BROKEN, crate::runtime::JSON);
    static BROKEN: Service = Service {
        user_agent: "line\nbreak",
        servers: SERVICE.servers,
        environments: &[],
        server_variables: &[],
        schemes: &[],
        auth: &[],
        headers: &[],
        request_id: None,
        idempotency_key: None,
        should_retry: None,
        error_code: &[],
        error_message: &[],
        error_fields: &[],
    };
    let error = Config::for_service(&BROKEN_CALLS).unwrap_err();
    assert_eq!(error.to_string(), "the header `user-agent` is not valid, or is one that the client writes itself");
}

#[test]
fn the_key_is_never_shown() {
    let key = ApiKey::from(KEY.to_owned());
    assert_eq!(format!("{key:?}"), "ApiKey([redacted])");
    let config = Config::new(key).unwrap();
    assert!(!format!("{config:#?}").contains(KEY));
    let request = commit(&config, "ord_1").into_http().unwrap();
    assert!(request.headers()["authorization"].is_sensitive());
    assert!(!format!("{request:?}").contains(KEY));
}
