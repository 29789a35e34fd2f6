//! A connection that ends when its client asks for more than it waits for. actix-web reads as many
//! requests ahead as have arrived, thousands in a hundred kilobytes, and each of them takes up memory
//! until its turn comes, which a client that reads nothing can put off.

use crate::web::{Ahead, EmptyLines};
use actix_web::rt::net::TcpStream;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// At most so many requests may wait for their turn; each takes up six kilobytes. Browsers and proxies
/// send one at a time.
const MOST: i64 = 32;

/// A connection, and how far ahead of the answers its requests are.
pub struct Bounded {
    stream: TcpStream,
    ahead: Ahead,
    heads: EmptyLines,
}

impl Bounded {
    pub fn new(stream: TcpStream) -> Self {
        Self {
            stream,
            ahead: Ahead::default(),
            heads: EmptyLines::default(),
        }
    }

    /// The connection itself.
    pub fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// The count of its requests, for whoever takes them up.
    pub fn ahead(&self) -> Ahead {
        self.ahead.clone()
    }
}

impl AsyncRead for Bounded {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        ready!(Pin::new(&mut this.stream).poll_read(context, buffer))?;
        let ends = this.heads.count(&buffer.filled()[before..]);
        Poll::Ready(match this.ahead.add(ends) > MOST {
            true => Err(io::ErrorKind::ConnectionAborted.into()),
            false => Ok(()),
        })
    }
}

impl AsyncWrite for Bounded {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
