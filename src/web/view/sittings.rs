//! The parts of a meeting, or the slots of which people choose one, each in words.

use super::View;
use super::when::WhenView;
use crate::domain::Timing;

/// Several sittings of one meeting.
pub struct SittingsView {
    /// What it means that there are several.
    pub heading: String,
    /// "Part 1" and when it is.
    pub sittings: Vec<(String, WhenView)>,
}

impl SittingsView {
    /// `None` for a meeting without parts and slots.
    pub fn of(v: &View, timing: &Timing) -> Option<Self> {
        let w = v.w;
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
            .map(|(number, times)| (label(number), WhenView::of_times(v, times)));
        Some(Self {
            heading: heading.to_string(),
            sittings: each.collect(),
        })
    }
}
