//! What a browser is asked to have signed (WebAuthn, sections 5.4 and 5.5), with bytes as base64url.

use crate::domain::factor::{Challenge, RelyingParty};
use crate::store::{Passkey, Person};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

/// How long a browser waits for a passkey, in milliseconds.
const PATIENCE: u32 = 300_000;

/// The options with which a passkey of somebody is made.
pub fn making(
    party: &RelyingParty,
    (person, called): (&Person, &str),
    passkeys: &[Passkey],
    challenge: &Challenge,
) -> String {
    let account = person
        .email
        .as_ref()
        .map_or(person.name.as_str(), |email| email.as_str());
    let algorithms = RelyingParty::algorithms().iter();
    let algorithms = algorithms.map(|number| json!({ "type": "public-key", "alg": number }));
    json!({
        "challenge": challenge.as_str(),
        "rp": { "id": party.id(), "name": called },
        "user": {
            "id": BASE64URL_NOPAD.encode(person.id.to_string().as_bytes()),
            "name": account,
            "displayName": person.name,
        },
        "pubKeyCredParams": algorithms.collect::<Vec<_>>(),
        "excludeCredentials": named(passkeys),
        "authenticatorSelection": { "residentKey": "preferred", "userVerification": "preferred" },
        "attestation": "none",
        "timeout": PATIENCE,
    })
    .to_string()
}

/// The options with which one of somebody's passkeys is used.
pub fn using(party: &RelyingParty, passkeys: &[Passkey], challenge: &Challenge) -> String {
    json!({
        "challenge": challenge.as_str(),
        "rpId": party.id(),
        "allowCredentials": named(passkeys),
        "userVerification": "preferred",
        "timeout": PATIENCE,
    })
    .to_string()
}

fn named(passkeys: &[Passkey]) -> Vec<Value> {
    let ids = passkeys.iter().map(|passkey| &passkey.credential.id);
    ids.map(|id| json!({ "type": "public-key", "id": id }))
        .collect()
}
