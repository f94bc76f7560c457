//! Many calls at once on one client, and calls that are given up.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::sample::commit;
use super::support::script::{Turn, order_for};
use super::support::server::Server;

const KEY: &str = "sk_test_example";
const AT_ONCE: usize = 200;

for_each_client!(calls_do_not_wait_for_one_another);

/// No call is answered before all are there; then each gets its own answer. Later ones use the same connections.
fn calls_do_not_wait_for_one_another<C: AnyClient>() {
    let keys = Arc::new(Mutex::new(HashSet::new()));
    let of_server = Arc::clone(&keys);
    let server = Server::deciding([], move |received| {
        of_server.lock().unwrap().insert(received.header("idempotency-key").unwrap().to_owned());
        Turn::at_once().meet(AT_ONCE).send(order_for(received))
    });
    let client = C::build(C::set_up().api_key(KEY).base_url(server.url())).unwrap();
    for round in 1..=2 {
        let (client, number) = (client.clone(), AtomicUsize::new(0));
        let next = move || {
            let number = number.fetch_add(1, Ordering::Relaxed);
            (number < AT_ONCE).then(|| commit(&client, format!("ord_{number}")))
        };
        let answers = Arc::new(Mutex::new(HashSet::new()));
        let of_client = Arc::clone(&answers);
        C::send_all(AT_ONCE, next, move |sent| {
            let response = sent.unwrap();
            assert_eq!(response.raw.attempts(), 1);
            of_client.lock().unwrap().insert(response.output.id.to_string());
        });
        let expected: HashSet<_> = (0..AT_ONCE).map(|number| format!("ord_{number}")).collect();
        assert_eq!(*answers.lock().unwrap(), expected);
        assert_eq!(keys.lock().unwrap().len(), round * AT_ONCE);
    }
    assert_eq!(server.connections(), AT_ONCE);
}

#[cfg(feature = "async")]
mod cancellation {
    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::Poll;

    use super::super::support::any_client::block_on;
    use super::super::support::fake_environment::FakeEnvironment;
    use super::super::support::sample::Commit;
    use super::*;
    use crate::runtime::{Call, CallWithResponse, Client, Request, WithResponse};

    /// Polls a future this often, and drops it then. Tells whether it was over before.
    async fn is_over_after(polls: usize, future: impl Future) -> bool {
        let mut future = pin!(future);
        let mut polled = 0;
        poll_fn(|context| {
            if polled == polls {
                return Poll::Ready(false);
            }
            polled += 1;
            future.as_mut().poll(context).map(|_| true)
        })
        .await
    }

    /// At whatever point a call is given up: the next one, maybe on the same connection, gets its own answer, and in
    /// the end no connection is left open.
    #[test]
    fn a_call_can_be_given_up_at_any_point() {
        let mut polls = 0;
        loop {
            let slowly = |received: &_| Turn::at_once().drip(order_for(received), 100);
            let server = Server::deciding([Turn::error(500, &[])], slowly);
            let builder = Client::builder().api_key(KEY).base_url(server.url());
            let client = builder.environment(FakeEnvironment::new(0)).build().unwrap();
            let is_over = block_on(is_over_after(polls, commit(&client, "ord_1").into_future()));
            let next = block_on(commit(&client, "ord_next").into_future());
            assert_eq!(next.unwrap().id.as_str(), "ord_next", "given up after {polls} polls");
            drop(client);
            block_on(async {
                tokio::task::spawn_blocking(move || {
                    (0..server.connections()).for_each(|_| server.wait_for_the_end_of_a_connection());
                })
                .await
                .unwrap();
            });
            if is_over {
                break;
            }
            polls += 1;
        }
        assert!(polls > 5, "there are more points than {polls}");
    }

    #[test]
    fn requests_and_their_futures_move_between_tasks() {
        fn assert_moves<T: Send + 'static>() {}
        assert_moves::<Request<Client, Commit>>();
        assert_moves::<WithResponse<Client, Commit>>();
        assert_moves::<Call<Commit>>();
        assert_moves::<CallWithResponse<Commit>>();
    }
}
