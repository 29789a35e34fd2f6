//! What the browser says it had signed (WebAuthn, section 5.8.1).

use super::webauthn::{Challenge, PasskeyError, RelyingParty};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// Whether it was asked for by this calendar, here and now, and for what is wanted (`webauthn.create` or
/// `webauthn.get`).
pub(super) fn check(
    json: &[u8],
    wanted: &str,
    challenge: &Challenge,
    party: &RelyingParty,
) -> Result<(), PasskeyError> {
    let data: ClientData = serde_json::from_slice(json).map_err(|_| PasskeyError::Unreadable)?;
    if data.r#type != wanted || data.challenge != challenge.as_str() {
        return Err(PasskeyError::NotAsked);
    }
    if data.cross_origin || data.origin != party.origin() {
        return Err(PasskeyError::ElsewhereAsked);
    }
    Ok(())
}
