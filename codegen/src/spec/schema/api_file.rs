//! `api.yaml`, and what the API is as a whole.

use super::{
    calls::SHARED,
    common::{DOC, HEADER, MADE_DOC, NAMED, SECURITY},
    events::WEBHOOKS,
    kind::{
        MappingKind, Rule,
        Shape::{Each, Either, Kind, List, Prose, Some, Text, Truth, Word},
        Words, keys, kinds,
    },
    pages::PAGES,
    types::SHORT_ITEM,
    ways::SCHEMES,
};

kinds! {
    API_FILE = MappingKind::new("api file", &[keys! {
        "api": required Text, "The API's own name, for readers of the description; it appears nowhere in the crate.";
        "doc": required Prose, "What the API is, in Markdown: the front page of the crate.";
        "version": required Text, "The version of the API that the description speaks of.";
        "package": required Kind(&PACKAGE), "The package of the crate.";
        "servers": optional Some(&Either(&[Text, Each(&Text)])), "Name and URL of each place where the API is served, or a URL for each environment. The first takes the calls that do not name another. Without any, callers say where it is.";
        "environments": optional Each(&SHORT_ITEM), "Sets of places, such as `production` and `sandbox`. The first is meant unless a program chooses another.";
        "server_variables": optional Each(&Kind(&SERVER_VARIABLE)), "What stands in braces in URLs of servers.";
        "credentials": optional Each(&Either(&[Word(Words::These(&["bearer", "basic"])), Kind(&SCHEME)])), "How requests can prove who sends them, by names that `auth` says.";
        "auth": required Either(SECURITY), "How requests do prove who sends them: `none`, a name of `credentials`, or a list of which any will do, in which a list is all of its names. `bearer` where there are no `credentials`: a secret key in the `Authorization` header.";
        "headers": optional Each(&Either(&[Text, Kind(&HEADER)])), "Headers of requests. A text is a value that goes with every request.";
        "protocol": optional Kind(&PROTOCOL), "How the service speaks HTTP and JSON, beyond what the endpoints say.";
        "protocols": optional Each(&Kind(&DIALECT)), "How the service speaks below some paths. An endpoint speaks the one with the longest `path` that begins its own.";
        "paginations": optional Each(&Kind(&PAGES)), "How answers are cut into pages, by names that endpoints say.";
        "webhooks": optional Kind(&WEBHOOKS), "How the service delivers what it tells by itself.";
        "repeats": optional Truth, "Whether calls that send the same may be there twice, as some documents have them.";
    }, SHARED]);
    SCHEME = MappingKind::new("credentials", &[keys! {
        "bearer": optional Kind(&SCHEME_PLAIN), "A key or a token: `Authorization: Bearer …`.";
        "basic": optional Kind(&SCHEME_PLAIN), "A user and a password: `Authorization: Basic …`.";
        "header": optional Either(&[Text, Kind(&SCHEME_CARRIED)]), "A key in this header, which may be `Authorization`.";
        "query": optional Either(&[Text, Kind(&SCHEME_CARRIED)]), "A key in the query, under this name.";
        "cookie": optional Either(&[Text, Kind(&SCHEME_CARRIED)]), "A key in this cookie.";
        "oauth2": optional Kind(&SCHEME_OAUTH2), "A token that the client gets with an identifier and a secret: the client credentials of OAuth 2.0.";
    }]).with_rules(&[Rule::Ways(SCHEMES)]);
    SCHEME_PLAIN = MappingKind::new("bearer or basic", &[MADE_DOC, NAMED]);
    SCHEME_CARRIED = MappingKind::new("carried key", &[keys! {
        "name": required Text, "The name of the header, of the parameter in the query, or of the cookie.";
    }, MADE_DOC, NAMED]);
    SCHEME_OAUTH2 = MappingKind::new("oauth2", &[keys! {
        "token_url": required Text, "Where the client gets its tokens: a URL, or a path of the first server.";
        "scopes": optional List(&Text), "What the tokens are for.";
    }, MADE_DOC, NAMED]);
    SERVER_VARIABLE = MappingKind::new("server variable", &[keys! {
        "default": required Text, "What it is unless a program says another value.";
        "values": optional List(&Text), "What it can be.";
        "closed": optional Truth, "Whether it can be nothing else than the `values`.";
    }, DOC, NAMED]);
    PACKAGE = MappingKind::new("package", &[keys! {
        "name": required Text, "The name of the package: lower case, and of no crate that the generated one uses.";
        "version": required Text, "The version of the package, such as `0.1.0`.";
        "license": required Text, "The licence as an SPDX expression, such as `MIT OR Apache-2.0`.";
        "repository": optional Text, "The URL of the repository, for registries.";
        "homepage": optional Text, "The URL of the home page, for registries.";
        "documentation": optional Text, "The URL of the documentation, where registries have none of their own.";
        "authors": optional List(&Text), "The authors, each such as `Ada <ada@example.com>`.";
        "keywords": optional List(&Text), "Up to five words by which registries find it.";
        "categories": optional List(&Text), "Up to five categories of the registry, such as `api-bindings`.";
        "publish": optional Truth, "`false` keeps Cargo from publishing the package.";
        "out": optional Text, "The folder of the crate, as a path from the folder of this file: `../generated` unless said.";
        "without_tests": optional Truth, "Whether the crate comes without its folder `tests`, which tries every example.";
    }]);
    PROTOCOL = MappingKind::new("protocol", &[keys! {
        "request_id": optional Text, "The response header that the service's support asks for.";
        "idempotency_key": optional Text, "The request header by which the service knows the repetition of a request.";
        "should_retry": optional Text, "The response header that says whether to repeat a request.";
        "error_code": optional Text, "The members that lead to the code in the body of an error, `error.code` unless said. A number is the place of an item in a list, from 0: `errors.0.code`.";
        "error_message": optional Text, "The members that lead to the message of an error, `error.message` unless said.";
        "error_fields": optional Each(&Either(&[Text, Kind(&ERROR_FIELD)])), "What else callers ask of an error: each name becomes a method of errors, and has the members that lead to it.";
    }]);
    ERROR_FIELD = MappingKind::new("error field", &[keys! {
        "at": required Text, "The members that lead to it: `error.param`.";
    }, DOC, NAMED]);
    DIALECT = MappingKind::new("path protocol", &[keys! {
        "path": required Text, "How the paths begin.";
        "body": optional Word(Words::PathBodies), "How bodies are written: `json`, or `form` for `application/x-www-form-urlencoded` with nested data in brackets.";
        "timestamps": optional Word(Words::Instants), "How instants are written: `rfc3339`, or `unix` for whole seconds. Reading takes both.";
        "pagination": optional Word(Words::Paginations), "How lists are cut into pages.";
        "idempotency_key": optional List(&Word(Words::Methods)), "The methods whose requests carry an idempotency key.";
    }]);
}
