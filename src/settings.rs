//! Settings: documented defaults, then a file, then the environment; wrong ones are refused with
//! the name of the setting. What they mean is told in `config/default.toml`.

use crate::domain::KnownHosts;
use crate::domain::web_url::{EmailAddress, WebUrl};
use config::{Config, Environment, File, FileFormat};
use serde::{Deserialize, Deserializer};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use thiserror::Error;
use url::Url;

const DEFAULTS: &str = include_str!("../config/default.toml");

/// Everything that can be set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub server: ServerSettings,
    pub database: DatabaseSettings,
    pub backup: BackupSettings,
    pub calendar: CalendarSettings,
    pub join: JoinSettings,
    pub limits: LimitSettings,
    pub retention: RetentionSettings,
    pub mail: MailSettings,
    pub desk: DeskSettings,
    pub log: LogSettings,
    pub metrics: MetricsSettings,
}

/// `[server]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerSettings {
    pub listen: SocketAddr,
    pub base_url: BaseUrl,
    pub workers: usize,
    #[serde(deserialize_with = "addresses")]
    pub trusted_proxies: Vec<IpAddr>,
    pub request_seconds: u64,
    pub write_seconds: u32,
    pub connections_per_address: usize,
    #[serde(deserialize_with = "security_contact")]
    pub security_contact: Option<String>,
    pub shutdown_seconds: u64,
}

/// `[database]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    pub url: String,
    pub connections: u32,
    pub connect_seconds: u32,
    pub statement_seconds: u32,
    pub lock_seconds: u32,
    pub answer_seconds: u32,
}

/// `[backup]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    pub folder: String,
    pub every_hours: u32,
    pub keep: usize,
}

/// `[calendar]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarSettings {
    pub follow_seconds: u64,
    pub kept_file: String,
}

/// `[join]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinSettings {
    #[serde(deserialize_with = "known_hosts")]
    pub forward_hosts: KnownHosts,
}

/// `[limits]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitSettings {
    pub form_kilobytes: usize,
    pub drafts_per_minute: u32,
    pub entries_per_minute: u32,
    pub drafts_per_day: u32,
    pub saves_per_minute: u32,
    pub drafts_total: u64,
    pub sent_per_address_and_day: u64,
    pub waiting_per_address: u64,
    pub letters_per_address_and_day: u64,
    pub sent_per_hour: u64,
}

/// `[retention]`: for how many days personal data is kept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionSettings {
    pub poster_days: u32,
    pub letter_days: u32,
    pub spam_days: u32,
}

/// `[mail]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    pub smtp_url: String,
    pub from: String,
    #[serde(deserialize_with = "reply_to")]
    pub reply_to: Option<EmailAddress>,
    pub every_seconds: u64,
}

/// `[desk]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskSettings {
    pub second_factor: SecondFactor,
}

/// Whether the desk asks for a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    Required,
    /// For trials on one machine.
    Off,
}

impl SecondFactor {
    /// Whether it is asked for.
    pub fn is_required(self) -> bool {
        self == Self::Required
    }
}

/// `[log]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    pub filter: String,
    pub format: LogFormat,
}

/// `[metrics]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricsSettings {
    #[serde(deserialize_with = "optional_address")]
    pub listen: Option<SocketAddr>,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// The beginning of every link: scheme, host and port, without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct BaseUrl(String);

