//! Pages and items for threads that may block.

use crate::runtime::clients::blocking_client::{BlockingClient, send};
use crate::runtime::errors::error::Error;
use crate::runtime::pages::listing::Listing;
use crate::runtime::pages::walk::{Arrived, Items, Pages, PagesWithResponses};
use crate::runtime::responses::response::Response;

impl<O: Listing> Iterator for Pages<BlockingClient, O> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.fetch_next()?.map(|page| page.output))
    }
}

impl<O: Listing> Iterator for PagesWithResponses<BlockingClient, O> {
    type Item = Result<Response<O::Output>, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.fetch_next()
    }
}

impl<O: Listing> Pages<BlockingClient, O> {
    fn fetch_next(&mut self) -> Option<Arrived<O>> {
        let sent = self.prepare()?.and_then(|(client, call)| send(&client, Ok(call)));
        Some(self.arrive(sent))
    }
}

impl<O: Listing> Iterator for Items<BlockingClient, O> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.batch.next() {
                return Some(item.map_err(Error::Response));
            }
            match self.pages.fetch_next()? {
                Ok(page) => self.refill(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
