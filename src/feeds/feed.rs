//! Finished feeds: bytes with the validators that HTTP needs.

use super::ical::{MeetingObjects, calendar};
use super::info::FeedInfo;
use super::past::Past;
use super::shelf::Stock;
use super::size::held;
use super::tag::digest;
use crate::calendar::Filter;
use crate::domain::MeetingId;
use chrono::{DateTime, Utc};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The feed of a listing. Which meetings it holds is said at [`super::chosen`], what is left out at
/// [`calendar`] and, because there is too much of it, at [`super::cut`].
pub fn listing(
    info: &FeedInfo,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    stock: &Stock,
) -> Feed {
    let (meetings, cut) = held(stock, filter, past, now, info.language);
    let meetings = meetings.iter().map(Deref::deref).collect();
    let info = match cut {
        Some(cut) => &info.clone().saying_that(&cut),
        None => info,
    };
    of_meetings(info, meetings, stock)
}

/// The feed of one meeting, however long ago it was. `None` if there is no such meeting, or if its
/// date is too vague for iCalendar: the web then says so in words.
pub fn single(info: &FeedInfo, id: MeetingId, stock: &Stock) -> Option<Feed> {
    let objects = stock.objects_in(id, info.language)?;
    Some(of_meetings(info, vec![objects], stock))
}

fn of_meetings(info: &FeedInfo, meetings: Vec<&MeetingObjects>, stock: &Stock) -> Feed {
    let otherwise = stock.snapshot().modified();
    let newest = meetings
        .iter()
        .filter_map(|meeting| meeting.modified())
        .max();
    let text = calendar(info, meetings, otherwise);
    Feed::new(text, newest.unwrap_or(otherwise))
}

/// The bytes of a feed, in any format, with their validators (RFC 9110, section 8.8).
#[derive(Debug)]
pub struct Feed {
    bytes: Arc<[u8]>,
    gzip: OnceLock<Arc<[u8]>>,
    hash: String,
    last_modified: DateTime<Utc>,
}

impl Feed {
    /// A feed from its text; the same text always gives the same entity tags.
    pub fn new(text: String, last_modified: DateTime<Utc>) -> Self {
        Self {
            hash: digest(&text),
            bytes: text.into_bytes().into(),
            gzip: OnceLock::new(),
            last_modified,
        }
    }

    /// The bytes as they are.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// The bytes for `Content-Encoding: gzip`, made when they are first asked for.
    pub fn gzip(&self) -> &Arc<[u8]> {
        self.gzip.get_or_init(|| compressed(&self.bytes).into())
    }

    /// The strong entity tag of [`Self::bytes`], with its quotes.
    pub fn etag(&self) -> String {
        format!("\"{}\"", self.hash)
    }

    /// The strong entity tag of [`Self::gzip`], with its quotes: other bytes need another one.
    pub fn etag_gzip(&self) -> String {
        format!("\"{}-gz\"", self.hash)
    }

    /// When the newest of its meetings was published, UTC.
    pub fn last_modified(&self) -> DateTime<Utc> {
        self.last_modified
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn feed(text: &str) -> Feed {
        Feed::new(text.to_owned(), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn equal_text_has_equal_tags_and_the_compressed_form_its_own() {
        let (one, same, other) = (feed("a"), feed("a"), feed("b"));
        assert_eq!(one.etag(), same.etag());
        assert_eq!(one.gzip(), same.gzip());
        assert_ne!(one.etag(), other.etag());
        assert_ne!(one.etag(), one.etag_gzip());
        assert_eq!(one.etag().len(), 34);
        assert!(one.etag().starts_with('"') && one.etag().ends_with('"'));
        let mut back = String::new();
        flate2::read::GzDecoder::new(&one.gzip()[..])
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, "a");
    }
}
