//! What is known of bytes, and of files.

use serde_json::json;

use super::{Facts, Scalar, Shape, VALUE, examples};

pub(super) const FILE: Facts = Facts {
    name: "file",
    written: Shape::File,
    answered: &[Shape::File],
    read: &[Shape::File],
    given_as: Some(&[Scalar::File]),
    can_be_in_url: false,
    example: examples::TEXT,
    sample: |_| json!("example"),
    ..VALUE
};

pub(super) const BYTES: Facts = Facts {
    name: "bytes",
    written: Shape::Base64Text,
    answered: &[Shape::Base64Text],
    read: &[Shape::Base64Text, Shape::Base64UrlText],
    given_as: Some(&[Scalar::Bytes]),
    example: examples::BYTES,
    sample: |_| json!("ZXhhbXBsZQ=="),
    ..VALUE
};

pub(super) const BYTES_URL: Facts = Facts {
    name: "bytes(base64url)",
    written: Shape::Base64UrlText,
    answered: &[Shape::Base64UrlText],
    example: examples::BYTES_URL,
    sample: |_| json!("ZXhhbXBsZQ"),
    ..BYTES
};
