//! Events, and what is done with them.

use super::module_items::{List, mark};
use crate::emit::runtime::askers;
use crate::rust::{Events, Located, Request, RustCrate};
use crate::surface::Origin;

impl List<'_> {
    /// The enum of all events and its methods, or the types that read them.
    pub(super) fn add_events(&mut self, events: &Events, krate: &RustCrate) {
        if events.are_told_apart() {
            self.add_union(&events.union);
            self.add_event_methods(events);
            self.add_following(events, krate);
        } else {
            self.add_event_readers(events);
        }
    }

    fn add_event_methods(&mut self, events: &Events) {
        let owner = format!("{}::{}", self.module, events.union.name);
        let takes_headers = events.webhooks.event_type.iter().any(|place| matches!(place, Located::Header(_)));
        let headers = "&(impl WebhookHeaders + ?Sized), ";
        let verified =
            format!("fn {owner}::from_webhook(&Verifier, {headers}impl AsRef<[u8]>) -> Result<Self, WebhookError>");
        let unverified = format!(
            "fn {owner}::without_verification({}impl AsRef<[u8]>) -> Result<Self, WebhookError>",
            if takes_headers { headers } else { "" }
        );
        let methods = [
            Some(format!("const {owner}::KNOWN: &'static [&'static str]")),
            events.are_signed().then_some(verified),
            Some(unverified),
            Some(format!("fn {owner}::event_type(&self) -> &str")),
            Some(format!("fn {owner}::id(&self) -> Option<&str>")),
            Some(format!("fn {owner}::to_json(&self) -> String")),
            Some(format!("fn {owner}::example() -> Self")),
            Some(format!("fn {owner}::example_of(&str) -> Option<Self>")),
        ];
        for method in methods.into_iter().flatten() {
            self.add(&events.union.attributes.origin, format!("pub {method}"), None);
        }
    }

    /// What leads on from thin events, if there are some.
    fn add_following(&mut self, events: &Events, krate: &RustCrate) {
        if !events.are_followed() {
            return;
        }
        let related = format!("{}::Related<R>", self.module);
        let fetch = events.retrieve.iter().map(|(_, operation)| {
            format!("fn ThinEvent<D, R>::fetch(&self, &C) -> Request<C, Fetch<{}::{operation}, Self>>", self.module)
        });
        let others = [
            format!("fn ThinEvent<D, R>::related(&self, &C) -> Request<C, {related}> => R or AnyCode"),
            format!("struct {related}"),
        ];
        // The call is the one that `webhooks` says, and is called as its endpoint is.
        let requests = krate.events().into_iter().flat_map(|(module, _)| &module.requests);
        let is_call = |request: &&Request| events.retrieve.iter().any(|(function, _)| *function == request.function);
        let call = requests.filter(is_call).map(|request| &request.attributes.origin);
        let said = call.chain([&events.union.attributes.origin]).cloned();
        let askers: Vec<Origin> = said.chain(askers(krate, Some("webhooks/following"))).collect();
        for item in fetch.collect::<Vec<_>>().into_iter().chain(others) {
            self.add(&events.union.attributes.origin, format!("pub {item}"), None);
            if let Some(line) = self.lines.last_mut() {
                line.askers.clone_from(&askers);
            }
        }
    }

    fn add_event_readers(&mut self, events: &Events) {
        for event in &events.union.variants {
            let path = format!("{}::{}", self.module, event.name);
            let data = event.data.as_ref().map(|ty| self.spelling.of(ty)).unwrap_or_default();
            for item in [
                format!("enum {path}{} // {:?}", mark(&event.attributes), event.wire),
                format!("const {path}::EXAMPLE: &'static str"),
                format!("fn {path}::read(impl AsRef<[u8]>) -> Result<{data}, UnfitData>"),
            ] {
                self.add(&event.attributes.origin, format!("pub {item}"), None);
            }
            self.add_former_type(&event.name, &event.attributes);
        }
    }
}

#[cfg(test)]
mod tests {
    /// What the runtime's macros give to types of a crate stands in no file that is listed.
    #[test]
    fn all_that_macros_give_to_events_is_listed() {
        let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/runtime/src/webhooks/");
        let own = include_str!("events.rs");
        for file in ["event_enum.rs", "event_readers.rs", "following.rs", "verified.rs"] {
            let text = std::fs::read_to_string(format!("{runtime}{file}")).unwrap();
            let from_macro = text.split_once("macro_rules!").unwrap().1;
            let given = from_macro.lines().filter_map(|line| {
                let item = line.trim_start().strip_prefix("pub ")?;
                item.strip_prefix("fn ").or(item.strip_prefix("const "))
            });
            for item in given {
                let name = item.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap();
                assert!(own.contains(&format!("::{name}")), "{file}: `{name}` is not listed");
            }
        }
    }
}
