//! Bodies that are bytes as they are.

use http::HeaderValue;

use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::slot::Slot;
use crate::runtime::values::file::File;

/// A body is the content of a file, and of the media type that the file has.
pub(crate) static BYTES_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("application/octet-stream"), write };

fn write(content: Content<'_>, _: &Writing<'_>) -> Result<Written, Unsendable> {
    let no_file = || Unsendable::new("is no file");
    let Content::Value(Slot::Scalar(scalar)) = content else { return Err(no_file()) };
    let file = File::of(scalar).ok_or_else(no_file)?;
    let body = file.carried().map_err(|error| Unsendable::new(error.to_string()))?;
    Ok(Written { media_type: file.media_type_set().map(str::to_owned), ..body.into() })
}
