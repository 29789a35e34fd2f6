//! The filters of a list: native controls in a GET form, showing what is chosen.

use crate::calendar::{Filter, Snapshot};
use crate::domain::{Group, GroupKind, Mode};
use crate::i18n::Words;
use std::sync::Arc;

/// One thing to choose.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// The controls of a listing.
pub struct FilterBar {
    pub kinds: Vec<Choice>,
    /// Groups under the name of their kind.
    pub groups: Vec<(String, Vec<Choice>)>,
    pub modes: Vec<Choice>,
    /// Whether recordings are asked for; `None` in lists that do not offer it.
    pub recording: Option<bool>,
    pub q: String,
    /// Whether anything is chosen.
    pub active: bool,
    /// The query that is chosen, with a leading `?`, or nothing.
    pub query: String,
}

impl FilterBar {
    /// Offers every kind and mode, and the groups that `offered` lets through.
    pub fn of(
        w: Words,
        filter: &Filter,
        snapshot: &Snapshot,
        offered: impl Fn(&Group) -> bool,
    ) -> Self {
        Self {
            kinds: GroupKind::ALL
                .into_iter()
                .map(|kind| choice(kind.as_str(), kind_words(w, kind), &filter.kind))
                .collect(),
            groups: group_choices(w, snapshot, &filter.group, |group| {
                offered(group) || filter.group.iter().any(|slug| slug == group.slug.as_str())
            }),
            modes: Mode::ALL
                .into_iter()
                .map(|mode| {
                    let label = w.t(&format!("mode-{}", mode.as_str())).to_string();
                    choice(mode.as_str(), label, &filter.mode)
                })
                .collect(),
            recording: None,
            q: filter.q.join(" "),
            active: !filter.is_empty(),
            query: query_of(filter),
        }
    }
}

/// Groups under the name of their kind, for a `<select>`; kinds without any are left out.
pub fn group_choices(
    w: Words,
    snapshot: &Snapshot,
    chosen: &[String],
    offered: impl Fn(&Group) -> bool,
) -> Vec<(String, Vec<Choice>)> {
    GroupKind::ALL
        .into_iter()
        .map(|kind| {
            let choices = snapshot
                .groups_of(kind)
                .into_iter()
                .filter(|group| offered(group))
                .map(|group| choice(group.slug.as_str(), long_name(group), chosen))
                .collect();
            (kind_words(w, kind), choices)
        })
        .filter(|(_, choices): &(_, Vec<Choice>)| !choices.is_empty())
        .collect()
}

/// The name of a kind of group.
pub fn kind_words(w: Words, kind: GroupKind) -> String {
    w.t(&format!("kind-{}", kind.as_str())).to_string()
}

/// The filter as a query with a leading `?`; nothing if it lets everything through.
pub fn query_of(filter: &Filter) -> String {
    match serde_html_form::to_string(filter) {
        Ok(query) if !query.is_empty() => format!("?{query}"),
        _ => String::new(),
    }
}

fn long_name(group: &Arc<Group>) -> String {
    match &group.acronym {
        Some(acronym) if !group.name.as_str().starts_with(acronym.as_str()) => {
            format!("{} ({acronym})", group.name)
        }
        _ => group.name.to_string(),
    }
}

fn choice(value: &str, label: String, chosen: &[String]) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        chosen: chosen.iter().any(|one| one == value),
    }
}
