//! Days as pages write them.

use std::sync::LazyLock;

use regex::Regex;

/// The day that a text tells: `2024-03-12T14:30:00+07:00`, `12/3/2024`, or day, month and year with a word between them, with
/// whatever stands around it. None where it tells no day that there is.
pub(super) fn of(text: &str) -> Option<String> {
    static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|\D)((?:19|20)\d\d)([-/.])(\d{1,2})[-/.](\d{1,2})(?:\D|$)").expect("a regex")
    });
    static COMPACT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?$").expect("a regex"));
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        let between = r"(?:\s?[-/.]\s?|,?\s\p{L}{2,6}\s)";
        Regex::new(&format!(r"(?:^|\D)(\d{{1,2}}){between}(\d{{1,2}}){between}((?:19|20)\d\d)(?:\D|$)"))
            .expect("a regex")
    });
    let text = text.trim();
    let day = |year: &str, month: &str, day: &str| {
        let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some(date.to_string())
    };
    if let Some(found) = YEAR_FIRST.captures(text) {
        return day(&found[1], &found[3], &found[4]);
    }
    if let Some(found) = COMPACT.captures(text) {
        return day(&found[1], &found[2], &found[3]);
    }
    let found = DAY_FIRST.captures(text)?;
    day(&found[3], &found[2], &found[1])
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn days_are_read_as_pages_write_them() {
        for text in [
            "2024-03-12",
            "2024-03-12T14:30:00+07:00",
            "2024/3/12 14:30",
            "20240312",
            "Thứ ba, 12/3/2024, 14:30 (GMT+7)",
            "14:30 12/03/2024",
            "14:30 | 12-03-2024",
            "12.3.2024",
            "Ngày đăng: 12 - 03 - 2024",
            "Thứ Ba, ngày 12 tháng 3 năm 2024",
        ] {
            assert_eq!(of(text).as_deref(), Some("2024-03-12"), "{text}");
        }
        for text in ["", "14:30", "31/2/2024", "12/13/2024", "Nghị quyết 35/2024", "1/12/20245", "hôm nay"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
