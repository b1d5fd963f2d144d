use std::ops::Range;

use super::ast::{Node, Text, TextField};
use super::lex::{Kind, Token, lex};
use super::{MAX_DEPTH, MAX_LENGTH, MAX_TERMS, date, error};
use crate::error::QueryError;
use crate::index::text::Scanner;
use crate::request::FacetField;

/// Fields as people write them, with the names that others use for the same.
static FIELDS: &[(&str, Field)] = &[
    ("headline", Field::Text(TextField::Headline)),
    ("title", Field::Text(TextField::Headline)),
    ("body", Field::Text(TextField::Body)),
    ("source", Field::Text(TextField::Source)),
    ("author", Field::Text(TextField::Author)),
    ("byline", Field::Text(TextField::Author)),
    ("place", Field::Text(TextField::Place)),
    ("credit", Field::Text(TextField::Credit)),
    ("section", Field::Text(TextField::Section)),
    ("lang", Field::Value(FacetField::Language)),
    ("language", Field::Value(FacetField::Language)),
    ("kind", Field::Value(FacetField::Kind)),
    ("published", Field::Published),
    ("date", Field::Published),
    ("before", Field::Before),
    ("after", Field::After),
];

#[derive(Debug, Clone, Copy)]
enum Field {
    Text(TextField),
    Value(FacetField),
    Published,
    Before,
    After,
}

