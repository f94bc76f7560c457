//! The table of scalars in Rust: what the generated crate makes of each kind that a description can name.
//!
//! What descriptions, their checks and comparisons know of them is in a table of its own, `api/scalars/`.

use jiff::{SignedDuration, civil::DateTime};
use serde_json::{Value, json};

use super::model::{Expected, RustType, WireForm};
use crate::api::{Scalar, Type};

/// What Rust makes of a kind of scalar.
pub(super) struct RustScalar {
    /// Its type.
    pub ty: RustType,
    /// The modules of the runtime that are there for it.
    pub modules: &'static [&'static str],
    /// The runtime's name of the form that it always has, if it has one.
    pub form: Option<&'static str>,
    /// How code makes one.
    pub made: Made,
    /// A value for documentation, as JSON.
    pub sample: fn() -> Value,
    /// What a test compares with the value that an example shows.
    pub expected: fn(&Value) -> Expected,
}

/// How code makes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// By a literal of Rust of its type.
    Literal,
    /// By a literal of Rust that turns into it.
    Converted,
    /// By parsing a text.
    Parsed,
    /// By a byte string.
    Bytes,
}

/// The type of a text that is kept out of debug output.
pub const SECRET: RustType = RustType::Runtime("Secret");
/// What a member that always says the same says.
pub(super) const LITERAL: RustType = RustType::Runtime("Literal");
/// The type of an instant.
pub const TIMESTAMP: RustType = RustType::Runtime("Timestamp");
/// The type of what signs requests.
pub const API_KEY: RustType = RustType::Runtime("ApiKey");

/// Makes the table: a row for each scalar, which the compiler asks for.
macro_rules! rows {
    ($($scalar:ident => $row:expr,)+) => {
        /// The row of a scalar.
        pub(super) fn row(scalar: Scalar) -> RustScalar {
            match scalar {
                $(Scalar::$scalar => $row,)+
            }
        }
    };
}

