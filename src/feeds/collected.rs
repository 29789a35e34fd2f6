//! What a collection of CalDAV holds. Unlike a feed it has no window: a program asks for the span of
//! time that it wants, and has to be told of whatever leaves. Of what was called off it tells for as
//! long as feeds do.

use super::select::{Chosen, told};
use super::shelf::{ChosenObjects, Stock};
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::OccurrenceKey;
use crate::i18n::{Language, Words};
use crate::store::Stamp;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Stock {
    /// Those times of a meeting that a collection tells of: the filter lets them through, and they are
    /// not forgotten. `None` if it is none of them.
    pub fn collected<'a>(
        &'a self,
        meeting: &'a Arc<PublishedMeeting>,
        filter: &Filter,
    ) -> Option<Chosen<'a>> {
        Chosen::remembered(meeting, filter, self.snapshot(), self.today())
    }

    /// What iCalendar says of them with our words in a language; `None` if it has nothing to say.
    pub fn collected_objects<'a>(
        &'a self,
        meeting: &'a Arc<PublishedMeeting>,
        (filter, language): (&Filter, Language),
    ) -> Option<ChosenObjects<'a>> {
        self.chosen_objects(&self.collected(meeting, filter)?, language)
    }

    /// What is told under an identity for the last time, for 30 days after a meeting was taken off or
    /// gave the identity up, and the newest change of what is told.
    pub fn collected_ending(
        &self,
        uid: &str,
        (filter, language): (&Filter, Language),
    ) -> Option<(ChosenObjects<'_>, Stamp)> {
        let asked = (filter, self.snapshot());
        let w = Words::of(language);
        let (objects, by) = self.endings().under(uid, asked, self.today(), w)?;
        Some((ChosenObjects::Made(objects), by))
    }

    /// Each identity that was ended, as far as that is known still, with the newest change of what is
    /// told and the last UTC day on which it is.
    pub fn ended_uids(&self) -> impl Iterator<Item = (&str, Stamp, NaiveDate)> {
        self.endings().each()
    }

    /// Whether something else is told of a meeting today than on an earlier UTC day, though nobody
    /// changed it: what was called off is forgotten after a while.
    pub fn forgot_since(&self, meeting: &Arc<PublishedMeeting>, day: NaiveDate) -> bool {
        let keys =
            |day| -> BTreeSet<OccurrenceKey> { told(meeting, day).map(|one| one.key()).collect() };
        let is_whole = |day| Chosen::is_any_remembered(meeting, day);
        day < self.today()
            && (is_whole(day) != is_whole(self.today()) || keys(day) != keys(self.today()))
    }
}
