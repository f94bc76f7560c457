//! Request functions and the operations behind them.

mod answers;
mod functions;
mod operations;
mod paging;
mod senders;

use proc_macro2::TokenStream;
use quote::quote;

use super::aliases;
use crate::rust::{Name, Request};

/// A request of a module, and all that goes with it.
pub(super) fn tokens(krate: &Name, module: &Name, request: &Request) -> TokenStream {
    let function = functions::function(krate, module, request);
    let declaration = operations::declaration(request);
    let implementation = operations::implementation(request);
    let paging = paging::implementation(request);
    let setters = operations::setters(request);
    let sender = request.sender.as_ref().map(|sender| senders::sender(krate, module, request, sender));
    let former = functions::former_functions(request);
    let alias = aliases::of_type(&request.operation, &request.former_operations);
    quote!(#function #declaration #implementation #paging #setters #sender #former #alias)
}
