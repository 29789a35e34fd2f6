//! Two changes that started from the same state of a meeting: what only one of them touched is taken
//! from that one, what both touched is for a person to decide.

use crate::domain::link::{Link, documents_first};
use crate::domain::meeting::MeetingDetails;
use crate::domain::said::{Part, Patch, Said};
use std::collections::BTreeMap;

/// What two changes can both have touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touched {
    /// When the meeting is held.
    Timing,
    /// A part of what is said of it.
    Said(Part),
}

/// Which of two changes is to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The change that is being sent.
    Mine,
    /// What was sent or decided since it began.
    Theirs,
}

/// Two changes put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// What both say together; where they disagree and nobody has chosen, what the sender says.
    pub merged: MeetingDetails,
    /// What the others changed since, whether or not the sender touched it too.
    pub theirs: Vec<Touched>,
    /// What both changed and say differently, and for which no side was chosen.
    pub open: Vec<Touched>,
    /// What both changed and say differently, chosen or not.
    pub contested: Vec<Touched>,
}

impl Touched {
    /// Everything that can be touched.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Timing).chain(Part::ALL.iter().copied().map(Self::Said))
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|touched| touched.as_str() == name)
    }

    /// Says it in `to` as it is said in `from`.
    pub fn take(self, from: &MeetingDetails, to: &mut MeetingDetails) {
        match self {
            Self::Timing => to.timing = from.timing.clone(),
            Self::Said(part) => part.take(&from.said, to.said_mut()),
        }
    }

    /// The stable name, in forms and in keys of words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Timing => "timing",
            Self::Said(part) => part.as_str(),
        }
    }
}

impl Side {
    /// The stable name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Mine, Self::Theirs]
            .into_iter()
            .find(|side| side.as_str() == name)
    }
}

/// Puts two changes of `base` together. All three are of the same scope. Links are compared one by
/// one, so that of two people each can add one. Mode, ways in, place and registration go together: if
/// not every choice among them gives a meeting that there can be, they are one question, that of the
/// mode.
pub fn merge(
    base: &MeetingDetails,
    mine: &MeetingDetails,
    theirs: &MeetingDetails,
    chosen: &BTreeMap<Touched, Side>,
) -> Merge {
    let changes = Changes {
        states: [base, mine, theirs],
        of_mine: touched(base, mine),
        of_theirs: touched(base, theirs),
    };
    let contested = changes.contested();
    let as_one = changes.are_one(&contested);
    let contested = match as_one {
        true => with_one_question(contested),
        false => contested,
    };
    let side = |touched: Touched| {
        let asked = match as_one && WAYS_IN.contains(&touched) {
            true => Touched::Said(Part::Mode),
            false => touched,
        };
        chosen.get(&asked).copied().unwrap_or(Side::Mine)
    };
    Merge {
        merged: changes.merged(side, as_one),
        open: contested
            .iter()
            .copied()
            .filter(|touched| !chosen.contains_key(touched))
            .collect(),
        theirs: changes.of_theirs,
        contested,
    }
}

/// The parts of which not every combination is a meeting.
const WAYS_IN: [Touched; 4] = [
    Touched::Said(Part::Mode),
    Touched::Said(Part::Remote),
    Touched::Said(Part::Place),
    Touched::Said(Part::Registration),
];

/// Two changes of the same state.
struct Changes<'a> {
    /// What they started from, what the sender says, what the others said since.
    states: [&'a MeetingDetails; 3],
    of_mine: Vec<Touched>,
    of_theirs: Vec<Touched>,
}

