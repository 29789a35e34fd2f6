//! A stream that nobody waits for: lines go to it from a thread of its own. When it is full, closed or
//! read by nobody, lines are lost, counted, and named as lost as soon as it takes some again; the
//! server goes on. `println!` would end it, and a plain write would hang.

use crate::startup::note_lost_line;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

/// The most lines that wait for the stream.
const WAITING: usize = 4096;

/// The way to a stream; cheap to clone.
#[derive(Clone)]
pub struct Outlet {
    queue: SyncSender<Entry>,
    lost: Arc<AtomicU64>,
}

enum Entry {
    Text(Vec<u8>),
    /// Everything before it was tried; whoever waits is told.
    Mark(Sender<()>),
}

impl Outlet {
    /// Begins to write to a stream.
    pub fn to(stream: impl Write + Send + 'static) -> Self {
        let (queue, entries) = sync_channel(WAITING);
        let lost = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&lost);
        // Without a thread nothing is written, as with a stream that takes nothing.
        let _ = std::thread::Builder::new()
            .name("outlet".to_owned())
            .spawn(move || write_all(stream, &entries, &counter));
        Self { queue, lost }
    }

    /// Waits until what was written so far has reached the stream, but no longer than a second.
    pub fn wait(&self) {
        let (done, waiting) = channel();
        if self.queue.try_send(Entry::Mark(done)).is_ok() {
            let _ = waiting.recv_timeout(Duration::from_secs(1));
        }
    }
}

impl Write for Outlet {
    /// Whole lines at a time, as the log writes them: what is lost is counted by calls.
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        if self.queue.try_send(Entry::Text(text.to_vec())).is_err() {
            lose(&self.lost);
        }
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_all(mut stream: impl Write, entries: &Receiver<Entry>, lost: &AtomicU64) {
    for entry in entries {
        match entry {
            Entry::Text(text) => write_one(&mut stream, &text, lost),
            Entry::Mark(done) => drop(done.send(())),
        }
    }
}

fn write_one(stream: &mut impl Write, text: &[u8], lost: &AtomicU64) {
    let missing = lost.load(Ordering::Relaxed);
    let note = match missing {
        0 => String::new(),
        missing => format!("{missing} lines before this one could not be written\n"),
    };
    let outcome = stream
        .write_all(note.as_bytes())
        .and_then(|()| stream.write_all(text))
        .and_then(|()| stream.flush());
    match outcome {
        Ok(()) => drop(lost.fetch_sub(missing, Ordering::Relaxed)),
        Err(_) => lose(lost),
    }
}

/// Counts a line that is lost: for the next one that is written, and for whoever watches.
fn lose(lost: &AtomicU64) {
    lost.fetch_add(1, Ordering::Relaxed);
    note_lost_line();
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// A stream that takes what it gets only while it is allowed to.
    #[derive(Clone, Default)]
    struct Disk(Arc<Mutex<(bool, Vec<u8>)>>);

    impl Write for Disk {
        fn write(&mut self, text: &[u8]) -> io::Result<usize> {
            let mut disk = self.0.lock().unwrap();
            match disk.0 {
                true => Err(io::ErrorKind::StorageFull.into()),
                false => disk.1.write(text),
            }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_was_lost_is_counted() {
        let disk = Disk::default();
        let mut outlet = Outlet::to(disk.clone());
        let mut say = |line: &str| {
            outlet.write_all(format!("{line}\n").as_bytes()).unwrap();
            outlet.wait();
        };
        say("one");
        disk.0.lock().unwrap().0 = true;
        say("two");
        say("three");
        disk.0.lock().unwrap().0 = false;
        say("four");
        say("five");
        let written = String::from_utf8(disk.0.lock().unwrap().1.clone()).unwrap();
        assert_eq!(
            written,
            "one\n2 lines before this one could not be written\nfour\nfive\n"
        );
    }
}
