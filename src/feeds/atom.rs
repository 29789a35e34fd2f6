//! Atom (RFC 4287): what was published and changed lately, newest first. An entry is a meeting; what was
//! withdrawn is said as a tombstone (RFC 6721).

use super::entry::{entries, whole};
use super::feed::Feed;
use super::info::FeedInfo;
use super::shelf::Stock;
use super::words;
use crate::calendar::{Departed, Filter, PublishedMeeting, Snapshot};
use crate::i18n::Words;
use crate::store::Stamp;
use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::cmp::Reverse;
use std::io;

/// No more changes are told.
const MOST: usize = 50;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";

/// Something that happened to a meeting.
#[derive(Clone, Copy)]
enum News<'a> {
    Standing(&'a PublishedMeeting),
    Departed(&'a Departed),
}

/// The newest changes of the meetings that a filter lets through at one of their times, as Atom.
pub fn atom(info: &FeedInfo, filter: &Filter, stock: &Stock) -> Feed {
    let snapshot = stock.snapshot();
    let mut news: Vec<News<'_>> = news(snapshot)
        .filter(|one| filter.accepts(one.meeting(), snapshot))
        .collect();
    news.sort_by_key(|one| Reverse((one.stamp().seq, one.meeting().id)));
    news.truncate(MOST);
    let modified = news.iter().map(|one| one.stamp().at).max();
    let modified = modified.unwrap_or(snapshot.modified());
    let mut writer = Writer::new(Vec::new());
    write(&mut writer, info, &news, (stock, modified)).expect("writing to memory does not fail");
    let text = String::from_utf8(writer.into_inner()).expect("it was written from text");
    Feed::new(info, text, modified)
}

fn news(snapshot: &Snapshot) -> impl Iterator<Item = News<'_>> {
    let standing = snapshot.meetings().iter();
    let departed = snapshot.departed().iter();
    standing
        .map(|meeting| News::Standing(meeting))
        .chain(departed.map(|departed| News::Departed(departed)))
}

impl<'a> News<'a> {
    fn stamp(self) -> Stamp {
        match self {
            Self::Standing(meeting) => meeting.stamp(),
            Self::Departed(departed) => departed.stamp,
        }
    }

    fn meeting(self) -> &'a PublishedMeeting {
        match self {
            Self::Standing(meeting) => meeting,
            Self::Departed(departed) => &departed.last,
        }
    }
}

type Xml = Writer<Vec<u8>>;

fn write(
    xml: &mut Xml,
    info: &FeedInfo,
    news: &[News<'_>],
    (stock, modified): (&Stock, DateTime<Utc>),
) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attribute(("xmlns", ATOM))
        .with_attribute(("xmlns:at", TOMBSTONES))
        .with_attribute(("xml:lang", info.language.code()))
        .write_inner_content(|xml| {
            text(xml, "id", &info.feed_url)?;
            text(xml, "title", &info.name)?;
            text(xml, "subtitle", &info.description)?;
            text(xml, "updated", &at(modified))?;
            text(xml, "generator", "igf-calendar")?;
            link(xml, "self", "application/atom+xml", &info.feed_url)?;
            link(xml, "alternate", "text/html", &info.page_url)?;
            news.iter().try_for_each(|one| match one {
                News::Standing(meeting) => entry(xml, Words::of(info.language), meeting, stock),
                News::Departed(departed) => tombstone(xml, departed),
            })
        })?;
    Ok(())
}

/// It stands for the whole meeting, also where that is several entries in other formats.
fn entry(xml: &mut Xml, w: Words, meeting: &PublishedMeeting, stock: &Stock) -> io::Result<()> {
    let (snapshot, site) = (stock.snapshot(), stock.site());
    let entries = entries(meeting, snapshot, site);
    let Some(telling) = whole(meeting, &entries, (snapshot, site)) else {
        return Ok(());
    };
    let summary = words::description(w, &telling, &words::when_whole(w, &entries));
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &id(meeting))?;
        text(xml, "title", &words::title(w, &telling))?;
        text(xml, "published", &at(meeting.created))?;
        text(xml, "updated", &at(meeting.stamp().at))?;
        for group in &telling.held_by {
            xml.create_element("author")
                .write_inner_content(|xml| text(xml, "name", group))?;
        }
        for category in &telling.categories {
            xml.create_element("category")
                .with_attribute(("term", category.as_str()))
                .write_empty()?;
        }
        link(xml, "alternate", "text/html", &telling.page)?;
        if stock.has_calendar(meeting.id) {
            let address = format!("{}.ics", telling.page);
            link(xml, "alternate", "text/calendar", &address)?;
        }
        text(xml, "summary", &summary)
    })?;
    Ok(())
}

/// Nothing of what was written in it is said again.
fn tombstone(xml: &mut Xml, departed: &Departed) -> io::Result<()> {
    xml.create_element("at:deleted-entry")
        .with_attribute(("ref", id(&departed.last).as_str()))
        .with_attribute(("when", at(departed.stamp.at).as_str()))
        .write_empty()?;
    Ok(())
}

fn id(meeting: &PublishedMeeting) -> String {
    format!("urn:uuid:{}", meeting.id)
}

fn text(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(content))?;
    Ok(())
}

fn link(xml: &mut Xml, relation: &str, kind: &str, href: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attribute(("rel", relation))
        .with_attribute(("type", kind))
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

fn at(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
