//! From page to page of a list, and from item to item. Both clients only fetch what is asked for here.

use std::collections::HashSet;
use std::{fmt, mem};

use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::at_url::{at_url, within};
use crate::runtime::calls::operation::{Operation, read};
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::calls::request::{Request, WithResponse, config_of};
#[cfg(feature = "async")]
use crate::runtime::clients::opened::Opening;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::pages::batch::Batch;
use crate::runtime::pages::listing::Listing;
use crate::runtime::pages::misfits::Misfit;
use crate::runtime::pages::paged::Paged;
use crate::runtime::pages::paging::{Position, Step, lost};
use crate::runtime::responses::raw_response::RawResponse;
use crate::runtime::responses::response::Response;

/// The pages of a list, each fetched when it is asked for, with the settings, headers and filters of the request.
///
/// The first error is the last thing that comes, unless it is about an item that does not fit, and the call is
/// [lenient](Request::lenient). A server that names no way on, leads elsewhere than to itself, or leads
/// in a circle is such an error; it comes after the page that said so.
#[must_use = "pages are fetched when they are asked for"]
pub struct Pages<C, O> {
    pub(super) request: Request<C, O>,
    walk: Walk,
    #[cfg(feature = "async")]
    pub(super) fetch: Option<Opening>,
}

/// The pages of a list, each with the response that it was read from, as [`Pages`] says.
#[must_use = "pages are fetched when they are asked for"]
pub struct PagesWithResponses<C, O>(pub(super) Pages<C, O>);

/// The items of a list, page by page as [`Pages`] says. With `ending_before` they come backwards.
///
/// Of a call that is [lenient](Request::lenient), an item that does not fit is an error in its place, and the others follow.
#[must_use = "items are fetched when they are asked for"]
pub struct Items<C, O: Listing> {
    pub(super) pages: Pages<C, O>,
    pub(super) batch: Batch<O::Item>,
    /// The response behind the page that came last.
    response: Option<RawResponse>,
}

/// A page with its response, or why there is none.
pub(super) type Arrived<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

/// How far a walk has come, and how it goes on.
struct Walk {
    next: Next,
    position: Position,
    /// The URLs and values of parameters that have been followed.
    followed: HashSet<String>,
}

/// What a walk does next.
enum Next {
    /// It makes the call.
    Call,
    /// It makes the call, with this path and query.
    CallAt(String),
    /// It fails.
    Fail(Error<()>),
    /// Nothing: it is over.
    End,
}

impl<C: ApiClient, O: Operation<Output: Paged>> Request<C, O> {
    /// Keeps the items of a page that fit where others do not, such as those that an API sends in a way that its description
    /// does not know yet. Without this, one of them loses the whole page.
    ///
    /// [`items`](Self::items) gives an error in the place of such an item, [`Error::Response`], which names what does not fit,
    /// as in `data[3].amount`, and goes on. A page says by `misfits()` which they are. It must still be a page: what does not
    /// fit beside the items is an error as ever.
    pub fn lenient(self) -> Self {
        self.set_own(|own| own.is_lenient = true)
    }
}

impl<C: ApiClient, O: Listing> Request<C, O> {
    /// The pages of the list, from the one that this request asks for.
    pub fn pages(mut self) -> Pages<C, O> {
        if let Some(own) = &mut self.own {
            // A key stands for one call, and there will be several.
            own.key = None;
        }
        let mut parameters = Parameters::default();
        self.operation.parameters(&mut parameters);
        let position = O::PAGING.begin(&mut parameters);
        Pages {
            request: self,
            walk: Walk { next: Next::Call, position, followed: HashSet::new() },
            #[cfg(feature = "async")]
            fetch: None,
        }
    }

    /// The items of the list, from the page that this request asks for.
    pub fn items(self) -> Items<C, O> {
        Items { pages: self.pages(), batch: Batch::new(Vec::new(), Vec::new(), false), response: None }
    }
}

impl<C: ApiClient, O: Listing> WithResponse<C, O> {
    /// The pages of the list with their responses, from the one that this request asks for.
    pub fn pages(self) -> PagesWithResponses<C, O> {
        PagesWithResponses(self.0.pages())
    }
}

