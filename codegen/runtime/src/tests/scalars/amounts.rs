//! Money: amounts, currencies and decimals.

use std::cmp::Ordering::{self, Equal, Greater, Less};

use super::Table;
use crate::runtime::{
    Amount, Currency, Decimal,
    WireForm::{Default, Number},
    blank,
};

pub(super) const TABLES: &[Table] = &[
    Table {
        scalar: || Box::new(Amount::new(1)),
        form: Default,
        read: &[
            ("2200", r#""2200""#),
            (r#""2200""#, r#""2200""#),
            ("-7", r#""-7""#),
            (r#""-0""#, r#""0""#),
            ("9223372036854775807", r#""9223372036854775807""#),
            (r#""-9223372036854775808""#, r#""-9223372036854775808""#),
        ],
        refused: &[
            ("22.00", "a guess: cents, or dollars"),
            (r#""22.00""#, "a guess: cents, or dollars"),
            ("2200.5", "a half would be lost"),
            ("2.2e3", "nobody writes cents so"),
            (r#""2.2e3""#, "nobody writes cents so"),
            ("9223372036854775808", "it does not fit"),
            (r#""9223372036854775808""#, "it does not fit"),
            (r#""""#, "nothing is not 0"),
            (r#""-""#, "no digits"),
            (r#""+5""#, "not as JSON writes it"),
            (r#""05""#, "not as JSON writes it"),
            (r#""-05""#, "not as JSON writes it"),
            (r#""00""#, "not as JSON writes it"),
            (r#""1_000""#, "not as JSON writes it"),
            (r#""1,000""#, "a guess: a thousand, or one"),
            (r#"" 1""#, "not as JSON writes it"),
            (r#""1 ""#, "not as JSON writes it"),
            (r#""--1""#, "not as JSON writes it"),
            (r#""١""#, "not as JSON writes it"),
            ("true", "a boolean is no amount"),
        ],
    },
    Table {
        scalar: || Box::new(blank::<Currency>()),
        form: Default,
        read: &[(r#""usd""#, r#""usd""#), (r#""USD""#, r#""USD""#), (r#""new""#, r#""new""#), (r#""""#, r#""""#)],
        refused: &[("840", "a guess: codes of ISO 4217 have three digits"), ("true", "a boolean is no text")],
    },
    Table {
        scalar: || Box::new(Decimal::from(1)),
        form: Default,
        read: &[
            ("12.50", r#""12.50""#),
            (r#""12.50""#, r#""12.50""#),
            ("0", r#""0""#),
            ("-0", r#""-0""#),
            (r#""00.1""#, r#""00.1""#),
            ("0.1000000000000000055511151231257827", r#""0.1000000000000000055511151231257827""#),
            ("123456789012345678901234567890.5", r#""123456789012345678901234567890.5""#),
            ("18446744073709551616", r#""18446744073709551616""#),
            ("1.2e3", r#""1200""#),
            ("1.25E1", r#""12.5""#),
            ("1.5e-3", r#""0.0015""#),
            ("-1.50e-3", r#""-0.00150""#),
            ("125e-2", r#""1.25""#),
            ("0.5e1", r#""5""#),
            ("0e-8", r#""0.00000000""#),
            ("0e8", r#""0""#),
            (r#""1E+3""#, r#""1000""#),
            (r#""0E-8""#, r#""0.00000000""#),
            ("1e-20", r#""0.00000000000000000001""#),
        ],
        refused: &[
            ("1e401", "an exponent out of all proportion"),
            ("1e-401", "an exponent out of all proportion"),
            ("1e999999999999", "an exponent out of all proportion"),
            (r#""""#, "nothing is not 0"),
            (r#""-""#, "no digits"),
            (r#"".5""#, "no digits in front of the point"),
            (r#""5.""#, "no digits behind the point"),
            (r#""1.2.3""#, "two points"),
            (r#""+1""#, "not as JSON writes it"),
            (r#"" 1""#, "not as JSON writes it"),
            (r#""--1""#, "not as JSON writes it"),
            (r#""1,5""#, "a guess: fifteen, or one and a half"),
            (r#""1e""#, "no digits of an exponent"),
            (r#""NaN""#, "no number"),
            (r#""Infinity""#, "no number"),
            ("true", "a boolean is no number"),
        ],
    },
];

#[test]
fn what_the_api_wants_as_numbers_is_written_as_numbers() {
    for (decimal, number) in [("12.50", "12.50"), ("00.1", "0.1"), ("-007", "-7"), ("-0.0", "-0.0"), ("000", "0")] {
        let decimal: Decimal = decimal.parse().unwrap();
        assert_eq!(super::written(&decimal, Number), number);
    }
    assert_eq!(super::written(&Amount::new(-2200), Number), "-2200");
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
    assert_eq!("-2200".parse(), Ok(Amount::new(-2200)));
    assert!("22.00".parse::<Amount>().unwrap_err().to_string().starts_with("this is not an amount"));
}

#[test]
fn a_decimal_keeps_its_digits() {
    for text in ["0", "-12.50", "00.1", "123456789012345678901234567890.5"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!((decimal.as_str(), decimal.to_string().as_str()), (text, text));
        assert!(decimal == text && decimal == *text);
    }
    assert_eq!("1,5".parse::<Decimal>().unwrap_err().to_string(), "this is not a decimal number");
    assert_eq!(Decimal::from(i64::MIN).as_str(), i64::MIN.to_string());
    assert_eq!(Decimal::from(u64::MAX).as_str(), u64::MAX.to_string());
    assert_ne!("1.5".parse::<Decimal>(), "1.50".parse());
    assert_eq!(format!("{:>7}", Decimal::from(12)), "     12");
}

#[test]
fn decimals_are_ordered_by_value_and_then_by_digits() {
    let cases: &[(&str, &str, Ordering, Ordering)] = &[
        ("12.5", "12.50", Equal, Less),
        ("0", "-0.00", Equal, Greater),
        ("007", "7", Equal, Less),
        ("9", "10", Less, Less),
        ("10", "9.999", Greater, Greater),
        ("0.49", "0.5", Less, Less),
        ("0.05", "0.5", Less, Less),
        ("-10", "-9", Less, Less),
        ("-0.5", "-0.49", Less, Less),
        ("-1", "0", Less, Less),
        ("-1", "1", Less, Less),
        ("1", "-1", Greater, Greater),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.49", Greater, Greater),
    ];
    for (one, other, by_value, order) in cases {
        let [one, other]: [Decimal; 2] = [one, other].map(|text| text.parse().unwrap());
        assert_eq!((one.cmp_value(&other), one.cmp(&other)), (*by_value, *order), "{one} and {other}");
        assert_eq!(
            (other.cmp_value(&one), other.cmp(&one)),
            (by_value.reverse(), order.reverse()),
            "{other} and {one}"
        );
    }
}

#[test]
fn a_currency_takes_any_text() {
    let currency = Currency::from("usd");
    assert_eq!(currency, "usd");
    assert_eq!(currency.to_string(), "usd");
    assert_eq!("new".parse(), Ok(Currency::from("new".to_owned())));
}
