//! The filters of a list: native controls in a GET form, showing what is chosen.

use crate::calendar::{Facet, Filter};
use crate::domain::{Group, GroupKind, Mode};
use crate::i18n::Words;
use crate::web::view::View;
use std::sync::Arc;
use url::form_urlencoded::Serializer;

/// One thing to choose, as an `<option>` of a `<select>`.
pub struct SelectOption {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// The controls of a listing.
pub struct FilterBar {
    pub kinds: Vec<SelectOption>,
    /// Groups under the name of their kind.
    pub groups: Vec<(String, Vec<SelectOption>)>,
    pub topics: Vec<SelectOption>,
    pub modes: Vec<SelectOption>,
    /// Whether recordings are asked for; `None` in lists that do not offer it.
    pub recording: Option<bool>,
    pub q: String,
    /// Whether anything is chosen.
    pub active: bool,
    /// The query that is chosen, with a leading `?`, or nothing.
    pub query: String,
}

impl FilterBar {
    /// Offers every kind, topic and mode, and the groups that `offered` lets through.
    pub fn of(v: &View, filter: &Filter, offered: impl Fn(&Group) -> bool) -> Self {
        let w = v.w;
        let is_chosen = |group: &Group| filter.wants(Facet::Group, group.slug.as_str());
        Self {
            kinds: GroupKind::ALL
                .into_iter()
                .map(|kind| {
                    let value = kind.as_str();
                    let chosen = filter.wants(Facet::Kind, value);
                    choice(value, kind_words(w, kind), chosen)
                })
                .collect(),
            groups: group_choices(v, is_chosen, |group| is_chosen(group) || offered(group)),
            topics: v
                .topics()
                .into_iter()
                .map(|(slug, name)| {
                    let chosen = filter.wants(Facet::Topic, &slug);
                    choice(&slug, name, chosen)
                })
                .collect(),
            modes: Mode::ALL
                .into_iter()
                .map(|mode| {
                    let label = w.t(&format!("mode-{}", mode.as_str())).to_string();
                    let chosen = filter.wants(Facet::Mode, mode.as_str());
                    choice(mode.as_str(), label, chosen)
                })
                .collect(),
            recording: None,
            q: filter.words().join(" "),
            active: !filter.is_empty(),
            query: query_of(filter),
        }
    }
}

/// Groups under the name of their kind, for a `<select>`; kinds without any are left out.
pub fn group_choices(
    v: &View,
    is_chosen: impl Fn(&Group) -> bool,
    offered: impl Fn(&Group) -> bool,
) -> Vec<(String, Vec<SelectOption>)> {
    GroupKind::ALL
        .into_iter()
        .map(|kind| {
            let choices = v
                .snapshot
                .groups_of(kind)
                .into_iter()
                .filter(|group| offered(group))
                .map(|group| choice(group.slug.as_str(), long_name(group), is_chosen(group)))
                .collect();
            (kind_words(v.w, kind), choices)
        })
        .filter(|(_, choices): &(_, Vec<SelectOption>)| !choices.is_empty())
        .collect()
}

/// The name of a kind of group.
pub fn kind_words(w: Words, kind: GroupKind) -> String {
    w.t(&format!("kind-{}", kind.as_str())).to_string()
}

/// The filter as a query with a leading `?`; nothing if it lets everything through.
pub fn query_of(filter: &Filter) -> String {
    if filter.is_empty() {
        return String::new();
    }
    let mut query = Serializer::for_suffix("?".to_owned(), 1);
    query.extend_pairs(filter.query()).finish()
}

fn long_name(group: &Arc<Group>) -> String {
    match &group.acronym {
        Some(acronym) if !group.name.as_str().starts_with(acronym.as_str()) => {
            format!("{} ({acronym})", group.name)
        }
        _ => group.name.to_string(),
    }
}

fn choice(value: &str, label: String, chosen: bool) -> SelectOption {
    SelectOption {
        value: value.to_owned(),
        label,
        chosen,
    }
}
