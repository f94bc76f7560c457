//! What a service does that tells by webhooks: it posts to the endpoint of a program.

use std::error::Error;
use std::net::SocketAddr;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::HOST;
use hyper::{HeaderMap, Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Posts a body with the headers that sign it, and gives the status of the answer.
///
/// # Errors
///
/// Nobody listens there, or the connection breaks.
pub async fn deliver(address: SocketAddr, headers: HeaderMap, body: String) -> Result<StatusCode, Box<dyn Error>> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let mut request = Request::new(Full::<Bytes>::from(body));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = "/webhooks".parse()?;
    *request.headers_mut() = headers;
    request.headers_mut().insert(HOST, address.to_string().parse()?);
    Ok(sender.send_request(request).await?.status())
}
