//! Public keys as authenticators give them (COSE, RFC 9052), and what they signed. Of the algorithms those
//! that the authenticators in use have: ECDSA on P-256 (-7), Ed25519 (-8), RSA (-257).

use super::webauthn::PasskeyError;
use ciborium::Value;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};

/// The algorithms' numbers (IANA), the best liked first.
pub(super) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// A key of one of the [`ALGORITHMS`].
pub(super) enum PublicKey {
    /// The point, uncompressed.
    P256([u8; 65]),
    Ed25519([u8; 32]),
    /// Modulus and exponent, without leading zeros.
    Rsa(Vec<u8>, Vec<u8>),
}

impl PublicKey {
    /// Reads the key that bytes begin with; tells how many bytes it takes up.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, usize), PasskeyError> {
        let mut rest = bytes;
        let value: Value =
            ciborium::from_reader(&mut rest).map_err(|_| PasskeyError::Unreadable)?;
        let length = bytes.len() - rest.len();
        Ok((Self::of(&value)?, length))
    }

    fn of(value: &Value) -> Result<Self, PasskeyError> {
        // Key type and algorithm are labels 1 and 3; what follows depends on the type (RFC 9053).
        match (number(value, 1)?, number(value, 3)?) {
            (2, -7) if number(value, -1)? == 1 => {
                let mut point = [4; 65];
                point[1..33].copy_from_slice(bytes_of::<32>(value, -2)?.as_slice());
                point[33..].copy_from_slice(bytes_of::<32>(value, -3)?.as_slice());
                Ok(Self::P256(point))
            }
            (1, -8) if number(value, -1)? == 6 => Ok(Self::Ed25519(bytes_of(value, -2)?)),
            (3, -257) => Ok(Self::Rsa(magnitude(value, -1)?, magnitude(value, -2)?)),
            _ => Err(PasskeyError::Algorithm),
        }
    }

    /// Whether it signed a message.
    pub(super) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), PasskeyError> {
        match self {
            Self::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature),
            Self::Rsa(n, e) => RsaPublicKeyComponents { n, e }.verify(
                &RSA_PKCS1_2048_8192_SHA256,
                message,
                signature,
            ),
        }
        .map_err(|_| PasskeyError::Signature)
    }
}

/// What a map has under a label.
pub(super) fn entry(value: &Value, label: impl Into<Value>) -> Result<&Value, PasskeyError> {
    let label = label.into();
    let entries = value.as_map().ok_or(PasskeyError::Unreadable)?;
    let found = entries.iter().find(|(key, _)| *key == label);
    found
        .map(|(_, value)| value)
        .ok_or(PasskeyError::Unreadable)
}

fn number(value: &Value, label: i64) -> Result<i64, PasskeyError> {
    let number = entry(value, label)?.as_integer();
    number
        .and_then(|number| number.try_into().ok())
        .ok_or(PasskeyError::Unreadable)
}

fn bytes_of<const N: usize>(value: &Value, label: i64) -> Result<[u8; N], PasskeyError> {
    let bytes = entry(value, label)?.as_bytes();
    bytes
        .and_then(|bytes| bytes.as_slice().try_into().ok())
        .ok_or(PasskeyError::Unreadable)
}

fn magnitude(value: &Value, label: i64) -> Result<Vec<u8>, PasskeyError> {
    let bytes = entry(value, label)?.as_bytes();
    let bytes = bytes.ok_or(PasskeyError::Unreadable)?.iter().copied();
    Ok(bytes.skip_while(|byte| *byte == 0).collect())
}
