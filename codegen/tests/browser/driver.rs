//! A browser, driven by the `WebDriver` protocol.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;

/// Keys, as the protocol spells them.
pub(crate) const TAB: &str = "\u{E004}";
pub(crate) const ENTER: &str = "\u{E007}";
pub(crate) const RIGHT: &str = "\u{E014}";

/// Neither a screen, nor a network, nor anything of the user's.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// A running browser; it ends with this value.
pub(crate) struct Browser {
    agent: Agent,
    driver: Child,
    session: String,
    /// The browser's own data, and the page that it shows.
    pub(crate) folder: TempDir,
}

impl Browser {
    /// Starts Chromium. Without it or its driver, says so where it is seen and gives nothing.
    pub(crate) fn start() -> Option<Self> {
        let chromium = find("CHROMIUM", "chromium").or_else(|| find("CHROMIUM", "google-chrome"));
        let (Some(chromium), Some(driver)) = (chromium, find("CHROMEDRIVER", "chromedriver")) else {
            // The test harness would keep what a macro prints.
            let message = "\nSKIPPED: the page of a report is not tested, since there is no chromium or chromedriver here:\n\
                           install both, or say in CHROMIUM and CHROMEDRIVER where they are\n\n";
            std::io::stderr().write_all(message.as_bytes()).unwrap();
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let mut driver =
            Command::new(driver).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let port = port(&mut driver);
        let agent = Agent::config_builder().http_status_as_error(false).proxy(None).build().new_agent();
        let mut browser = Self { agent, driver, session: format!("http://127.0.0.1:{port}/session"), folder };
        let answer = browser.post("", &capabilities(&chromium, &browser.folder));
        let id = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        browser.session = format!("{}/{id}", browser.session);
        Some(browser)
    }

    /// Asks the browser for something, and gives the value of its answer.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        let request = self.agent.post(format!("{}{path}", self.session)).content_type("application/json");
        let text = request.send(body.to_string()).unwrap().body_mut().read_to_string().unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        let value = &answer["value"];
        assert!(value.get("error").is_none(), "{path} {body}: {}: {}", value["error"], value["message"]);
        value.clone()
    }

    /// A command of the protocol of Chromium's own tools, for what `WebDriver` has no word.
    pub(crate) fn command(&self, name: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({"cmd": name, "params": parameters}))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended already, and a test that failed has said why.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A program that an environment variable names, or that is on the path.
fn find(variable: &str, name: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    let path: OsString = std::env::var_os("PATH").unwrap_or_default();
    named.or_else(|| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The port that the driver chose. It says so when it is ready.
fn port(driver: &mut Child) -> u16 {
    let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    let mut ports = lines.map(Result::unwrap).filter_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    ports.next().expect("the driver says on which port it listens")
}

fn capabilities(chromium: &Path, folder: &TempDir) -> Value {
    let data = format!("--user-data-dir={}", folder.path().join("data").display());
    let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([data.as_str()]).collect();
    json!({"capabilities": {"alwaysMatch": {
        "goog:chromeOptions": {"binary": chromium, "args": arguments},
        "goog:loggingPrefs": {"browser": "ALL"},
    }}})
}
