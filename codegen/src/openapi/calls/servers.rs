//! Where an API is served. What has variables is served where their defaults say.

use crate::openapi::document::Look;
use crate::openapi::names::{distinct, snake, words};
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::at;
use crate::spec::{Node, Read, Text};

/// What stands for the server of a document that names none.
const NONE: &str = "http://localhost";

/// The servers of a document, those of all calls first.
pub(in crate::openapi) struct Servers {
    /// URLs, each once, with what is said of them.
    urls: Vec<(Text, Vec<String>)>,
}

impl Servers {
    pub(in crate::openapi) fn of(root: &Node, remarks: &mut Remarks) -> Self {
        let mut servers = Self { urls: Vec::new() };
        for server in root.items_at("servers") {
            servers.add(server, remarks);
        }
        if servers.urls.is_empty() {
            let message = "the document does not say where its API is served";
            let help = "give the base URL when a client is built";
            remarks.say(
                "no-base-url",
                message,
                &root.at("servers").map_or(root, |node| node).span,
                "no URL by `https`",
                help,
            );
            servers.urls.push((at(&root.span, NONE), vec!["api".to_owned()]));
        }
        servers
    }

    /// The number of a server that a call names; nothing if it is that of all calls, or none.
    pub(in crate::openapi) fn of_call(&mut self, nodes: &[&Node], remarks: &mut Remarks) -> Option<usize> {
        let server = nodes.iter().find_map(|node| node.items_at("servers").first())?;
        self.add(server, remarks).filter(|index| *index > 0)
    }

    fn add(&mut self, server: &Node, remarks: &mut Remarks) -> Option<usize> {
        let written = server.placed_text("url")?;
        let mut url = written.value.trim().trim_end_matches('/').to_owned();
        for variable in server.entries_at("variables") {
            let default = variable.value.at("default").and_then(crate::openapi::document::literal);
            let default = default.map(|(_, text)| text).unwrap_or_default();
            url = url.replace(&format!("{{{}}}", variable.key.value), &default);
        }
        if let Some(rest) =
            url.strip_prefix("http://").filter(|rest| !rest.starts_with("localhost") && !rest.starts_with("127."))
        {
            url = format!("https://{rest}");
        }
        let url = url.trim_end_matches('/').to_owned();
        if !is_url(&url) {
            let message = format!("{} is no URL to which paths can be added", crate::diag::code(&written.value));
            remarks.say(
                "no-base-url",
                message,
                &written.span,
                "passed over",
                "give the base URL when a client is built",
            );
            return None;
        }
        if let Some(known) = self.urls.iter().position(|(known, _)| known.value == url) {
            return Some(known);
        }
        let said = server.text_at("description").map(words).filter(|words| (1..=4).contains(&words.len()));
        let host = url.split("://").nth(1).and_then(|rest| rest.split([':', '/']).next()).unwrap_or_default();
        let names = said.into_iter().chain([words(host), words(&url)]).map(|words| snake(&words));
        let names = names.filter(|name| !name.is_empty()).collect();
        self.urls.push((at(&written.span, url), names));
        Some(self.urls.len() - 1)
    }

    /// Names and URLs.
    pub(in crate::openapi) fn named(&self) -> Vec<(Text, Read<Text>)> {
        let candidates: Vec<Vec<String>> = self.urls.iter().map(|(_, names)| names.clone()).collect();
        let names = distinct(&candidates, |_, _| false);
        self.urls.iter().zip(names).map(|((url, _), name)| (at(&url.span, name), Ok(url.clone()))).collect()
    }
}

/// Whether a text is a URL to which paths can be added.
fn is_url(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else { return false };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.split('.').all(is_label)
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte))
        && !path.contains("//")
        && path.split('/').all(|segment| !matches!(segment, "." | ".."))
}
