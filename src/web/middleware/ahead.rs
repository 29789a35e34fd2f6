//! Takes up one of the requests that a client has sent ahead. How many may wait is the connection's
//! matter, which counts them as they arrive.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::TRANSFER_ENCODING;
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest};
use std::cell::Cell;
use std::rc::Rc;

/// How many requests of a connection have arrived and wait for their turn; shared by the connection
/// and by whoever takes them up, on one thread.
#[derive(Clone, Default)]
pub struct Ahead(Rc<Cell<i64>>);

impl Ahead {
    /// Counts what arrived, or with a minus what was taken up; returns how many wait then. It may be
    /// fewer than none for a moment: a body in chunks ends in an empty line of its own, later.
    pub fn add(&self, number: i64) -> i64 {
        self.0.set(self.0.get() + number);
        self.0.get()
    }
}

/// Counts the heads of requests as they go by: each ends at an empty line, whose ends may lack their CR
/// (RFC 9112, section 2.2). So does a body in chunks, and other bodies may have empty lines in them.
#[derive(Default)]
pub struct EmptyLines {
    in_line: bool,
}

impl EmptyLines {
    /// How many end in the next bytes.
    pub fn count(&mut self, bytes: &[u8]) -> i64 {
        let mut ends = 0;
        for byte in bytes {
            match byte {
                b'\n' if !self.in_line => ends += 1,
                b'\n' => self.in_line = false,
                b'\r' => {}
                _ => self.in_line = true,
            }
        }
        ends
    }
}

/// Counts no longer what looked like heads in the body of a request.
pub fn pass_over(request: &HttpRequest, body: &[u8]) {
    if let Some(ahead) = request.conn_data::<Ahead>() {
        ahead.add(-EmptyLines::default().count(body));
    }
}

pub async fn take_up<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if let Some(ahead) = request.conn_data::<Ahead>() {
        let is_chunked = request.headers().contains_key(TRANSFER_ENCODING);
        ahead.add(if is_chunked { -2 } else { -1 });
    }
    next.call(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_end_at_empty_lines_however_they_arrive() {
        let count = |parts: &[&str]| {
            let mut heads = EmptyLines::default();
            let counts = parts.iter().map(|part| heads.count(part.as_bytes()));
            counts.sum::<i64>()
        };
        let get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        assert_eq!(count(&[get, get]), 2);
        let torn = ["GET / HTTP/1.1\r\nHost: x\r", "\n\r", "\n", "GET "];
        assert_eq!(count(&torn), 1);
        assert_eq!(count(&["GET / HTTP/1.1\nHost: x\n\nGET / HTTP/1.1\n\n"]), 2);
        let form = "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\na=1%0D%0A";
        assert_eq!(count(&[form, form]), 2);
        let chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n";
        assert_eq!(count(&[chunked]), 2);
    }
}
