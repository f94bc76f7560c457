//! What holds for all scalars: reading never panics, and what is written in any form is read as it was.

use std::fmt::Debug;

use proptest::prelude::*;

use super::tables;
use crate::runtime::{
    Amount, Bytes, Currency, Date, Decimal, Duration, Scalar, Time, Timestamp, Token, Uri, Uuid, WireForm, blank,
};

/// The forms in which no scalar loses anything.
const FORMS: [WireForm; 6] = [
    WireForm::Default,
    WireForm::Rfc3339,
    WireForm::UnixFraction,
    WireForm::Number,
    WireForm::Seconds,
    WireForm::Base64Url,
];

/// Fails unless a value is read as it was from what is written in each form, and from the text of its digits.
fn round_trip<T: Scalar + PartialEq + Debug>(value: &T, forms: &[WireForm], start: fn() -> T) -> Outcome {
    for form in forms.iter().copied() {
        let mut tokens = vec![value.token(form)];
        if let Token::Number(digits) = &tokens[0] {
            let is_json = serde_json::from_str::<serde_json::Number>(digits).is_ok();
            prop_assert!(is_json, "{} is not how JSON writes a number", digits);
            tokens.push(Token::Text(digits.clone()));
        }
        for token in tokens {
            let (mut read, context) = (start(), format!("{token:?} in {form:?}"));
            prop_assert!(read.accept(token, form), "{} is refused", context);
            prop_assert_eq!(&read, value, "{}", context);
        }
    }
    Ok(())
}

type Outcome = Result<(), TestCaseError>;

fn any_timestamp() -> impl Strategy<Value = Timestamp> {
    (Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond())
        .prop_map(|nanosecond| Timestamp::from_nanosecond(nanosecond).unwrap())
}

fn any_date() -> impl Strategy<Value = Date> {
    (0..=Date::MAX.days_since(Date::MIN)).prop_map(|days| Date::MIN.checked_add_days(days).unwrap())
}

fn any_time() -> impl Strategy<Value = Time> {
    let parts = (0..24_u8, 0..60_u8, 0..60_u8, 0..1_000_000_000_u32, proptest::option::of(-1439..1440_i16));
    parts.prop_map(|(hour, minute, second, nanosecond, offset)| {
        let time = Time::new(hour, minute, second).unwrap().with_nanosecond(nanosecond).unwrap();
        offset.map_or(time, |minutes| time.with_offset_minutes(minutes).unwrap())
    })
}

proptest! {
    #[test]
    fn a_value_is_read_as_it_is_written(
        boolean in any::<bool>(),
        integers in any::<(i32, i64, u32, u64)>(),
        floats in (any::<f32>(), any::<f64>()),
        text in any::<String>(),
        uuid in any::<[u8; 16]>(),
        bytes in any::<Vec<u8>>(),
    ) {
        round_trip(&boolean, &FORMS, || false)?;
        round_trip(&integers.0, &FORMS, || 0)?;
        round_trip(&integers.1, &FORMS, || 0)?;
        round_trip(&integers.2, &FORMS, || 0)?;
        round_trip(&integers.3, &FORMS, || 0)?;
        round_trip(&floats.0, &FORMS, || 0.0)?;
        round_trip(&floats.1, &FORMS, || 0.0)?;
        round_trip(&text, &FORMS, String::new)?;
        round_trip(&Uri::from(&text), &FORMS, blank)?;
        round_trip(&Currency::from(text), &FORMS, blank)?;
        round_trip(&Uuid::from_bytes(uuid), &FORMS, blank)?;
        round_trip(&Bytes::from(bytes), &FORMS, blank)?;
    }

    #[test]
    fn money_is_read_as_it_is_written(
        amount in any::<i64>(),
        decimal in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?",
    ) {
        round_trip(&Amount::new(amount), &FORMS, blank)?;
        round_trip(&decimal.parse::<Decimal>().unwrap(), &FORMS, blank)?;
    }

    #[test]
    fn times_are_read_as_they_are_written(instant in any_timestamp(), date in any_date(), time in any_time()) {
        round_trip(&instant, &FORMS, blank)?;
        round_trip(&Timestamp::from_second(instant.as_second()).unwrap(), &[WireForm::Unix], blank)?;
        round_trip(&Timestamp::from_millisecond(instant.as_millisecond()).unwrap(), &[WireForm::UnixMillis], blank)?;
        round_trip(&date, &FORMS, blank)?;
        round_trip(&time, &FORMS, blank)?;
        prop_assert_eq!(instant.to_string().parse(), Ok(instant));
    }

    #[test]
    fn spans_of_time_are_read_as_they_are_written(
        text in "-?P([0-9]{1,9}Y)?([0-9]{1,9}M)?[0-9]{1,9}D(T[0-9]{1,9}H([0-9]{1,9}(\\.[0-9]{1,20})?S)?)?",
        span in any::<std::time::Duration>(),
    ) {
        let duration: Duration = text.parse().unwrap();
        round_trip(&duration, &[WireForm::Default], blank)?;
        let duration = Duration::from(span);
        round_trip(&duration, &FORMS, blank)?;
        prop_assert_eq!(duration.to_std(), Some(span));
    }

    #[test]
    fn any_token_is_read_or_refused(
        text in prop_oneof![any::<String>(), "[-+0-9.eEPTZ:DHMSYW, =]{0,40}", "[A-Za-z0-9+/_=\\n-]{0,40}"],
        number in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,12})?",
    ) {
        for table in tables() {
            let mut scalar = (table.scalar)();
            for token in [Token::Text(text.as_str().into()), Token::Number(number.as_str().into())] {
                let before = super::written(&*scalar, WireForm::Default);
                if !scalar.accept(token, table.form) {
                    prop_assert_eq!(super::written(&*scalar, WireForm::Default), before);
                }
            }
        }
    }

    #[test]
    fn an_integer_is_read_from_a_float_that_holds_it(whole in -9_007_199_254_740_992..=9_007_199_254_740_992_i64) {
        #[expect(clippy::cast_precision_loss, reason = "floats hold these integers")]
        let float = whole as f64;
        for digits in [format!("{float:?}"), format!("{float:e}"), format!("{float:.3}")] {
            let mut read = 0_i64;
            prop_assert!(read.accept(Token::Number(digits.as_str().into()), WireForm::Default), "{} is refused", digits);
            prop_assert_eq!(read, whole);
        }
    }

    #[test]
    fn a_number_with_an_exponent_is_the_same_written_out(
        digits in "-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,16})?",
        exponent in -320..309_i32,
    ) {
        let number = format!("{digits}e{exponent}");
        let decimal: Decimal = number.parse().unwrap();
        prop_assert_eq!(decimal.as_str().parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits());
        prop_assert!(!decimal.as_str().contains('e'));
    }
}
