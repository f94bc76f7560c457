//! The tool as its users meet it: the built program in folders of their own.

mod support;

#[path = "cli/again.rs"]
mod again;
#[path = "cli/builds.rs"]
mod builds;
#[path = "cli/changelog.rs"]
mod changelog;
#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/disk.rs"]
mod disk;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/fmt.rs"]
mod fmt;
#[path = "cli/guard.rs"]
mod guard;
#[path = "cli/history.rs"]
mod history;
#[path = "cli/listing.rs"]
mod listing;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/own.rs"]
mod own;
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
#[path = "cli/shell.rs"]
mod shell;
#[path = "cli/stopped.rs"]
mod stopped;
#[path = "cli/turns.rs"]
mod turns;
#[path = "cli/usage.rs"]
mod usage;
#[path = "cli/watch.rs"]
mod watch;
#[path = "cli/whole.rs"]
mod whole;
#[path = "cli/workspace.rs"]
mod workspace;
