//! The cryptography that `https` takes from the program.

use super::support::child_process::run_in_child;

#[test]
fn what_the_program_installs_goes_first() {
    run_in_child(concat!(module_path!(), "::installed"), &[]);
}

mod installed {
    use rustls::CipherSuite;
    use rustls::crypto::ring;

    use super::super::support::any_client::AnyClient;
    use super::super::support::certificates::Authority;
    use super::super::support::https::{ADDRESS, for_each_https_client, set_up};
    use super::super::support::sample::commit;
    use super::super::support::tls_server::TlsServer;

    for_each_https_client!(
        #[ignore = "it installs cryptography for its process, which another test makes"]
        it_is_used,
    );

    fn it_is_used<C: AnyClient>() {
        // A choice that no provider makes by itself.
        const ONLY: CipherSuite = CipherSuite::TLS13_CHACHA20_POLY1305_SHA256;
        let mut provider = ring::default_provider();
        provider.cipher_suites.retain(|suite| suite.suite() == ONLY);
        // The test of the other client may have been first.
        let _ = provider.install_default();
        let authority = Authority::new("one");
        let server = TlsServer::new(authority.server(ADDRESS));
        let client = C::build(set_up::<C>().base_url(server.url()).root_certificates(authority.pem())).unwrap();
        C::send(commit(&client, "ord_1")).unwrap();
        assert_eq!(server.requests.recv().unwrap().cipher_suite, Some(ONLY));
    }
}

#[cfg(not(any(feature = "ring", feature = "aws-lc")))]
#[test]
fn without_cryptography_there_is_no_https() {
    run_in_child(concat!(module_path!(), "::missing"), &[]);
}

#[cfg(not(any(feature = "ring", feature = "aws-lc")))]
mod missing {
    use super::super::support::https::KEY;
    use crate::runtime;

    #[test]
    #[ignore = "it needs a process in which no other test has installed cryptography"]
    fn a_client_says_what_to_do() {
        let errors = [
            #[cfg(feature = "async-tls-no-provider")]
            runtime::Client::new(KEY).unwrap_err(),
            #[cfg(feature = "blocking-tls-no-provider")]
            runtime::BlockingClient::new(KEY).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(
                error.to_string(),
                "https is not available: install a rustls `CryptoProvider`, or enable the feature `ring` or `aws-lc`"
            );
        }
    }
}