rows! {
    String => RustScalar {
        ty: RustType::Language("String"),
        modules: &[],
        form: None,
        made: Made::Converted,
        sample: || json!("text"),
        expected: text,
    },
    Boolean => RustScalar {
        ty: RustType::Language("bool"),
        modules: &[],
        form: None,
        made: Made::Literal,
        sample: || json!(true),
        expected: |json| Expected::Bool(json.as_bool().unwrap_or_default()),
    },
    Integer => whole("i64"),
    Integer32 => whole("i32"),
    Unsigned32 => whole("u32"),
    Unsigned64 => whole("u64"),
    Number32 => RustScalar { ty: RustType::Language("f32"), ..row(Scalar::Number) },
    Number => RustScalar {
        ty: RustType::Language("f64"),
        modules: &[],
        form: None,
        made: Made::Literal,
        sample: || json!(1.5),
        expected: |json| Expected::Display(json.as_f64().unwrap_or_default().to_string()),
    },
    Decimal => RustScalar {
        ty: RustType::Runtime("Decimal"),
        modules: &["values/decimal", "values/invalid_value"],
        form: None,
        made: Made::Parsed,
        sample: || json!("1.5"),
        expected: |json| if json.is_string() { text(json) } else { Expected::Display(json.to_string()) },
    },
    DecimalNumber => RustScalar {
        form: Some("Number"),
        expected: |json| Expected::Display(digits(json)),
        ..row(Scalar::Decimal)
    },
    Money => RustScalar {
        ty: RustType::Runtime("Amount"),
        modules: &["values/amount", "values/invalid_value"],
        form: None,
        made: Made::Converted,
        sample: || json!(1000),
        expected: |json| Expected::Number("minor_units", integer(json)),
    },
    Currency => RustScalar {
        ty: RustType::Runtime("Currency"),
        modules: &["values/currency", "values/identifier"],
        form: None,
        made: Made::Converted,
        sample: || json!("usd"),
        expected: text,
    },
    Timestamp => RustScalar {
        ty: TIMESTAMP,
        modules: &[
            "values/calendar",
            "values/calendar/days",
            "values/calendar/rfc3339",
            "values/calendar/timestamp",
            "values/calendar/timestamp_conversions",
            "values/calendar/timestamp_form",
            "values/invalid_value",
        ],
        form: None,
        made: Made::Parsed,
        sample: || json!("2025-01-01T00:00:00Z"),
        expected: instant,
    },
    TimestampText => RustScalar { form: Some("Rfc3339"), ..row(Scalar::Timestamp) },
    TimestampUnix => RustScalar { form: Some("Unix"), ..row(Scalar::Timestamp) },
    TimestampFraction => RustScalar {
        form: Some("UnixFraction"),
        expected: |json| after_epoch(&digits(json), 0),
        ..row(Scalar::Timestamp)
    },
    TimestampMillis => RustScalar {
        form: Some("UnixMillis"),
        expected: |json| after_epoch(&digits(json), 3),
        ..row(Scalar::Timestamp)
    },
    Date => RustScalar {
        ty: RustType::Runtime("Date"),
        modules: &[
            "values/calendar",
            "values/calendar/date",
            "values/calendar/date_conversions",
            "values/calendar/days",
            "values/calendar/rfc3339",
            "values/invalid_value",
        ],
        form: None,
        made: Made::Parsed,
        sample: || json!("2025-01-31"),
        expected: parsed,
    },
    Time => RustScalar {
        ty: RustType::Runtime("Time"),
        modules: &["values/calendar", "values/calendar/rfc3339", "values/calendar/time", "values/invalid_value"],
        form: None,
        made: Made::Parsed,
        sample: || json!("12:30:00"),
        expected: parsed,
    },
    Duration => RustScalar {
        ty: RustType::Runtime("Duration"),
        modules: &["values/calendar", "values/calendar/duration", "values/invalid_value"],
        form: None,
        made: Made::Parsed,
        sample: || json!("PT1H30M"),
        expected: parsed,
    },
    DurationSeconds => RustScalar {
        form: Some("Seconds"),
        expected: seconds,
        ..row(Scalar::Duration)
    },
    Uri => RustScalar {
        ty: RustType::Runtime("Uri"),
        modules: &["values/identifier", "values/uri"],
        form: None,
        made: Made::Converted,
        sample: || json!("https://example.com/"),
        expected: text,
    },
    Uuid => RustScalar {
        ty: RustType::Runtime("Uuid"),
        modules: &["values/invalid_value", "values/uuid"],
        form: None,
        made: Made::Parsed,
        sample: || json!("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        expected: parsed,
    },
    Bytes => RustScalar {
        ty: RustType::Runtime("Bytes"),
        modules: &["values/bytes", "values/invalid_value"],
        form: None,
        made: Made::Bytes,
        sample: || json!("example"),
        expected: |json| Expected::By("to_base64", json.as_str().unwrap_or_default().to_owned()),
    },
    File => RustScalar {
        ty: RustType::Runtime("File"),
        modules: &["values/file"],
        form: None,
        made: Made::Bytes,
        sample: || json!("example"),
        expected: text,
    },
    BytesUrl => RustScalar {
        form: Some("Base64Url"),
        expected: |json| Expected::By("to_base64", in_standard_alphabet(json.as_str().unwrap_or_default())),
        ..row(Scalar::Bytes)
    },
}

/// The row of a whole number of the language.
fn whole(ty: &'static str) -> RustScalar {
    RustScalar {
        ty: RustType::Language(ty),
        modules: &[],
        form: None,
        made: Made::Literal,
        sample: || json!(1),
        expected: |json| Expected::Display(json.to_string()),
    }
}

/// The types of scalars for which a module of the runtime is there; none if it is not for scalars.
pub fn types_in_module(module: &str) -> impl Iterator<Item = RustType> {
    let rows = Scalar::ALL.iter().map(|scalar| row(*scalar));
    rows.filter(move |row| row.modules.contains(&module)).map(|row| row.ty)
}

/// The form that a type always has, inside of lists, maps and what may be null.
pub(super) fn form(ty: &Type) -> Option<WireForm> {
    if let Type::Scalar(scalar) = ty.innermost() { row(*scalar).form.map(WireForm) } else { None }
}

/// What the type makes of the text of an example.
fn parsed(json: &Value) -> Expected {
    Expected::Parsed(json.as_str().unwrap_or_default().to_owned())
}

/// A text as it stands in an example.
fn text(json: &Value) -> Expected {
    Expected::Text(json.as_str().unwrap_or_default().to_owned())
}

/// A whole number that an example may show as a text.
fn integer(json: &Value) -> i64 {
    json.as_i64().or_else(|| json.as_str()?.parse().ok()).unwrap_or_default()
}

/// The digits of a number as decimals keep them: without an exponent.
fn digits(json: &Value) -> String {
    let digits = json.to_string();
    let written_out = || json.as_f64().unwrap_or_default().to_string();
    if digits.contains(['e', 'E']) { written_out() } else { digits }
}

/// A span of time as it is read from a number of seconds.
fn seconds(json: &Value) -> Expected {
    let digits = digits(json);
    let (sign, seconds) = digits.strip_prefix('-').map_or(("", &*digits), |seconds| ("-", seconds));
    Expected::Parsed(format!("{sign}PT{seconds}S"))
}

/// A text in the alphabet of Base64 for URLs, without padding, in the other one, with it.
fn in_standard_alphabet(text: &str) -> String {
    let digits = text.replace('-', "+").replace('_', "/");
    let padded = digits.len().next_multiple_of(4);
    format!("{digits:=<padded$}")
}

/// In UTC.
const UNIX_EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

/// An instant as an example shows it: a text, or a number of seconds.
fn instant(json: &Value) -> Expected {
    if json.is_number() { after_epoch(&json.to_string(), 0) } else { parsed(json) }
}

/// So long after the epoch, by digits of which so many stand between the point and that of a number of seconds.
fn after_epoch(digits: &str, places: usize) -> Expected {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let whole = format!("{whole:0>width$}", width = places + 1);
    let (seconds, moved) = whole.split_at(whole.len() - places);
    let nanoseconds: String = moved.chars().chain(fraction.chars()).chain("000000000".chars()).take(9).collect();
    let nanosecond = format!("{sign}{seconds}{nanoseconds}").parse().unwrap_or_default();
    Expected::Parsed(format!("{}Z", UNIX_EPOCH.saturating_add(SignedDuration::from_nanos_i128(nanosecond))))
}
