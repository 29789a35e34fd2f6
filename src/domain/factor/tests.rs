//! An authenticator in miniature, which can also be wrong in every way.

use super::{Assertion, Attestation, Challenge, Credential, PasskeyError, RelyingParty};
use ciborium::Value;
use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::json;
use sha2::{Digest, Sha256};

const ORIGIN: &str = "http://localhost:8080";

struct Authenticator {
    keys: EcdsaKeyPair,
    random: SystemRandom,
    host: &'static str,
    origin: &'static str,
    flags: u8,
    count: u32,
    algorithm: i64,
}

fn authenticator() -> Authenticator {
    let random = SystemRandom::new();
    let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
    let document = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
    Authenticator {
        keys: EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &random).unwrap(),
        random,
        host: "localhost",
        origin: ORIGIN,
        flags: 1,
        count: 7,
        algorithm: -7,
    }
}

impl Authenticator {
    fn client_data(&self, kind: &str, challenge: &Challenge) -> Vec<u8> {
        let data = json!({
            "type": kind,
            "challenge": challenge.as_str(),
            "origin": self.origin,
            "crossOrigin": false,
            "other_keys_can_be_added_here": "do not compare clientDataJSON against a template",
        });
        serde_json::to_vec(&data).unwrap()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(self.flags & 1 | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn cose(&self) -> Value {
        let point = self.keys.public_key().as_ref();
        let pair = |label: i64, value: Value| (Value::from(label), value);
        Value::Map(vec![
            pair(1, 2.into()),
            pair(3, self.algorithm.into()),
            pair(-1, 1.into()),
            pair(-2, Value::Bytes(point[1..33].to_vec())),
            pair(-3, Value::Bytes(point[33..].to_vec())),
        ])
    }

    fn make(&self, challenge: &Challenge) -> Attestation {
        let mut data = self.data(1 << 6);
        data.extend([0; 16]);
        data.extend([0, 4]);
        data.extend(b"name");
        ciborium::into_writer(&self.cose(), &mut data).unwrap();
        let object = Value::Map(vec![
            ("fmt".into(), "none".into()),
            ("attStmt".into(), Value::Map(Vec::new())),
            ("authData".into(), Value::Bytes(data)),
        ]);
        let mut bytes = Vec::new();
        ciborium::into_writer(&object, &mut bytes).unwrap();
        Attestation {
            client_data: BASE64URL_NOPAD.encode(&self.client_data("webauthn.create", challenge)),
            object: BASE64URL_NOPAD.encode(&bytes),
        }
    }

    fn sign(&self, challenge: &Challenge) -> Assertion {
        let client_data = self.client_data("webauthn.get", challenge);
        let data = self.data(0);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature = self.keys.sign(&self.random, &signed).unwrap();
        Assertion {
            credential: BASE64URL_NOPAD.encode(b"name"),
            client_data: BASE64URL_NOPAD.encode(&client_data),
            authenticator_data: BASE64URL_NOPAD.encode(&data),
            signature: BASE64URL_NOPAD.encode(signature.as_ref()),
        }
    }
}

fn asked() -> (RelyingParty, Challenge) {
    (
        RelyingParty::at(ORIGIN).unwrap(),
        Challenge::from_random([5; 32]),
    )
}

fn made(by: &Authenticator) -> Credential {
    let (party, challenge) = asked();
    let made = by.make(&challenge).verify(&party, &challenge);
    made.unwrap()
}

#[test]
fn a_passkey_that_was_made_can_be_used() {
    let mut authenticator = authenticator();
    let (party, challenge) = asked();
    let passkey = made(&authenticator);
    assert_eq!((passkey.id.as_str(), passkey.count), ("bmFtZQ", 7));
    authenticator.count = 8;
    let used = authenticator.sign(&challenge);
    assert_eq!(used.verify(&party, &challenge, &passkey), Ok(8));
}

#[test]
fn nothing_else_is_taken_for_it() {
    let (party, challenge) = asked();
    let other = Challenge::from_random([6; 32]);
    let make = |change: fn(&mut Authenticator)| {
        let mut wrong = authenticator();
        change(&mut wrong);
        wrong.make(&challenge).verify(&party, &challenge).err()
    };
    assert_eq!(make(|_| ()), None);
    assert_eq!(
        make(|one| one.origin = "https://evil.example"),
        Some(PasskeyError::ElsewhereAsked)
    );
    assert_eq!(
        make(|one| one.host = "evil.example"),
        Some(PasskeyError::OtherParty)
    );
    assert_eq!(make(|one| one.flags = 0), Some(PasskeyError::NobodyThere));
    assert_eq!(
        make(|one| one.algorithm = -36),
        Some(PasskeyError::Algorithm)
    );

    let passkey = made(&authenticator());
    let stranger = authenticator();
    let mut own = authenticator();
    let own_key = made(&own);
    let refused = |one: &Authenticator, key: &Credential, asked: &Challenge| {
        one.sign(asked).verify(&party, &challenge, key).err()
    };
    own.count = 8;
    assert_eq!(refused(&own, &own_key, &challenge), None);
    assert_eq!(
        refused(&own, &own_key, &other),
        Some(PasskeyError::NotAsked)
    );
    assert_eq!(
        refused(&stranger, &passkey, &challenge),
        Some(PasskeyError::Signature)
    );
    own.count = 7;
    assert_eq!(
        refused(&own, &own_key, &challenge),
        Some(PasskeyError::Copied)
    );
    own.count = 0;
    assert_eq!(
        refused(&own, &own_key, &challenge),
        Some(PasskeyError::Copied)
    );
    own.flags = 0;
    assert_eq!(
        refused(&own, &own_key, &challenge),
        Some(PasskeyError::NobodyThere)
    );
    // What was made is nothing that was used.
    let making = own.make(&challenge);
    let used = Assertion {
        client_data: making.client_data,
        ..own.sign(&challenge)
    };
    assert_eq!(
        used.verify(&party, &challenge, &own_key),
        Err(PasskeyError::NotAsked)
    );
}

#[test]
fn rubbish_is_no_answer() {
    let (party, challenge) = asked();
    let authenticator = authenticator();
    let good = authenticator.make(&challenge);
    let whole = BASE64URL_NOPAD.decode(good.object.as_bytes()).unwrap();
    for length in 0..whole.len() {
        let cut = Attestation {
            object: BASE64URL_NOPAD.encode(&whole[..length]),
            ..good.clone()
        };
        assert!(cut.verify(&party, &challenge).is_err(), "{length}");
    }
    for text in ["", "!", "AAAA", "oA"] {
        let wrong = Attestation {
            object: text.to_owned(),
            ..good.clone()
        };
        assert_eq!(
            wrong.verify(&party, &challenge),
            Err(PasskeyError::Unreadable)
        );
    }
}

#[test]
fn other_kinds_of_keys_are_read() {
    use super::public_key::PublicKey;
    let pair = |label: i64, value: Value| (Value::from(label), value);
    let keys = Ed25519KeyPair::from_seed_unchecked(&[3; 32]).unwrap();
    let key = Value::Map(vec![
        pair(1, 1.into()),
        pair(3, (-8).into()),
        pair(-1, 6.into()),
        pair(-2, Value::Bytes(keys.public_key().as_ref().to_vec())),
    ]);
    let mut bytes = Vec::new();
    ciborium::into_writer(&key, &mut bytes).unwrap();
    bytes.push(0xa0);
    let (read, length) = PublicKey::read(&bytes).unwrap();
    assert_eq!(length, bytes.len() - 1);
    assert_eq!(read.verify(b"x", keys.sign(b"x").as_ref()), Ok(()));
    assert!(read.verify(b"y", keys.sign(b"x").as_ref()).is_err());
}

#[test]
fn passkeys_are_bound_to_a_name() {
    assert_eq!(
        RelyingParty::at("https://calendar.example.org")
            .unwrap()
            .id(),
        "calendar.example.org"
    );
    assert_eq!(RelyingParty::at(ORIGIN).unwrap().id(), "localhost");
    assert_eq!(RelyingParty::at("http://127.0.0.1:8080"), None);
    assert_eq!(RelyingParty::at("http://[::1]:8080"), None);
}
