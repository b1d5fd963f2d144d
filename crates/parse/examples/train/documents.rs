//! Labelled documents: read from files, one JSON line each, or from the seeds.

use std::path::Path;

use wirecopy_parse::lab::Sample;
use wirecopy_parse::model::LineRole;

use crate::publisher::publisher;

/// A labelled document.
#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) publisher: String,
    pub(crate) text: String,
    /// Roles of each line; one where the label is sure, none where nothing is known.
    pub(crate) roles: Vec<Vec<LineRole>>,
    pub(crate) is_article: bool,
    /// How much it counts for the readings of lines, and for the model of kinds.
    pub(crate) weight: f32,
    pub(crate) kind_weight: f32,
    /// Whether its labels were derived, and may leave lines open.
    pub(crate) derived: bool,
}

impl Document {
    /// The page that this is a rendering of (`page.form`, `page.form.hand`).
    pub(crate) fn page(&self) -> Option<&str> {
        Some(self.id.strip_suffix(".hand").unwrap_or(&self.id).rsplit_once('.')?.0)
    }

    /// Counts for less when it is mostly lists and headings: guides and rankings are written so, news seldom is, and
    /// what is labelled for its own sake may hold many of them.
    pub(crate) fn by_its_prose(mut self) -> Self {
        const GUIDE: f32 = 0.25;
        let count = |wanted: &[LineRole]| {
            self.roles.iter().filter(|roles| roles.first().is_some_and(|role| wanted.contains(role))).count()
        };
        let prose = count(&[LineRole::Paragraph, LineRole::Dateline]);
        let listed = count(&[LineRole::ListItem, LineRole::Crosshead, LineRole::Quote]);
        if self.is_article && listed * 2 > prose {
            self.weight *= GUIDE;
        }
        self
    }

    /// Pages that were labelled for their lines show how articles are written, not how often pages are none, nor what is none
    /// among news.
    pub(crate) fn of_rare_kinds(mut self) -> Self {
        const ARTICLE: f32 = 0.12;
        const OTHER: f32 = 0.8;
        self.kind_weight *= if self.is_article { ARTICLE } else { OTHER };
        self
    }

    /// Invented pages were made at the border of article and none, so each tells of kinds as much as a page and a half of those
    /// that nobody chose, however little it is to say of lines.
    pub(crate) fn of_chosen_kinds(mut self) -> Self {
        self.kind_weight = 1.6;
        self
    }

    /// What the model of lines learns from it; nothing when it is no article.
    pub(crate) fn sample(&self) -> Option<Sample> {
        if !self.is_article || self.weight <= 0.0 {
            return None;
        }
        if self.derived {
            return Sample::weak(&self.text, &self.roles, self.weight);
        }
        let sure: Vec<LineRole> = self.roles.iter().filter_map(|roles| roles.first().copied()).collect();
        Sample::new(&self.text, &sure, self.weight)
    }
}

fn role_of(class: &str) -> LineRole {
    match class {
        "title" => LineRole::Headline,
        "kicker" => LineRole::Kicker,
        "subtitle" => LineRole::Standfirst,
        "source" => LineRole::Source,
        "byline" => LineRole::Byline,
        "date" => LineRole::Date,
        "meta" => LineRole::Meta,
        "dateline_para" => LineRole::Dateline,
        "body" => LineRole::Paragraph,
        "heading" => LineRole::Crosshead,
        "caption" => LineRole::Caption,
        "credit" => LineRole::Credit,
        "list" => LineRole::ListItem,
        "quote" => LineRole::Quote,
        "note" => LineRole::Note,
        _ => LineRole::Furniture,
    }
}

fn roles_of(class: &str) -> Vec<LineRole> {
    if class == "?" { Vec::new() } else { class.split('|').map(role_of).collect() }
}

/// Reads a file of labelled documents, one JSON line each.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn read(
    path: &str,
    weight: f32,
    derived: bool,
) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let classes = record["line_classes"].as_array().map(Vec::as_slice).unwrap_or_default();
        documents.push(Document {
            id: record["id"].as_str().unwrap_or("").to_owned(),
            publisher: publisher(&record),
            text: record["text"].as_str().unwrap_or("").to_owned(),
            roles: classes.iter().map(|c| roles_of(c.as_str().unwrap_or(""))).collect(),
            is_article: record["fields"]["is_article"].as_bool().unwrap_or(true),
            weight,
            kind_weight: weight,
            derived,
        });
    }
    Ok(documents)
}

/// Reads the kinds of a collection of pages, for the model of kinds alone; lines are not labelled. What other collections call an
/// article is mostly a guide or a shop's blog, so their articles count as `articles`, the rest as `weight`.
///
/// `page_type` is `article` or names another kind. Long texts are cut, as crawl samples are.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn read_kinds(
    path: &str,
    weight: f32,
    articles: f32,
) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    const LONG: usize = 3200;
    const CUT: usize = 2000;
    let mut documents = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let is_article = record["page_type"] == "article";
        let weight = if is_article { articles } else { weight };
        if weight == 0.0 {
            continue;
        }
        let whole = record["text"].as_str().unwrap_or("");
        let cut = if whole.chars().count() > LONG { CUT } else { LONG };
        documents.push(Document {
            id: record["id"].as_str().unwrap_or("").to_owned(),
            publisher: publisher(&record),
            text: whole.chars().take(cut).collect(),
            roles: Vec::new(),
            is_article,
            weight,
            kind_weight: weight,
            derived: false,
        });
    }
    Ok(documents)
}

/// Reads the seeds whose text is UTF-8, with the roles that their records expect.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn read_seeds(folder: &Path, weight: f32) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("hostile") {
            documents.extend(read_seeds(&path, weight)?);
        }
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let record: toml::Table = std::fs::read_to_string(&path)?.parse()?;
        let Ok(text) = std::fs::read_to_string(path.with_extension("txt")) else { continue };
        let Some(expect) = record.get("expect").and_then(toml::Value::as_table) else { continue };
        let words = expect.get("roles").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let role = |word: &toml::Value| {
            LineRole::ALL.into_iter().find(|role| Some(role.as_str()) == word.as_str()).into_iter().collect()
        };
        documents.push(Document {
            id: path.display().to_string(),
            // Told from the folder's name on: where the folder stands must not move it to another fold.
            publisher: {
                let name = path.components().rev().take_while(|part| part.as_os_str() != "seeds");
                let parts: Vec<_> = name.map(|part| part.as_os_str().to_string_lossy()).collect();
                format!("seeds/{}", parts.into_iter().rev().collect::<Vec<_>>().join("/"))
            },
            text: text.trim_start_matches('\u{feff}').to_owned(),
            roles: words.iter().map(role).collect(),
            is_article: expect.get("kind").and_then(toml::Value::as_str) != Some("not_article"),
            weight,
            kind_weight: weight,
            derived: false,
        });
    }
    Ok(documents)
}
