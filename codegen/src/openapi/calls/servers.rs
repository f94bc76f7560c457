//! Where an API is served: what all calls share are environments, of which a program chooses one.

use crate::openapi::document::{Look, literal};
use crate::openapi::names::{distinct, snake, words};
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::{at, clean, item};
use crate::spec::{Item, Node, Server, ServerUrl, ServerVariable, Text};

/// The name of the server of all calls that name none.
const USUAL: &str = "api";

/// A place where the API is served.
struct Place {
    url: Text,
    /// The names that it may have, best first.
    names: Vec<String>,
    doc: String,
}

/// The servers of a document.
pub(in crate::openapi) struct Servers {
    /// Those of all calls that name none.
    shared: Vec<Place>,
    /// Those that calls name, each once.
    own: Vec<Place>,
    variables: Vec<ServerVariable>,
}

/// What a description says of them.
pub(in crate::openapi) struct Described {
    pub(in crate::openapi) servers: Option<Vec<Server>>,
    pub(in crate::openapi) environments: Vec<Item>,
    pub(in crate::openapi) variables: Vec<ServerVariable>,
}

impl Servers {
    pub(in crate::openapi) fn of(root: &Node, remarks: &mut Remarks) -> Self {
        let mut servers = Self { shared: Vec::new(), own: Vec::new(), variables: Vec::new() };
        for server in root.items_at("servers") {
            let place = servers.place(server, true, remarks);
            let is_new = |place: &Place| servers.shared.iter().all(|known| known.url.value != place.url.value);
            if let Some(place) = place.filter(is_new) {
                servers.shared.push(place);
            }
        }
        servers
    }

    /// The number of a server that a call names; nothing if it is that of all calls, or none.
    pub(in crate::openapi) fn of_call(&mut self, nodes: &[&Node], remarks: &mut Remarks) -> Option<usize> {
        let server = nodes.iter().find_map(|node| node.items_at("servers").first())?;
        let place = self.place(server, false, remarks)?;
        if let [only] = self.shared.as_slice()
            && only.url.value == place.url.value
        {
            return None;
        }
        if let Some(known) = self.own.iter().position(|known| known.url.value == place.url.value) {
            return Some(known);
        }
        self.own.push(place);
        Some(self.own.len() - 1)
    }

    fn place(&mut self, server: &Node, keeps_variables: bool, remarks: &mut Remarks) -> Option<Place> {
        let written = server.placed_text("url")?;
        let mut url = written.value.trim().trim_end_matches('/').to_owned();
        let mut filled = url.clone();
        for entry in server.entries_at("variables") {
            let default = entry.value.at("default").and_then(literal).map(|(_, text)| text).unwrap_or_default();
            let braced = format!("{{{}}}", entry.key.value);
            filled = filled.replace(&braced, default);
            let name = snake(&words(&entry.key.value));
            let is_kept = keeps_variables && url.starts_with("http") && self.keeps(entry, &name, default);
            url = url.replace(&braced, &if is_kept { format!("{{{name}}}") } else { default.to_owned() });
        }
        let is_here = |rest: &str| rest.starts_with("localhost") || rest.starts_with("127.");
        for url in [&mut url, &mut filled] {
            if let Some(rest) = url.strip_prefix("http://").filter(|rest| !is_here(rest)) {
                *url = format!("https://{rest}");
            }
            url.truncate(url.trim_end_matches('/').len());
        }
        if !is_url(&filled) {
            let message = format!("{} is no URL to which paths can be added", crate::diag::code(&written.value));
            let help = "give the base URL when a client is built";
            remarks.say("no-base-url", message, &written.span, "passed over", help);
            return None;
        }
        let said = server.text_at("description").map(clean).unwrap_or_default();
        let short = Some(words(&said)).filter(|words| (1..=4).contains(&words.len()));
        let host = filled.split("://").nth(1).and_then(|rest| rest.split([':', '/']).next()).unwrap_or_default();
        let names = short.into_iter().chain([words(host), words(&filled)]).map(|words| snake(&words));
        let names = names.filter(|name| !name.is_empty()).collect();
        let doc = if said.is_empty() { format!("`{filled}`.") } else { said };
        Some(Place { url: at(&written.span, url), names, doc })
    }