/// Why the settings cannot be used.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// A file or variable cannot be read as what it should be; the message names the key.
    #[error("a setting is wrong: {0}")]
    Unreadable(#[from] config::ConfigError),
    /// A value is of the right type but makes no sense.
    #[error("the setting {key} is wrong: {reason}")]
    Senseless { key: &'static str, reason: String },
}

impl Settings {
    /// Defaults, then the file if one is named, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, SettingsError> {
        let mut layers = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(file) = file {
            layers = layers.add_source(File::from(file).format(FileFormat::Toml));
        }
        let environment = Environment::with_prefix("IGF_CALENDAR")
            .prefix_separator("__")
            .separator("__");
        let settings: Self = layers.add_source(environment).build()?.try_deserialize()?;
        settings.check()?;
        Ok(settings)
    }

    /// The documented defaults alone, without file and environment.
    pub fn defaults() -> Result<Self, SettingsError> {
        let defaults = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        Ok(defaults.build()?.try_deserialize()?)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let positive = [
            ("server.request_seconds", self.server.request_seconds),
            ("server.write_seconds", self.server.write_seconds.into()),
            (
                "server.connections_per_address",
                self.server.connections_per_address as u64,
            ),
            ("database.connections", self.database.connections.into()),
            (
                "database.connect_seconds",
                self.database.connect_seconds.into(),
            ),
            (
                "database.statement_seconds",
                self.database.statement_seconds.into(),
            ),
            ("database.lock_seconds", self.database.lock_seconds.into()),
            (
                "database.answer_seconds",
                self.database.answer_seconds.into(),
            ),
            ("backup.every_hours", self.backup.every_hours.into()),
            ("backup.keep", self.backup.keep as u64),
            ("calendar.follow_seconds", self.calendar.follow_seconds),
            ("mail.every_seconds", self.mail.every_seconds),
            ("limits.form_kilobytes", self.limits.form_kilobytes as u64),
            (
                "limits.drafts_per_minute",
                self.limits.drafts_per_minute.into(),
            ),
            (
                "limits.entries_per_minute",
                self.limits.entries_per_minute.into(),
            ),
            ("limits.drafts_per_day", self.limits.drafts_per_day.into()),
            (
                "limits.saves_per_minute",
                self.limits.saves_per_minute.into(),
            ),
            ("limits.drafts_total", self.limits.drafts_total),
            (
                "limits.sent_per_address_and_day",
                self.limits.sent_per_address_and_day,
            ),
            (
                "limits.waiting_per_address",
                self.limits.waiting_per_address,
            ),
            (
                "limits.letters_per_address_and_day",
                self.limits.letters_per_address_and_day,
            ),
            ("limits.sent_per_hour", self.limits.sent_per_hour),
            ("retention.poster_days", self.retention.poster_days.into()),
            ("retention.letter_days", self.retention.letter_days.into()),
            ("retention.spam_days", self.retention.spam_days.into()),
        ];
        for (key, value) in positive {
            if value == 0 {
                return Err(senseless(key, "it has to be at least 1"));
            }
        }
        let is_reachable = !self.server.listen.ip().is_loopback();
        if is_reachable && !self.desk.second_factor.is_required() {
            return Err(senseless(
                "desk.second_factor",
                "it can be \"off\" for trials only, where server.listen is on the loopback",
            ));
        }
        if self.database.url.trim().is_empty() {
            return Err(senseless("database.url", "it is empty"));
        }
        Ok(())
    }
}

/// A list in a file; in the environment, which knows no lists, words with blanks between them.
#[derive(Deserialize)]
#[serde(untagged)]
enum ListOrLine {
    List(Vec<String>),
    Line(String),
}

impl ListOrLine {
    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<String>, D::Error> {
        Ok(match Self::deserialize(value)? {
            Self::List(words) => words,
            Self::Line(line) => line.split_whitespace().map(str::to_owned).collect(),
        })
    }
}

fn known_hosts<'de, D: Deserializer<'de>>(value: D) -> Result<KnownHosts, D::Error> {
    KnownHosts::parse(ListOrLine::read(value)?.iter().map(String::as_str)).map_err(|why| {
        serde::de::Error::custom(format!(
            "join.forward_hosts: {why}; write it like \"zoom.us\""
        ))
    })
}

fn addresses<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<IpAddr>, D::Error> {
    let read = |word: &String| match word.parse::<IpAddr>() {
        // ::ffff:10.0.0.2 and 10.0.0.2 are the same machine (RFC 4291, section 2.5.5.2).
        Ok(address) => Ok(address.to_canonical()),
        Err(_) => Err(serde::de::Error::custom(format!(
            "server.trusted_proxies: {word:?} is not an IP address; write it like \"10.0.0.2\""
        ))),
    };
    ListOrLine::read(value)?.iter().map(read).collect()
}

/// Nothing is nowhere.
fn optional_address<'de, D: Deserializer<'de>>(value: D) -> Result<Option<SocketAddr>, D::Error> {
    let typed = String::deserialize(value)?;
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed.trim().parse().map(Some).map_err(|_| {
        serde::de::Error::custom(format!(
            "metrics.listen: {typed:?} is not an IP address and a port; write it like \"127.0.0.1:9090\""
        ))
    })
}

/// An address of the kind that `Contact` takes (RFC 9116, section 2.5.3).
fn security_contact<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    let typed = String::deserialize(value)?;
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let mail = typed.trim().trim_start_matches("mailto:");
    if let Ok(mail) = EmailAddress::parse(mail) {
        return Ok(Some(format!("mailto:{mail}")));
    }
    match WebUrl::parse(&typed) {
        Ok(url) if url.as_str().starts_with("https://") => Ok(Some(url.as_str().to_owned())),
        _ => Err(serde::de::Error::custom(format!(
            "server.security_contact: {typed:?} is neither an e-mail address nor an https:// page"
        ))),
    }
}

