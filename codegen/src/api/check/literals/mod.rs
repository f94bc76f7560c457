//! Checks the values that a description fixes. Those of enums can be among them, so all enums are known by then.

pub(super) mod constants;
pub(super) mod values;
