//! The names that groups and topics go by and went by: the one place that says what a slug stands for
//! now. Revisions are never rewritten, so they go on saying what a group was called when they were
//! sent; whoever reads one reads it by the names of today.

use super::meeting::MeetingDetails;
use super::said::{Patch, Said};
use super::slug::Slug;
use super::timing::Timing;
use std::collections::HashMap;

/// Who goes by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The name that it goes by now.
    pub slug: Slug,
    /// Whether it was closed.
    pub is_closed: bool,
}

impl Bearer {
    /// One that is not closed and goes by this name.
    pub fn open(slug: &Slug) -> Self {
        Self {
            slug: slug.clone(),
            is_closed: false,
        }
    }
}

/// Every name that the entries of a list go by or went by.
#[derive(Debug, Clone, Default)]
pub struct Names {
    bearers: HashMap<Slug, Bearer>,
}

/// A name of a list: itself, the name that it leads to if it is a former one, and whether what bears it
/// was closed.
pub type NameEntry = (Slug, Option<Slug>, bool);

impl Names {
    /// The names of a list. Of signposts that lead to signposts the end counts; one that leads nowhere,
    /// or in a circle, stands for itself.
    pub fn new(entries: impl IntoIterator<Item = NameEntry>) -> Self {
        let entries = entries.into_iter();
        let by_name: HashMap<Slug, (Option<Slug>, bool)> = entries
            .map(|(slug, onward, is_closed)| (slug, (onward, is_closed)))
            .collect();
        let bearers = by_name.keys().map(|name| {
            let slug = end(&by_name, name);
            let is_closed = by_name.get(slug).is_some_and(|(_, is_closed)| *is_closed);
            let bearer = Bearer {
                slug: slug.clone(),
                is_closed,
            };
            (name.clone(), bearer)
        });
        Self {
            bearers: bearers.collect(),
        }
    }

    /// Who goes by a name, or went by it.
    pub fn find(&self, name: &Slug) -> Option<&Bearer> {
        self.bearers.get(name)
    }

    /// The name that stands for this one now; itself, if nobody is known by it.
    pub fn now<'a>(&'a self, name: &'a Slug) -> &'a Slug {
        self.find(name).map_or(name, |bearer| &bearer.slug)
    }

    /// The names of today for these, each once.
    pub fn each_now(&self, names: &[Slug]) -> Vec<Slug> {
        let mut now: Vec<Slug> = Vec::with_capacity(names.len());
        for name in names.iter().map(|name| self.now(name)) {
            if !now.contains(name) {
                now.push(name.clone());
            }
        }
        now
    }

    /// Every name that leads to one of these, themselves among them.
    pub fn that_lead_to(&self, ends: &[String]) -> Vec<String> {
        let leads_there = |bearer: &Bearer| ends.iter().any(|end| end == bearer.slug.as_str());
        let former = self
            .bearers
            .iter()
            .filter(|(_, bearer)| leads_there(bearer));
        let former = former.map(|(name, _)| name.to_string());
        let mut names: Vec<String> = former.chain(ends.iter().cloned()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// The name that stands for a text now; the text itself, if it is no name or nobody is known by it.
    pub fn text_now(&self, name: &str) -> String {
        match Slug::parse(name) {
            Ok(slug) => self.now(&slug).to_string(),
            Err(_) => name.to_owned(),
        }
    }

    fn is_former(&self, name: &Slug) -> bool {
        self.now(name) != name
    }
}

/// Where a name leads in the end.
fn end<'a>(by_name: &'a HashMap<Slug, (Option<Slug>, bool)>, name: &'a Slug) -> &'a Slug {
    let mut at = name;
    for _ in 0..=by_name.len() {
        match by_name.get(at) {
            Some((Some(onward), _)) if by_name.contains_key(onward) => at = onward,
            Some((None, _)) => return at,
            Some((Some(_), _)) | None => return name,
        }
    }
    name
}

/// What groups and topics go by and went by.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Of groups.
    pub groups: Names,
    /// Of topics.
    pub topics: Names,
}

impl Known {
    /// Who of the groups goes by a name, or went by it.
    pub fn group(&self, name: &Slug) -> Option<Bearer> {
        self.groups.find(name).cloned()
    }