impl Changes<'_> {
    /// What both changed, say differently, and cannot be put together without asking.
    fn contested(&self) -> Vec<Touched> {
        let differs = touched(self.states[1], self.states[2]);
        let both = self.of_mine.iter().copied();
        both.filter(|one| self.of_theirs.contains(one) && differs.contains(one))
            .filter(|one| settled(*one, self.states).is_none())
            .collect()
    }

    /// Theirs, with what the sender changed; where both did, as the side says. With `as_one` the ways
    /// in are all from the side that is said of any of them.
    fn merged(&self, side: impl Fn(Touched) -> Side, as_one: bool) -> MeetingDetails {
        let [_, mine, theirs] = self.states;
        let mut merged = theirs.clone();
        let is_one = |touched: &Touched| as_one && WAYS_IN.contains(touched);
        for touched in self.of_mine.iter().filter(|touched| !is_one(touched)) {
            match settled(*touched, self.states).filter(|_| self.of_theirs.contains(touched)) {
                Some(links) => merged.said_mut().links = links,
                None if self.of_theirs.contains(touched) && side(*touched) == Side::Theirs => {}
                None => touched.take(mine, &mut merged),
            }
        }
        for touched in WAYS_IN.iter().filter(|touched| is_one(touched)) {
            if side(*touched) == Side::Mine {
                touched.take(mine, &mut merged);
            }
        }
        merged
    }

    /// Whether some answers to what is contested would give no meeting.
    fn are_one(&self, contested: &[Touched]) -> bool {
        let [_, mine, theirs] = self.states;
        if !mine.said.has_way_in() || !theirs.said.has_way_in() {
            return false;
        }
        let asked: Vec<Touched> = contested
            .iter()
            .copied()
            .filter(|touched| WAYS_IN.contains(touched))
            .collect();
        (0..1_u8 << asked.len()).any(|answers| {
            let side = |touched| {
                let number = asked.iter().position(|one| *one == touched);
                match number.is_some_and(|number| answers & (1 << number) != 0) {
                    true => Side::Theirs,
                    false => Side::Mine,
                }
            };
            !self.merged(side, false).said.has_way_in()
        })
    }
}

/// The questions, with a single one for all ways in.
fn with_one_question(contested: Vec<Touched>) -> Vec<Touched> {
    let mut asked: Vec<Touched> = contested
        .into_iter()
        .filter(|touched| !WAYS_IN.contains(touched))
        .chain([Touched::Said(Part::Mode)])
        .collect();
    asked.sort();
    asked
}

/// What is not the same in two states of a meeting.
pub fn touched(from: &MeetingDetails, to: &MeetingDetails) -> Vec<Touched> {
    let timing = (from.timing != to.timing).then_some(Touched::Timing);
    let said = Patch::between(&from.said, &to.said).parts();
    timing
        .into_iter()
        .chain(said.into_iter().map(Touched::Said))
        .collect()
}

/// What both changed but can be put together without asking anybody.
fn settled(touched: Touched, states: [&MeetingDetails; 3]) -> Option<Vec<Link>> {
    match touched {
        Touched::Said(Part::Links) => merged_links(states.map(|one| &*one.said)),
        _ => None,
    }
}