/// Reads a query; an empty one asks for everything.
pub(crate) fn parse(query: &str) -> Result<Node, QueryError> {
    if query.len() > MAX_LENGTH {
        let end = (0..=MAX_LENGTH).rev().find(|&end| query.is_char_boundary(end)).unwrap_or(0);
        let help = "leave words out, or ask in several queries".to_owned();
        return Err(error(format!("the query is longer than {MAX_LENGTH} bytes"), end..query.len(), help));
    }
    let tokens = lex(query)?;
    if tokens.is_empty() {
        return Ok(Node::All);
    }
    let mut parser = Parser { tokens, at: 0, depth: 0, n_terms: 0, len: query.len() };
    let node = parser.any_of(TextField::Any)?;
    if let Some(token) = parser.tokens.get(parser.at) {
        let help = "take it away, or open the parenthesis it closes".to_owned();
        return Err(error("this parenthesis was never opened", token.span.clone(), help));
    }
    node.ok_or_else(|| {
        let help = "write a word, a phrase in quotes, or a field such as source:name".to_owned();
        error("there is no word in the query to look for", 0..query.len(), help)
    })
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    n_terms: usize,
    len: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// `a b OR c`: alternatives, each of which is a row of things that must all be there. `None` when there is nothing in
    /// it to look for, such as a dash.
    fn any_of(&mut self, field: TextField) -> Result<Option<Node>, QueryError> {
        let mut nodes = Vec::new();
        loop {
            nodes.extend(self.all_of(field)?);
            if self.peek() != Some(&Kind::Or) {
                break;
            }
            self.operand_follows()?;
        }
        Ok(join(nodes, Node::Or))
    }

    fn all_of(&mut self, field: TextField) -> Result<Option<Node>, QueryError> {
        let mut nodes = Vec::new();
        nodes.extend(self.one(field)?);
        loop {
            match self.peek() {
                None | Some(Kind::Close | Kind::Or) => break,
                Some(Kind::And) => self.operand_follows()?,
                Some(_) => {}
            }
            nodes.extend(self.one(field)?);
        }
        Ok(join(nodes, Node::And))
    }

    /// Passes an operator that must have something to its right.
    fn operand_follows(&mut self) -> Result<(), QueryError> {
        let Some(operator) = self.take() else { return Ok(()) };
        match self.peek() {
            None | Some(Kind::Close | Kind::Or | Kind::And) => Err(operand_missing(&operator, "right")),
            Some(_) => Ok(()),
        }
    }

    fn one(&mut self, field: TextField) -> Result<Option<Node>, QueryError> {
        let Some(token) = self.take() else { return Ok(None) };
        match token.kind {
            Kind::And | Kind::Or => Err(operand_missing(&token, "left")),
            Kind::Not => {
                if matches!(self.peek(), None | Some(Kind::Close | Kind::Or | Kind::And)) {
                    return Err(operand_missing(&token, "right"));
                }
                self.deeper(&token.span)?;
                let node = self.one(field)?;
                self.depth -= 1;
                Ok(node.map(|node| match node {
                    Node::Not(inner) => *inner,
                    node => Node::Not(Box::new(node)),
                }))
            }
            Kind::Open => self.group(field, token.span),
            Kind::Close => {
                let help = "take it away, or put something before it".to_owned();
                Err(error("there is nothing before this parenthesis", token.span, help))
            }
            Kind::Field(name) => self.field(&name, token.span),
            Kind::Word(text) => self.word(field, &text, token.span),
            Kind::Quoted(text) => self.text(field, &text, true, token.span),
        }
    }

    fn group(&mut self, field: TextField, open: Range<usize>) -> Result<Option<Node>, QueryError> {
        self.deeper(&open)?;
        if self.peek() == Some(&Kind::Close) {
            let end = self.take().map_or(open.end, |close| close.span.end);
            let help = "put words between them, or take them away".to_owned();
            return Err(error("there is nothing between these parentheses", open.start..end, help));
        }
        let node = self.any_of(field)?;
        if self.take().is_none() {
            let help = "close it with `)`, or put it in quotes to look for it".to_owned();
            return Err(error("this parenthesis is never closed", open, help));
        }
        self.depth -= 1;
        Ok(node)
    }

    fn deeper(&mut self, span: &Range<usize>) -> Result<(), QueryError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let help = "write it flatter: `a (b (c))` is `a b c`".to_owned();
            return Err(error(
                format!("more than {MAX_DEPTH} levels inside one another"),
                span.clone(),
                help,
            ));
        }
        Ok(())
    }

    /// What stands behind `name:`.
    fn field(&mut self, name: &str, span: Range<usize>) -> Result<Option<Node>, QueryError> {
        let known = FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
        let Some(field) = known else {
            let help = format!(
                "fields are headline, body, source, author, place, credit, lang, kind, section, published, before, \
                 after; to look for the words, put them in quotes: \"{name}: …\""
            );
            return Err(error(format!("there is no field `{name}`"), span, help));
        };
        let Some(value) = self.take() else { return Ok(None) };
        let (text, quoted) = match value.kind {
            Kind::Open => {
                return match field {
                    Field::Text(field) => self.group(field, value.span),
                    _ => {
                        let help = format!("write {name}: before each value, with OR between them");
                        Err(error(format!("`{name}:` takes one value"), value.span, help))
                    }
                };
            }
            Kind::Word(text) => (text, false),
            Kind::Quoted(text) => (text, true),
            _ => {
                let help = format!("write it right after the colon, such as {name}:word");
                return Err(error(format!("`{name}:` has no value"), span.start..value.span.end, help));
            }
        };
        let whole = value.span;
        match field {
            Field::Text(field) if quoted => self.text(field, &text, true, whole),
            Field::Text(field) => self.word(field, &text, whole),
            Field::Value(facet) => self.value(facet, &text, whole).map(Some),
            Field::Published => self.dates(date::published(text.trim(), whole.clone())?, &whole).map(Some),
            Field::Before => {
                self.dates((None, Some(date::start(text.trim(), whole.clone())?)), &whole).map(Some)
            }
            Field::After => {
                self.dates((Some(date::end(text.trim(), whole.clone())?), None), &whole).map(Some)
            }
        }
    }

    fn dates(&mut self, bounds: (Option<i64>, Option<i64>), span: &Range<usize>) -> Result<Node, QueryError> {
        self.count(span)?;
        Ok(Node::Dates(bounds.0, bounds.1))
    }

    fn value(&mut self, facet: FacetField, text: &str, span: Range<usize>) -> Result<Node, QueryError> {
        self.count(&span)?;
        let value = text.trim().to_lowercase();
        let kinds = ["article", "stub", "not_article"];
        if facet == FacetField::Kind && !kinds.contains(&value.as_str()) {
            let help = "kinds are article, stub, not_article".to_owned();
            return Err(error(format!("there is no kind `{value}`"), span, help));
        }
        Ok(Node::Value(facet, value))
    }

    fn word(&mut self, field: TextField, text: &str, span: Range<usize>) -> Result<Option<Node>, QueryError> {
        if text == "*" && field == TextField::Any {
            return Ok(Some(Node::All));
        }
        let stem = text.strip_suffix('*').unwrap_or(text);
        if let Some(at) = stem.find('*') {
            let at = span.start + at;
            let help = "a star may stand at the end of a word only, for any ending: minist*".to_owned();
            return Err(error("a star inside of a word", at..at + 1, help));
        }
        self.text(field, text, false, span)
    }

    fn text(
        &mut self,
        field: TextField,
        text: &str,
        quoted: bool,
        span: Range<usize>,
    ) -> Result<Option<Node>, QueryError> {
        let stem = text.strip_suffix('*');
        let prefix = stem.is_some();
        let text = stem.unwrap_or(text);
        let Some(n_tokens) = tokens(text) else { return Ok(None) };
        let last_goes_on = text.chars().next_back().is_some_and(|c| !c.is_whitespace());
        for _ in 0..n_tokens.div_ceil(4) {
            self.count(&span)?;
        }
        if prefix && quoted && !last_goes_on {
            let help = "put the star right behind the last letters: \"prime minist*\"".to_owned();
            return Err(error("a star that belongs to no word", span, help));
        }
        Ok(Some(Node::Text(Text { field, text: text.to_owned(), quoted, prefix, span })))
    }

    fn count(&mut self, span: &Range<usize>) -> Result<(), QueryError> {
        self.n_terms += 1;
        if self.n_terms > MAX_TERMS {
            let help = "leave words out, or ask in several queries".to_owned();
            return Err(error(format!("more than {MAX_TERMS} words and values"), span.start..self.len, help));
        }
        Ok(())
    }
}

