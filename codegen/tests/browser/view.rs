//! A page in a browser, as somebody sees and uses it.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::driver::Browser;
use crate::support;

/// A screen, and whether its owner likes it dark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// In pixels.
    pub(crate) width: u32,
    pub(crate) is_dark: bool,
}

/// A phone and a wide screen, by day and by night.
pub(crate) const VIEWS: [View; 4] = [
    View { width: 390, is_dark: false },
    View { width: 390, is_dark: true },
    View { width: 1280, is_dark: false },
    View { width: 1280, is_dark: true },
];

/// A browser with a page.
pub(crate) struct Tab {
    browser: Browser,
    url: String,
}

impl Tab {
    pub(crate) fn open(browser: Browser, page: &str) -> Self {
        let path = browser.folder.path().join("report.html");
        std::fs::write(&path, page).unwrap();
        Self { browser, url: format!("file://{}", path.display()) }
    }

    /// Loads the page anew on a screen.
    pub(crate) fn show(&self, view: View) {
        let scheme = if view.is_dark { "dark" } else { "light" };
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.browser.command("Emulation.setEmulatedMedia", &json!({"features": features}));
        let size = json!({"width": view.width, "height": 844, "deviceScaleFactor": 1, "mobile": view.width < 700});
        self.browser.command("Emulation.setDeviceMetricsOverride", &size);
        self.browser.post("/url", &json!({"url": self.url}));
    }

    /// Shows the page as it would be printed.
    pub(crate) fn print(&self) {
        self.browser.command("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    }

    /// From the next load on, the page's own script does not run.
    pub(crate) fn without_script(&self) {
        self.browser.command("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    }

    /// What a script of the test's own gives.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.browser.post("/execute/sync", &json!({"script": script, "args": []}))
    }

    pub(crate) fn number(&self, expression: &str) -> u64 {
        self.run(&format!("return {expression}")).as_u64().expect("a number")
    }

    /// How many rows are not taken away by the filter.
    pub(crate) fn rows(&self) -> usize {
        let rows =
            "[...document.querySelectorAll('.change')].filter((row) => getComputedStyle(row).display !== 'none')";
        usize::try_from(self.number(&format!("{rows}.length"))).unwrap()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        let text = self.run(&format!("return document.querySelector('{selector}').textContent"));
        text.as_str().expect("a text").to_owned()
    }

    /// Scrolls there and clicks, as a person would; fails if something else is in the way.
    pub(crate) fn click(&self, selector: &str) {
        self.run(&format!("document.querySelector('{selector}').scrollIntoView({{block: 'center'}})"));
        self.browser.post(&format!("/element/{}/click", self.element(selector)), &json!({}));
    }

    pub(crate) fn type_into(&self, selector: &str, text: &str) {
        self.browser.post(&format!("/element/{}/value", self.element(selector)), &json!({"text": text}));
    }

    /// Presses a key, wherever the focus is.
    pub(crate) fn press(&self, key: &str) {
        let strokes = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.browser.post("/actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]}));
    }

    /// What the browser found wrong with the page, such as a script that its policy forbids.
    pub(crate) fn complaints(&self) -> Vec<Value> {
        let log = self.browser.post("/se/log", &json!({"type": "browser"}));
        log.as_array().expect("a list").clone()
    }

    /// Leaves a picture of the whole page in the folder that `SCREENSHOTS` names, if it does.
    pub(crate) fn picture(&self, view: View, name: &str) {
        let Some(folder) = std::env::var_os("SCREENSHOTS") else { return };
        let options = json!({"format": "png", "captureBeyondViewport": true});
        let picture = self.browser.command("Page.captureScreenshot", &options);
        let bytes = STANDARD.decode(picture["data"].as_str().expect("a picture")).unwrap();
        let scheme = if view.is_dark { "dark" } else { "light" };
        support::write_file(&Path::new(&folder).join(format!("{name}-{}-{scheme}.png", view.width)), &bytes);
    }

    fn element(&self, selector: &str) -> String {
        let element = self.browser.post("/element", &json!({"using": "css selector", "value": selector}));
        let id = element.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element `{selector}`")).to_owned()
    }
}
