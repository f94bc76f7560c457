#![doc = include_str!(concat!(env!("OUT_DIR"), "/client.md"))]
include!(concat!(env!("OUT_DIR"), "/client/src/included.rs"));
