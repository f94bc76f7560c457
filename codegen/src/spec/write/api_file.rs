//! `api.yaml`.

use super::{
    calls, events, headers,
    keys::{self, Keys},
    layout,
    out::{Entry, Out, Shape},
    pages, security,
    types::Places,
};
use crate::spec::{
    ApiFile, Dialect, ErrorField, Item, Package, Protocol, Server, ServerUrl, ServerVariable, item::bare_item, schema,
};
use crate::yaml::Text;

/// What stands above all else.
const HEAD: &str = "# What every resource of the API shares. Each other file in this folder describes one resource.\n";

/// The text of the file.
pub(super) fn text(file: &ApiFile) -> String {
    let name = Text { value: "api".to_owned(), span: file.doc.span.clone() };
    let servers = file.servers.as_ref().map(|servers| Out::Mapping(servers.iter().map(server).collect(), Shape::Block));
    let credentials = file.credentials.as_ref();
    let credentials = credentials.map(|all| Out::Mapping(all.iter().map(security::scheme).collect(), Shape::Block));
    let paginations = file.paginations.iter();
    let paginations =
        paginations.filter_map(|(name, pages)| Some(Entry::named(&name.value, pages::pages(pages.as_ref().ok()?))));
    let keys = Keys::of(&schema::API_FILE)
        .text("api", file.name.as_ref().ok())
        .doc(&file.doc)
        .text("version", file.version.as_ref().ok())
        .put("package", file.package.as_ref().ok().map(package))
        .section("environments", file.environments.iter().map(environment))
        .put("servers", servers)
        .section("server_variables", file.server_variables.iter().map(server_variable))
        .put("credentials", credentials)
        .put("auth", file.auth.as_ref().ok().map(security::out))
        .section("headers", file.headers.iter().map(headers::header))
        .put("protocol", protocol(&file.protocol))
        .section("protocols", file.dialects.iter().map(dialect))
        .section("paginations", paginations)
        .put("webhooks", file.webhooks.as_ref().ok().and_then(Option::as_ref).map(events::webhooks))
        .flag("repeats", file.repeats);
    let keys = calls::shared(keys, &file.shared, &bare_item(&name), &Places::none());
    HEAD.to_owned() + &layout::file(&keys.entries())
}

fn package(Package { name, version, license, listing, out, without_tests }: &Package) -> Out {
    let keys = Keys::of(&schema::PACKAGE).text("name", name.as_ref().ok()).text("version", version.as_ref().ok());
    let keys = keys.text("license", license.as_ref().ok());
    let keys = listing.links.iter().fold(keys, |keys, (key, url)| keys.text(key, Some(url)));
    let keys = listing.lists.iter().fold(keys, |keys, (key, texts)| keys.texts(key, texts));
    keys.put("publish", listing.is_private.then(|| Out::Bare("false".to_owned())))
        .text("out", out.as_ref())
        .flag("without_tests", *without_tests)
        .lines()
}

fn environment(item: &Item) -> Entry {
    Entry::named(&item.name.value, keys::short(item))
}

fn server(Server { name, url }: &Server) -> Entry {
    let named =
        |(name, url): &(Text, crate::yaml::Read<Text>)| Some(Entry::named(&name.value, Out::text(url.as_ref().ok()?)));
    let url = match url {
        Ok(ServerUrl::Same(url)) => Out::text(url),
        Ok(ServerUrl::Each(urls)) => Out::Mapping(urls.iter().filter_map(named).collect(), Shape::Block),
        Err(_) => Out::Bare("null".to_owned()),
    };
    Entry::named(&name.value, url)
}

fn server_variable(ServerVariable { item, default, values, closed }: &ServerVariable) -> Entry {
    let keys = Keys::of(&schema::SERVER_VARIABLE).text("default", default.as_ref().ok()).texts("values", values);
    Entry::named(&item.name.value, keys.flag("closed", *closed).item(item).out())
}

fn protocol(of: &Protocol) -> Option<Out> {
    let keys = Keys::of(&schema::PROTOCOL)
        .text("request_id", of.request_id.as_ref())
        .text("idempotency_key", of.idempotency_key.as_ref())
        .text("should_retry", of.should_retry.as_ref())
        .text("error_code", of.error_code.as_ref())
        .text("error_message", of.error_message.as_ref())
        .section("error_fields", of.error_fields.iter().map(error_field));
    match keys.lines() {
        Out::Mapping(entries, _) if entries.is_empty() => None,
        protocol => Some(protocol),
    }
}

fn error_field(ErrorField { item, at }: &ErrorField) -> Entry {
    let at = at.as_ref().ok();
    let out = match at {
        Some(at) if keys::is_bare(item) => Out::text(at),
        at => Keys::of(&schema::ERROR_FIELD).text("at", at).item(item).out(),
    };
    Entry::named(&item.name.value, out)
}

fn dialect(of: &Dialect) -> Entry {
    let keys = Keys::of(&schema::DIALECT)
        .text("path", of.path.as_ref().ok())
        .text("body", of.body.as_ref())
        .text("timestamps", of.timestamps.as_ref())
        .texts("idempotency_key", &of.idempotency_key)
        .text("pagination", of.pagination.iter().flatten().next());
    Entry::named(&of.name.value, keys.out())
}
