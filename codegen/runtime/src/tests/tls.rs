//! `https`: whom the clients trust, and what becomes of a connection that cannot be trusted.

use super::support::any_client::AnyClient;
use super::support::certificates::Authority;
use super::support::https::{ADDRESS, KEY, for_each_https_client, set_up};
use super::support::sample::{Order, commit};
use super::support::tls_server::{Fate, TlsServer};
use crate::runtime::{ClientBuilder, ConfigError, Error, TransportErrorKind};

for_each_https_client!(
    a_server_of_a_given_authority_is_trusted,
    a_server_without_proof_is_not_trusted_and_not_asked_again,
    a_handshake_that_breaks_off_is_repeated,
    roots_that_cannot_be_used_are_refused,
);

fn client<C: AnyClient>(server: &TlsServer, roots: &str) -> C {
    C::build(set_up::<C>().base_url(server.url()).root_certificates(roots)).unwrap()
}

fn a_server_of_a_given_authority_is_trusted<C: AnyClient>() {
    let (authority, other) = (Authority::new("one"), Authority::new("another"));
    let bundle = format!("# Ours\n{}\n# Another\n{}", authority.pem(), other.pem());
    for (issuer, roots) in [(&authority, authority.pem()), (&authority, bundle.clone()), (&other, bundle)] {
        let server = TlsServer::new(issuer.server(ADDRESS));
        let response = C::send(commit(&client::<C>(&server, &roots), "ord_1")).unwrap();
        assert_eq!(response.output, Order::example());
        let request = server.requests.recv().unwrap();
        assert!(request.text.contains("authorization: Bearer sk_test_example\r\n"), "{}", request.text);
        assert!(request.cipher_suite.is_some());
    }
}

fn a_server_without_proof_is_not_trusted_and_not_asked_again<C: AnyClient>() {
    const NO_TLS: Fate = Fate::Plain("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
    let (authority, other) = (Authority::new("one"), Authority::new("another"));
    let roots = Some(authority.pem());
    let cases = [
        (TlsServer::new(other.server(ADDRESS)), &roots, "UnknownIssuer"),
        // No authority of webpki or of the platform has signed it.
        (TlsServer::new(authority.server(ADDRESS)), &None, "UnknownIssuer"),
        (TlsServer::new(authority.server("api.example.test")), &roots, "not valid for name"),
        (TlsServer::new(authority.expired_server(ADDRESS)), &roots, "expired"),
        (TlsServer::with_fates(authority.server(ADDRESS), [NO_TLS]), &roots, "corrupt message"),
    ];
    for (server, roots, cause) in cases {
        let builder = set_up::<C>().base_url(server.url());
        let builder = roots.iter().fold(builder, ClientBuilder::root_certificates);
        let error = C::send(commit(&C::build(builder).unwrap(), "ord_1")).unwrap_err();
        assert!(matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Tls), "{error:?}");
        assert!(!error.is_retryable());
        assert_eq!((error.attempts(), server.connections()), (1, 1), "{error}");
        let text = error.to_string();
        assert!(text.starts_with("no trust in the server: ") && text.contains(cause), "{text}");
        assert!(!format!("{error:?} {error}").contains(KEY));
        assert!(server.requests.try_recv().is_err());
    }
}

fn a_handshake_that_breaks_off_is_repeated<C: AnyClient>() {
    let authority = Authority::new("one");
    for fate in [Fate::HungUp, Fate::Reset] {
        let server = TlsServer::with_fates(authority.server(ADDRESS), [fate, fate]);
        let response = C::send(commit(&client::<C>(&server, &authority.pem()), "ord_1")).unwrap();
        assert_eq!((response.raw.attempts(), server.connections()), (3, 3));

        let server = TlsServer::with_fates(authority.server(ADDRESS), [fate, fate, fate]);
        let error = C::send(commit(&client::<C>(&server, &authority.pem()), "ord_1")).unwrap_err();
        assert!(matches!(error, Error::Transport(_)) && error.is_retryable(), "{error:?}");
        assert_eq!((error.attempts(), server.connections()), (3, 3), "{error}");
    }
}

fn roots_that_cannot_be_used_are_refused<C: AnyClient>() {
    const NO_CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let pem = Authority::new("one").pem();
    let cases = [
        (String::new(), "there is no certificate"),
        ("garbage".to_owned(), "there is no certificate"),
        (pem.replace("CERTIFICATE", "PUBLIC KEY"), "there is no certificate"),
        (pem.replace("-----END", ""), "not in PEM form"),
        (NO_CERTIFICATE.replace("AAAA", "?"), "not in PEM form"),
        (NO_CERTIFICATE.to_owned(), "a root certificate cannot be used"),
        (pem + NO_CERTIFICATE, "a root certificate cannot be used"),
    ];
    for (roots, reason) in cases {
        let Err(error) = C::build(set_up::<C>().root_certificates(&roots)) else { panic!("{roots} was taken") };
        assert!(matches!(error, ConfigError::Tls(_)), "{error:?}");
        let text = error.to_string();
        assert!(text.starts_with("https is not available: ") && text.contains(reason), "{text}");
    }
}
