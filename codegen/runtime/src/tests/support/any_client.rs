//! What both clients have in common, so that one test is a test of each.

use crate::runtime::{
    ApiClient, ClientBuilder, ConfigError, Error, Operation, RawCall, RawResponse, Request, Response,
};

/// What a call gives together with its response.
pub(crate) type Sent<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

/// Either client.
pub(crate) trait AnyClient: ApiClient + std::fmt::Debug {
    /// The module in which [`for_each_client`] puts the tests of this client.
    const TESTS: &'static str;

    /// A builder for the sample service.
    fn set_up() -> ClientBuilder<Self>;

    /// What the builder builds.
    fn build(builder: ClientBuilder<Self>) -> Result<Self, ConfigError>;

    /// Makes a call, and waits for its end.
    fn send<O: Operation>(request: Request<Self, O>) -> Sent<O>;

    /// Makes a call that the description does not know.
    fn send_raw(request: Request<Self, RawCall>) -> Result<RawResponse, Error>;

    /// Makes calls, this many at a time, until there are no more of them. Each worker takes the next one when its last
    /// one is over.
    fn send_all<O: Operation>(
        workers: usize,
        next: impl Fn() -> Option<Request<Self, O>> + Send + Sync + 'static,
        done: impl Fn(Sent<O>) + Send + Sync + 'static,
    );
}

#[cfg(feature = "async")]
thread_local! {
    /// One thread: an answered connection is back in the pool before a second one could be open, and between two calls
    /// nothing looks after the connections.
    static RUNTIME: tokio::runtime::Runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
}

/// Runs a future to its end, on the one runtime of this thread.
#[cfg(feature = "async")]
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    RUNTIME.with(|runtime| runtime.block_on(future))
}

/// Under some sets of features, the cryptography of `https` is the program's part, and the clients need it.
fn bring_cryptography() {
    #[cfg(all(
        any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"),
        not(any(feature = "ring", feature = "aws-lc"))
    ))]
    // It may be there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

#[cfg(feature = "async")]
impl AnyClient for crate::runtime::Client {
    const TESTS: &'static str = "async_client";

    fn set_up() -> ClientBuilder<Self> {
        bring_cryptography();
        Self::builder()
    }

    fn build(builder: ClientBuilder<Self>) -> Result<Self, ConfigError> {
        builder.build()
    }

    fn send<O: Operation>(request: Request<Self, O>) -> Sent<O> {
        block_on(request.with_response().into_future())
    }

    fn send_raw(request: Request<Self, RawCall>) -> Result<RawResponse, Error> {
        block_on(request.into_future())
    }

    fn send_all<O: Operation>(
        workers: usize,
        next: impl Fn() -> Option<Request<Self, O>> + Send + Sync + 'static,
        done: impl Fn(Sent<O>) + Send + Sync + 'static,
    ) {
        use std::sync::Arc;

        let (next, done) = (Arc::new(next), Arc::new(done));
        let worker = |_| {
            let (next, done) = (Arc::clone(&next), Arc::clone(&done));
            tokio::spawn(async move {
                while let Some(request) = next() {
                    done(request.with_response().await);
                }
            })
        };
        block_on(async {
            let tasks: Vec<_> = (0..workers).map(worker).collect();
            for task in tasks {
                task.await.unwrap();
            }
        });
    }
}

#[cfg(feature = "blocking")]
impl AnyClient for crate::runtime::BlockingClient {
    const TESTS: &'static str = "blocking_client";

    fn set_up() -> ClientBuilder<Self> {
        bring_cryptography();
        Self::builder()
    }

    fn build(builder: ClientBuilder<Self>) -> Result<Self, ConfigError> {
        builder.build()
    }

    fn send<O: Operation>(request: Request<Self, O>) -> Sent<O> {
        request.with_response().send()
    }

    fn send_raw(request: Request<Self, RawCall>) -> Result<RawResponse, Error> {
        request.send()
    }

    fn send_all<O: Operation>(
        workers: usize,
        next: impl Fn() -> Option<Request<Self, O>> + Send + Sync + 'static,
        done: impl Fn(Sent<O>) + Send + Sync + 'static,
    ) {
        let worker = || {
            while let Some(request) = next() {
                done(request.with_response().send());
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(worker);
            }
        });
    }
}

/// Makes two tests, one for each client, of functions that take either.
macro_rules! for_each_client {
    ($($test:ident),* $(,)?) => {
        #[cfg(feature = "async")]
        mod async_client {
            $(#[test] fn $test() { super::$test::<crate::runtime::Client>(); })*
        }

        #[cfg(feature = "blocking")]
        mod blocking_client {
            $(#[test] fn $test() { super::$test::<crate::runtime::BlockingClient>(); })*
        }
    };
}
pub(crate) use for_each_client;
