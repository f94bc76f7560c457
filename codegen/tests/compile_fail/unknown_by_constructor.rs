// error: E0423
//! An unknown value has no constructor that callers can reach.

use stripe_billing::UnknownValue;

fn show(unknown: &UnknownValue) {
    println!("{unknown}");
}

fn main() {
    let _ = show;
    #[cfg(wrong)]
    show(&UnknownValue("paused".into()));
}
