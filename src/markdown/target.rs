//! Where a link of a stranger may lead, the same for links and images.

use crate::domain::web_url::{EmailAddress, WebUrl};

/// A place that a link may lead to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The address: ASCII but for the first part of a mail's, by http, https or mailto.
    pub address: String,
    /// The host without `www.`, or the address of the mail; in both an international host as it is
    /// in DNS (`xn--...`), so that no letters pose as others.
    pub place: String,
}

impl Target {
    /// `None` for every address that readers had better not follow: other schemes, names and
    /// passwords before the host, whatever a URL parser does not take.
    pub fn of(url: &str) -> Option<Self> {
        match url.split_once(':')? {
            (scheme, rest) if scheme.eq_ignore_ascii_case("mailto") => mail(rest),
            (_, rest) if rest.starts_with("//") => web(url),
            _ => None,
        }
    }
}

fn web(url: &str) -> Option<Target> {
    let url = WebUrl::parse(&url.replace(' ', "%20")).ok()?;
    Some(Target {
        address: url.to_string(),
        place: without_www(url.host()).to_owned(),
    })
}

/// `www.example.org` and `example.org` are one place to readers.
pub(super) fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// To one address. Of the fields that a link may fill in (RFC 6068, section 2) the subject stays;
/// others would send a copy to somebody, or words in the name of whoever clicks.
fn mail(rest: &str) -> Option<Target> {
    let (address, fields) = rest.split_once('?').unwrap_or((rest, ""));
    let address = EmailAddress::parse(address).ok()?;
    let subject = fields.split('&').find(|field| is_subject(field));
    let (local, domain) = address.as_str().rsplit_once('@')?;
    let domain = WebUrl::parse(&format!("https://{domain}")).ok()?;
    Some(Target {
        address: match subject {
            Some(subject) => format!("mailto:{address}?{subject}"),
            None => format!("mailto:{address}"),
        },
        place: format!("{}@{}", local.to_lowercase(), domain.host()),
    })
}

/// One that begins no second line, where another field could follow.
fn is_subject(field: &str) -> bool {
    let field = field.to_ascii_lowercase();
    let breaks = field.contains("%0a") || field.contains("%0d") || field.contains(char::is_control);
    field.starts_with("subject=") && !breaks
}
