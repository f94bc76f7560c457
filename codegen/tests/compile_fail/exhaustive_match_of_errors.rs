// error: E0004
//! The errors of a call may grow as well.

use stripe_billing::billing_intents::ReleaseReservationError;

fn main() {
    let text = match ReleaseReservationError::BillingIntentNotFound {
        ReleaseReservationError::BillingIntentNotFound => "gone",
        ReleaseReservationError::InvalidStatusForRelease => "not reserved",
        ReleaseReservationError::Unknown(_) => "new",
        #[cfg(not(wrong))]
        _ => "newer",
    };
    println!("{text}");
}
