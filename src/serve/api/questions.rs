//! Questions that people ask of such a graph, saved as SPARQL.

use std::collections::BTreeMap;

use axum::Json;
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use serde::Serialize;

use crate::serve::state::LANGUAGES;

static SAVED: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/serve/questions");

/// What the API tells of itself.
const OPENAPI: &str = include_str!("../openapi.json");

#[derive(Serialize)]
struct Questions {
    questions: Vec<Question>,
}

/// A saved question.
#[derive(Clone, Debug, Serialize)]
pub(in crate::serve) struct Question {
    /// The name of its file.
    pub id: String,
    /// What it asks, by language.
    pub title: BTreeMap<&'static str, String>,
    /// The query, without its titles.
    pub query: String,
}

/// `GET /api/questions`
pub(super) async fn questions() -> Response {
    Json(Questions { questions: saved() }).into_response()
}

/// `GET /api/openapi.json`
pub(super) async fn openapi() -> Response {
    ([(axum::http::header::CONTENT_TYPE, "application/json")], OPENAPI).into_response()
}

/// The saved questions, by the names of their files; their titles stand in the comments they begin with.
pub(in crate::serve) fn saved() -> Vec<Question> {
    let mut files: Vec<_> = SAVED.files().filter(|file| file.path().extension().is_some_and(|e| e == "rq")).collect();
    files.sort_by_key(|file| file.path());
    files.into_iter().map(|file| question(file.path(), file.contents_utf8().unwrap_or_default())).collect()
}

fn question(path: &std::path::Path, text: &str) -> Question {
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let titled = |line: &str| LANGUAGES.into_iter().find(|l| line.starts_with(&format!("# {l}: ")));
    let title = text.lines().filter_map(|line| Some((titled(line)?, line.split_once(": ")?.1.to_owned())));
    let query: Vec<&str> = text.lines().filter(|line| titled(line).is_none()).collect();
    Question { id, title: title.collect(), query: query.join("\n").trim().to_owned() + "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_has_a_title_in_each_language_and_no_other_comment_of_them() {
        let all = saved();
        assert!(all.len() >= 15, "{}", all.len());
        for question in all {
            assert!(LANGUAGES.iter().all(|l| question.title.get(l).is_some_and(|t| !t.is_empty())), "{}", question.id);
            assert!(question.query.contains("SELECT"), "{}", question.id);
            assert!(question.query.contains("LIMIT"), "{} has no end", question.id);
        }
    }
}
