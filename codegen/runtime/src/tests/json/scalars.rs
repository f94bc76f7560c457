//! Amounts, decimals, currencies: what they take and how they compare.

use proptest::prelude::*;

use crate::runtime::{Amount, Currency, Decimal, Text, Timestamp, blank};

#[test]
fn an_amount_takes_exactly_one_form_of_text() {
    let good = [("0", 0), ("-0", 0), ("7", 7), ("-2200", -2200), ("9223372036854775807", i64::MAX)];
    for (text, minor_units) in good {
        let mut amount: Amount = blank();
        assert!(amount.accept_text(text), "{text}");
        assert_eq!(amount, minor_units);
    }
    let bad =
        ["", "-", "+5", "05", "-05", "00", "2200.5", "2.2e3", "1_000", " 1", "1 ", "--1", "9223372036854775808", "١"];
    for text in bad {
        let mut amount = Amount::new(1);
        assert!(!amount.accept_text(text), "{text}");
        assert_eq!(amount, 1);
    }
}

#[test]
fn amounts_add_without_wrapping() {
    let amount = Amount::new(i64::MAX - 1);
    assert_eq!(amount.checked_add(1.into()), Some(i64::MAX.into()));
    assert_eq!(amount.checked_add(2.into()), None);
    assert_eq!(Amount::new(2).checked_sub(5.into()), Some(Amount::from(-3)));
    assert_eq!(Amount::new(i64::MIN).checked_sub(1.into()), None);
    assert_eq!(amount.minor_units(), i64::MAX - 1);
    assert!(Amount::new(-1) < Amount::new(0));
    assert_eq!(format!("{:>6}", Amount::new(-1)), "    -1");
}

#[test]
fn a_decimal_keeps_its_digits() {
    for text in ["0", "-12.50", "00.1", "123456789012345678901234567890.5"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!((decimal.as_str(), decimal.to_string().as_str()), (text, text));
        assert!(decimal == text && decimal == *text);
    }
    for text in ["", "-", ".5", "5.", "1.2.3", "1e5", "+1", " 1", "--1", "1,5", "NaN"] {
        let error = text.parse::<Decimal>().unwrap_err();
        assert!(error.to_string().starts_with("not a decimal number"), "{text}");
    }
    assert_eq!(Decimal::from(i64::MIN).as_str(), i64::MIN.to_string());
    assert_ne!("1.5".parse::<Decimal>(), "1.50".parse());
}

#[test]
fn a_currency_takes_any_text() {
    let currency = Currency::from("usd");
    assert_eq!(currency, "usd");
    assert_eq!(currency.to_string(), "usd");
    assert_eq!("new".parse(), Ok(Currency::from("new".to_owned())));
}

#[test]
fn an_instant_needs_an_offset() {
    for text in ["", "yesterday", "2025-08-27", "2025-08-27T12:00:00", "2025-13-01T00:00:00Z", "1756296000"] {
        let mut timestamp: Timestamp = blank();
        assert!(!timestamp.accept_text(text), "{text}");
        assert_eq!(timestamp, Timestamp::UNIX_EPOCH);
    }
}

#[test]
fn an_instant_is_read_alike_from_every_form() {
    let seconds = ["2025-08-27T12:34:56", "1969-12-31T23:59:59", "2024-02-29T00:00:00", "0000-01-01T00:00:00"];
    let fractions = ["", ".0", ".5", ".000", ".123456789", ".000000001", ".999"];
    for (second, fraction) in seconds.into_iter().flat_map(|second| fractions.map(|fraction| (second, fraction))) {
        let expected: Timestamp = format!("{second}{fraction}+00:00").parse().unwrap();
        for offset in ["Z", "z", "+00:00"] {
            let mut timestamp: Timestamp = blank();
            assert!(timestamp.accept_text(&format!("{second}{fraction}{offset}")));
            assert_eq!(timestamp, expected);
        }
    }
}

proptest! {
    #[test]
    fn an_instant_is_read_as_jiff_reads_it(
        text in "(2025|0000|9999|20x5)-(0[0-3]|1[0-3]|[0-9]{2})-([0-3][0-9])T([0-2][0-9]):[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,11})?Z?",
    ) {
        let mut timestamp: Timestamp = blank();
        let is_read = timestamp.accept_text(&text);
        prop_assert_eq!(is_read.then_some(timestamp), text.parse().ok());
    }
}
