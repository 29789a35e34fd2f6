//! What a file says of one meeting in other ways than our own: two entries for one agenda that is
//! held twice, and parts that only the collector's note names. Whatever does not fit exactly is
//! left as it was read.

use super::meetings::ImportedMeeting;
use super::report::Remark;
use crate::domain::text::Title;
use crate::domain::times::{End, ExactTimes, Moment, Times};
use crate::domain::timing::{Sittings, Timing};
use crate::domain::{MeetingDetails, Provenance};
use chrono::NaiveTime;

/// The collector's tag for a meeting that is held more than once with the same agenda.
const TWO_SLOTS: &str = "two-slots";

/// The collector's tag for a meeting with parts.
const SEVERAL_PARTS: &str = "several-parts";

/// The meetings of a file with slots and parts where it tells of them, and a remark for each entry that
/// became the slot of another.
pub fn combined(read: Vec<ImportedMeeting>) -> (Vec<ImportedMeeting>, Vec<Remark>) {
    let mut meetings: Vec<ImportedMeeting> = Vec::with_capacity(read.len());
    let mut remarks = Vec::new();
    for meeting in read {
        let joined = meetings.iter_mut().find_map(|earlier| {
            let details = with_slot(&earlier.details, &meeting.details)?;
            earlier.details = details;
            Some(earlier.id.clone())
        });
        match joined {
            Some(earlier) => remarks.push(Remark {
                id: meeting.id,
                field: "series_key".to_owned(),
                reason: format!("is a slot of {earlier}, which stands for both"),
            }),
            None => meetings.push(ImportedMeeting {
                details: with_parts(meeting.details),
                ..meeting
            }),
        }
    }
    (meetings, remarks)
}

/// The first meeting with the other as one more slot, if the collector calls them that.
fn with_slot(first: &MeetingDetails, other: &MeetingDetails) -> Option<MeetingDetails> {
    let is_slot = |details: &MeetingDetails| has_tag(details, TWO_SLOTS);
    let series = |details: &MeetingDetails| details.said.provenance.as_ref()?.series.clone();
    let same = series(first).is_some()
        && series(first) == series(other)
        && first.said.group == other.said.group
        && first.said.status == other.said.status
        && first.said.mode == other.said.mode;
    if !same || !is_slot(first) || !is_slot(other) {
        return None;
    }
    let mut times = match &first.timing {
        Timing::Once(Times::Exact(times)) => vec![times.clone()],
        Timing::Slots(slots) => slots.iter().cloned().collect(),
        _ => return None,
    };
    times.push(other.timing.exact()?.clone());
    let slots = Timing::Slots(Sittings::new(times).ok()?);
    let title = common_title(&first.said.title, &other.said.title);
    Some(first.clone().saying(|said| said.title = title).at(slots))
}

/// The words that both begin with: "(M1)" and "(M2)" are the slots' names, not the meeting's. A
/// single word says too little.
fn common_title(first: &Title, other: &Title) -> Title {
    let words = first.as_str().split_whitespace();
    let common: Vec<&str> = words
        .zip(other.as_str().split_whitespace())
        .take_while(|(one, other)| one == other)
        .map(|(word, _)| word)
        .collect();
    match common.len() {
        0 | 1 => first.clone(),
        _ => Title::parse(&common.join(" ")).unwrap_or_else(|_| first.clone()),
    }
}

/// The parts that the collector's note names, if they begin and end when the meeting does.
fn with_parts(details: MeetingDetails) -> MeetingDetails {
    match parts(&details) {
        Some(parts) => details.at(Timing::Parts(parts)),
        None => details,
    }
}

fn parts(details: &MeetingDetails) -> Option<Sittings> {
    let whole = details.timing.exact()?;
    if !has_tag(details, SEVERAL_PARTS) || whole.is_multi_day() {
        return None;
    }
    let notes = details.said.provenance.as_ref()?.notes.as_ref()?;
    let (day, zone) = (whole.days().0, whole.zone());
    let times: Option<Vec<ExactTimes>> = ranges(notes.as_str())
        .into_iter()
        .map(|(from, to)| {
            let moment = |time| Moment::new(zone, day.and_time(time), None).ok();
            ExactTimes::new(zone.clone(), moment(from)?, End::At(moment(to)?)).ok()
        })
        .collect();
    let sittings = Sittings::new(times?).ok()?;
    let last = sittings.iter().last()?;
    let fits = sittings.first().start() == whole.start() && last.end() == whole.end();
    fits.then_some(sittings)
}

/// Every "10:00-13:00" in a text.
fn ranges(text: &str) -> Vec<(NaiveTime, NaiveTime)> {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '-' | '–'))
        .filter_map(|piece| {
            let (from, to) = piece.split_once(['-', '–'])?;
            Some((time(from)?, time(to)?))
        })
        .collect()
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

fn has_tag(details: &MeetingDetails, tag: &str) -> bool {
    let tags = |provenance: &Provenance| provenance.tags.iter().any(|one| one.as_str() == tag);
    details.said.provenance.as_ref().is_some_and(tags)
}
