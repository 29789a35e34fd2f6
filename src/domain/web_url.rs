//! Addresses on the web that are safe to link to, and e-mail addresses.

use super::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;
use url::Url;

/// An absolute http or https address without user name or password, at most 2,000 characters.
///
/// Its text is what the WHATWG URL parser makes of it: ASCII, percent-encoded, without blanks or
/// controls, so it can stand in an attribute, a header or an iCalendar line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebUrl(Url);

impl WebUrl {
    /// The most characters an address may have.
    pub const LIMIT: usize = 2000;

    /// Reads an address; one typed without a scheme (`zoom.us/j/123`) gets `https://`.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        if typed.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(Problem::NotAWebAddress);
        }
        let url = match Url::parse(typed) {
            Ok(url) if url.has_host() => url,
            Err(url::ParseError::RelativeUrlWithoutBase) if looks_like_a_host(typed) => {
                Url::parse(&format!("https://{typed}")).map_err(|_| Problem::NotAWebAddress)?
            }
            _ => return Err(Problem::NotAWebAddress),
        };
        // The limit is on what is stored: percent-encoding makes an address longer.
        if url.as_str().len() > Self::LIMIT {
            return Err(Problem::TooLong { limit: Self::LIMIT });
        }
        let safe = matches!(url.scheme(), "http" | "https")
            && url.username().is_empty()
            && url.password().is_none();
        if safe {
            Ok(Self(url))
        } else {
            Err(Problem::NotAWebAddress)
        }
    }

    /// Nothing typed is `None`; anything else must be valid.
    pub fn optional(typed: &str) -> Result<Option<Self>, Problem> {
        match Self::parse(typed) {
            Err(Problem::Missing) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The whole address, ASCII.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, for readers to judge where a link leads.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether it is reached over TLS at the port that is usual for it.
    pub fn is_plain_https(&self) -> bool {
        self.0.scheme() == "https" && self.0.port().is_none()
    }
}

/// `zoom.us/j/1` and `example.org`, but not `mailto`, `Zoom` or `room 9`.
fn looks_like_a_host(typed: &str) -> bool {
    let host = typed.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && !host.starts_with('.') && !host.contains('@')
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for WebUrl {
    type Error = String;
    fn try_from(typed: String) -> Result<Self, String> {
        Self::parse(&typed).map_err(|problem| format!("address {problem}"))
    }
}

impl From<WebUrl> for String {
    fn from(url: WebUrl) -> String {
        url.0.into()
    }
}

/// An e-mail address without display name, at most 254 characters (RFC 5321, section 4.5.3.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// As the database knows it, too: a trigger lets nothing else take the place of an address.
    pub const ERASED: &'static str = "erased@erased.invalid";

    /// Reads an address; the part before the `@` keeps its case, the domain is lower-cased.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        let plain = email_address::Options::default()
            .without_display_text()
            .without_domain_literal();
        let parsed = email_address::EmailAddress::parse_with_options(typed, plain)
            .map_err(|_| Problem::NotAnEmailAddress)?;
        let address = format!(
            "{}@{}",
            parsed.local_part(),
            parsed.domain().to_ascii_lowercase()
        );
        // A quoted local part may hold blanks and brackets; nobody's real address does. And what
        // means something in a `mailto:` address (RFC 6068) could add recipients there.
        let unusual = |c: char| c.is_control() || " \"<>,;:\\()?&%#/".contains(c);
        if address.chars().any(unusual) || address.len() > 254 || !parsed.domain().contains('.') {
            return Err(Problem::NotAnEmailAddress);
        }
        Ok(Self(address))
    }

    /// The address as it is looked for and compared: capitals make no difference.
    pub fn known_as(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Nothing typed is `None`; anything else must be valid.
    pub fn optional(typed: &str) -> Result<Option<Self>, Problem> {
        match Self::parse(typed) {
            Err(Problem::Missing) => Ok(None),
            other => other.map(Some),
        }
    }

    /// What stands in the place of an address that was taken away. Nobody can have it (RFC 2606, section
    /// 2), and nothing is sent to it.
    pub fn erased() -> Self {
        Self(Self::ERASED.to_owned())
    }

    /// Whether it only stands in the place of one that was taken away.
    pub fn is_erased(&self) -> bool {
        self.0 == Self::ERASED
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(typed: String) -> Result<Self, String> {
        Self::parse(&typed).map_err(|problem| format!("e-mail address {problem}"))
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> String {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_taken() {
        for hostile in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://user:secret@example.org/",
            "https://example.org/\r\nX: y",
            "mailto:a@example.org",
            "file:///etc/passwd",
            "Zoom",
            "//example.org",
        ] {
            assert_eq!(
                WebUrl::parse(hostile),
                Err(Problem::NotAWebAddress),
                "{hostile}"
            );
        }
    }

    #[test]
    fn what_was_accepted_is_accepted_again() {
        let address = format!("https://example.org/{}", "é".repeat(700));
        assert_eq!(
            WebUrl::parse(&address),
            Err(Problem::TooLong {
                limit: WebUrl::LIMIT
            })
        );
        let quoted = format!("https://example.org/?q={}", "\"".repeat(600));
        let once = WebUrl::parse(&quoted).unwrap();
        assert_eq!(WebUrl::parse(once.as_str()).unwrap(), once);
        let turkish = format!("a@{}example", "İstanbul.".repeat(4));
        if let Ok(once) = EmailAddress::parse(&turkish) {
            assert_eq!(EmailAddress::parse(once.as_str()).unwrap(), once);
        }
    }

    #[test]
    fn a_forgotten_scheme_is_added() {
        assert_eq!(
            WebUrl::parse("intgovforum.zoom.us/j/96034656611")
                .unwrap()
                .as_str(),
            "https://intgovforum.zoom.us/j/96034656611"
        );
    }

    #[test]
    fn e_mail_addresses_are_plain() {
        assert_eq!(
            EmailAddress::parse(" Ana@Example.ORG ").unwrap().as_str(),
            "Ana@example.org"
        );
        for wrong in [
            "ana",
            "ana@",
            "Ana <ana@example.org>",
            "a@b\r\nBcc: c@d.org",
            "ana@localhost",
            "p?cc=evil%40evil.example&z=@e.example",
        ] {
            assert_eq!(
                EmailAddress::parse(wrong),
                Err(Problem::NotAnEmailAddress),
                "{wrong}"
            );
        }
    }
}