fn reply_to<'de, D: Deserializer<'de>>(value: D) -> Result<Option<EmailAddress>, D::Error> {
    let typed = String::deserialize(value)?;
    EmailAddress::optional(&typed).map_err(|_| {
        serde::de::Error::custom(format!("mail.reply_to: {typed:?} is not an e-mail address"))
    })
}

fn senseless(key: &'static str, reason: &str) -> SettingsError {
    SettingsError::Senseless {
        key,
        reason: reason.to_owned(),
    }
}

impl BaseUrl {
    /// The text, ready to have a path put behind it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether browsers reach the calendar over TLS, so that cookies can insist on it.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let refuse = |why: &str| {
            Err(format!(
                "server.base_url {text:?} {why}; write it like https://calendar.example.org"
            ))
        };
        let Ok(url) = Url::parse(&text) else {
            return refuse("is not an address");
        };
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return refuse("is not an http or https address");
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return refuse("has something behind the host");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("has a user name in it");
        }
        Ok(Self(url.origin().ascii_serialization()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(toml: &str) -> Result<Settings, SettingsError> {
        let file = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
        std::fs::write(file.path(), toml).unwrap();
        Settings::load(Some(file.path()))
    }

    #[test]
    fn the_documented_defaults_are_the_defaults() {
        let settings = Settings::load(None).unwrap();
        assert_eq!(settings.server.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(settings.server.base_url.as_str(), "http://127.0.0.1:8080");
    }

    #[test]
    fn hosts_are_a_list_or_a_line() {
        let hosts = |toml: &str| with(toml).unwrap().join.forward_hosts;
        let two = KnownHosts::parse(["zoom.us", "webex.com"]).unwrap();
        assert_eq!(
            hosts("[join]\nforward_hosts = [\"Zoom.us\", \"webex.com\"]"),
            two
        );
        assert_eq!(hosts("[join]\nforward_hosts = \"zoom.us webex.com\""), two);
        assert_eq!(hosts("[join]\nforward_hosts = []"), KnownHosts::default());
        assert_ne!(hosts(""), KnownHosts::default());
    }

    #[test]
    fn wrong_settings_are_named() {
        for (toml, named) in [
            ("[server]\nlisten = \"here\"", "server.listen"),
            ("[server]\nbase_url = \"calendar.example.org\"", "base_url"),
            (
                "[server]\nbase_url = \"https://example.org/calendar\"",
                "base_url",
            ),
            ("[server]\nlitsen = \"127.0.0.1:1\"", "litsen"),
            ("[limits]\nform_kilobytes = 0", "limits.form_kilobytes"),
            ("[database]\nurl = \"\"", "database.url"),
            (
                "[server]\ntrusted_proxies = [\"proxy\"]",
                "server.trusted_proxies",
            ),
            (
                "[server]\nsecurity_contact = \"http://example.org/\"",
                "server.security_contact",
            ),
            ("[database]\nlock_seconds = 0", "database.lock_seconds"),
            ("[backup]\nkeep = 0", "backup.keep"),
            (
                "[join]\nforward_hosts = [\"zoom.us\", \"us\"]",
                "join.forward_hosts",
            ),
            ("[join]\nforward_hosts = 5", "join.forward_hosts"),
            (
                "[server]\nlisten = \"0.0.0.0:8080\"\n[desk]\nsecond_factor = \"off\"",
                "desk.second_factor",
            ),
            ("[desk]\nsecond_factor = \"no\"", "desk.second_factor"),
            ("[log", ".toml"),
            ("[log]\nformat = \"xml\"", "log.format"),
            ("[metrics]\nlisten = \"9090\"", "metrics.listen"),
            ("[limits]\ndrafts_total = 0", "limits.drafts_total"),
            ("[limits]\ndrafts_per_day = 0", "limits.drafts_per_day"),
            ("[limits]\nsaves_per_minute = 0", "limits.saves_per_minute"),
            (
                "[limits]\nwaiting_per_address = 0",
                "limits.waiting_per_address",
            ),
            ("[retention]\nposter_days = 0", "retention.poster_days"),
            ("[retention]\nspam_days = -1", "retention.spam_days"),
        ] {
            let message = with(toml).expect_err(toml).to_string();
            assert!(message.contains(named), "{toml}: {message}");
        }
    }
}
