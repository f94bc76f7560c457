//! The tool as its users meet it: the built program in folders of their own.

mod support;

#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/disk.rs"]
mod disk;
#[path = "cli/guard.rs"]
mod guard;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/usage.rs"]
mod usage;
