//! Amounts, decimals, currencies: what they take and how they compare.

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
