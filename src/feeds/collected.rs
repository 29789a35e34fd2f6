//! What a collection of CalDAV holds. Unlike a feed it has no window: a program asks for the span of
//! time that it wants, and has to be told of whatever leaves. Of what was called off it tells for as
//! long as feeds do.

use super::select::{Chosen, told};
use super::shelf::{ChosenObjects, Stock};
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::OccurrenceKey;
use crate::i18n::Language;
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
