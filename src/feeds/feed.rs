//! Finished feeds.

use super::file_name::FileName;
use super::ical::{MeetingObjects, calendar};
use super::info::FeedInfo;
use super::past::Past;
use super::shelf::Stock;
use super::size::held;
use crate::calendar::Filter;
use crate::domain::MeetingId;
use chrono::{DateTime, NaiveDate, Utc};
use std::ops::Deref;

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
    let ended = stock.ended(filter, info.language);
    let meetings = meetings.iter().map(Deref::deref).chain(&ended).collect();
    let info = match cut {
        Some(cut) => &info.clone().saying_that(&cut),
        None => info,
    };
    of_meetings(info, meetings, stock)
}

/// The feed of one meeting, however long ago it was, with what it was told as before and, for 30 days,
/// that it was taken off. `None` if nothing is to be told: there is no such meeting, or its date was
/// always too vague for iCalendar; the web then says so in words.
pub fn single(info: &FeedInfo, id: MeetingId, stock: &Stock) -> Option<Feed> {
    let ended = stock.ended_of(id, info.language);
    let objects = stock.objects_in(id, info.language);
    let told: Vec<_> = objects.into_iter().chain(&ended).collect();
    (!told.is_empty()).then(|| of_meetings(info, told, stock))
}

/// The feed of one date of a series, by the day on which its rule has it, under an identity of its own.
/// `None` if there is no such meeting, or nothing is held then.
pub fn of_date(info: &FeedInfo, id: MeetingId, date: NaiveDate, stock: &Stock) -> Option<Feed> {
    let objects = stock.objects_on(id, date, info.language)?;
    Some(of_meetings(info, vec![&objects], stock))
}

fn of_meetings(info: &FeedInfo, meetings: Vec<&MeetingObjects>, stock: &Stock) -> Feed {
    let otherwise = stock.snapshot().modified();
    let newest = meetings
        .iter()
        .filter_map(|meeting| meeting.modified())
        .max();
    let text = calendar(info, meetings, otherwise);
    Feed::new(info, text, newest.unwrap_or(otherwise))
}

/// The bytes of a feed, in any format.
#[derive(Debug)]
pub struct Feed {
    text: String,
    last_modified: DateTime<Utc>,
    name: String,
    file: FileName,
}

impl Feed {
    /// A feed of this text, the newest of whose meetings was published at a time (UTC).
    pub(super) fn new(info: &FeedInfo, text: String, last_modified: DateTime<Utc>) -> Self {
        Self {
            text,
            last_modified,
            name: info.name.clone(),
            file: info.file.clone(),
        }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same as bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The name under which it appears among the subscriber's calendars.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name under which it is stored as a file.
    pub fn file(&self) -> &FileName {
        &self.file
    }

    /// When the newest of its meetings was published, UTC.
    pub fn last_modified(&self) -> DateTime<Utc> {
        self.last_modified
    }
}
