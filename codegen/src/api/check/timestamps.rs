//! Whether a text is an instant as RFC 3339 writes it.

/// `2025-01-01T00:00:00.000Z`, or with an offset such as `+02:00`.
pub(super) fn is_rfc3339(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    let Some(at) = time.find(['Z', 'z', '+', '-']) else { return false };
    let (clock, offset) = time.split_at(at);
    is_date(date) && is_clock(clock) && is_offset(offset)
}

fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (number(parts.next(), 4), number(parts.next(), 2), number(parts.next(), 2), parts.next())
    else {
        return false;
    };
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn is_clock(clock: &str) -> bool {
    let (whole, fraction) = clock.split_once('.').map_or((clock, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_fraction = |fraction: &str| !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = whole.split(':');
    let in_range = matches!(
        (number(parts.next(), 2), number(parts.next(), 2), number(parts.next(), 2), parts.next()),
        (Some(..=23), Some(..=59), Some(..=59), None)
    );
    in_range && fraction.is_none_or(is_fraction)
}

fn is_offset(offset: &str) -> bool {
    let Some(distance) = offset.strip_prefix(['+', '-']) else { return matches!(offset, "Z" | "z") };
    let mut parts = distance.split(':');
    matches!((number(parts.next(), 2), number(parts.next(), 2), parts.next()), (Some(..=23), Some(..=59), None))
}

/// A number of exactly so many digits.
fn number(text: Option<&str>, digits: usize) -> Option<u16> {
    let text = text.filter(|text| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))?;
    text.parse().ok()
}
