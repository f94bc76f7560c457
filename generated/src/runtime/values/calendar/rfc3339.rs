//! Texts as RFC 3339 writes dates and times, and as those who nearly follow it do.

/// A time of day, whose last second before midnight UTC may be followed by a leap second, number 60.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

impl Clock {
    /// Whether a place with this offset from UTC, in minutes, has such a time of day.
    pub(super) const fn is_valid(self, offset: i16) -> bool {
        let seconds = if self.minute_of_day(offset) == 24 * 60 - 1 { 61 } else { 60 };
        self.hour < 24 && self.minute < 60 && self.second < seconds && self.nanosecond < 1_000_000_000
    }

    /// The minute in UTC.
    const fn minute_of_day(self, offset: i16) -> i16 {
        (self.hour as i16 * 60 + self.minute as i16 - offset).rem_euclid(24 * 60)
    }

    /// The seconds since midnight.
    pub(super) fn second_of_day(self) -> i64 {
        i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second)
    }
}

/// A time of day as text, with so many digits of a second.
pub(super) fn time_text([hour, minute, second]: [i64; 3], nanosecond: u32, digits: usize) -> String {
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if digits == 0 { time } else { format!("{time}.{}", &format!("{nanosecond:09}")[..digits.min(9)]) }
}

/// How many digits of a second it takes to write this many nanoseconds.
pub(super) fn digits_of(nanosecond: u32) -> usize {
    format!("{nanosecond:09}").trim_end_matches('0').len()
}

/// What is left of a text that is read from its beginning.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads one of these characters.
    fn sign<const N: usize>(&mut self, signs: [u8; N]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        if !signs.into_iter().any(|sign| sign == first) {
            return None;
        }
        self.0 = rest;
        Some(first)
    }

    /// Reads a number of two digits.
    fn two_digits(&mut self) -> Option<u8> {
        let [tens, ones, rest @ ..] = self.0 else { return None };
        self.0 = rest;
        number([tens, ones])
    }

    /// Reads a year, a month and a day, which there need not be.
    pub(super) fn date(&mut self) -> Option<(u16, u8, u8)> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] = self.0 else { return None };
        self.0 = rest;
        let year = u16::from(number([y1, y2])?) * 100 + u16::from(number([y3, y4])?);
        Some((year, number([m1, m2])?, number([d1, d2])?))
    }

    /// Reads what stands between a date and a time.
    pub(super) fn separator(&mut self) -> Option<u8> {
        self.sign(*b"Tt ")
    }

    /// Reads a time of day to the end of the text, and its offset from UTC in minutes, if there is one. Some leave out
    /// seconds where they are 0.
    pub(super) fn time(mut self) -> Option<(Clock, Option<i16>)> {
        let [h1, h2, b':', m1, m2, rest @ ..] = self.0 else { return None };
        let mut clock = Clock { hour: number([h1, h2])?, minute: number([m1, m2])?, ..Clock::default() };
        self.0 = rest;
        if let [b':', s1, s2, rest @ ..] = self.0 {
            clock.second = number([s1, s2])?;
            self.0 = rest;
            if self.sign(*b".,").is_some() {
                clock.nanosecond = self.fraction()?;
            }
        }
        let offset = if self.is_at_end() { None } else { Some(self.offset()?) };
        (self.is_at_end() && clock.is_valid(offset.unwrap_or(0))).then_some((clock, offset))
    }

    /// Reads the digits of a second, as nanoseconds. What is less than one is cut off.
    fn fraction(&mut self) -> Option<u32> {
        let length = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at(length);
        self.0 = rest;
        let (mut nanosecond, mut unit) = (0, 100_000_000);
        for digit in digits.iter().take(9) {
            nanosecond += u32::from(digit - b'0') * unit;
            unit /= 10;
        }
        (length > 0).then_some(nanosecond)
    }

    /// Reads an offset from UTC, in minutes: `Z`, `+02:00`, `+0200` or `+02`.
    fn offset(&mut self) -> Option<i16> {
        if self.sign(*b"Zz").is_some() {
            return Some(0);
        }
        let sign = self.sign(*b"+-")?;
        let hours = self.two_digits()?;
        let has_minutes = self.sign(*b":").is_some() || !self.is_at_end();
        let minutes = if has_minutes { self.two_digits()? } else { 0 };
        let offset = i16::from(hours) * 60 + i16::from(minutes);
        (hours < 24 && minutes < 60).then_some(if sign == b'-' { -offset } else { offset })
    }
}

/// The number that two digits are.
fn number([tens, ones]: [&u8; 2]) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}
