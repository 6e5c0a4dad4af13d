//! Choosing the format that a client likes best.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, header};
use mediatype::{MediaType, MediaTypeList, ReadParams};

use super::form::Fields;
use super::refusal::Refusal;
use crate::store::results::{RowFormat, TripleFormat};

/// What a client accepts: each type or range with how much it is liked (0 to 1).
pub(super) struct Accept(Vec<(String, f32)>);

impl Accept {
    /// What the headers of a request say; nothing said is everything accepted.
    pub(super) fn of(headers: &HeaderMap) -> Accept {
        let said: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect();
        let said = said.join(",");
        // What cannot be read is left out, as if it had not been said.
        let mut ranges: Vec<_> = MediaTypeList::new(&said).filter_map(Result::ok).map(|range| liked(&range)).collect();
        if said.trim().is_empty() {
            ranges.push(("*/*".to_owned(), 1.0));
        }
        Accept(ranges)
    }

    /// How much a media type is liked, how exactly it is named, and how early; none where it is not accepted.
    fn rank(&self, media_type: &str) -> Option<(f32, u8, usize)> {
        let any = media_type.split('/').next().map(|main| format!("{main}/*")).unwrap_or_default();
        for (exact, name) in [(2, media_type), (1, any.as_str()), (0, "*/*")] {
            if let Some(at) = self.0.iter().position(|(range, _)| range == name) {
                return (self.0[at].1 > 0.0).then_some((self.0[at].1, exact, self.0.len() - at));
            }
        }
        None
    }

    /// The best of some formats, each with its media types; among equals the earlier one.
    pub(super) fn best<F: Copy>(&self, formats: &[F], types: impl Fn(F) -> &'static [&'static str]) -> Option<F> {
        let rank = |format: &F| {
            types(*format)
                .iter()
                .filter_map(|t| self.rank(t))
                .max_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal))
        };
        let mut best = None;
        for format in formats {
            if let Some(rank) = rank(format)
                && best.is_none_or(|(known, _)| known < rank)
            {
                best = Some((rank, *format));
            }
        }
        best.map(|(_, format)| format)
    }

    /// Whether it is a browser that asks: it names HTML.
    pub(super) fn names_html(&self) -> bool {
        self.rank("text/html").is_some_and(|(_, exact, _)| exact == 2)
    }
}

/// The type of a body without its parameters, in small letters.
pub(super) fn content_type(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(MediaType::parse(said).ok()?.essence().to_string().to_ascii_lowercase())
}

fn liked(range: &MediaType<'_>) -> (String, f32) {
    let q = mediatype::Name::new("q").and_then(|q| range.get_param(q));
    let liked = q.and_then(|q| q.as_str().parse().ok()).filter(|q| (0.0..=1.0).contains(q)).unwrap_or(1.0);
    (range.essence().to_string().to_ascii_lowercase(), liked)
}

/// The formats of an answer: for rows and truth, and for triples; none where the client takes none of them.
pub(super) type Formats = (Option<RowFormat>, Option<TripleFormat>);

/// Those that a client asks for by `format`, or likes best. Some clients name a format in several ways at once: the first that there
/// is counts.
///
/// # Errors
/// 400 where there is none of those that are named.
pub(super) fn formats(fields: &Fields, headers: &HeaderMap) -> Result<Formats, Refusal> {
    let named = fields.all("format");
    let of = |name: &String| Some((RowFormat::named(name), TripleFormat::named(name))).filter(|f| *f != (None, None));
    if let Some(found) = named.iter().find_map(of) {
        return Ok(found);
    }
    // Or what it says where the protocol asks for it.
    let says = headers.get(header::ACCEPT).is_some_and(|said| said != "*/*");
    let Some(name) = named.first().filter(|_| !says) else {
        let accept = Accept::of(headers);
        let rows = accept.best(&RowFormat::ALL, RowFormat::media_types);
        return Ok((rows, accept.best(&TripleFormat::ALL, TripleFormat::media_types)));
    };
    let names = RowFormat::ALL.iter().flat_map(|format| format.names());
    let names: BTreeSet<&&str> = names.chain(TripleFormat::ALL.iter().flat_map(|f| f.names())).collect();
    let names: Vec<&str> = names.into_iter().copied().collect();
    Err(Refusal::bad(format!("`{name}` is no format; format takes {}", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(said: &str) -> Accept {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, said.parse().expect("a header"));
        Accept::of(&headers)
    }

    fn rows(said: &str) -> Option<RowFormat> {
        accept(said).best(&RowFormat::ALL, RowFormat::media_types)
    }

    #[test]
    fn what_is_liked_best_is_chosen() {
        assert_eq!(rows("text/csv;q=0.5, application/sparql-results+xml"), Some(RowFormat::Xml));
        assert_eq!(rows("text/csv;q=0.5, application/sparql-results+xml;q=0.4, */*;q=0.1"), Some(RowFormat::Csv));
        assert_eq!(rows("TEXT/CSV; charset=utf-8"), Some(RowFormat::Csv));
        assert_eq!(rows("*/*"), Some(RowFormat::Json));
        assert_eq!(rows(""), Some(RowFormat::Json));
        assert_eq!(rows("text/*"), Some(RowFormat::Xml));
        assert_eq!(
            rows("text/tab-separated-values, */*"),
            Some(RowFormat::Tsv),
            "what is named goes before what is meant too"
        );
        assert_eq!(rows("application/json"), Some(RowFormat::Json));
    }

    #[test]
    fn what_is_not_accepted_is_not_chosen() {
        assert_eq!(rows("text/html"), None);
        assert_eq!(rows("text/csv;q=0"), None);
        assert_eq!(rows("application/sparql-results+json;q=0, application/json;q=0, */*"), Some(RowFormat::Xml));
        let triples =
            accept("image/png, application/ld+json;q=0.2").best(&TripleFormat::ALL, TripleFormat::media_types);
        assert_eq!(triples, Some(TripleFormat::JsonLd));
    }
}
