// error: E0277
//! Only the crate's own clients are clients, so that they can grow.

use stripe_billing::ApiClient;

#[derive(Clone)]
struct Mine;

#[cfg(wrong)]
impl ApiClient for Mine {}

fn is_client<C: ApiClient>() {}

fn main() {
    let _ = Mine;
    is_client::<stripe_billing::Client>();
}
