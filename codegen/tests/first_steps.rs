//! The first five minutes of a new user, as a script: begin, err, understand, mend, generate, call, change.
#![cfg(unix)]

mod support;

use std::path::Path;
use std::process::Command;

#[test]
fn the_first_five_minutes_go_well() {
    let folder = tempfile::tempdir().unwrap();
    let tool = Path::new(env!("CARGO_BIN_EXE_clientsmith")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let paths = [tool.to_owned()].into_iter().chain(std::env::split_paths(&path));
    let mut script = Command::new("bash");
    for (name, value) in support::cargo().get_envs() {
        match value {
            Some(value) => script.env(name, value),
            None => script.env_remove(name),
        };
    }
    script
        .arg(support::codegen("tests/first_steps.sh"))
        .current_dir(&folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("CARGO_TARGET_DIR", support::shared_target())
        // As in the folders of other tests, whose dependencies are there.
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .env("LOCK", support::workspace().join("Cargo.lock"));
    let output = script.output().unwrap();
    assert!(output.status.success(), "{}", support::transcript(&output));
}
