//! Services that are in several places: a program chooses one.

mod choosing;
