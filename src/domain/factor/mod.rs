//! What proves somebody a second time: passkeys (WebAuthn) and programs with codes (RFC 6238). Pure rules;
//! secrets and challenges come from elsewhere.

mod client_data;
mod public_key;
mod totp;
mod webauthn;

pub use totp::TotpSecret;
pub use webauthn::{Assertion, Attestation, Challenge, Credential, PasskeyError, RelyingParty};

#[cfg(test)]
mod tests;
