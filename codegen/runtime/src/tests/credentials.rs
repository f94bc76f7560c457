//! What requests carry of credentials, and what happens where they are missing.

use super::support::vault::{
    VAULT_CALLS, by_cookie_or_not, by_cookies, by_key_and_header, by_key_or_login, by_nothing, by_query, by_robot,
};
use crate::runtime::{Config, ConfigError, Credential, Operation, Request};

fn config(credentials: &[(usize, Credential)]) -> Config {
    let config = Config::for_service(&VAULT_CALLS).unwrap();
    credentials.iter().fold(config, |config, (scheme, given)| config.with_credential(*scheme, given).unwrap())
}

fn key(scheme: usize, key: &str) -> (usize, Credential) {
    (scheme, Credential::Key(key.into()))
}

fn login(user: &str, password: &str) -> (usize, Credential) {
    (1, Credential::Login(user.into(), password.into()))
}

/// The query and the headers that prove something.
fn signed<O: Operation>(request: Request<Config, O>) -> (String, Vec<(String, String)>) {
    let request = request.into_http().unwrap();
    let is_proof = |name: &str| matches!(name, "authorization" | "cookie" | "x-app-key");
    let headers = request.headers().iter().filter(|(name, _)| is_proof(name.as_str()));
    let headers = headers.map(|(name, value)| {
        assert!(value.is_sensitive());
        (name.to_string(), value.to_str().unwrap().to_owned())
    });
    (request.uri().query().unwrap_or_default().to_owned(), headers.collect())
}

fn header(name: &str, value: &str) -> (String, Vec<(String, String)>) {
    (String::new(), vec![(name.to_owned(), value.to_owned())])
}

fn refusal<O: Operation>(request: Request<Config, O>) -> String {
    request.into_http().unwrap_err().to_string()
}

#[test]
fn each_kind_is_carried_where_it_belongs() {
    let all = config(&[
        key(0, "sk_test_example"),
        login("Aladdin", "open sesame"),
        key(2, "app_1"),
        key(3, "a b&c"),
        key(4, "abc"),
        key(6, "def"),
    ]);
    assert_eq!(signed(by_key_or_login(&all)), header("authorization", "Bearer sk_test_example"));
    let both = vec![
        ("authorization".to_owned(), "Bearer sk_test_example".to_owned()),
        ("x-app-key".to_owned(), "app_1".to_owned()),
    ];
    assert_eq!(signed(by_key_and_header(&all)), (String::new(), both));
    assert_eq!(signed(by_query(&all)), ("key=a%20b%26c".to_owned(), Vec::new()));
    assert_eq!(signed(by_query(&all).text("x")).0, "text=x&key=a%20b%26c");
    assert_eq!(signed(by_cookies(&all)), header("cookie", "sid=abc; uid=def"));
    assert_eq!(signed(by_nothing(&all)), (String::new(), Vec::new()));
    // The example of RFC 7617.
    assert_eq!(
        signed(by_key_or_login(&config(&[login("Aladdin", "open sesame")]))),
        header("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
}

#[test]
fn of_alternatives_the_first_is_taken_that_is_given() {
    assert_eq!(signed(by_cookie_or_not(&config(&[key(4, "abc")]))), header("cookie", "sid=abc"));
    assert_eq!(signed(by_cookie_or_not(&config(&[key(6, "abc")]))), (String::new(), Vec::new()));
}

#[test]
fn a_call_says_what_is_missing() {
    let none = config(&[]);
    let prefix = "vault.open was not sent: credentials are missing: give ";
    assert_eq!(refusal(by_key_or_login(&none)), format!("{prefix}`api_key`, or `login`"));
    assert_eq!(refusal(by_key_and_header(&none)), format!("{prefix}`api_key` and `app_key`"));
    assert_eq!(refusal(by_key_and_header(&config(&[key(0, "k")]))), format!("{prefix}`app_key`"));
    assert_eq!(refusal(by_robot(&none)), format!("{prefix}`robot`"));
    assert_eq!(signed(by_nothing(&none)), (String::new(), Vec::new()));
}

#[test]
fn a_request_has_credentials_of_its_own() {
    let config = config(&[key(0, "of_client")]);
    let request = by_key_or_login(&config).prove(0, &Credential::Key("of_request".into()));
    assert_eq!(signed(request), header("authorization", "Bearer of_request"));
    assert_eq!(signed(by_key_or_login(&config)), header("authorization", "Bearer of_client"));
}

#[test]
fn what_cannot_stand_in_a_request_is_refused() {
    let refused = |scheme, given: (&str, Option<&str>)| {
        let credential = match given {
            (user, Some(password)) => Credential::Login(user.into(), password.into()),
            (key, None) => Credential::Key(key.into()),
        };
        Config::for_service(&VAULT_CALLS).unwrap().with_credential(scheme, &credential).err()
    };
    for (scheme, given, error) in [
        (0, ("a b", None), ConfigError::ApiKey),
        (1, ("a:b", Some("c")), ConfigError::Credentials("login")),
        (1, ("a", Some("b\nc")), ConfigError::Credentials("login")),
        (1, ("", Some("")), ConfigError::Credentials("login")),
        (2, ("", None), ConfigError::Credentials("app_key")),
        (2, ("a\nb", None), ConfigError::Credentials("app_key")),
        (3, ("", None), ConfigError::Credentials("web_key")),
        (4, ("a;b", None), ConfigError::Credentials("session")),
        (4, ("a b", None), ConfigError::Credentials("session")),
    ] {
        assert_eq!(refused(scheme, given), Some(error), "{given:?}");
    }
    assert_eq!(refused(1, ("käse", Some("ß €"))), None);
    assert_eq!(refused(3, ("a b", None)), None);
}
