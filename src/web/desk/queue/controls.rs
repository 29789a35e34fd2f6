//! The form that finds and filters, with what is chosen in it.

use super::filter::{QueueFilter, State};
use crate::domain::GroupKind;
use crate::web::reading::filter_bar::{SelectOption, group_choices, kind_words};
use crate::web::view::View;

/// The controls, and the addresses that keep what is chosen.
pub struct Controls {
    pub q: String,
    pub kinds: Vec<SelectOption>,
    /// Groups under the name of their kind.
    pub groups: Vec<(String, Vec<SelectOption>)>,
    pub states: Vec<SelectOption>,
    /// The revision whose poster is asked for, as the form sends it on.
    pub from: Option<String>,
    /// Who that is.
    pub sender: Option<String>,
    /// Whether it leaves anything out.
    pub is_narrow: bool,
    /// What is chosen as a query with a leading `?`, without the page.
    pub query: String,
    /// The same with the page.
    pub here: String,
    /// The same with all boxes ticked.
    pub ticking: String,
    pub ticks_all: bool,
}

impl Controls {
    /// Offers every group, kind and state; `sender` is whose entries are asked for.
    pub fn of(v: &View, filter: &QueueFilter, sender: Option<String>) -> Self {
        let w = v.w;
        Self {
            q: filter.q.clone(),
            kinds: GroupKind::ALL
                .map(|kind| SelectOption {
                    value: kind.as_str().to_owned(),
                    label: kind_words(w, kind),
                    chosen: filter.kind == Some(kind),
                })
                .into(),
            groups: group_choices(
                v,
                |group| filter.group.as_ref() == Some(&group.slug),
                |_| true,
            ),
            states: State::ALL
                .map(|state| SelectOption {
                    value: state.as_str().to_owned(),
                    label: w.t(&format!("queue-state-{}", state.as_str())).to_string(),
                    chosen: filter.state == state,
                })
                .into(),
            from: filter.from.map(|id| id.to_string()),
            sender,
            is_narrow: filter.is_narrow(),
            query: filter.query(),
            here: filter.query_with(&[]),
            ticking: filter.query_with(&[("tick", "all")]),
            ticks_all: filter.ticks_all,
        }
    }
}
