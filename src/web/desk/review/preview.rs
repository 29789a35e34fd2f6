//! The entry as readers will see it, in whichever language they read.

use crate::i18n::Language;
use crate::store::Revision;
use crate::web::frame::Frame;
use crate::web::view::View;
use crate::web::view::dates::DatesView;
use crate::web::view::meeting::MeetingView;
use crate::web::visit::Visit;
use std::ops::Deref;

/// The entry in one language.
pub struct Preview {
    /// Whose words it is in.
    view: View,
    pub m: MeetingView,
    /// All times of what is held several times.
    pub all_dates: Option<DatesView>,
}

impl Deref for Preview {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Preview {
    /// In the language that the address asks for, else in that of the page.
    pub fn of(visit: &Visit, f: &Frame, revision: &Revision) -> Self {
        let asked = visit.query_value("lang");
        let language = asked.and_then(|code| Language::from_code(&code));
        let view = View {
            w: language.map_or(f.w, crate::i18n::Words::of),
            zone: f.zone.clone(),
            now: f.now,
            snapshot: f.snapshot.clone(),
        };
        let published = view.snapshot.meeting(revision.meeting);
        let published = published.map(|meeting| meeting.as_ref());
        Self {
            m: MeetingView::of(&view, &revision.details, published),
            all_dates: DatesView::of(view.w, &revision.details),
            view,
        }
    }

    /// The code of its language.
    pub fn lang(&self) -> &'static str {
        self.view.w.code()
    }

    /// Every language that it can be seen in.
    pub fn languages(&self) -> [Language; Language::ALL.len()] {
        Language::ALL
    }
}
