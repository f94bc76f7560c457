//! The rules that a call follows, one by one, up to the extremes.

use std::time::Duration;

use http::header::{HeaderMap, HeaderValue, RETRY_AFTER};

use super::support::fake_environment::FakeEnvironment;
use crate::runtime::calls::idempotency_key::new_key;
use crate::runtime::responses::retry_after::retry_after;
use crate::runtime::{Environment, RetryPolicy};

const HALF_A_SECOND: Duration = Duration::from_millis(500);

#[test]
fn waits_double_up_to_the_longest() {
    let policy = RetryPolicy::times(u32::MAX);
    let steps = [(1, 500), (2, 1000), (3, 2000), (4, 4000), (5, 5000), (6, 5000), (99, 5000), (u32::MAX, 5000)];
    for (retry, milliseconds) in steps {
        let step = Duration::from_millis(milliseconds);
        let shortest = policy.wait(retry, None, || 0).unwrap();
        let longest = policy.wait(retry, None, || u128::MAX).unwrap();
        // No wait is shorter than the first one.
        assert_eq!(shortest, (step / 2).max(HALF_A_SECOND), "{retry}");
        assert!(longest <= step && longest + Duration::from_micros(1) > step, "{retry}: {longest:?}");
        let between = policy.wait(retry, None, || 1 << 127).unwrap();
        assert_eq!(between, (step * 3 / 4).max(HALF_A_SECOND), "{retry}");
    }
}

#[test]
fn extremes_do_no_harm() {
    let extremes = [Duration::ZERO, Duration::from_nanos(1), HALF_A_SECOND, Duration::MAX];
    for first in extremes {
        for longest in extremes {
            let policy = RetryPolicy::times(u32::MAX).first_wait(first).longest_wait(longest);
            for random in [0, 1, u128::MAX] {
                for retry in [1, 2, 40, u32::MAX] {
                    let wait = policy.wait(retry, None, || random).unwrap();
                    assert!(wait >= first && wait <= first.max(longest), "{first:?} {longest:?} {retry}: {wait:?}");
                }
            }
        }
    }
}

#[test]
fn there_are_as_many_retries_as_are_allowed() {
    for (policy, retries) in
        [(RetryPolicy::never(), 0), (RetryPolicy::default(), 2), (RetryPolicy::times(u32::MAX), u32::MAX)]
    {
        assert!(retries == 0 || policy.wait(retries, None, || 0).is_some(), "{policy:?}");
        let more = retries.checked_add(1).and_then(|retry| policy.wait(retry, Some(Duration::ZERO), || 0));
        assert_eq!(more, None, "{policy:?}");
    }
}

#[test]
fn the_server_may_ask_for_other_waits() {
    let seconds = Duration::from_secs;
    let usual = RetryPolicy::default();
    let none = usual.clone().longest_retry_after(Duration::ZERO);
    let any = usual.clone().longest_retry_after(Duration::MAX);
    let cases = [
        (&usual, Duration::ZERO, Some(Duration::ZERO)),
        (&usual, seconds(3), Some(seconds(3))),
        (&usual, seconds(60), Some(seconds(60))),
        (&usual, seconds(61), None),
        (&usual, Duration::MAX, None),
        (&none, Duration::ZERO, Some(Duration::ZERO)),
        (&none, seconds(1), None),
        (&any, Duration::MAX, Some(Duration::MAX)),
    ];
    for (policy, asked, wait) in cases {
        let random = || panic!("there is nothing to choose");
        assert_eq!(policy.wait(1, Some(asked), random), wait, "{asked:?}");
    }
}

#[test]
fn what_the_server_asks_for_is_read() {
    let cases = [
        ("0", Some(0)),
        ("3", Some(3)),
        (" 3 ", Some(3)),
        ("003", Some(3)),
        ("18446744073709551615", Some(u64::MAX)),
        ("18446744073709551616", None),
        ("-1", None),
        ("1.5", None),
        ("3s", None),
        ("3, 4", None),
        ("", None),
        ("soon", None),
        ("Wed, 27 Aug 2025 12:00:03 GMT", Some(3)),
        ("Wednesday, 27-Aug-25 12:00:03 GMT", Some(3)),
        ("Wed Aug 27 12:00:03 2025", Some(3)),
        ("Wed, 27 Aug 2025 12:00:00 GMT", Some(0)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ("Thu, 27 Aug 2026 12:00:00 GMT", Some(365 * 24 * 60 * 60)),
        ("Wed, 27 Aug 2025 12:00:03 +0200", None),
        ("Wed, 99 Aug 2025 12:00:03 GMT", None),
    ];
    for (value, seconds) in cases {
        let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_static(value))]);
        assert_eq!(retry_after(&headers, &FakeEnvironment::new(0)), seconds.map(Duration::from_secs), "{value:?}");
    }
    let no_text = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_bytes(b"\xff").unwrap())]);
    assert_eq!(retry_after(&no_text, &FakeEnvironment::new(0)), None);
    assert_eq!(retry_after(&HeaderMap::new(), &FakeEnvironment::new(0)), None);
}

/// Gives the same bits always.
struct Constant(u128);

impl Environment for Constant {
    fn random(&self) -> u128 {
        self.0
    }
}

/// All as the system has it.
struct System;

impl Environment for System {}

#[test]
fn keys_are_uuids_of_version_4() {
    let cases = [
        (0, "00000000-0000-4000-8000-000000000000"),
        (u128::MAX, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
        (0x0123_4567_89ab_cdef_0123_4567_89ab_cdef, "01234567-89ab-4def-8123-456789abcdef"),
    ];
    for (random, key) in cases {
        assert_eq!(new_key(&Constant(random)), key);
    }
    let keys: std::collections::HashSet<_> = (0..1000).map(|_| new_key(&System)).collect();
    assert_eq!(keys.len(), 1000);
    assert!(keys.iter().all(|key| super::table::is_uuid(key.to_str().unwrap())));
}

#[test]
fn the_same_seed_gives_the_same_keys_and_waits() {
    let draw = |seed| {
        let environment = FakeEnvironment::new(seed);
        let waits = (1..5).map(|retry| RetryPolicy::times(5).wait(retry, None, || environment.random()));
        (new_key(&environment), waits.collect::<Vec<_>>(), new_key(&environment))
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1).0, draw(9).0);
    assert_ne!(draw(1).0, draw(1).2);
}
