// error: E0624
//! The function that makes unknown values is not for callers.

use stripe_billing::UnknownValue;

fn main() {
    let _: fn(&UnknownValue) -> &str = UnknownValue::as_str;
    #[cfg(wrong)]
    let _ = UnknownValue::new("paused");
}
