//! The parts of a meeting, or the slots of which people choose one, each in words.

use super::when::WhenView;
use crate::domain::{Timing, Zone};
use crate::i18n::Words;

/// Several sittings of one meeting.
pub struct SittingsView {
    /// What it means that there are several.
    pub heading: String,
    /// "Part 1" and when it is.
    pub sittings: Vec<(String, WhenView)>,
}

impl SittingsView {
    /// `None` for a meeting without parts and slots.
    pub fn of(w: Words, timing: &Timing, reader: &Zone) -> Option<Self> {
        let (sittings, heading) = match timing {
            Timing::Parts(parts) => (parts, w.t1("meeting-parts", "count", parts.count())),
            Timing::Slots(slots) => (slots, w.t1("meeting-slots", "count", slots.count())),
            _ => return None,
        };
        let label = |number: usize| match timing {
            Timing::Slots(_) => w.t1("meeting-slot", "number", number).to_string(),
            _ => w.t1("meeting-part", "number", number).to_string(),
        };
        let each = (1..)
            .zip(sittings.iter())
            .map(|(number, times)| (label(number), WhenView::of_times(w, times, reader)));
        Some(Self {
            heading: heading.to_string(),
            sittings: each.collect(),
        })
    }
}
