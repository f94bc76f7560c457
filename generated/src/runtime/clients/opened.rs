//! An answer whose body is read as it comes.

use crate::runtime::bodies::body::Body;
use crate::runtime::errors::error::Error;
use crate::runtime::responses::raw_response::RawResponse;

/// The head of an answer and what is left of its body, or why there is none.
pub(crate) type Opened = Result<(RawResponse, Body), Error<()>>;

/// A call on its way, whatever its operation is.
#[cfg(feature = "async")]
pub(crate) type Opening = std::pin::Pin<Box<dyn Future<Output = Opened> + Send>>;
