//! The fields of an address or a form, read strictly: what is not well encoded is refused, not guessed at.

use percent_encoding::percent_decode_str;

use super::refusal::Refusal;

/// Names with their values, in their order.
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`.
    ///
    /// # Errors
    /// 400 for a percent sign without two digits and for what is not UTF-8.
    pub(super) fn read(text: &str) -> Result<Fields, Refusal> {
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let field = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        };
        pairs.map(field).collect::<Result<_, _>>().map(Fields)
    }

    /// Whether there is such a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// The values of a field that may come many times.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }

    /// The value of a field that may come once.
    ///
    /// # Errors
    /// 400 when it comes more than once.
    pub(super) fn one(&self, name: &str) -> Result<Option<String>, Refusal> {
        let mut values = self.all(name);
        if values.len() > 1 {
            return Err(Refusal::bad(format!("`{name}` is given {} times; give it once", values.len())));
        }
        Ok(values.pop())
    }
}

fn decode(text: &str) -> Result<String, Refusal> {
    let digits = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_hexdigit());
    if let Some(bad) = text.split('%').skip(1).find(|rest| !digits(rest)) {
        let bad: String = bad.chars().take(2).collect();
        return Err(Refusal::bad(format!("`%{bad}` is no percent-encoding; write the percent sign itself as %25")));
    }
    let text = text.replace('+', " ");
    let decoded = percent_decode_str(&text).decode_utf8();
    let decoded = decoded.map_err(|e| Refusal::bad(format!("percent-encoded text is not UTF-8: {e}")))?;
    Ok(decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_strictly() {
        let fields = Fields::read("q=a+b%C3%A0&x=1&x=2&&y").unwrap_or_else(|_| panic!("well encoded"));
        assert_eq!(fields.one("q").ok().flatten().as_deref(), Some("a bà"));
        assert_eq!(fields.all("x"), ["1", "2"]);
        assert!(fields.one("x").is_err() && fields.has("y") && !fields.has("z"));
        for bad in ["q=%", "q=%4", "q=%zz", "q=%ff", "%G0=1", "q=100%à"] {
            assert!(Fields::read(bad).is_err(), "{bad}");
        }
    }
}
