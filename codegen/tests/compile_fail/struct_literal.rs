// error: E0639
//! An object cannot be built field by field, so that a new field breaks nothing.

use stripe_billing::billing_intents::StatusTransitions;

fn main() {
    #[cfg(not(wrong))]
    let transitions = {
        let mut transitions = StatusTransitions::example();
        transitions.canceled_at = None;
        transitions
    };
    #[cfg(wrong)]
    let transitions = StatusTransitions { canceled_at: None, committed_at: None, drafted_at: None, reserved_at: None };
    println!("{transitions:?}");
}
