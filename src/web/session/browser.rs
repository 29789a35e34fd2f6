//! What a browser is called, so that its owner knows it again in a list of sessions.

use crate::domain::Network;
use crate::store::Browser;
use crate::web::request::address;
use crate::web::visit::Visit;
use actix_web::http::header;

/// What tells a browser apart in User-Agent (RFC 9110, section 10.1.5). Each names those before it as
/// well, so the order matters.
const PROGRAMS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The browser that asks: its name and its network, and nothing that would tell one from another of its
/// kind.
pub fn browser(visit: &Visit) -> Browser {
    let agent = visit.request.headers().get(header::USER_AGENT);
    let network = address(&visit.app, &visit.request).map(Network::of);
    Browser {
        agent: label(agent.and_then(|agent| agent.to_str().ok()).unwrap_or("")),
        network: network.map_or_else(String::new, |network| network.to_string()),
    }
}

fn label(agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    let words = [known(&PROGRAMS), known(&SYSTEMS)];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_called_as_their_owners_call_them() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                       Chrome/131.0.0.0 Safari/537.36";
        let edge = format!("{windows} Edg/131.0.0.0");
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";
        for (agent, called) in [
            (windows, "Chrome, Windows"),
            (&edge, "Edge, Windows"),
            (iphone, "Safari, iPhone"),
            (firefox, "Firefox, Linux"),
            ("curl/8.5.0", ""),
        ] {
            assert_eq!(label(agent), called);
        }
    }
}
