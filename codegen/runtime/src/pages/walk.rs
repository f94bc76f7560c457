//! From page to page of a list, and from item to item. Both clients only fetch what is asked for here.

use std::collections::HashSet;
use std::{fmt, mem};

use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::operation::{Operation, read};
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::calls::request::{Request, WithResponse};
#[cfg(feature = "async")]
use crate::runtime::clients::client::RawResponseFuture;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::Slot;
use crate::runtime::pages::batch::Batch;
use crate::runtime::pages::misfits::Misfit;
use crate::runtime::pages::next_url::{at_page_url, is_sound};
use crate::runtime::pages::paged::{Paged, Step, lost};
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
    /// The response behind the page that came last, if something in it does not fit.
    misfit_in: Option<RawResponse>,
    #[cfg(feature = "async")]
    pub(super) fetch: Option<RawResponseFuture>,
}

/// The pages of a list, each with the response that it was read from, as [`Pages`] says.
#[must_use = "pages are fetched when they are asked for"]
pub struct PagesWithResponses<C, O>(pub(super) Pages<C, O>);

/// The items of a list, page by page as [`Pages`] says. With `ending_before` they come backwards.
///
/// Of a call that is [lenient](Request::lenient), an item that does not fit is an error in its place, and the others follow.
#[must_use = "items are fetched when they are asked for"]
pub struct Items<C, O: Operation<Output: Paged>> {
    pub(super) pages: Pages<C, O>,
    pub(super) batch: Batch<<O::Output as Paged>::Item>,
}

/// A page with its response, or why there is none.
pub(super) type Arrived<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

/// How far a walk has come.
struct Walk {
    next: Next,
    is_backwards: bool,
    /// The cursors and URLs that have been followed.
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

    /// The pages of the list, from the one that this request asks for.
    pub fn pages(mut self) -> Pages<C, O> {
        if let Some(own) = &mut self.own {
            // A key stands for one call, and there will be several.
            own.key = None;
        }
        let mut parameters = Parameters::default();
        self.operation.parameters(&mut parameters);
        let before = parameters.query.find("ending_before");
        let is_backwards = before.is_some_and(|member| member.place.slot().has_value());
        Pages {
            request: self,
            walk: Walk { next: Next::Call, is_backwards, followed: HashSet::new() },
            misfit_in: None,
            #[cfg(feature = "async")]
            fetch: None,
        }
    }

    /// The items of the list, from the page that this request asks for.
    pub fn items(self) -> Items<C, O> {
        Items { pages: self.pages(), batch: Batch::new(Vec::new(), Vec::new(), false) }
    }
}

impl<C: ApiClient, O: Operation<Output: Paged>> WithResponse<C, O> {
    /// The pages of the list with their responses, from the one that this request asks for.
    pub fn pages(self) -> PagesWithResponses<C, O> {
        PagesWithResponses(self.0.pages())
    }
}

impl<C: ApiClient, O: Operation<Output: Paged>> Pages<C, O> {
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
            Some(url) => at_page_url(call, client.config(), &url),
            None => Ok(call),
        });
        Some(call.map(|call| (client, call)).map_err(Error::Request))
    }

    /// The page that came, from which the walk goes on.
    pub(super) fn arrive(&mut self, result: Result<RawResponse, Error<()>>) -> Arrived<O> {
        let Response { mut output, raw } = read::<O>(result.map_err(Error::with_kind)?)?;
        self.misfit_in = (!output.misfits().is_empty()).then(|| raw.clone());
        let cursor = self.walk.follow(output.next_step(self.walk.is_backwards), &raw);
        if let Some(cursor) = cursor {
            let mut parameters = Parameters::default();
            self.request.operation.parameters(&mut parameters);
            self.walk.next = self.walk.call_beyond(&cursor, parameters, O::ENDPOINT.name);
        }
        Ok(Response { output, raw })
    }
}

impl<C: ApiClient, O: Operation<Output: Paged>> Items<C, O> {
    /// Takes the items of the page that came, in the order of the walk.
    pub(super) fn refill(&mut self, page: O::Output) {
        let raw = self.pages.misfit_in.take();
        let errors = raw.iter().flat_map(|raw| {
            let error = |misfit: &Misfit| InvalidResponse::new(misfit.error().clone(), raw.clone());
            page.misfits().iter().map(move |misfit| (misfit.index(), error(misfit)))
        });
        let errors = errors.collect();
        self.batch = Batch::new(page.into_items(), errors, self.pages.walk.is_backwards);
    }
}

impl Walk {
    /// Says what is next after a step; a cursor is left to the caller, who knows the parameters.
    fn follow(&mut self, step: Step, raw: &RawResponse) -> Option<String> {
        let error = match step {
            Step::End => return None,
            Step::Cursor(cursor) if self.followed.insert(cursor.clone()) => return Some(cursor),
            Step::Cursor(_) => {
                lost("data", "items beyond those of earlier pages", "the last one of an earlier page again")
            }
            Step::Url(url) if !is_sound(&url) => {
                // A key may stand in the query.
                let place = url.split_once('?').map_or(&*url, |(place, _)| place);
                lost("next_page_url", "a path of this server, such as \"/v1/things?page=2\"", format_args!("{place:?}"))
            }
            Step::Url(url) if self.followed.insert(url.clone()) => {
                self.next = Next::CallAt(url);
                return None;
            }
            Step::Url(_) => lost("next_page_url", "a page beyond earlier ones", "the URL of an earlier page"),
            Step::Lost(error) => error,
        };
        self.next = Next::Fail(Error::Response(InvalidResponse::new(error, raw.clone())));
        None
    }

    /// Asks for the page beyond an item, by the parameter that is for it.
    fn call_beyond(&self, cursor: &str, mut parameters: Parameters<'_>, operation: &'static str) -> Next {
        let name = if self.is_backwards { "ending_before" } else { "starting_after" };
        if let Some(parameter) = parameters.query.find(name)
            && let Slot::Optional(place) = parameter.place.slot()
            && let Slot::Scalar(scalar) = place.fill().slot()
            && scalar.accept(Token::Text(cursor.into()), WireForm::Default)
        {
            return Next::Call;
        }
        let reason = "is no parameter of this list, so that its next page cannot be asked for";
        Next::Fail(InvalidRequest::of_parameter(operation, name, reason).into())
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

impl<C: fmt::Debug, O: Operation<Output: Paged>> fmt::Debug for Items<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("request", &self.pages.request).finish_non_exhaustive()
    }
}
