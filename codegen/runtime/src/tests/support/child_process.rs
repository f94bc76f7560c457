//! For tests of what belongs to a whole process: its environment, its cryptography, its loggers.

use std::process::Command;
use std::{env, fs};

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

/// Says to a process that it is that of one test.
const ALONE: &str = "CLIENTSMITH_TEST_ALONE";
const MOST_MEMORY: u64 = 64 << 20;

/// Runs a test, which is told by its path, in 64 MiB of memory. Other tests would add to the peak, so it has a process of its
/// own.
pub(crate) fn in_little_memory(test: &str, run: impl FnOnce()) {
    if env::var_os(ALONE).is_none() {
        let (_, test) = test.split_once("::").unwrap();
        let mut command = Command::new(env::current_exe().unwrap());
        let output =
            command.args(["--exact", test, "--include-ignored", "--nocapture"]).env(ALONE, "1").output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && told.contains("1 passed"), "{told}{errors}");
        println!("{told}");
        return;
    }
    run();
    match peak_memory() {
        Some(peak) => {
            println!("at most {} KiB of memory", peak >> 10);
            assert!(peak < MOST_MEMORY, "at most {peak} bytes of memory");
        }
        None => println!("the peak of the memory is only known on Linux: not checked"),
    }
}

/// The most memory that this process has had, in bytes.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kibibytes.parse::<u64>().unwrap() << 10)
}
