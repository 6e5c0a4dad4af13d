//! Why the API gives no answer, for programs: the `code` beside the English text of an `error`, so that a page can say it in the
//! language of its reader. What each one means stands at it; a code that is told stays what it is.

use axum::http::StatusCode;
use serde::Serialize;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::serve) enum Code {
    /// A parameter is missing, or is not of its type.
    BadParameter,
    /// A parameter has a value that means nothing: no date, no class, no relation.
    BadValue,
    /// `lang` is no language of the interface.
    UnknownLanguage,
    /// `kind` is no kind of entities.
    UnknownKind,
    /// `format` is no format of a resource.
    UnknownFormat,
    /// A search is longer than one may be.
    TooLong,
    /// Both ends of a path are one.
    SameEnds,
    /// There is no entity with this id; `near` has what is called like it.
    UnknownId,
    /// There is no article with this id.
    UnknownArticle,
    /// There is no such edge.
    UnknownEdge,
    /// There is no such address.
    UnknownAddress,
    /// Nothing was known of the entity on the day asked for.
    NotYetKnown,
    /// The id is a former one; `id` is that of now.
    Moved,
    /// The id is a former one of several; `choices` has them.
    Several,
    /// Only GET and HEAD are answered.
    OnlyRead,
    /// None of the formats that there are is accepted.
    NotAcceptable,
    /// Many are asking at once.
    Busy,
    /// It takes longer than it may.
    TooSlow,
    /// The server failed.
    Failed,
}

impl Code {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Code; 19] = [
        Code::BadParameter,
        Code::BadValue,
        Code::UnknownLanguage,
        Code::UnknownKind,
        Code::UnknownFormat,
        Code::TooLong,
        Code::SameEnds,
        Code::UnknownId,
        Code::UnknownArticle,
        Code::UnknownEdge,
        Code::UnknownAddress,
        Code::NotYetKnown,
        Code::Moved,
        Code::Several,
        Code::OnlyRead,
        Code::NotAcceptable,
        Code::Busy,
        Code::TooSlow,
        Code::Failed,
    ];

    /// Its status in HTTP.
    pub fn status(self) -> StatusCode {
        match self {
            Code::BadParameter
            | Code::BadValue
            | Code::UnknownLanguage
            | Code::UnknownKind
            | Code::UnknownFormat
            | Code::TooLong
            | Code::SameEnds => StatusCode::BAD_REQUEST,
            Code::UnknownId | Code::UnknownArticle | Code::UnknownEdge | Code::UnknownAddress | Code::NotYetKnown => {
                StatusCode::NOT_FOUND
            }
            Code::Moved => StatusCode::MOVED_PERMANENTLY,
            Code::Several => StatusCode::MULTIPLE_CHOICES,
            Code::OnlyRead => StatusCode::METHOD_NOT_ALLOWED,
            Code::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Code::Busy | Code::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Code::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
