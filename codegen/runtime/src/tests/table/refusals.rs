//! What is never sent: settings that would break a request, or carry the API key where others read it.

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::sample::Commit;
use super::super::support::script::Turn;
use super::case::{Ask, Case, End, play};
use super::setting::Setting::{self, AllowHttpTo, ApiKey, AppName, BaseUrl, Header, IdempotencyKey};

for_each_client!(
    unsound_settings_are_refused,
    clients_refuse_what_calls_refuse,
    parameters_cannot_leave_their_place,
    plain_text_stays_on_this_machine,
);

const KEY_TEXT: &str = "an idempotency key has 1 to 255 characters that can stand in an HTTP header";
const HTTP_TEXT: &str =
    "the base URL is refused: plain http:// is for loopback hosts only: use https://, or allow this host by its name";

/// Settings that clients and calls refuse alike, and why.
fn unsound() -> Vec<(Setting, String)> {
    let header = |name, value, shown: &str| {
        let text = format!("the header `{shown}` is not valid, or is one that the client writes itself");
        (Header(name, value), text)
    };
    let injections = [
        header("x-team", "a\r\nx-admin: 1", "x-team"),
        header("x-team", "a\nb", "x-team"),
        header("x-team", "a\0", "x-team"),
        header("x-team\r\nx-admin", "1", r"x-team\r\nx-admin"),
        header("x team", "1", "x team"),
        header("x-team:", "1", "x-team:"),
        header("", "1", ""),
        (ApiKey("sk\r\nx-admin: 1"), "the API key is missing or holds a space, a line break".to_owned()),
        (ApiKey(""), "the API key is missing or holds a space, a line break".to_owned()),
        (BaseUrl("{server}/\r\nx-admin: 1"), "the base URL is refused: it must be an absolute URL".to_owned()),
        (BaseUrl("http://api.example.test"), HTTP_TEXT.to_owned()),
    ];
    let reserved = [
        "authorization",
        "Connection",
        "content-length",
        "CONTENT-TYPE",
        "host",
        "idempotency-key",
        "transfer-encoding",
    ];
    injections.into_iter().chain(reserved.map(|name| header(name, "1", name))).collect()
}

fn unsound_settings_are_refused<C: AnyClient>() {
    let keys = ["", "a\r\nx-admin: 1", "a\nb", "\0", &"k".repeat(256)];
    let keys = keys.map(|key| (IdempotencyKey(key.to_owned()), KEY_TEXT.to_owned()));
    play::<C>(unsound().into_iter().chain(keys).map(|(setting, text)| {
        Case::new(format!("a call with {setting:?}"), [Turn::ok()])
            .call([setting])
            .fails(End::NotSent, format!("orders.commit was not sent: {text}"))
    }));
}

fn clients_refuse_what_calls_refuse<C: AnyClient>() {
    let name = (AppName("shop\r\nx-admin: 1"), "the header `user-agent` is not valid".to_owned());
    play::<C>(unsound().into_iter().chain([name]).map(|(setting, text)| {
        Case::new(format!("a client with {setting:?}"), [Turn::ok()]).client([setting]).fails(End::NoClient, text)
    }));
}

fn parameters_cannot_leave_their_place<C: AnyClient>() {
    let asks = |id: &'static str, turns: &[Turn]| {
        Case::new(format!("the identifier {id:?}"), turns).ask(Ask::Commit(Commit::new(id)))
    };
    let refused = |id, reason| {
        asks(id, &[Turn::ok()]).fails(End::NotSent, format!("orders.commit was not sent: `id` must not be {reason}"))
    };
    play::<C>([
        refused("", "empty"),
        refused(".", "`.` or `..`, which would lead to another path"),
        refused("..", "`.` or `..`, which would lead to another path"),
        // Line breaks cannot be refused, as an identifier may be anything; they are encoded.
        asks("a\r\nx-admin: 1", &[Turn::ok()]).sees("/v2/orders/a%0d%0ax-admin%3a%201/commit http/1.1\r\n"),
        asks("../admin", &[Turn::ok()]).sees("/v2/orders/..%2fadmin/commit http/1.1\r\n"),
        asks("a?b#c", &[Turn::ok()]).sees("/v2/orders/a%3fb%23c/commit http/1.1\r\n"),
    ]);
}

fn plain_text_stays_on_this_machine<C: AnyClient>() {
    play::<C>([
        Case::new("a name that is not allowed", [Turn::ok()])
            .client([AllowHttpTo("sidecar.test"), BaseUrl("http://sidecar.test.example.test")])
            .fails(End::NoClient, HTTP_TEXT),
        Case::new("a name that is allowed after all", [Turn::ok()])
            .client([BaseUrl("http://sidecar.test"), AllowHttpTo("SIDECAR.test")])
            .call([BaseUrl("{server}")]),
        Case::new("a name that the client allows its calls", [Turn::ok()])
            .client([AllowHttpTo("sidecar.test")])
            .call([BaseUrl("http://sidecar.test"), BaseUrl("{server}")]),
    ]);
}
