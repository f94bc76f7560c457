//! The Gregorian calendar, as far back as the year 0: its days by number, the first of 1970 being 0.
//!
//! The arithmetic is that of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in March there,
//! so that the day that some years have more is their last one.

pub(super) const SECONDS_PER_DAY: i64 = 24 * 60 * 60;
const DAYS_PER_400_YEARS: i32 = 146_097;
/// The days from 1 March of the year 0 to 1 January 1970.
const DAYS_BEFORE_1970: i32 = 719_468;

/// The number of a day, or nothing if the calendar has no such day or its year has more than four digits.
pub(super) const fn day_of(year: u16, month: u8, day: u8) -> Option<i32> {
    if year > 9999 || month == 0 || month > 12 || day == 0 || day > days_of_month(year, month) {
        return None;
    }
    let (month, day) = (month as i32, day as i32);
    let year = if month > 2 { year as i32 } else { year as i32 - 1 };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let year_of_400 = year.rem_euclid(400);
    let day_of_400_years = year_of_400 * 365 + year_of_400 / 4 - year_of_400 / 100 + day_of_year;
    Some(year.div_euclid(400) * DAYS_PER_400_YEARS + day_of_400_years - DAYS_BEFORE_1970)
}

/// The year, month and day of the month of a day.
pub(super) const fn date_of(day: i32) -> [i32; 3] {
    let day = day + DAYS_BEFORE_1970;
    let day_of_400_years = day.rem_euclid(DAYS_PER_400_YEARS);
    let year_of_400 =
        (day_of_400_years - day_of_400_years / 1460 + day_of_400_years / 36_524 - day_of_400_years / 146_096) / 365;
    let day_of_year = day_of_400_years - (365 * year_of_400 + year_of_400 / 4 - year_of_400 / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let year = day.div_euclid(DAYS_PER_400_YEARS) * 400 + year_of_400;
    if month < 10 { [year, month + 3, day_of_month] } else { [year + 1, month - 9, day_of_month] }
}

const fn days_of_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
