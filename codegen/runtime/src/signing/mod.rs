//! How requests prove who sends them: what a program gives, and what of it a request carries.

pub(super) mod basic;
pub(super) mod credential;
pub(super) mod proof;
pub(super) mod proofs;
