//! Hands a long answer to the connection slice by slice. Whole, it would be copied for every client
//! that is slow to read; feeds are long, and all their readers share one copy.

use actix_web::Error;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The first slice in bytes; as long as less waits for a client, the next one is handed out.
pub const SLICE: usize = 16 * 1024;

/// The longest slice in bytes. Whoever reads on gets longer ones, each twice the one before, because
/// each costs a call of the system; one of these and less than [`SLICE`] wait for one client, beside
/// what the kernel holds.
const LONGEST: usize = 64 * 1024;

pub async fn cut(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| match body.size() {
        BodySize::Sized(bytes) if bytes > SLICE as u64 => match body.try_into_bytes() {
            Ok(rest) => BoxBody::new(Slices { rest, next: SLICE }),
            Err(stream) => stream.boxed(),
        },
        _ => body.boxed(),
    }))
}

/// What is still to be sent, and how much of it next.
struct Slices {
    rest: Bytes,
    next: usize,
}

impl MessageBody for Slices {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.rest.len() as u64)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        let length = self.rest.len().min(self.next);
        self.next = LONGEST.min(2 * self.next);
        Poll::Ready((length > 0).then(|| Ok(self.rest.split_to(length))))
    }
}
