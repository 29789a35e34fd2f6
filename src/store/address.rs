//! The address of a database as the settings give it: which of the two it is, and what of it may be
//! shown. Nothing here prints a password, and what is no address of ours never becomes a file.

use super::error::StoreError;
use std::fmt;
use std::path::{Path, PathBuf};

/// Where a database is. Shown, it is the whole path of a file, or `postgres://host/database` without
/// user, password and parameters.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseAddress {
    /// The path of a SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    Postgres(PostgresAddress),
}

/// Host and database, and how to get in.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresAddress {
    /// `user:password@`, percent-encoded, or nothing.
    credentials: String,
    /// `host:port/database`, several hosts with commas between them.
    place: String,
    /// Parameters of libpq, `name=value&name=value`.
    parameters: String,
}

impl DatabaseAddress {
    /// Reads a path, `sqlite://PATH` or `postgres://user:password@host:port/database?parameters`;
    /// schemes in any case. Whatever else looks like an address is refused.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let text = text.trim();
        match text.split_once("://") {
            Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
                "postgres" | "postgresql" => PostgresAddress::parse(rest).map(Self::Postgres),
                "sqlite" if !rest.is_empty() => Ok(Self::Sqlite(rest.into())),
                _ => Err(refused(
                    "it begins with neither postgres:// nor sqlite:// and is no path of a file",
                )),
            },
            None if is_plain_path(text) => Ok(Self::Sqlite(text.into())),
            None => Err(refused(
                "it looks like the address of a server; those begin with postgres://",
            )),
        }
    }
}

/// A path that could be meant as something else is none: its name might hold a password.
fn is_plain_path(text: &str) -> bool {
    let first = text.split('/').next().unwrap_or_default();
    let has_credentials = text
        .split_once('@')
        .is_some_and(|(before, _)| before.contains(':'));
    !text.is_empty() && !first.contains(':') && !has_credentials && !text.contains("password=")
}

impl PostgresAddress {
    fn parse(rest: &str) -> Result<Self, StoreError> {
        let (before, parameters) = rest.split_once('?').unwrap_or((rest, ""));
        // libpq takes the first @ for the end of the password and shows what follows as a host.
        let (credentials, place) = before.rsplit_once('@').unwrap_or(("", before));
        if credentials.is_empty() && parameters.contains('@') {
            return Err(refused(
                "a ? in the password has to be written %3F, an @ behind a ? %40",
            ));
        }
        let hosts = place.split('/').next().unwrap_or_default();
        if !hosts.split(',').all(has_plain_port) {
            return Err(refused(
                "what stands behind the colon of the host is no port; the form is \
                 postgres://user:password@host:port/database",
            ));
        }
        if !SPEAKS_TLS && parameters.split('&').any(asks_for_tls) {
            return Err(refused(
                "it asks for TLS, which this build does not speak; build it with --features \
                 postgres-tls, or reach PostgreSQL by a tunnel (docs/operate.md)",
            ));
        }
        let credentials = match credentials.split_once(':') {
            Some((user, password)) => format!("{}:{}@", encoded(user), encoded(password)),
            None if credentials.is_empty() => String::new(),
            None => format!("{}@", encoded(credentials)),
        };
        Ok(Self {
            credentials,
            place: place.to_owned(),
            parameters: parameters.to_owned(),
        })
    }

    /// The address for libpq, with parameters that hold unless the address says otherwise.
    pub(super) fn with_defaults(&self, defaults: &[(&str, String)]) -> String {
        let given = |name: &str| {
            let mut parameters = self.parameters.split('&');
            parameters.any(|one| one.split('=').next() == Some(name))
        };
        let added = defaults.iter().filter(|(name, _)| !given(name));
        let mut parameters: Vec<String> = added
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !self.parameters.is_empty() {
            parameters.push(self.parameters.clone());
        }
        format!(
            "postgresql://{}{}?{}",
            self.credentials,
            self.place,
            parameters.join("&")
        )
    }
}

/// Whether libpq was built with OpenSSL.
const SPEAKS_TLS: bool = cfg!(feature = "postgres-tls");

/// Parameters of libpq that make sense with TLS alone. Without it libpq refuses the first in words that
/// name no way out, and passes over the others in silence.
fn asks_for_tls(parameter: &str) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    match name {
        "sslmode" => !matches!(value, "disable" | "allow" | "prefer"),
        name => name.starts_with("ssl"),
    }
}

