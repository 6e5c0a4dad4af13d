//! Dates as precise as words make them, and when two of them agree.

use crate::extract::record::is_date;

/// A day, month or year; the year may be left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partial<'t> {
    year: Option<&'t str>,
    month: Option<&'t str>,
    day: Option<&'t str>,
}

impl Partial<'_> {
    /// Reads `2022-06-15`, `2022-06`, `2022`, `--08-04` or `--05`; none for anything else.
    pub fn parse(text: &str) -> Option<Partial<'_>> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => (text.get(..4), text.get(5..).unwrap_or_default()),
        };
        is_date(text).then(|| Partial { year, month: rest.get(..2), day: rest.get(3..) })
    }
}

/// Whether the date found is the one annotated: equal as far as both are precise, but a year alone is too little for a
/// day or month. Where one of them lacks the year, the rest decides, and has to be all of it.
pub fn same_date(annotated: &str, found: &str) -> bool {
    let (Some(wanted), Some(found)) = (Partial::parse(annotated), Partial::parse(found)) else {
        return false;
    };
    let days = wanted.day.is_none() || wanted.day == found.day;
    match (wanted.year, found.year) {
        (Some(a), Some(b)) => {
            let open_day = found.day.is_none();
            a == b && (wanted.month.is_none() || wanted.month == found.month) && (days || open_day)
        }
        (None, _) => wanted.month == found.month && days,
        (Some(_), None) => found.day.is_some() && wanted.month == found.month && wanted.day == found.day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_months_or_years() {
        for date in ["2022-06-15", "2022-06", "2022", "--08-04", "--05"] {
            assert!(Partial::parse(date).is_some(), "{date}");
        }
        for date in ["", "20/12/2016", "2022-13-01", "2022-6-1", "22", "--", "--13", "-2022", "2022-06-15x", "2022-06-"]
        {
            assert!(Partial::parse(date).is_none(), "{date}");
        }
    }

    #[test]
    fn dates_agree_as_far_as_both_are_precise() {
        for (annotated, found) in [
            ("2022-06-15", "2022-06-15"),
            ("2022-06-15", "2022-06"),
            ("2022-06", "2022-06-15"),
            ("2022", "2022-06-15"),
            ("--06-15", "2022-06-15"),
            ("--06", "2022-06-15"),
            ("--06", "--06-15"),
            ("2022-06-15", "--06-15"),
        ] {
            assert!(same_date(annotated, found), "{annotated} / {found}");
        }
    }

    #[test]
    fn what_differs_or_says_too_little_does_not_agree() {
        for (annotated, found) in [
            ("2022-06-15", "2022-06-16"),
            ("2022-06-15", "2021-06-15"),
            ("2022-06-15", "2022"),
            ("2022-06", "2022"),
            ("--06-15", "--06"),
            ("--06-15", "2022-06"),
            ("2022-06", "--06-15"),
            ("2022", "--06"),
            ("2022-06-15", ""),
        ] {
            assert!(!same_date(annotated, found), "{annotated} / {found}");
        }
    }
}
