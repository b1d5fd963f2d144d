//! What comparing letters does not see: values cut in the middle of a pair of marks, labels kept, signs that are no text.

use wirecopy_parse::model::{Article, Stamp};

use crate::expectations::{Differ, letters};
use crate::seed::Expect;

/// Marks that come in pairs.
const PAIRS: &[(char, char)] = &[
    ('«', '»'),
    ('(', ')'),
    ('[', ']'),
    ('（', '）'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('【', '】'),
];

/// Residue of markup and of terminals.
const RESIDUE: &[&str] = &["&quot;", "&amp;", "&nbsp;", "&lt;", "&gt;", "&#39;", "\u{1b}"];

/// Compares the signs of a record's values with those that the reader left.
pub(crate) fn compare(expect: &Expect, article: &Article, differ: &mut Differ<'_>) {
    let source = article.source.as_ref().map(|source| &source.name);
    let mut pairs = vec![
        ("headline", expect.headline.as_deref(), article.headline()),
        ("source", expect.source.as_deref(), source.map(String::as_str)),
        ("kicker", expect.kicker.as_deref(), article.kicker.as_deref()),
        ("standfirst", expect.standfirst.as_deref(), article.standfirst.as_deref()),
    ];
    for caption in &expect.captions {
        let key = letters(caption.text.as_deref());
        let same = |figure: &&wirecopy_parse::model::Figure| letters(figure.caption.as_deref()) == key;
        let figure = article.figures.iter().find(same).filter(|_| !key.is_empty());
        pairs.push(("caption", caption.text.as_deref(), figure.and_then(|figure| figure.caption.as_deref())));
    }
    for (field, expected, got) in pairs {
        // Where the letters differ the value is wrong already.
        let (Some(expected), Some(got)) = (expected, got) else { continue };
        if letters(Some(expected)) == letters(Some(got)) && ends(expected) != ends(got) {
            differ("signs", format!("{field} {expected:?}"), format!("{got:?}"));
            return;
        }
    }
    if let Some((field, value)) = values(article).find(|(_, value)| is_marred(value)) {
        differ("signs", format!("{field} without residue"), format!("{value:?}"));
        return;
    }
    let labelled = |raw: &str| raw.contains([':', '：']);
    let said = expect.captions.iter().filter_map(|caption| caption.credit.as_deref()).any(labelled);
    let kept = article
        .figures
        .iter()
        .filter_map(|figure| figure.credit.as_ref())
        .find(|credit| labelled(&credit.raw));
    if let Some(credit) = kept.filter(|_| !said) {
        differ("signs", "credit without label".to_owned(), format!("{:?}", credit.raw));
    }
}

/// The signs before the first letter and behind the last, quotation marks in one form.
fn ends(value: &str) -> (String, String) {
    let is_sign = |c: char| !c.is_alphanumeric();
    let plain = |signs: &str| -> String {
        let kept = signs.chars().filter(|c| {
            !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        });
        kept.map(|c| if matches!(c, '“' | '”' | '„') { '"' } else { c }).collect()
    };
    let first = value.find(|c| !is_sign(c)).unwrap_or(value.len());
    let last = value.trim_end_matches(is_sign).len();
    (plain(&value[..first]), plain(&value[last.max(first)..]))
}

/// All words of the record that are no raw ones.
fn values(article: &Article) -> impl Iterator<Item = (&'static str, &str)> {
    let fields = [
        ("headline", article.headline()),
        ("kicker", article.kicker.as_deref()),
        ("standfirst", article.standfirst.as_deref()),
        ("source", article.source.as_ref().map(|source| source.name.as_str())),
    ];
    fields
        .into_iter()
        .filter_map(|(field, value)| Some((field, value?)))
        .chain(article.bylines.iter().map(|byline| ("byline", byline.name.as_str())))
        .chain(article.figures.iter().filter_map(|figure| Some(("caption", figure.caption.as_deref()?))))
        .chain(article.body.iter().map(|block| ("body", block.text.as_str())))
        .chain(article.notes.iter().map(|note| ("note", note.text.as_str())))
}

/// Whether a value holds residue, opens with an ornament or a pointer, or lost one half of a pair of marks at its end.
fn is_marred(value: &str) -> bool {
    let count = |mark: char| value.matches(mark).count();
    let cut = PAIRS.iter().any(|(open, close)| {
        count(*open) == count(*close) + 1 && !value.ends_with(['.', '。']) && value.chars().count() < 60
    });
    RESIDUE.iter().any(|residue| value.contains(residue))
        || value.chars().any(|c| c.is_ascii_control() && c != '\n')
        || value.starts_with(['▲', '▼', '■', '◆', '◇', '△', '▽', '▶', '►'])
        || cut
}

#[test]
fn what_letters_do_not_show() {
    assert_ne!(ends("Журнал «Окраина»"), ends("Журнал «Окраина"));
    assert_eq!(ends("“The horn” fell"), ends("\"The horn\" fell"));
    assert!(is_marred("Журнал «Окраина") && is_marred("say &quot;no&quot;") && is_marred("▲ The bridge"));
    assert!(!is_marred("The (old) bridge “of sighs”") && !is_marred(&Stamp::default().raw));
}