    /// Which topic goes by a name, or went by it.
    pub fn topic(&self, name: &Slug) -> Option<Bearer> {
        self.topics.find(name).cloned()
    }

    /// A meeting by the names of today; `None` if it says no other.
    pub fn in_todays_names(&self, details: &MeetingDetails) -> Option<MeetingDetails> {
        self.concerns(details).then(|| {
            let mut said = Said::clone(&details.said);
            self.rename(&mut said);
            MeetingDetails::new(said, self.rename_timing(details.timing.clone()))
        })
    }

    /// Whether a meeting names anything by a former name.
    fn concerns(&self, details: &MeetingDetails) -> bool {
        let said = &details.said;
        let patches = details.timing.series().into_iter();
        let mut patches = patches.flat_map(|series| series.runs()).flat_map(|run| {
            let own = run.owns().map(|own| &own.said);
            own.chain([run.said()])
        });
        said.groups().any(|slug| self.groups.is_former(slug))
            || said.topics.iter().any(|slug| self.topics.is_former(slug))
            || patches.any(|patch| self.concerns_patch(patch))
    }

    fn concerns_patch(&self, patch: &Patch) -> bool {
        let groups = patch.cohosts.iter().flatten().chain(&patch.group);
        let mut topics = patch.topics.iter().flatten();
        groups.into_iter().any(|slug| self.groups.is_former(slug))
            || topics.any(|slug| self.topics.is_former(slug))
    }

    fn rename(&self, said: &mut Said) {
        said.group = self.groups.now(&said.group).clone();
        said.cohosts = self.groups.each_now(&said.cohosts);
        // Whoever took up a co-host does not hold the meeting with itself.
        said.cohosts.retain(|slug| *slug != said.group);
        said.topics = self.topics_now(&said.topics);
    }

    fn rename_patch(&self, mut patch: Patch) -> Patch {
        patch.group = patch.group.map(|slug| self.groups.now(&slug).clone());
        patch.cohosts = patch.cohosts.map(|slugs| self.groups.each_now(&slugs));
        patch.topics = patch.topics.map(|slugs| self.topics_now(&slugs));
        patch
    }

    /// In the order of their slugs, as forms say them.
    fn topics_now(&self, topics: &[Slug]) -> Vec<Slug> {
        let mut now = self.topics.each_now(topics);
        if topics.is_sorted() {
            now.sort();
        }
        now
    }

    fn rename_timing(&self, timing: Timing) -> Timing {
        match timing {
            Timing::Series(series) => {
                let rename = |patch| self.rename_patch(patch);
                Timing::Series(series.map_runs(|run| run.map_said(rename)))
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Slug {
        Slug::parse(text).unwrap()
    }

    fn names(entries: &[(&str, &str, bool)]) -> Names {
        let entries = entries.iter().map(|(name, onward, is_closed)| {
            let onward = (!onward.is_empty()).then(|| slug(onward));
            (slug(name), onward, *is_closed)
        });
        Names::new(entries)
    }

    #[test]
    fn signposts_lead_to_the_end_of_the_way() {
        let names = names(&[("a", "b", false), ("b", "c", false), ("c", "", true)]);
        let found = names.find(&slug("a")).unwrap();
        assert_eq!((found.slug.as_str(), found.is_closed), ("c", true));
        assert_eq!(names.now(&slug("nobody")), &slug("nobody"));
    }

    #[test]
    fn circles_and_dead_ends_lead_to_themselves() {
        let names = names(&[("a", "b", false), ("b", "a", false), ("x", "gone", false)]);
        for name in ["a", "b", "x"] {
            assert_eq!(names.now(&slug(name)), &slug(name));
        }
    }

    #[test]
    fn what_was_put_together_is_named_once() {
        let names = names(&[("a", "c", false), ("b", "c", false), ("c", "", false)]);
        let all = ["a", "c", "b"].map(slug);
        assert_eq!(names.each_now(&all), [slug("c")]);
    }
}
