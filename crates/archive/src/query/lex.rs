use std::ops::Range;

use super::error;
use crate::error::QueryError;

/// A piece of a query and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or a `-` right before what it negates.
    Not,
    /// A name with its colon; the value follows at once.
    Field(String),
    Word(String),
    Quoted(String),
}

/// Quotation marks, straight and as word processors set them; any closes any, since they are mixed by copying.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Cuts a query into its pieces.
pub(super) fn lex(query: &str) -> Result<Vec<Token>, QueryError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    // Whether the next piece is the value of a field, where `-`, `AND` and colons mean nothing.
    let mut value = false;
    while let Some(c) = query.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + c.len_utf8();
        let next = query.get(end..).and_then(|rest| rest.chars().next());
        if c.is_whitespace() {
            at = end;
            value = false;
            continue;
        }
        let kind = match c {
            '(' => Kind::Open,
            ')' => Kind::Close,
            '-' if !value && next.is_some_and(|n| !n.is_whitespace() && n != '-' && n != ')') => Kind::Not,
            c if is_quote(c) => {
                let (text, after) = quoted(query, at, end)?;
                tokens.push(Token { kind: Kind::Quoted(text), span: at..after });
                at = after;
                value = false;
                continue;
            }
            _ => {
                let token = word(query, at, value)?;
                at = token.span.end;
                value = matches!(token.kind, Kind::Field(_));
                tokens.push(token);
                continue;
            }
        };
        value = false;
        tokens.push(Token { kind, span: at..end });
        at = end;
    }
    Ok(tokens)
}

/// The text after an opening quotation mark and where it ends behind the closing one.
fn quoted(query: &str, open: usize, start: usize) -> Result<(String, usize), QueryError> {
    let rest = query.get(start..).unwrap_or_default();
    let Some((len, mark)) = rest.char_indices().find(|(_, c)| is_quote(*c)) else {
        let help = "close the phrase with a second quotation mark".to_owned();
        return Err(error("a phrase begins here and never ends", open..query.len(), help));
    };
    Ok((rest.get(..len).unwrap_or_default().to_owned(), start + len + mark.len_utf8()))
}

/// The word, operator or field that begins here.
fn word(query: &str, start: usize, value: bool) -> Result<Token, QueryError> {
    let rest = query.get(start..).unwrap_or_default();
    let stops = |c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c);
    let len = rest.find(stops).unwrap_or(rest.len());
    let text = rest.get(..len).unwrap_or_default();
    let span = start..start + len;
    if !value {
        match text {
            "AND" => return Ok(Token { kind: Kind::And, span }),
            "OR" => return Ok(Token { kind: Kind::Or, span }),
            "NOT" => return Ok(Token { kind: Kind::Not, span }),
            _ => {}
        }
        if let Some((name, after)) = text.split_once(':') {
            let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
            // An address is a word, whatever stands before its colon.
            if is_name && !after.starts_with("//") {
                let span = start..start + name.len() + 1;
                let follows = query.get(span.end..).and_then(|rest| rest.chars().next());
                if follows.is_none_or(|c| c.is_whitespace() || c == ')') {
                    let help = format!(
                        "write it right after the colon, such as {name}:word or {name}:\"two words\""
                    );
                    return Err(error(format!("`{name}:` has no value"), span, help));
                }
                return Ok(Token { kind: Kind::Field(name.to_ascii_lowercase()), span });
            }
        }
    }
    Ok(Token { kind: Kind::Word(text.to_owned()), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(query: &str) -> Vec<Kind> {
        lex(query).unwrap().into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn pieces_are_told_apart() {
        let word = |text: &str| Kind::Word(text.to_owned());
        let field = |text: &str| Kind::Field(text.to_owned());
        let quoted = |text: &str| Kind::Quoted(text.to_owned());
        assert_eq!(kinds("e-mail -ferry and"), [word("e-mail"), Kind::Not, word("ferry"), word("and")]);
        assert_eq!(kinds("a – b - c"), [word("a"), word("–"), word("b"), word("-"), word("c")]);
        assert_eq!(kinds("Source:reuters"), [field("source"), word("reuters")]);
        assert_eq!(kinds("source:\"The AND\""), [field("source"), quoted("The AND")]);
        assert_eq!(kinds("published:-x"), [field("published"), word("-x")]);
        assert_eq!(kinds("a(b OR c)"), [word("a"), Kind::Open, word("b"), Kind::Or, word("c"), Kind::Close]);
        assert_eq!(kinds("https://example.com 10:30"), [word("https://example.com"), word("10:30")]);
        assert_eq!(kinds("“smart” «quotes»"), [quoted("smart"), quoted("quotes")]);
    }

    #[test]
    fn what_is_not_finished_is_shown_at_its_place() {
        assert_eq!(lex("bridge \"closed").unwrap_err().span, 7..14);
        assert_eq!(lex("a source: b").unwrap_err().span, 2..9);
    }
}
