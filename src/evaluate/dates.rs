//! Dates as precise as words make them, and when two of them agree.

/// A day, month or year; the year may be left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partial {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Partial {
    /// Reads `2022-06-15`, `2022-06`, `2022`, `--08-04` or `--05`; none for anything else.
    pub fn parse(text: &str) -> Option<Partial> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => {
                let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
                (Some(number(year, 4)?), rest)
            }
        };
        let (month, day) = match rest.map(|rest| rest.split_once('-').unwrap_or((rest, ""))) {
            None => (None, None),
            Some((month, "")) => (Some(month), None),
            Some((month, day)) => (Some(month), Some(day)),
        };
        let month = month.map(|m| number(m, 2).filter(|m| (1..=12).contains(m)).ok_or(())).transpose().ok()?;
        let day = day.map(|d| number(d, 2).filter(|d| (1..=31).contains(d)).ok_or(())).transpose().ok()?;
        Some(Partial { year, month: month.map(|m| m as u8), day: day.map(|d| d as u8) })
    }
}

fn number(digits: &str, length: usize) -> Option<u16> {
    let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
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