/// `host`, `host:5432`, `[::1]:5432`
fn has_plain_port(host: &str) -> bool {
    let behind_brackets = host.rsplit(']').next().unwrap_or_default();
    match behind_brackets.split_once(':') {
        Some((_, port)) => port.bytes().all(|byte| byte.is_ascii_digit()),
        None => true,
    }
}

/// What is percent-encoded already stays, everything else that means something in an address is
/// encoded (RFC 3986, section 2).
fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let one = |(at, byte): (usize, &u8)| match byte {
        b'%' if is_hex(at + 1) && is_hex(at + 2) => "%".to_owned(),
        b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().enumerate().map(one).collect()
}

fn refused(why: &'static str) -> StoreError {
    StoreError::Address(why)
}

impl fmt::Display for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => absolute(path).display().fmt(f),
            Self::Postgres(address) => write!(f, "postgres://{}", address.place),
        }
    }
}

impl fmt::Debug for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_of_ours_is_refused_and_never_shown() {
        for mistyped in [
            "postgress://ana:secret@db/igf",
            "mysql://ana:secret@db/igf",
            "postgres:/ana:secret@db/igf",
            "postgres:ana:secret@db/igf",
            "postgres//ana:secret@db/igf",
            "ana:secret@db/igf",
            "host=db user=ana password=secret",
            "file:secret.sqlite",
            ":memory:",
            "sqlite://",
            "postgres://ana:secret",
            "postgres://ana:secret/igf",
            "postgres://ana:sec?ret@db/igf",
            "",
        ] {
            let refusal = DatabaseAddress::parse(mistyped).expect_err(mistyped);
            let words = format!("{refusal} {refusal:?}");
            assert!(!words.contains("sec"), "{mistyped}: {words}");
            assert!(words.contains("database.url"), "{mistyped}: {words}");
        }
    }

    #[test]
    fn tls_is_not_left_out_in_silence() {
        for (parameters, asks) in [
            ("sslmode=require", true),
            (
                "connect_timeout=2&sslmode=verify-full&sslrootcert=/etc/ca.pem",
                true,
            ),
            ("sslrootcert=system", true),
            ("sslnegotiation=direct", true),
            ("sslmode=prefer", false),
            ("sslmode=disable&connect_timeout=2", false),
        ] {
            let text = format!("postgres://ana:secret@db/igf?{parameters}");
            match DatabaseAddress::parse(&text) {
                Ok(_) => assert!(SPEAKS_TLS || !asks, "{parameters}"),
                Err(refusal) => {
                    let words = refusal.to_string();
                    assert!(asks && !SPEAKS_TLS, "{parameters}: {words}");
                    assert!(words.contains("--features postgres-tls"), "{words}");
                }
            }
        }
    }

    #[test]
    fn a_path_is_a_file() {
        for (text, path) in [
            ("data/igf-calendar.sqlite", "data/igf-calendar.sqlite"),
            (" /srv/@home/a b.sqlite ", "/srv/@home/a b.sqlite"),
            ("SQLite://data/x", "data/x"),
            ("sqlite:///data/x", "/data/x"),
        ] {
            let address = DatabaseAddress::parse(text).expect(text);
            assert_eq!(address, DatabaseAddress::Sqlite(path.into()), "{text}");
        }
    }

    #[test]
    fn a_server_is_shown_without_what_lets_one_in() {
        for (text, shown, whole) in [
            (
                "POSTGRES://ana:secret@db.example:5433/igf",
                "postgres://db.example:5433/igf",
                "postgresql://ana:secret@db.example:5433/igf?connect_timeout=5",
            ),
            (
                "postgres://ana:s@c/r:e%20t%@[::1]:5433/igf?connect_timeout=9&password=x",
                "postgres://[::1]:5433/igf",
                "postgresql://ana:s%40c%2Fr%3Ae%20t%25@[::1]:5433/igf?connect_timeout=9&password=x",
            ),
            (
                "postgresql://one,two:5433/igf",
                "postgres://one,two:5433/igf",
                "postgresql://one,two:5433/igf?connect_timeout=5",
            ),
        ] {
            let address = DatabaseAddress::parse(text).expect(text);
            assert_eq!(address.to_string(), shown);
            assert_eq!(format!("{address:?}"), shown);
            let DatabaseAddress::Postgres(address) = address else {
                panic!("{text}");
            };
            let defaults = [("connect_timeout", "5".to_owned())];
            assert_eq!(address.with_defaults(&defaults), whole);
        }
    }
}
