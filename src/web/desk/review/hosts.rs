//! Where the links to join lead, beside where the group's people were sent before: a link that leads
//! elsewhere all at once deserves a second look.

use crate::calendar::join_hosts_of;
use crate::domain::{MeetingDetails, MeetingId};
use crate::i18n::bidi::isolated;
use crate::store::MeetingState;
use crate::web::view::View;
use crate::web::view::names::group_name;
use std::collections::{BTreeMap, BTreeSet};

/// The most hosts of earlier meetings that are named.
const NAMED: usize = 6;

/// What is said of the hosts in what waits.
#[derive(Default)]
pub struct Hosts {
    /// Of those that are new to a group whose links led elsewhere so far.
    pub new: Vec<String>,
    /// Of the others.
    pub known: Vec<String>,
}

impl Hosts {
    /// Compares what waits with what this meeting and its group's others say in public.
    pub fn of(v: &View, id: MeetingId, state: &MeetingState) -> Self {
        let Some(pending) = &state.pending else {
            return Self::default();
        };
        let before = state.published.as_ref();
        let before = before.map(|one| hosts_in(&one.details)).unwrap_or_default();
        let group = &pending.details.said.group;
        let others = v.snapshot.hosts_of_group(group, Some(id));
        let name = isolated(&group_name(v, group));
        let mut hosts = Self::default();
        for host in hosts_in(&pending.details) {
            match (before.contains(&host), others.get(&host)) {
                (true, _) => hosts.known.push(same(v, &host)),
                (false, Some(count)) => hosts.known.push(used(v, &host, (&name, *count))),
                (false, None) if before.is_empty() && others.is_empty() => {
                    hosts.known.push(first(v, &host, &name));
                }
                (false, None) => hosts.new.push(new(v, &host, &name, (&before, &others))),
            }
        }
        hosts
    }
}

fn hosts_in(details: &MeetingDetails) -> BTreeSet<String> {
    let times = details.occurrences();
    join_hosts_of(times.iter().map(|one| one.said.as_ref()))
}

fn same(v: &View, host: &str) -> String {
    v.w.t1("review-host-same", "host", isolated(host))
        .to_string()
}

fn first(v: &View, host: &str, group: &str) -> String {
    v.w.t2("review-host-first", "host", isolated(host), "group", group)
        .to_string()
}

fn used(v: &View, host: &str, (group, count): (&str, usize)) -> String {
    let host = isolated(host);
    v.w.t3(
        "review-host-used",
        "host",
        host,
        "group",
        group,
        "count",
        count,
    )
    .to_string()
}

fn new(
    v: &View,
    host: &str,
    group: &str,
    (before, others): (&BTreeSet<String>, &BTreeMap<String, usize>),
) -> String {
    let mut known: Vec<&String> = others.keys().collect();
    known.sort_by_key(|host| std::cmp::Reverse(others[*host]));
    let known = before.iter().chain(known).take(NAMED);
    let known: Vec<String> = known.map(|host| isolated(host)).collect();
    let (host, known) = (isolated(host), known.join(" · "));
    v.w.t3(
        "review-host-new",
        "host",
        host,
        "group",
        group,
        "known",
        known,
    )
    .to_string()
}
