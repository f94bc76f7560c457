//! For tests of what belongs to a whole process: its environment, its cryptography, its loggers.

use std::env;
use std::process::Command;

/// What the environment may say of proxies and roots.
const SURROUNDINGS: [&str; 8] =
    ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"];

/// Runs the tests of a module that are marked `ignore`, one after the other in a process of their own, with these
/// variables and no proxy but theirs. The module is told by `module_path!()`.
pub(crate) fn run_in_child(module: &str, variables: &[(&str, &str)]) {
    let (_, tests) = module.split_once("::").unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--ignored", "--test-threads=1", &format!("{tests}::")]);
    for variable in SURROUNDINGS {
        command.env_remove(variable);
    }
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && !text.contains("ok. 0 passed"), "{variables:?} {text}");
}
