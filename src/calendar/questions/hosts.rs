//! Where people joined the meetings of a group so far, to compare a new link with.

use crate::calendar::Snapshot;
use crate::domain::{MeetingId, Remote, Said, Slug};
use std::collections::{BTreeMap, BTreeSet};

/// The hosts that people are sent to in order to take part, by ways in and registration, at any of these
/// times of a meeting.
pub fn join_hosts_of<'a>(times: impl Iterator<Item = &'a Said>) -> BTreeSet<String> {
    let mut hosts = BTreeSet::new();
    for said in times {
        let points = said.remote.as_ref().map(Remote::points).unwrap_or_default();
        let links = points.iter().filter_map(|point| point.url.as_ref());
        let registration = said.registration.as_ref().map(|one| &one.url);
        hosts.extend(links.chain(registration).map(|url| url.host().to_owned()));
    }
    hosts
}

impl Snapshot {
    /// The hosts that people were sent to by the published meetings of a group, past ones as well, with how
    /// many meetings have each. `except` is left out, if it is on the calendar.
    pub fn hosts_of_group(
        &self,
        group: &Slug,
        except: Option<MeetingId>,
    ) -> BTreeMap<String, usize> {
        let mut hosts = BTreeMap::new();
        let others = self.meetings().iter();
        let others = others.filter(|meeting| Some(meeting.id) != except);
        for meeting in others.filter(|meeting| meeting.details.said.group == *group) {
            let times = meeting.occurrences().map(|one| one.said.as_ref());
            for host in join_hosts_of(times) {
                *hosts.entry(host).or_default() += 1;
            }
        }
        hosts
    }
}
