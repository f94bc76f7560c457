//! The tool as its users meet it: the built program in folders of their own.

mod support;

#[path = "cli/changelog.rs"]
mod changelog;
#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/disk.rs"]
mod disk;
#[path = "cli/fmt.rs"]
mod fmt;
#[path = "cli/guard.rs"]
mod guard;
#[path = "cli/history.rs"]
mod history;
#[path = "cli/places.rs"]
mod places;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/ready_made.rs"]
mod ready_made;
#[path = "cli/remarks.rs"]
mod remarks;
#[path = "cli/repository.rs"]
mod repository;
#[path = "cli/review.rs"]
mod review;
#[path = "cli/stopped.rs"]
mod stopped;
#[path = "cli/turns.rs"]
mod turns;
#[path = "cli/usage.rs"]
mod usage;
#[path = "cli/whole.rs"]
mod whole;
#[path = "cli/workspace.rs"]
mod workspace;