    /// Whether a variable stays one that programs can set; it is noted then.
    fn keeps(&mut self, entry: &crate::spec::Entry, name: &str, default: &str) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric();
        let is_sound = |value: &str| {
            [value.bytes().next(), value.bytes().last()].iter().all(|byte| byte.is_some_and(is_plain))
                && value.bytes().all(|byte| is_plain(byte) || b"-._~".contains(&byte))
        };
        if let Some(known) = self.variables.iter().find(|known| known.item.name.value == name) {
            return known.default.as_ref().is_ok_and(|known| known.value == default);
        }
        if name.is_empty() || !is_sound(default) {
            return false;
        }
        let doc = crate::openapi::texts::doc(&[&entry.value], &entry.key.span, || format!("The `{name}` in the URL."));
        let values = entry.value.items_at("enum").iter();
        let values = values.filter_map(|value| Some(at(&value.span, literal(value)?.1)));
        self.variables.push(ServerVariable {
            item: item(at(&entry.key.span, name), doc, None),
            default: Ok(at(&entry.key.span, default)),
            values: values.filter(|value| is_sound(&value.value)).collect(),
            closed: false,
        });
        true
    }

    /// What a description says of them. Where calls alone say where they are served, the first of these serves all others.
    pub(in crate::openapi) fn described(mut self, root: &Node, remarks: &mut Remarks) -> Described {
        let mut is_own_first = false;
        if self.shared.is_empty() && !self.own.is_empty() {
            is_own_first = true;
        } else if self.shared.is_empty() {
            let message = "the document does not say where its API is served";
            let place = root.at("servers").map_or(root, |node| node);
            let help = "give the base URL when a client is built";
            remarks.say("no-base-url", message, &place.span, "no URL by `https`", help);
        }
        let environments = Self::named(&self.shared, |_| false);
        let names = Self::named(&self.own, |name| name == USUAL);
        let url = |place: &Place| Ok(ServerUrl::Same(place.url.clone()));
        let own = self.own.iter().zip(&names);
        let own = own.map(|(place, name)| Server { name: at(&place.url.span, name.clone()), url: url(place) });
        let mut servers: Vec<Server> = Vec::new();
        let mut described = Vec::new();
        match self.shared.as_slice() {
            [] => {}
            [only] => servers.push(Server { name: at(&only.url.span, USUAL), url: url(only) }),
            several => {
                let places = several.iter().zip(&environments);
                let each =
                    places.clone().map(|(place, name)| (at(&place.url.span, name.clone()), Ok(place.url.clone())));
                servers
                    .push(Server { name: at(&several[0].url.span, USUAL), url: Ok(ServerUrl::Each(each.collect())) });
                let environment = |(place, name): (&Place, &String)| {
                    item(at(&place.url.span, name.clone()), at(&place.url.span, place.doc.clone()), None)
                };
                described.extend(places.map(environment));
            }
        }
        servers.extend(own);
        let is_there = !self.shared.is_empty() || is_own_first;
        let servers = is_there.then_some(servers);
        Described { servers, environments: described, variables: std::mem::take(&mut self.variables) }
    }

    /// The names of servers that calls name.
    pub(in crate::openapi) fn names(&self) -> Vec<String> {
        Self::named(&self.own, |name| name == USUAL)
    }

    fn named(places: &[Place], is_taken: impl Fn(&str) -> bool) -> Vec<String> {
        let candidates: Vec<Vec<String>> = places.iter().map(|place| place.names.clone()).collect();
        distinct(&candidates, |_, name| is_taken(name))
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
