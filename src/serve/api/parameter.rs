//! The values of parameters: what each may be, and what is told where it is something else.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::ask::Failure;
use super::code::Code;
use crate::view::page::Extent;
use crate::view::period::days;

/// A whole number of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number<const LEAST: usize, const MOST: usize>(pub usize);

/// How many entries of a list come before those asked for.
pub(super) type Offset = Number<0, 1_000_000_000>;

impl<'de, const LEAST: usize, const MOST: usize> Deserialize<'de> for Number<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let number = text.parse().ok().filter(|number| (LEAST..=MOST).contains(number));
        let wanted = || D::Error::custom(format!("a whole number from {LEAST} to {MOST} is wanted, not `{text}`"));
        number.map(Number).ok_or_else(wanted)
    }
}

impl Default for Offset {
    fn default() -> Offset {
        Number(0)
    }
}

/// How many entries of a long list are given at most.
const MOST: usize = 1000;
/// How many are given unless more or fewer are asked for.
const USUAL: usize = 50;

/// Which part of a long list is asked for.
#[derive(Deserialize)]
pub(super) struct Part {
    limit: Option<Number<0, MOST>>,
    #[serde(default)]
    offset: Offset,
}

impl Part {
    /// How much of it that is, each entry with so many pieces of evidence.
    pub fn extent(&self, evidence: usize) -> Extent {
        Extent { from: self.offset.0, lines: self.limit.map_or(USUAL, |limit| limit.0), evidence }
    }
}

/// The first and the last day of a date that a parameter of a name gives as precisely as it is known; none where it is left empty.
///
/// # Errors
/// [`Code::BadValue`] when it is no date.
pub(super) fn date(name: &str, given: Option<&str>) -> Result<Option<(Date, Date)>, Failure> {
    let Some(text) = given.filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let wrong = || {
        let error = format!("{name}: a date is wanted as YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-06, not `{text}`");
        Failure::new(Code::BadValue, error)
    };
    // A date without a year is one of an article, and none that can be asked for.
    days(text, None).map(Some).ok_or_else(wrong)
}
