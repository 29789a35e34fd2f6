//! Passkeys: what an authenticator answers when one is made and when one is used (WebAuthn, sections 7.1
//! and 7.2). What kind of authenticator it is, is not asked (attestation "none").

use super::client_data;
use super::public_key::{ALGORITHMS, PublicKey, entry};
use ciborium::Value;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use thiserror::Error;
use url::{Host, Url};

/// The calendar as authenticators know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelyingParty {
    id: String,
    origin: String,
}

impl RelyingParty {
    /// The calendar at an origin (scheme, host and port). `None` if its host is no name: passkeys are
    /// bound to one.
    pub fn at(origin: &str) -> Option<Self> {
        match Url::parse(origin).ok()?.host()? {
            Host::Domain(name) => Some(Self {
                id: name.to_owned(),
                origin: origin.to_owned(),
            }),
            Host::Ipv4(_) | Host::Ipv6(_) => None,
        }
    }

    /// The host, which passkeys are bound to.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    /// The numbers of the algorithms that are taken, the best liked first.
    pub fn algorithms() -> &'static [i64] {
        &ALGORITHMS
    }
}

/// What an authenticator has to sign, once: 256 random bits as base64url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    /// A challenge out of random bytes.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// One that was made before.
    pub fn from_stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it is stored and sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The name that its authenticator knows it by, base64url.
    pub id: String,
    /// Its public key (COSE), base64url.
    pub key: String,
    /// How often it was used, as its authenticator says; 0 for one that does not count.
    pub count: u32,
}

/// What a browser sends when a passkey was made; each part base64url.
#[derive(Debug, Clone, Default)]
pub struct Attestation {
    pub client_data: String,
    pub object: String,
}

/// What a browser sends when a passkey was used; each part base64url.
#[derive(Debug, Clone, Default)]
pub struct Assertion {
    /// Which passkey it was.
    pub credential: String,
    pub client_data: String,
    pub authenticator_data: String,
    pub signature: String,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasskeyError {
    #[error("the answer cannot be read")]
    Unreadable,
    #[error("the answer is not to what was asked")]
    NotAsked,
    #[error("another site asked")]
    ElsewhereAsked,
    #[error("it is a passkey of another site")]
    OtherParty,
    #[error("nobody touched the authenticator")]
    NobodyThere,
    #[error("the key is of an algorithm that was not offered")]
    Algorithm,
    #[error("the signature is not of this passkey")]
    Signature,
    #[error("the passkey was used more often elsewhere: it may have been copied")]
    Copied,
}

impl Attestation {
    /// The passkey that was made.
    pub fn verify(
        &self,
        party: &RelyingParty,
        challenge: &Challenge,
    ) -> Result<Credential, PasskeyError> {
        let client_data = decoded(&self.client_data)?;
        client_data::check(&client_data, "webauthn.create", challenge, party)?;
        let object = decoded(&self.object)?;
        let object: Value =
            ciborium::from_reader(object.as_slice()).map_err(|_| PasskeyError::Unreadable)?;
        let data = entry(&object, "authData")?.as_bytes();
        let data = AuthenticatorData::read(data.ok_or(PasskeyError::Unreadable)?)?;
        data.check(party)?;
        data.credential()
    }
}

impl Assertion {
    /// How often the passkey was used, now that it was used once more.
    pub fn verify(
        &self,
        party: &RelyingParty,
        challenge: &Challenge,
        passkey: &Credential,
    ) -> Result<u32, PasskeyError> {
        let client_data = decoded(&self.client_data)?;
        client_data::check(&client_data, "webauthn.get", challenge, party)?;
        let mut signed = decoded(&self.authenticator_data)?;
        let data = AuthenticatorData::read(&signed)?;
        data.check(party)?;
        let count = data.count;
        signed.extend_from_slice(&Sha256::digest(&client_data));
        let (key, _) = PublicKey::read(&decoded(&passkey.key)?)?;
        key.verify(&signed, &decoded(&self.signature)?)?;
        match (passkey.count, count) {
            (0, 0) => Ok(0),
            (former, count) if count > former => Ok(count),
            _ => Err(PasskeyError::Copied),
        }
    }
}

/// Authenticator data (WebAuthn, section 6.1).
struct AuthenticatorData<'a> {
    party: &'a [u8],
    flags: u8,
    count: u32,
    /// The passkey that was made, and extensions.
    rest: &'a [u8],
}

impl<'a> AuthenticatorData<'a> {
    const USER_PRESENT: u8 = 1;
    const HAS_CREDENTIAL: u8 = 1 << 6;

    fn read(bytes: &'a [u8]) -> Result<Self, PasskeyError> {
        let (party, rest) = split(bytes, 32)?;
        let (flags, rest) = split(rest, 1)?;
        let (count, rest) = split(rest, 4)?;
        Ok(Self {
            party,
            flags: flags[0],
            count: u32::from_be_bytes(count.try_into().map_err(|_| PasskeyError::Unreadable)?),
            rest,
        })
    }

    fn check(&self, party: &RelyingParty) -> Result<(), PasskeyError> {
        if self.party != Sha256::digest(party.id.as_bytes()).as_slice() {
            return Err(PasskeyError::OtherParty);
        }
        match self.flags & Self::USER_PRESENT {
            0 => Err(PasskeyError::NobodyThere),
            _ => Ok(()),
        }
    }

    /// The passkey in it (WebAuthn, section 6.5.1).
    fn credential(&self) -> Result<Credential, PasskeyError> {
        if self.flags & Self::HAS_CREDENTIAL == 0 {
            return Err(PasskeyError::Unreadable);
        }
        let (_model, rest) = split(self.rest, 16)?;
        let (length, rest) = split(rest, 2)?;
        let length = usize::from(length[0]) * 256 + usize::from(length[1]);
        if length > 1023 {
            return Err(PasskeyError::Unreadable);
        }
        let (id, rest) = split(rest, length)?;
        let (_, length) = PublicKey::read(rest)?;
        Ok(Credential {
            id: BASE64URL_NOPAD.encode(id),
            key: BASE64URL_NOPAD.encode(&rest[..length]),
            count: self.count,
        })
    }
}

fn split(bytes: &[u8], at: usize) -> Result<(&[u8], &[u8]), PasskeyError> {
    bytes.split_at_checked(at).ok_or(PasskeyError::Unreadable)
}

fn decoded(text: &str) -> Result<Vec<u8>, PasskeyError> {
    let decoded = BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes());
    decoded.map_err(|_| PasskeyError::Unreadable)
}
