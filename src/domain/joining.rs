//! The short way into a meeting: when its link may be opened at once, without the page about it.
//! Anybody may have typed that link, so only conferencing services that are known are led to.

use super::occurrence::Occurrence;
use super::times::Times;
use super::web_url::WebUrl;
use chrono::{DateTime, TimeDelta, Utc};
use url::Host;

/// How long before its start people may already be waiting at the door.
const EARLY: TimeDelta = TimeDelta::minutes(30);

/// Hosts of conferencing services, each with everything below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownHosts(Vec<String>);

impl KnownHosts {
    /// Reads host names, in any case and alphabet. A name without a dot is refused, as it would
    /// stand for a whole top-level domain, and so is anything that is not only a name.
    pub fn parse<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        names
            .into_iter()
            .map(|name| read_host(name).ok_or_else(|| format!("{name:?} is not a host name")))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether an address leads to one of them, over TLS and to the usual port.
    pub fn know(&self, url: &WebUrl) -> bool {
        url.is_plain_https() && self.0.iter().any(|known| is_within(url.host(), known))
    }
}

fn read_host(name: &str) -> Option<String> {
    let Ok(Host::Domain(host)) = Host::parse(name.trim()) else {
        return None;
    };
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    (host.contains('.') && host.split('.').all(label)).then_some(host)
}

/// Both are as the URL parser writes them: lower case, ASCII.
fn is_within(host: &str, known: &str) -> bool {
    match host.strip_suffix(known) {
        Some("") => true,
        Some(below) => below.len() > 1 && below.ends_with('.'),
        None => false,
    }
}

impl Occurrence {
    /// The link to open at once: the meeting's only one, without a passcode to read first, to a
    /// service that is known, while the meeting goes on or is about to begin.
    pub fn straight_in(&self, now: DateTime<Utc>, known: &KnownHosts) -> Option<&WebUrl> {
        if !self.said.status.takes_place() || !is_open(&self.times, now) {
            return None;
        }
        let points = self.said.remote.as_ref()?.points();
        if points.iter().any(|point| point.passcode.is_some()) {
            return None;
        }
        let mut links = points.iter().filter_map(|point| point.url.as_ref());
        let only = links.next().filter(|_| links.next().is_none())?;
        known.know(only).then_some(only)
    }
}

/// Whether people can be expected at the door. Days without hours do not say when.
fn is_open(times: &Times, now: DateTime<Utc>) -> bool {
    matches!(times, Times::Exact(_))
        && times
            .extent()
            .is_some_and(|(start, end)| start - EARLY <= now && now < end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::MeetingFields;
    use crate::domain::fields::sample::call;

    fn known() -> KnownHosts {
        KnownHosts::parse(["zoom.us", "Meet.Jit.SI", "b\u{fc}cher.example"]).unwrap()
    }

    #[test]
    fn a_service_is_known_with_everything_below_it() {
        for url in [
            "https://zoom.us/j/1",
            "https://intgovforum.zoom.us/j/1",
            "https://INTGOVFORUM.ZOOM.US:443/j/1",
            "https://a.b.zoom.us",
            "zoom.us/j/1",
            "https://meet.jit.si/room",
            "https://xn--bcher-kva.example/",
            // What browsers read as the service's own name is its own name.
            "https://\u{ff5a}oom.us/",
            "https://zoom\u{3002}us/",
        ] {
            assert!(known().know(&WebUrl::parse(url).unwrap()), "{url}");
        }
    }

    #[test]
    fn what_only_looks_like_a_service_is_not_known() {
        for url in [
            "https://zoom.us.evil.example/",
            "https://evilzoom.us/",
            "https://evil-zoom.us/",
            "https://us/",
            "https://jit.si/",
            "https://evil.example/zoom.us",
            "https://evil.example/?https://zoom.us/",
            "https://evil.example#@zoom.us/",
            "https://evil.example\\@zoom.us/",
            "https://zoom%2eus.evil.example/",
            "https://zoom.us./",
            "https://evil.example./",
            "https://.zoom.us/",
            "https://z\u{43e}om.us/",
            "https://zoom.us\u{2024}evil.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "http://zoom.us/j/1",
            "https://zoom.us:8443/j/1",
        ] {
            // An address that nobody can type cannot lead anywhere either.
            if let Ok(url) = WebUrl::parse(url) {
                assert!(!known().know(&url), "{url}");
            }
        }
        for disguised in [
            "https://zoom.us@evil.example/",
            "https://zoom.us:x@evil.example/",
        ] {
            assert!(WebUrl::parse(disguised).is_err(), "{disguised}");
        }
    }

    #[test]
    fn only_names_are_hosts() {
        for wrong in [
            "",
            " ",
            "us",
            "us.",
            ".us",
            "zoom.us.",
            "*.zoom.us",
            "https://zoom.us",
            "zoom.us/j",
            "zoom.us:443",
            "me@zoom.us",
            "127.0.0.1",
            "[::1]",
            "zoom .us",
            "zoom.us,webex.com",
        ] {
            assert!(KnownHosts::parse([wrong]).is_err(), "{wrong:?}");
        }
    }

    /// One meeting from 13:00 to 14:00 UTC with some answers changed, and whether its link may be
    /// opened at a time of that day.
    fn opens(at: &str, change: impl FnOnce(&mut MeetingFields)) -> bool {
        let details = call(change);
        let now = format!("2018-03-09T{at}Z").parse().unwrap();
        let one = details.occurrences().remove(0);
        let link = one.straight_in(now, &known());
        link.inspect(|link| assert_eq!(link.as_str(), "https://zoom.us/j/1"));
        link.is_some()
    }

    #[test]
    fn the_door_opens_half_an_hour_before_and_shuts_at_the_end() {
        for (at, open) in [
            ("12:29:59", false),
            ("12:30:00", true),
            ("13:30:00", true),
            ("13:59:59", true),
            ("14:00:00", false),
        ] {
            assert_eq!(opens(at, |_| {}), open, "{at}");
            // An end that is not given is taken for an hour, here as in lists.
            let unended = opens(at, |fields| fields.when.end_time = String::new());
            assert_eq!(unended, open, "{at} without an end");
        }
        let a_day_without_hours = |fields: &mut MeetingFields| fields.when.precision = "day".into();
        assert!(!opens("13:30:00", a_day_without_hours));
    }

    #[test]
    fn a_meeting_that_does_not_take_place_leads_nowhere() {
        for (status, open) in [
            ("tentative", true),
            ("moved-online", true),
            ("postponed", false),
            ("cancelled", false),
        ] {
            let opened = opens("13:30:00", |fields| fields.when.status = status.into());
            assert_eq!(opened, open, "{status}");
        }
    }

    #[test]
    fn whoever_has_to_read_or_choose_first_stays() {
        let now = "13:30:00";
        assert!(opens(now, |fields| {
            fields.how.access_dial_in = vec!["+41 22 000 00 00".into()];
        }));
        assert!(!opens(now, |fields| {
            fields.how.access_passcode = vec!["dccg".into()];
        }));
        assert!(!opens(now, |fields| {
            fields.how.access_url.push("https://zoom.us/j/2".into());
        }));
        assert!(!opens(now, |fields| {
            fields.how.access_url = vec!["https://evil.example/".into()];
        }));
        assert!(!opens(now, |fields| {
            fields.how.access_url = Vec::new();
            fields.how.link_to_follow = "yes".into();
        }));
    }
}
