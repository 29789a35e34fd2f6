//! Handing a message over: to an SMTP server (RFC 5321), or into a folder for trials.

use lettre::message::Mailbox;
use lettre::transport::smtp;
use lettre::{Message, SmtpTransport, Transport};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use thiserror::Error;
use url::Url;

/// How long a mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where mail goes.
#[derive(Clone)]
pub enum Carrier {
    Server(SmtpTransport),
    /// One `.eml` file a mail.
    Folder(PathBuf),
}

/// Why an address of a mail server cannot be used; never shows its password.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CarrierError {
    #[error("it has to begin with smtp://, smtps:// or file:")]
    UnknownScheme,
    #[error("it is not an address")]
    NotAnAddress,
    #[error("its tls= is \"required\", \"opportunistic\" or \"none\"")]
    UnknownTls,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What the server said, or why it could not be asked; without controls, and short.
    pub problem: String,
    /// Whether it is the recipient's address that is refused for good.
    pub is_of_address: bool,
}

impl Carrier {
    /// Reads the setting: `smtps://user:password@host` (TLS from the start), `smtp://...` (STARTTLS, and
    /// nothing is sent without, unless the host is this machine or `?tls=opportunistic` or
    /// `?tls=none` says otherwise), or `file:FOLDER`. No connection is made yet.
    pub fn parse(setting: &str) -> Result<Self, CarrierError> {
        if let Some(folder) = setting.strip_prefix("file:") {
            return Ok(Self::Folder(PathBuf::from(folder)));
        }
        let mut url = Url::parse(setting).map_err(|_| CarrierError::NotAnAddress)?;
        let tls = url
            .query_pairs()
            .find_map(|(name, value)| (name == "tls").then(|| value.into_owned()));
        let is_near = url.host_str().is_some_and(is_this_machine);
        url.set_query(match (url.scheme(), tls.as_deref()) {
            ("smtps", _) | ("smtp", Some("none")) => None,
            ("smtp", Some("opportunistic")) => Some("tls=opportunistic"),
            ("smtp", None) if is_near => None,
            ("smtp", None | Some("required")) => Some("tls=required"),
            ("smtp", Some(_)) => return Err(CarrierError::UnknownTls),
            _ => return Err(CarrierError::UnknownScheme),
        });
        let server = SmtpTransport::from_url(url.as_str())
            .map_err(|_| CarrierError::NotAnAddress)?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self::Server(server))
    }

    /// Hands a message over. Blocks, at most for as long as the server's answers take.
    pub fn carry(&self, message: &Message) -> Result<(), Refusal> {
        match self {
            Self::Server(server) => match server.send(message) {
                Ok(_) => Ok(()),
                Err(error) => Err(refusal(&error)),
            },
            Self::Folder(folder) => lay_down(folder, message).map_err(|error| Refusal {
                problem: format!("{}: {error}", folder.display()),
                is_of_address: false,
            }),
        }
    }
}

/// A sender such as `IGF calendar <calendar@example.org>`.
pub fn sender(typed: &str) -> Option<Mailbox> {
    // lettre writes a name with a line break into the headers as it is.
    (!typed.chars().any(char::is_control)).then(|| typed.parse().ok())?
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

/// One file a mail, named so that the newest is the last.
fn lay_down(folder: &PathBuf, message: &Message) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let name = format!("{}.eml", uuid::Uuid::now_v7());
    let part = folder.join(format!(".{name}.part"));
    std::fs::write(&part, message.formatted())?;
    std::fs::rename(part, folder.join(name))
}

fn refusal(error: &smtp::Error) -> Refusal {
    let said = error.to_string();
    let problem: String = said
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(300)
        .collect();
    let is_of_address = error.is_permanent()
        && error
            .status()
            .is_some_and(|code| is_about_recipient(&code.to_string(), &said));
    Refusal {
        problem,
        is_of_address,
    }
}

/// Whether a permanent answer is about the recipient's mailbox, and not about us, our rights or what
/// the mail says: by its enhanced code (RFC 3463) if it has one, else by its basic one (RFC 5321,
/// section 4.2.3).
fn is_about_recipient(code: &str, said: &str) -> bool {
    let enhanced = said
        .split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .find(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    match enhanced {
        // 5.1.7 and 5.1.8 are about the sender.
        Some(enhanced) => {
            enhanced.starts_with("5.2.")
                || (enhanced.starts_with("5.1.") && !["5.1.7", "5.1.8"].contains(&enhanced))
        }
        None => ["550", "551", "553"].contains(&code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_the_mailbox_marks_an_address() {
        for (code, said, expected) in [
            ("550", "permanent error (550): 5.1.1 no such user", true),
            ("550", "permanent error (550): no such user here", true),
            ("552", "permanent error (552): 5.2.2 mailbox full", true),
            ("550", "permanent error (550): 5.7.1 relaying denied", false),
            ("553", "permanent error (553): 5.1.8 bad sender", false),
            ("554", "permanent error (554): looks like spam", false),
            ("535", "permanent error (535): 5.7.8 bad password", false),
        ] {
            assert_eq!(is_about_recipient(code, said), expected, "{said}");
        }
    }

    #[test]
    fn an_address_is_one_of_three_kinds() {
        for good in [
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
            "smtp://user:secret@mail.example.org",
            "smtp://mail.example.org:587?tls=opportunistic",
            "smtps://user:secret@mail.example.org",
            "file:/tmp/mail",
        ] {
            assert!(Carrier::parse(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("mail.example.org", CarrierError::NotAnAddress),
            ("http://mail.example.org", CarrierError::UnknownScheme),
            ("smtp://mail.example.org?tls=yes", CarrierError::UnknownTls),
        ] {
            assert_eq!(Carrier::parse(bad).err(), Some(why), "{bad}");
        }
    }

    #[test]
    fn a_sender_is_a_mailbox_on_one_line() {
        assert!(sender("IGF calendar <calendar@example.org>").is_some());
        assert!(sender("calendar@example.org").is_some());
        assert!(sender("IGF\r\nBcc: a@example.org <calendar@example.org>").is_none());
        assert!(sender("calendar").is_none());
    }
}
