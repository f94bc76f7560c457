//! Pages and items for tokio.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::runtime::clients::client::{Client, send};
use crate::runtime::errors::error::Error;
use crate::runtime::pages::listing::Listing;
use crate::runtime::pages::walk::{Items, Pages, PagesWithResponses};
use crate::runtime::responses::response::Response;

/// What a poll for a page or an item gives.
type Polled<T, E> = Poll<Option<Result<T, Error<E>>>>;

impl<O: Listing> Pages<Client, O> {
    /// The next page; nothing at the end of the list. To give the future up loses no page.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Polled<O::Output, O::Error> {
        self.poll_response(context).map_ok(|page| page.output)
    }

    fn poll_response(&mut self, context: &mut Context<'_>) -> Polled<Response<O::Output>, O::Error> {
        let mut fetch = match self.fetch.take() {
            Some(fetch) => fetch,
            None => match self.prepare() {
                Some(Ok((client, call))) => send(client, Ok(call)),
                Some(Err(error)) => return Poll::Ready(Some(Err(error.with_kind()))),
                None => return Poll::Ready(None),
            },
        };
        match fetch.as_mut().poll(context) {
            Poll::Ready(result) => Poll::Ready(Some(self.arrive(result.map(|(raw, _)| raw)))),
            Poll::Pending => {
                self.fetch = Some(fetch);
                Poll::Pending
            }
        }
    }
}

impl<O: Listing> PagesWithResponses<Client, O> {
    /// The next page; nothing at the end of the list. To give the future up loses no page.
    pub async fn next(&mut self) -> Option<Result<Response<O::Output>, Error<O::Error>>> {
        poll_fn(|context| self.0.poll_response(context)).await
    }
}

impl<O: Listing> Items<Client, O> {
    /// The next item; nothing at the end of the list. To give the future up loses no item.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Error>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Polled<O::Item, O::Error> {
        loop {
            if let Some(item) = self.batch.next() {
                return Poll::Ready(Some(item.map_err(Error::Response)));
            }
            match ready!(self.pages.poll_response(context)) {
                Some(Ok(page)) => self.refill(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// Nothing in them is pinned but what is in a box.
impl<C, O> Unpin for Pages<C, O> {}
impl<C, O> Unpin for PagesWithResponses<C, O> {}
impl<C, O: Listing> Unpin for Items<C, O> {}

impl<O: Listing> Stream for Pages<Client, O> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(context)
    }
}

impl<O: Listing> Stream for PagesWithResponses<Client, O> {
    type Item = Result<Response<O::Output>, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().0.poll_response(context)
    }
}

impl<O: Listing> Stream for Items<Client, O> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}