/// Theirs without what the sender took away and with what the sender added; `None` if both changed
/// one and the same link.
fn merged_links([base, mine, theirs]: [&Said; 3]) -> Option<Vec<Link>> {
    let same = |one: &Link, other: &Link| one.url == other.url;
    let find = |links: &[Link], link: &Link| links.iter().find(|one| same(one, link)).cloned();
    let mut merged = Vec::new();
    for link in &theirs.links {
        let (was, is) = (find(&base.links, link), find(&mine.links, link));
        match (was, is) {
            (Some(was), None) if was == *link => {}
            (Some(_), None) => return None,
            (Some(was), Some(is)) if was == *link => merged.push(is),
            (Some(was), Some(is)) if is == was || is == *link => merged.push(link.clone()),
            (None, Some(is)) if is != *link => return None,
            (Some(_), Some(_)) => return None,
            (None, _) => merged.push(link.clone()),
        }
    }
    for link in &mine.links {
        if find(&theirs.links, link).is_some() {
            continue;
        }
        match find(&base.links, link) {
            None => merged.push(link.clone()),
            Some(was) if was == *link => {}
            Some(_) => return None,
        }
    }
    documents_first(&mut merged);
    Some(merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::MeetingFields;
    use crate::domain::fields::sample::call;
    use crate::domain::said::TakingPart;

    fn put_together(
        mine: impl FnOnce(&mut MeetingFields),
        theirs: impl FnOnce(&mut MeetingFields),
    ) -> Merge {
        merge(&call(|_| {}), &call(mine), &call(theirs), &BTreeMap::new())
    }

    fn link(fields: &mut MeetingFields, kind: &str, url: &str) {
        fields.who.link_kind.push(kind.into());
        fields.who.link_label.push(String::new());
        fields.who.link_url.push(url.into());
    }

    #[test]
    fn what_only_one_touched_is_kept_from_both() {
        let merge = put_together(
            |f| f.who.title = "Another name".into(),
            |f| f.when.start_time = "13:00".into(),
        );
        let both = call(|f| {
            f.who.title = "Another name".into();
            f.when.start_time = "13:00".into();
        });
        assert_eq!(merge.merged, both);
        assert_eq!(merge.theirs, [Touched::Timing]);
        assert_eq!(merge.open, []);
    }

    #[test]
    fn what_both_touched_is_open_until_a_side_is_chosen() {
        let (base, mine) = (call(|_| {}), call(|f| f.who.title = "Mine".into()));
        let theirs = call(|f| {
            f.who.title = "Theirs".into();
            f.how.language = vec!["fr".into()];
        });
        let title = Touched::Said(Part::Title);
        let with = |chosen: &[(Touched, Side)]| {
            merge(&base, &mine, &theirs, &chosen.iter().copied().collect())
        };
        let open = with(&[]);
        assert_eq!(
            (&*open.open, &*open.contested),
            (&[title][..], &[title][..])
        );
        assert_eq!(open.merged.said.title.as_str(), "Mine");
        assert_eq!(
            open.merged.said.languages.len(),
            1,
            "theirs is kept beside it"
        );
        let chosen = with(&[(title, Side::Theirs)]);
        assert_eq!((chosen.open.len(), chosen.contested.len()), (0, 1));
        assert_eq!(chosen.merged, theirs);
        assert_eq!(with(&[(title, Side::Mine)]).merged, open.merged);
    }

    /// One moves a call to a hall and drops its link, the other only adds a hall to it.
    #[test]
    fn ways_in_that_do_not_go_together_are_one_question() {
        let at = |f: &mut MeetingFields, mode: &str, city: &str| {
            f.how.mode = mode.into();
            f.how.city = city.into();
            f.how.country = "Kenya".into();
        };
        let base = call(|_| {});
        let mine = call(|f| at(f, "hybrid", "Nairobi"));
        let theirs = call(|f| {
            at(f, "face-to-face", "Mombasa");
            f.how.access_url.clear();
            f.how.language = vec!["fr".into()];
        });
        let mode = Touched::Said(Part::Mode);
        let with = |chosen: &[(Touched, Side)]| {
            merge(&base, &mine, &theirs, &chosen.iter().copied().collect())
        };
        let open = with(&[]);
        assert_eq!(open.open, [mode]);
        assert_eq!(open.merged.said.languages, theirs.said.languages);
        let ways_in = |one: &MeetingDetails| TakingPart {
            languages: Vec::new(),
            ..(&*one.said).into()
        };
        for (side, whose) in [(Side::Mine, &mine), (Side::Theirs, &theirs)] {
            let chosen = with(&[(mode, side)]);
            assert_eq!(chosen.open, []);
            assert_eq!(ways_in(&chosen.merged), ways_in(whose));
        }
    }

    #[test]
    fn a_hall_beside_a_new_link_is_no_question() {
        let beside = put_together(
            |f| {
                f.how.mode = "hybrid".into();
                f.how.city = "Nairobi".into();
                f.how.country = "Kenya".into();
            },
            |f| f.how.access_url = vec!["https://meet.example.org/new".into()],
        );
        assert_eq!(beside.open, []);
        assert!(beside.merged.said.place.is_some());
        let remote = beside.merged.said.remote.clone().expect("a link");
        assert!(
            remote.points()[0]
                .url
                .as_ref()
                .is_some_and(|url| url.as_str().ends_with("/new"))
        );
    }

    #[test]
    fn the_same_change_twice_is_no_question() {
        let rename = |f: &mut MeetingFields| f.who.title = "Renamed".into();
        let merge = put_together(rename, rename);
        assert_eq!((merge.open, merge.merged), (Vec::new(), call(rename)));
    }

    #[test]
    fn two_links_are_added_by_two_people() {
        let merge = put_together(
            |f| link(f, "slides", "https://v.example.org/slides"),
            |f| link(f, "recording", "https://v.example.org/recording"),
        );
        assert_eq!(merge.open, []);
        assert_eq!(merge.merged.said.links.len(), 2);
        let relabelled = put_together(
            |f| link(f, "slides", "https://v.example.org/1"),
            |f| link(f, "recording", "https://v.example.org/1"),
        );
        assert_eq!(relabelled.open, [Touched::Said(Part::Links)]);
    }
}