/// How many tokens a text has; `None` when there is none.
fn tokens(text: &str) -> Option<usize> {
    use tantivy::tokenizer::TokenStream;
    let mut scanner = Scanner::new(text);
    let mut n = 0;
    while scanner.advance() {
        n += 1;
    }
    (n > 0).then_some(n)
}

/// One node alone, several under a common one, none at all.
fn join(mut nodes: Vec<Node>, under: fn(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(under(nodes)) } else { nodes.pop() }
}

fn operand_missing(operator: &Token, side: &str) -> QueryError {
    let sign = match operator.kind {
        Kind::And => "AND",
        Kind::Or => "OR",
        _ => "NOT",
    };
    let help = format!(
        "put a word there, or write \"{}\" in small letters to look for the word",
        sign.to_lowercase()
    );
    error(format!("`{sign}` has nothing to its {side}"), operator.span.clone(), help)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tree in one line.
    fn shown(query: &str) -> String {
        fn show(node: &Node) -> String {
            let list = |nodes: &[Node], between: &str| {
                format!("({})", nodes.iter().map(show).collect::<Vec<_>>().join(between))
            };
            match node {
                Node::All => "*".to_owned(),
                Node::Text(text) => {
                    let star = if text.prefix { "*" } else { "" };
                    let quote = if text.quoted { "\"" } else { "" };
                    let field = if text.field == TextField::Any {
                        String::new()
                    } else {
                        format!("{:?}:", text.field)
                    };
                    format!("{field}{quote}{}{star}{quote}", text.text)
                }
                Node::Value(field, value) => format!("{field:?}={value}"),
                Node::Dates(from, to) => format!("{from:?}..{to:?}"),
                Node::And(nodes) => list(nodes, " & "),
                Node::Or(nodes) => list(nodes, " | "),
                Node::Not(node) => format!("!{}", show(node)),
            }
        }
        parse(query).map_or_else(|e| format!("{} at {:?}", e.message, e.span), |node| show(&node))
    }

    #[test]
    fn queries_are_read_as_meant() {
        for (query, expected) in [
            ("", "*"),
            ("  ", "*"),
            ("bridge", "bridge"),
            ("bridge ferry", "(bridge & ferry)"),
            ("bridge AND ferry", "(bridge & ferry)"),
            ("a b OR c", "((a & b) | c)"),
            ("a (b OR c) -d", "(a & (b | c) & !d)"),
            ("NOT NOT a", "a"),
            ("-(a b)", "!(a & b)"),
            ("\"prime minist*\"", "\"prime minist*\""),
            ("minist* – x", "(minist* & x)"),
            ("headline:(tax OR \"car park\")", "(Headline:tax | Headline:\"car park\")"),
            ("lang:ZH kind:stub", "(Language=zh & Kind=stub)"),
            ("published:1970 x", "(Some(0)..Some(31536000) & x)"),
            ("before:1970 after:1970", "(None..Some(0) & Some(31536000)..None)"),
            ("https://a.example/b", "https://a.example/b"),
            ("*", "*"),
        ] {
            assert_eq!(shown(query), expected, "{query}");
        }
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        for (query, expected) in [
            ("a OR", "`OR` has nothing to its right at 2..4"),
            ("AND a", "`AND` has nothing to its left at 0..3"),
            ("a NOT", "`NOT` has nothing to its right at 2..5"),
            ("(a", "this parenthesis is never closed at 0..1"),
            ("a)", "this parenthesis was never opened at 1..2"),
            ("a ()", "there is nothing between these parentheses at 2..4"),
            ("foo:bar", "there is no field `foo` at 0..4"),
            ("kind:x", "there is no kind `x` at 5..6"),
            ("published:July", "`July` is no date at 10..14"),
            ("mi*st", "a star inside of a word at 2..3"),
            ("– …", "there is no word in the query to look for at 0..7"),
            ("lang:(de OR fr)", "`lang:` takes one value at 5..6"),
        ] {
            assert_eq!(shown(query), expected, "{query}");
        }
    }

    #[test]
    fn limits_hold() {
        assert!(shown(&"(".repeat(MAX_DEPTH + 1)).contains("levels"));
        assert!(shown(&format!("{}a", "NOT ".repeat(MAX_DEPTH + 1))).contains("levels"));
        assert!(shown(&"a ".repeat(MAX_TERMS + 1)).contains("more than 100 words"));
        assert!(shown(&"a".repeat(MAX_LENGTH + 1)).contains("longer than"));
        assert_eq!(shown(&format!("{}a{}", "(".repeat(MAX_DEPTH), ")".repeat(MAX_DEPTH))), "a");
    }

    fn holds(query: &str) {
        if let Err(error) = parse(query) {
            assert!(query.get(error.span.clone()).is_some(), "{query:?}: {error:?}");
            assert!(!error.message.is_empty());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_at_a_place_in_it(query in "\\PC{0,80}") {
            holds(&query);
        }

        #[test]
        fn so_is_any_heap_of_pieces(pieces in proptest::collection::vec(0_usize..24, 0..40)) {
            let all = ["(", ")", "\"", " ", "-", "*", "AND", "OR", " NOT ", "headline:", "published:", "..", "2018",
                "2018-07", "lang:", "kind:", "经济", "é", ":", "“", "a", "before:", "\u{3000}", "x:"];
            let query: String = pieces.iter().filter_map(|&at| all.get(at)).copied().collect();
            holds(&query);
        }
    }
}
