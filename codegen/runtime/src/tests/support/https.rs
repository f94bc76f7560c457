//! What the tests of `https` share.

use super::any_client::AnyClient;
use super::fake_environment::FakeEnvironment;
use crate::runtime::ClientBuilder;

pub(crate) const KEY: &str = "sk_test_example";

/// The address by which all servers of the tests are known.
pub(crate) const ADDRESS: &str = "127.0.0.1";

/// A client that does not wait, and knows only the proxies that it is told of.
pub(crate) fn set_up<C: AnyClient>() -> ClientBuilder<C> {
    let builder = C::set_up().api_key(KEY).environment(FakeEnvironment::new(1));
    #[cfg(feature = "proxy")]
    let builder = builder.no_proxy();
    builder
}

/// Makes two tests, one for each client that has `https`, of functions that take either.
macro_rules! for_each_https_client {
    ($($(#[$attribute:meta])? $test:ident),* $(,)?) => {
        #[cfg(feature = "async-tls-no-provider")]
        mod async_client {
            $(#[test] $(#[$attribute])? fn $test() { super::$test::<crate::runtime::Client>(); })*
        }

        #[cfg(feature = "blocking-tls-no-provider")]
        mod blocking_client {
            $(#[test] $(#[$attribute])? fn $test() { super::$test::<crate::runtime::BlockingClient>(); })*
        }
    };
}
pub(crate) use for_each_https_client;
