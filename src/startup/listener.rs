//! The end of a socket that the server listens on, without cutting anybody off: whoever is connected or
//! about to be is still let in, whoever comes later is not answered and tries again.

use std::io::Error;
use std::net::TcpListener;

/// A second hold on a listening socket, for its end.
pub struct LastDoor(TcpListener);

impl LastDoor {
    /// Takes hold of a socket.
    pub fn of(listener: &TcpListener) -> Result<Self, Error> {
        listener.try_clone().map(Self)
    }

    /// Lets nobody begin a connection any more. To those who try it is as if the network had lost
    /// their first packet: they try again within a second, and find whoever listens then. Closing the
    /// socket at once would instead reset what is waiting in its queue, request and all.
    pub fn close_to_newcomers(&self) {
        if let Err(error) = drop_beginnings(&self.0) {
            tracing::debug!(%error, "whoever connects while it stops may be cut off");
        }
    }

    /// Whether anybody is connected whom the server has not taken yet.
    pub fn has_waiting(&self) -> bool {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let mut listener = [PollFd::new(&self.0, PollFlags::IN)];
        poll(&mut listener, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
    }
}

/// Has the kernel drop packets that begin a connection: of the flags at byte 13 of a TCP header, SYN
/// without ACK (RFC 9293, section 3.1). What belongs to a handshake that has begun still passes.
#[cfg(target_os = "linux")]
fn drop_beginnings(listener: &TcpListener) -> Result<(), Error> {
    use socket2::{SockFilter, SockRef};
    const LOAD_BYTE: u16 = 0x30;
    const AND: u16 = 0x54;
    const JUMP_IF_EQUAL: u16 = 0x15;
    const RETURN: u16 = 0x06;
    const SYN: u32 = 0x02;
    const ACK: u32 = 0x10;
    SockRef::from(listener).attach_filter(&[
        SockFilter::new(LOAD_BYTE, 0, 0, 13),
        SockFilter::new(AND, 0, 0, SYN | ACK),
        SockFilter::new(JUMP_IF_EQUAL, 0, 1, SYN),
        SockFilter::new(RETURN, 0, 0, 0),
        SockFilter::new(RETURN, 0, 0, u32::MAX),
    ])
}

#[cfg(not(target_os = "linux"))]
fn drop_beginnings(_: &TcpListener) -> Result<(), Error> {
    Err(Error::other("this system has no filter for it"))
}
