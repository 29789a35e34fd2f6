//! An answer with all that is sent with it, ready.

use super::coding::Coding;
use crate::web::cors;
use actix_web::http::header::{
    self, ContentEncoding, EntityTag, Header, HeaderMap, HeaderName, HeaderValue, IfNoneMatch,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// Bytes with their headers and validators (RFC 9110, section 8.8), packed when somebody asks for
/// that first. The same bytes always have the same entity tags.
#[derive(Debug)]
pub struct Answer {
    /// Those that every form of it has.
    headers: Vec<(HeaderName, HeaderValue)>,
    /// Names the bytes among all that ever stood at their address.
    hash: String,
    plain: Form,
    packed: [OnceLock<Form>; 2],
}

/// One of the forms of an answer.
#[derive(Debug)]
struct Form {
    bytes: Bytes,
    tag: HeaderValue,
}

impl Answer {
    /// An answer of bytes of some type, which last changed at a time (UTC).
    pub fn new(bytes: Vec<u8>, media_type: &'static str, modified: DateTime<Utc>) -> Self {
        let hash = hash(&bytes);
        let mut answer = Self {
            headers: Vec::with_capacity(8),
            plain: Form {
                bytes: bytes.into(),
                tag: tag(&hash, Coding::Plain),
            },
            hash,
            packed: [OnceLock::new(), OnceLock::new()],
        };
        let modified = modified.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        answer.set(header::CONTENT_TYPE, media_type);
        answer.set(header::LAST_MODIFIED, &modified);
        answer.set(header::VARY, "Accept-Encoding");
        answer
    }

    /// The answer with a header more. Values that HTTP cannot carry are left out.
    pub fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// The answer, readable from any page on the web.
    pub fn open_to_all(mut self) -> Self {
        let mut open = HeaderMap::new();
        cors::open(&mut open);
        self.headers.extend(open);
        self
    }

    fn set(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
    }

    /// The strong entity tag of its plain form, with its quotes.
    pub fn tag(&self) -> &str {
        self.plain.tag.to_str().unwrap_or_default()
    }

    /// Whether it is the same to its last byte.
    pub fn is(&self, other: &Self) -> bool {
        self.hash == other.hash && self.headers == other.headers
    }

    /// How much memory it takes at most, in octets.
    pub fn weight(&self) -> u64 {
        // Packed twice it is about a third as long again; the rest is for its headers.
        self.plain.bytes.len() as u64 * 4 / 3 + 2000
    }

    /// Whether it can be sent in a form without work.
    pub fn is_ready(&self, coding: Coding) -> bool {
        match packed_place(coding) {
            None => true,
            Some(place) => self.packed[place].get().is_some(),
        }
    }

    /// Packs it. Blocks: about 60 ms for a megabyte.
    pub fn make_ready(&self, coding: Coding) {
        self.form(coding);
    }

    fn form(&self, coding: Coding) -> &Form {
        let Some(place) = packed_place(coding) else {
            return &self.plain;
        };
        self.packed[place].get_or_init(|| Form {
            bytes: coding
                .pack(&self.plain.bytes)
                .map_or_else(|| self.plain.bytes.clone(), Bytes::from),
            tag: tag(&self.hash, coding),
        })
    }

    /// The whole response in a form: 304 to whoever has it already.
    ///
    /// Any of its tags stands for the same content. `If-Modified-Since` alone is not answered with
    /// 304: a meeting that leaves a feed's window changes its bytes without a newer date.
    pub fn respond(&self, request: &HttpRequest, coding: Coding) -> HttpResponse {
        let form = self.form(coding);
        let is_known = self.is_known(request);
        let mut response = match is_known {
            true => HttpResponse::NotModified(),
            false => HttpResponse::Ok(),
        };
        self.headers
            .iter()
            .filter(|(name, _)| !is_known || *name != header::CONTENT_TYPE)
            .for_each(|(name, value)| {
                response.insert_header((name.clone(), value.clone()));
            });
        response.insert_header((header::ETAG, form.tag.clone()));
        if is_known {
            return response.finish();
        }
        say_coding(&mut response, coding);
        response.body(form.bytes.clone())
    }

    fn is_known(&self, request: &HttpRequest) -> bool {
        if !request.headers().contains_key(header::IF_NONE_MATCH) {
            return false;
        }
        let is_own = |tag: &EntityTag| {
            let mark = tag.tag().strip_prefix(self.hash.as_str());
            mark.is_some_and(|mark| Coding::ALL.iter().any(|coding| coding.mark() == mark))
        };
        match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(is_own),
            Err(_) => false,
        }
    }
}

/// `identity` keeps the compressing middleware from sending other bytes under the tag; the header
/// itself is taken away on the way out, because it may not be sent (RFC 9110, section 8.4.1).
fn say_coding(response: &mut HttpResponseBuilder, coding: Coding) {
    response.insert_header(match coding {
        Coding::Plain => ContentEncoding::Identity,
        Coding::Gzip => ContentEncoding::Gzip,
        Coding::Brotli => ContentEncoding::Brotli,
    });
}

fn packed_place(coding: Coding) -> Option<usize> {
    match coding {
        Coding::Plain => None,
        Coding::Gzip => Some(0),
        Coding::Brotli => Some(1),
    }
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let half = digest[..16].iter();
    half.map(|byte| format!("{byte:02x}")).collect()
}

fn tag(hash: &str, coding: Coding) -> HeaderValue {
    let tag = format!("\"{hash}{}\"", coding.mark());
    HeaderValue::from_str(&tag).expect("digits and quotes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn answer(text: &str) -> Answer {
        Answer::new(text.into(), "text/calendar", DateTime::UNIX_EPOCH)
    }

    fn tag_of(answer: &Answer, coding: Coding) -> String {
        let response = answer.respond(&TestRequest::get().to_http_request(), coding);
        let tag = response.headers().get(header::ETAG).expect("a tag");
        tag.to_str().expect("a text").to_owned()
    }

    fn status(answer: &Answer, known: &str) -> u16 {
        let request = TestRequest::get().insert_header((header::IF_NONE_MATCH, known));
        let response = answer.respond(&request.to_http_request(), Coding::Plain);
        response.status().as_u16()
    }

    #[test]
    fn equal_bytes_have_equal_tags_and_each_form_its_own() {
        let (one, same, other) = (answer("a"), answer("a"), answer("b"));
        for coding in Coding::ALL {
            assert_eq!(tag_of(&one, coding), tag_of(&same, coding));
            assert_ne!(tag_of(&one, coding), tag_of(&other, coding));
        }
        assert_ne!(tag_of(&one, Coding::Plain), tag_of(&one, Coding::Gzip));
        assert_ne!(tag_of(&one, Coding::Gzip), tag_of(&one, Coding::Brotli));
        assert_eq!(tag_of(&one, Coding::Plain).len(), 34);
        assert!(one.is(&same) && !one.is(&other));
    }

    #[test]
    fn whoever_has_any_form_of_it_is_told_so() {
        let one = answer("a");
        for coding in Coding::ALL {
            let tag = tag_of(&one, coding);
            assert_eq!(status(&one, &tag), 304);
            assert_eq!(status(&one, &format!("\"x\", W/{tag}")), 304);
        }
        assert_eq!(status(&one, "*"), 304);
        assert_eq!(status(&one, "\"x\""), 200);
        assert_eq!(status(&one, "no tag"), 200);
    }
}
