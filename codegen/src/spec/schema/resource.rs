//! The file of a resource.

use super::{
    calls::{ENDPOINT, LIFECYCLE, SHARED},
    common::{DOC, HEADER, NAMED, SECURITY, WHOLES},
    events::EVENT,
    kind::{
        MappingKind,
        Shape::{Each, Either, Kind, Text},
        keys, kinds,
    },
    types::{ALIAS, ENUM, IDENTIFIER, OBJECT, UNION},
};

kinds! {
    RESOURCE = MappingKind::new("resource", &[keys! {
        "resource": required Text, "The name of the resource: a module of the crate.";
        "auth": optional Either(SECURITY), "Which `credentials` sign the requests of its endpoints.";
        "ids": optional Each(&Either(&[Text, Kind(&IDENTIFIER)])), "Types of identifiers, each named as its object, with a `prefix` for readers.";
        "aliases": optional Each(&Kind(&ALIAS)), "Types with names of their own, which can stand wherever a type can.";
        "objects": optional Each(&Kind(&OBJECT)), "JSON objects with `fields`.";
        "unions": optional Each(&Kind(&UNION)), "What can be one of several things.";
        "enums": optional Each(&Kind(&ENUM)), "Sets of `values`.";
        "errors": optional Each(&Kind(&ERROR_CODE)), "Error codes, each with its HTTP `status`.";
        "endpoints": optional Each(&Kind(&ENDPOINT)), "Calls.";
        "lifecycles": optional Each(&Kind(&LIFECYCLE)), "How calls move an object from state to state, each under `Object.field`; shown in the documentation of the calls.";
        "events": optional Each(&Kind(&EVENT)), "What the service tells by itself, by the names that deliveries say.";
        "headers": optional Each(&Either(&[Text, Kind(&HEADER)])), "Headers that the requests of all its calls carry.";
    }, SHARED, DOC, NAMED]);
    ERROR_CODE = MappingKind::new("error code", &[keys! {
        "status": required Either(WHOLES), "The HTTP status with which it comes, or the list of several.";
    }, DOC, NAMED]);
}
