//! The parts of a meeting, or the slots of which people choose one, each in words.

use super::when::WhenView;
use crate::domain::{Schedule, Zone};
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
    pub fn of(w: Words, schedule: &Schedule, reader: &Zone) -> Option<Self> {
        let (heading, label, sittings) = match schedule {
            Schedule::Parts(parts) => ("meeting-parts", "meeting-part", parts),
            Schedule::Slots(slots) => ("meeting-slots", "meeting-slot", slots),
            _ => return None,
        };
        let each = (1..).zip(sittings.iter()).map(|(number, times)| {
            let label = w.t1(label, "number", number).to_string();
            (label, WhenView::of_times(w, times, reader))
        });
        Some(Self {
            heading: w.t1(heading, "count", sittings.count()).to_string(),
            sittings: each.collect(),
        })
    }
}