impl<C: ApiClient, O: Listing> Pages<C, O> {
    /// The call for the next page, or why there is none; nothing at the end of the list.
    pub(super) fn prepare(&mut self) -> Option<Result<(C, PreparedCall), Error<()>>> {
        let url = match mem::replace(&mut self.walk.next, Next::End) {
            Next::Call => None,
            Next::CallAt(url) => Some(url),
            Next::Fail(error) => return Some(Err(error)),
            Next::End => return None,
        };
        let (client, call) = self.request.clone().into_call();
        let call = call.and_then(|call| match url {
            Some(url) => at_url(call, client.config(), url),
            None => Ok(call),
        });
        Some(call.map(|call| (client, call)).map_err(Error::Request))
    }

    /// The page that came, from which the walk goes on.
    pub(super) fn arrive(&mut self, result: Result<RawResponse, Error<()>>) -> Arrived<O> {
        let Response { mut output, raw } = read::<O>(result.map_err(Error::with_kind)?)?;
        let misfits = O::misfits(&output).to_vec();
        let step = O::PAGING.step(&mut output, &misfits, raw.headers(), &mut self.walk.position);
        self.walk.next = match self.follow(step) {
            Ok(next) => next,
            Err(error) => Next::Fail(Error::Response(InvalidResponse::new(error, raw.clone()))),
        };
        Ok(Response { output, raw })
    }

    /// What is next after a step.
    fn follow(&mut self, step: Step) -> Result<Next, DecodeError> {
        match step {
            Step::End => Ok(Next::End),
            Step::Ask { parameter, value, circle } => {
                if !self.walk.followed.insert(value.clone()) {
                    return Err(circle);
                }
                Ok(self.call_by(parameter, &value))
            }
            Step::Count { parameter, value } => Ok(self.call_by(parameter, &value)),
            Step::Url(members, url) => {
                let base_url = config_of(&self.request.client, self.request.own.as_deref()).base_url(O::ENDPOINT);
                let Some(url) = base_url.ok().and_then(|base_url| within(base_url, O::ENDPOINT.path, &url)) else {
                    // A key may stand in the query.
                    let place = url.split_once('?').map_or(&*url, |(place, _)| place);
                    let expected = "a path of this server, such as \"/v1/things?page=2\"";
                    return Err(lost(members, expected, format_args!("{place:?}")));
                };
                if !self.walk.followed.insert(url.clone()) {
                    return Err(lost(members, "a page beyond earlier ones", "the URL of an earlier page"));
                }
                Ok(Next::CallAt(url))
            }
            Step::Lost(error) => Err(error),
        }
    }

    /// Asks for a page by the parameter that is for it.
    fn call_by(&mut self, name: &'static str, value: &str) -> Next {
        let mut parameters = Parameters::default();
        self.request.operation.parameters(&mut parameters);
        if let Some(place) = parameters.member(name)
            && put(place, value)
        {
            return Next::Call;
        }
        let reason = "is no parameter of this list, so that its next page cannot be asked for";
        Next::Fail(InvalidRequest::of_parameter(O::ENDPOINT.name, name, reason).into())
    }
}

impl<C: ApiClient, O: Listing> Items<C, O> {
    /// The response that the item before was read from: its request id, its headers, and in its body what the description does
    /// not know yet. Nothing before the first item.
    #[must_use]
    pub fn response(&self) -> Option<&RawResponse> {
        self.response.as_ref()
    }

    /// Takes the items of the page that came, in the order of the walk.
    pub(super) fn refill(&mut self, Response { output, raw }: Response<O::Output>) {
        let error = |misfit: &Misfit| InvalidResponse::new(misfit.error().clone(), raw.clone());
        let errors = O::misfits(&output).iter().map(|misfit| (misfit.index(), error(misfit))).collect();
        self.batch = Batch::new(O::items(output).unwrap_or_default(), errors, self.pages.walk.position.is_backwards);
        self.response = Some(raw);
    }
}

/// Puts a value into a place, and says whether it fits there.
fn put(place: &mut dyn Place, value: &str) -> bool {
    match place.slot() {
        Slot::Optional(place) => put(place.fill(), value),
        Slot::Scalar(scalar) => scalar.accept(Token::Text(value.into()), WireForm::Default),
        _ => false,
    }
}

impl<C: fmt::Debug, O: fmt::Debug> fmt::Debug for Pages<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("request", &self.request).finish_non_exhaustive()
    }
}

impl<C: fmt::Debug, O: fmt::Debug> fmt::Debug for PagesWithResponses<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PagesWithResponses").field("request", &self.0.request).finish_non_exhaustive()
    }
}

impl<C: fmt::Debug, O: Listing> fmt::Debug for Items<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("request", &self.pages.request).finish_non_exhaustive()
    }
}
