//! Which entries a page of the queue shows, as its address says it.

use crate::domain::{GroupKind, RevisionId, Slug, Verdict};
use crate::store::{DecisionsOf, QueueEntry};
use crate::web::view::View;
use url::form_urlencoded::{Serializer, parse};

/// The longest search that is looked at, in characters.
const LONGEST: usize = 200;

/// What became of an entry so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// It waits for a decision, or for whoever posted it.
    #[default]
    Waiting,
    /// It waits for whoever posted it.
    Poster,
    /// It was decided, in whichever way.
    Decided,
    Approved,
    Rejected,
    Withdrawn,
    TakenBack,
}

impl State {
    /// Every state, in the order in which the form offers them.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Poster,
        Self::Decided,
        Self::Approved,
        Self::Rejected,
        Self::Withdrawn,
        Self::TakenBack,
    ];

    /// The stable name in addresses, and a part of the keys of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Poster => "poster",
            Self::Decided => "decided",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::TakenBack => "taken-back",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// The decisions that it stands for; `None` if there is none yet.
    pub fn decisions(self) -> Option<DecisionsOf> {
        match self {
            Self::Waiting | Self::Poster => None,
            Self::Decided => Some(DecisionsOf::Any),
            Self::Approved => Some(DecisionsOf::Verdict(Verdict::Approved)),
            Self::Rejected => Some(DecisionsOf::Verdict(Verdict::Rejected)),
            Self::Withdrawn => Some(DecisionsOf::Withdrawals),
            Self::TakenBack => Some(DecisionsOf::Retractions),
        }
    }
}

/// Which entries are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFilter {
    /// What title, poster or reference have to hold, as it was typed.
    pub q: String,
    pub group: Option<Slug>,
    pub kind: Option<GroupKind>,
    pub state: State,
    /// Only what whoever posted this revision sent: the address itself stays out of addresses.
    pub from: Option<RevisionId>,
    /// From 1.
    pub page: usize,
    /// Whether all boxes are ticked.
    pub ticks_all: bool,
}

impl QueueFilter {
    /// Reads a query; what is no value of its kind asks for nothing.
    pub fn read(query: &str) -> Self {
        let mut filter = Self {
            q: String::new(),
            group: None,
            kind: None,
            state: State::default(),
            from: None,
            page: 1,
            ticks_all: false,
        };
        for (name, value) in parse(query.as_bytes()) {
            match name.as_ref() {
                "q" => filter.q = value.trim().chars().take(LONGEST).collect(),
                "group" => filter.group = Slug::parse(&value).ok(),
                "kind" => filter.kind = kind(&value),
                "state" => filter.state = State::from_name(&value).unwrap_or_default(),
                "from" => filter.from = RevisionId::parse(&value),
                "page" => filter.page = value.parse().unwrap_or(1).max(1),
                "tick" => filter.ticks_all = value == "all",
                _ => {}
            }
        }
        filter
    }

    /// The query without the page, with a leading `?`; nothing if it asks for nothing.
    pub fn query(&self) -> String {
        self.written(1, &[])
    }

    /// The query with the page, and with something besides.
    pub fn query_with(&self, besides: &[(&str, &str)]) -> String {
        self.written(self.page, besides)
    }

    /// Whether it leaves anything out besides by state.
    pub fn is_narrow(&self) -> bool {
        !self.q.is_empty() || self.group.is_some() || self.kind.is_some() || self.from.is_some()
    }

    /// Whether it shows an entry; `email` is whose entries are asked for.
    pub fn lets_through(&self, v: &View, entry: &QueueEntry, email: Option<&str>) -> bool {
        self.is_of_group(v, entry)
            && self
                .from
                .is_none_or(|_| email.is_some_and(|email| email.eq_ignore_ascii_case(&entry.email)))
            && self.is_found_in(entry)
    }

    fn is_of_group(&self, v: &View, entry: &QueueEntry) -> bool {
        let said = entry.details.as_ref().map(|details| &details.said);
        let mut groups: Vec<Slug> =
            said.map_or_else(Vec::new, |said| said.groups().cloned().collect());
        groups.extend(Slug::parse(&entry.group));
        let is_of_kind = |slug: &Slug| {
            let group = v.snapshot.group(slug);
            group.is_some_and(|group| Some(group.kind) == self.kind)
        };
        self.group
            .as_ref()
            .is_none_or(|wanted| groups.contains(v.snapshot.known().groups.now(wanted)))
            && (self.kind.is_none() || groups.iter().any(is_of_kind))
    }

    /// Every word has to be found somewhere, capitals or not.
    fn is_found_in(&self, entry: &QueueEntry) -> bool {
        let (title, poster, email) = (&entry.title, &entry.poster, &entry.email);
        let text = format!("{title}\n{poster}\n{email}\n{}", entry.reference).to_lowercase();
        let typed = self.q.to_lowercase();
        typed.split_whitespace().all(|word| text.contains(word))
    }

    fn written(&self, page: usize, besides: &[(&str, &str)]) -> String {
        let mut query = Serializer::new(String::new());
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        };
        put("q", &self.q);
        put("group", self.group.as_ref().map_or("", Slug::as_str));
        put("kind", self.kind.map_or("", GroupKind::as_str));
        if self.state != State::default() {
            put("state", self.state.as_str());
        }
        put(
            "from",
            &self.from.map(|id| id.to_string()).unwrap_or_default(),
        );
        if page > 1 {
            put("page", &page.to_string());
        }
        for (name, value) in besides {
            put(name, value);
        }
        match query.finish() {
            empty if empty.is_empty() => empty,
            query => format!("?{query}"),
        }
    }
}

fn kind(name: &str) -> Option<GroupKind> {
    GroupKind::ALL
        .into_iter()
        .find(|kind| kind.as_str() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_is_read_and_written_again() {
        for query in [
            "",
            "?q=Nigeria+%26+Kenya",
            "?q=a&group=dccg&kind=nri-youth&state=taken-back&page=3",
            "?from=00000000-0000-0000-0000-000000000001",
        ] {
            let filter = QueueFilter::read(query.trim_start_matches('?'));
            assert_eq!(filter.query_with(&[]), query);
            assert_eq!(
                QueueFilter {
                    page: 1,
                    ..filter.clone()
                }
                .query_with(&[]),
                filter.query()
            );
        }
        let odd = QueueFilter::read("group=%3Cscript&kind=x&state=y&from=z&page=-1&a=b");
        assert_eq!(odd, QueueFilter::read(""));
    }
}
