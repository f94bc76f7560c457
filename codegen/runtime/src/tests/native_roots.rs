//! The roots of the platform, which a test stands in for by variables of the environment.

use std::{env, fs, process};

use super::support::any_client::AnyClient;
use super::support::certificates::Authority;
use super::support::child_process::run_in_child;
use super::support::https::{ADDRESS, for_each_https_client, set_up};
use super::support::sample::commit;
use super::support::tls_server::TlsServer;
use crate::runtime::{ConfigError, Error, TransportErrorKind};

const URL: &str = "SAMPLE_URL";

for_each_https_client!(
    #[ignore = "it needs an environment, which another test makes"]
    the_environment_is_heeded,
);

#[test]
fn the_platform_is_trusted_unless_other_roots_are_given() {
    let authority = Authority::new("one");
    let server = TlsServer::new(authority.server(ADDRESS));
    let roots = env::temp_dir().join(format!("clientsmith-roots-{}.pem", process::id()));
    let path = roots.to_str().unwrap();
    fs::write(&roots, authority.pem()).unwrap();
    run_in_child(module_path!(), &[(URL, &server.url()), ("SSL_CERT_FILE", path)]);
    fs::write(&roots, "").unwrap();
    run_in_child(module_path!(), &[("SSL_CERT_FILE", path)]);
    fs::remove_file(&roots).unwrap();
}

fn the_environment_is_heeded<C: AnyClient>() {
    let Ok(url) = env::var(URL) else {
        let error = C::build(set_up::<C>()).unwrap_err();
        assert!(matches!(error, ConfigError::Tls(_)), "{error:?}");
        assert!(error.to_string().contains("the platform's root certificates were not found: "), "{error}");
        return;
    };
    let client = C::build(set_up::<C>().base_url(&url)).unwrap();
    C::send(commit(&client, "ord_1")).unwrap();
    let client = C::build(set_up::<C>().base_url(&url).root_certificates(Authority::new("another").pem())).unwrap();
    let error = C::send(commit(&client, "ord_1")).unwrap_err();
    assert!(matches!(error, Error::Transport(error) if error.kind() == TransportErrorKind::Tls));
}
