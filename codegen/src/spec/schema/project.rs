//! `api.yaml` where it names a published document, and `names.yaml` beside it. They are no part of a description in our own format.

use super::{
    api_file::{PACKAGE, PROTOCOL, SERVER_VARIABLE},
    common::{HEADER, TEXTS},
    events::WEBHOOKS,
    kind::{
        Key, MappingKind,
        Shape::{self, Each, Either, Kind, Nothing, Prose, Some, Text, Word},
        Words, keys,
    },
    pages::PAGES,
    types::SHORT_ITEM,
};

/// A name, and the former ones.
static KEPT: &[Key] = keys! {
    "name": required Text, "The name. It may be edited, and is read by every later run.";
    "was": optional Either(TEXTS), "Its former name, or a list of them. The old name stays in Rust as a deprecated alias, where Rust can have one.";
};

/// All of `names.yaml`; an empty one keeps nothing.
pub(super) static NAMES: &[Shape] = &[Nothing, Kind(&NAMES_FILE)];

pub(in crate::spec) static PROJECT_FILE: MappingKind = MappingKind::new(
    "project",
    &[keys! {
        "openapi": required Text, "The path of the OpenAPI document, from the folder of this file.";
        "allow_paths": optional Either(TEXTS), "Folders in which the document may lead to files, beside its repository.";
        "overlays": optional Either(TEXTS), "OpenAPI Overlays that correct the document, in the order in which they are applied.";
        "package": required Kind(&PACKAGE), "The package of the crate.";
        "doc": optional Prose, "What the API is, in Markdown, in place of what the document says.";
        "servers": optional Some(&Either(&[Text, Each(&Text)])), "Name and URL of each place where the API is served, or a URL for each environment, in place of what the document says.";
        "environments": optional Each(&SHORT_ITEM), "Sets of places, such as `production` and `sandbox`. The first is meant unless a program chooses another.";
        "server_variables": optional Each(&Kind(&SERVER_VARIABLE)), "What stands in braces in URLs of servers.";
        "headers": optional Each(&Either(&[Text, Kind(&HEADER)])), "Headers of requests. A text is a value that goes with every request.";
        "protocol": optional Kind(&PROTOCOL), "How the service speaks HTTP and JSON, beyond what the document says.";
        "webhooks": optional Kind(&WEBHOOKS), "How the service delivers what it tells by itself, beyond what the document says.";
        "take": optional Kind(&SELECTION), "The only calls and webhooks that are taken.";
        "leave_out": optional Kind(&SELECTION), "Calls and webhooks that are left out.";
        "modules": optional Each(&Text), "Names of modules, by the tag or the word of the path of which they are made.";
        "calls": optional Each(&Kind(&CALL_HINT)), "What is said of calls, by patterns of their method and path or of what the document calls them.";
    }],
);

pub(in crate::spec) static SELECTION: MappingKind = MappingKind::new(
    "selection of calls",
    &[keys! {
        "tags": optional Either(TEXTS), "Patterns of tags.";
        "paths": optional Either(TEXTS), "Patterns of paths.";
        "calls": optional Either(TEXTS), "Patterns of method and path, or of what the document calls them; of webhooks, of their names.";
    }],
);

pub(in crate::spec) static CALL_HINT: MappingKind = MappingKind::new(
    "hint on calls",
    &[keys! {
        "pages": optional Either(&[Word(Words::These(&["none"])), Kind(&PAGES)]), "How their answers are cut into pages; `none` if they are not.";
    }],
);

pub(in crate::spec) static NAMES_FILE: MappingKind = MappingKind::new(
    "names",
    &[keys! {
        "calls": optional Either(&[Nothing, Each(&Either(&[Text, Kind(&KEPT_CALL)]))]), "Module and function of each call, by method and path: `invoices::list`.";
        "types": optional Either(&[Nothing, Each(&Either(&[Text, Kind(&KEPT_TYPE)]))]), "The name of each type, by the place of its schema.";
    }],
);

pub(in crate::spec) static KEPT_CALL: MappingKind = MappingKind::new(
    "name of a call",
    &[
        KEPT,
        keys! {
            "body": optional Word(Words::These(&["members", "whole"])), "Whether the members of its body are arguments, or the body is one.";
            "pages": optional Word(Words::These(&["last_item", "token", "url", "offset", "number"])), "How the next page is found.";
        },
    ],
);

pub(in crate::spec) static KEPT_TYPE: MappingKind = MappingKind::new("name of a type", &[KEPT]);
