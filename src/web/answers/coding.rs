//! The forms in which an answer is sent: as it is, or packed (RFC 9110, section 8.4).

use actix_web::http::header::{self, HeaderMap};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// A content coding, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    Plain,
    Gzip,
    Brotli,
}

/// A shared feed is packed once and sent thousands of times, so it is packed well. The next level
/// takes ten times as long for a twentieth less.
const BROTLI_QUALITY: i32 = 9;
const GZIP_LEVEL: u32 = 9;

impl Coding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Gzip, Self::Brotli];

    /// The best that a client takes (RFC 9110, section 12.5.3). Of two that it likes as well as each
    /// other, brotli, which is smaller.
    pub fn taken_by(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_ENCODING);
        let Some(accepted) = accepted.and_then(|value| value.to_str().ok()) else {
            return Self::Plain;
        };
        let liking = |coding: Self| {
            let named = accepted.split(',').map(liking);
            named
                .filter(|(name, _)| name.eq_ignore_ascii_case(coding.name()))
                .map(|(_, q)| q)
                .next_back()
                .unwrap_or(0.0)
        };
        let (brotli, gzip) = (liking(Self::Brotli), liking(Self::Gzip));
        match brotli.max(gzip) {
            0.0 => Self::Plain,
            _ if brotli >= gzip => Self::Brotli,
            _ => Self::Gzip,
        }
    }

    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    /// What stands at the end of an entity tag: other bytes need another one.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gz",
            Self::Brotli => "-br",
        }
    }

    /// Bytes in this form; `None` for the one that they have already. Takes its time: about 60 ms for
    /// a megabyte.
    pub(super) fn pack(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some(gzip(bytes)),
            Self::Brotli => Some(brotli(bytes)),
        }
    }
}

/// A name and how well it is liked, from 0 to 1; where nothing is said, it is liked best.
fn liking(one: &str) -> (&str, f32) {
    let mut parts = one.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let q = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    let q = q.map_or(1.0, |q| q.parse().unwrap_or(0.0_f32));
    (name, q.clamp(0.0, 1.0))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(
        Vec::with_capacity(bytes.len() / 4),
        Compression::new(GZIP_LEVEL),
    );
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing to memory does not fail")
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)
        .expect("writing to memory does not fail");
    packed
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;
    use std::io::Read;

    fn taken(accepted: &'static str) -> Coding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
        Coding::taken_by(&headers)
    }

    #[test]
    fn a_client_gets_the_smallest_that_it_takes() {
        for (accepted, expected) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip", Coding::Gzip),
            ("GZIP;Q=0.5", Coding::Gzip),
            ("br;q=0, gzip", Coding::Gzip),
            ("br;q=0.5, gzip;q=0.8", Coding::Gzip),
            ("br ; q=0.8 , gzip ; q=0.8", Coding::Brotli),
            ("gzip;q=0.000", Coding::Plain),
            ("gzip;q=nonsense", Coding::Plain),
            ("identity", Coding::Plain),
            ("", Coding::Plain),
        ] {
            assert_eq!(taken(accepted), expected, "{accepted}");
        }
        assert_eq!(Coding::taken_by(&HeaderMap::new()), Coding::Plain);
    }

    #[test]
    fn what_is_packed_is_the_same_when_unpacked() {
        let text = "BEGIN:VEVENT\r\n".repeat(1000).into_bytes();
        let (mut gunzipped, mut unbrotlied) = (Vec::new(), Vec::new());
        let packed = Coding::Gzip.pack(&text).expect("packed");
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_end(&mut gunzipped)
            .unwrap();
        let packed = Coding::Brotli.pack(&text).expect("packed");
        brotli::BrotliDecompress(&mut &packed[..], &mut unbrotlied).unwrap();
        assert_eq!([&gunzipped, &unbrotlied], [&text, &text]);
        assert!(packed.len() < 200);
    }
}
