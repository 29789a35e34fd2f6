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

/// A slice in bytes. Fewer than two of them wait for one client, beside what the kernel holds.
pub const SLICE: usize = 16 * 1024;

pub async fn cut(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| match body.size() {
        BodySize::Sized(bytes) if bytes > SLICE as u64 => match body.try_into_bytes() {
            Ok(whole) => BoxBody::new(Slices(whole)),
            Err(stream) => stream.boxed(),
        },
        _ => body.boxed(),
    }))
}

/// What is still to be sent.
struct Slices(Bytes);

impl MessageBody for Slices {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0.len() as u64)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        let next = self.0.len().min(SLICE);
        Poll::Ready((next > 0).then(|| Ok(self.0.split_to(next))))
    }
}
