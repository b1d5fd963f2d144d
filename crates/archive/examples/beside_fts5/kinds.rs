//! The twelve kinds of questions, each with twenty of its kind, in the words of both.

use std::error::Error;

use rusqlite::Connection;
use wirecopy_archive::{Archive, FacetField, SearchRequest};

/// Questions of a kind.
pub(crate) const N: usize = 20;

/// The name of a kind, and its questions.
pub(crate) type Kind = (&'static str, Vec<Question>);

/// One question in the words of both.
pub(crate) struct Question {
    pub(crate) request: SearchRequest,
    /// The full-text query; empty where there is none.
    pub(crate) fts: String,
    /// First day, and the first after the last.
    pub(crate) dates: Option<(String, String)>,
    /// Whether it asks for two facets.
    pub(crate) facets: bool,
    /// Whether it asks how many there are. The archive always says.
    pub(crate) count: bool,
}

/// The questions by their kinds.
pub(crate) fn kinds(archive: &Archive, beside: &Connection) -> Result<Vec<Kind>, Box<dyn Error>> {
    beside.execute_batch("create virtual table temp.vocabulary using fts5vocab(main, fts, row)")?;
    let n: f64 = beside.query_row("select count(*) from article", [], |row| row.get::<_, u32>(0))?.into();
    let rare = words(beside, 3.0, (n * 0.0005).max(12.0))?;
    let mid = words(beside, n * 0.005, n * 0.02)?;
    let frequent = words(beside, n * 0.2, n)?;
    let (two, three) = (phrases(archive, 2)?, phrases(archive, 3)?);
    let year = |at: usize| (format!("{}-01-01", 2010 + at % 10), format!("{}-01-01", 2011 + at % 10));
    let at = |list: &[String], at: usize| list[at % list.len()].clone();
    let dated = |query: &str, at: usize| format!("{query} published:{}", 2010 + at % 10).trim().to_owned();
    type Make<'m> = Box<dyn Fn(usize) -> Question + 'm>;
    let plain = |query: String, fts: String| Question::new(query, fts);
    let list: Vec<(&str, Make<'_>)> = vec![
        ("rare term", Box::new(|i| plain(at(&rare, i), at(&rare, i)))),
        ("mid term", Box::new(|i| plain(at(&mid, i), at(&mid, i)))),
        ("frequent term", Box::new(|i| plain(at(&frequent, i), at(&frequent, i)))),
        ("phrase of 2 words", Box::new(|i| plain(quoted(&at(&two, i)), quoted(&at(&two, i))))),
        ("phrase of 3 words", Box::new(|i| plain(quoted(&at(&three, i)), quoted(&at(&three, i))))),
        (
            "AND of 2",
            Box::new(|i| {
                let (one, other) = (at(&mid, i), at(&frequent, i));
                plain(format!("{one} {other}"), format!("{one} AND {other}"))
            }),
        ),
        (
            "OR of 3",
            Box::new(|i| {
                let any = [at(&frequent, i), at(&mid, i), at(&frequent, i + 7)].join(" OR ");
                plain(any.clone(), any)
            }),
        ),
        (
            "AND NOT",
            Box::new(|i| {
                let (one, other) = (at(&mid, i), at(&frequent, i));
                plain(format!("{one} -{other}"), format!("{one} NOT {other}"))
            }),
        ),
        ("term + one year", Box::new(|i| plain(dated(&at(&mid, i), i), at(&mid, i)).dated(year(i)))),
        (
            "term + year + 2 facets + count",
            Box::new(|i| {
                let word = at(&frequent, i);
                plain(dated(&word, i), word).dated(year(i)).counted(true)
            }),
        ),
        (
            "browse a year + 2 facets",
            Box::new(|i| plain(dated("", i), String::new()).dated(year(i)).counted(true)),
        ),
        (
            "frequent term + exact count",
            Box::new(|i| plain(at(&frequent, i), at(&frequent, i)).counted(false)),
        ),
    ];
    Ok(list.into_iter().map(|(kind, make)| (kind, (0..N).map(make).collect())).collect())
}

impl Question {
    fn new(query: String, fts: String) -> Self {
        let request = SearchRequest { limit: 10, ..SearchRequest::new(query) };
        Self { request, fts, dates: None, facets: false, count: false }
    }

    fn dated(mut self, dates: (String, String)) -> Self {
        self.dates = Some(dates);
        self
    }

    fn counted(mut self, facets: bool) -> Self {
        self.count = true;
        self.facets = facets;
        if facets {
            self.request.facets = vec![FacetField::Source, FacetField::Month];
        }
        self
    }
}

/// Words that stand in so many articles: twenty of them, spread over the alphabet.
fn words(beside: &Connection, least: f64, most: f64) -> Result<Vec<String>, Box<dyn Error>> {
    let mut statement = beside.prepare(
        "select term from temp.vocabulary where doc between ?1 and ?2 and term glob '[a-z][a-z][a-z]*' order by term",
    )?;
    let all: Vec<String> = statement.query_map([least, most], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let all: Vec<String> = all
        .into_iter()
        .filter(|word| {
            word.bytes().all(|byte| byte.is_ascii_lowercase()) && !["and", "not"].contains(&word.as_str())
        })
        .collect();
    if all.is_empty() {
        return Err(format!("no word stands in {least:.0} to {most:.0} articles").into());
    }
    let step = (all.len() / N).max(1);
    Ok(all.into_iter().step_by(step).take(N).collect())
}

/// Words that stand one after the other in some article.
fn phrases(archive: &Archive, n_words: usize) -> Result<Vec<String>, Box<dyn Error>> {
    let step = (usize::try_from(archive.stats()?.records)? / (N + 1)).max(1);
    let mut found = Vec::new();
    for stored in archive.records()?.step_by(step) {
        let body = stored?.article.body_text();
        let words: Vec<&str> = body.split(' ').collect();
        let plain = |word: &&str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let middle = words.get(words.len() / 3..).unwrap_or_default();
        if let Some(run) = middle.windows(n_words).find(|run| run.iter().all(plain) && run[0].len() > 4) {
            found.push(run.join(" "));
        }
    }
    found.truncate(N);
    if found.is_empty() { Err("no phrases".into()) } else { Ok(found) }
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}
