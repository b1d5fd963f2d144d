//! Labelled documents: read from files, one JSON line each, or from the seeds.

use std::path::Path;

use wirecopy_parse::lab::Sample;
use wirecopy_parse::model::LineRole;

/// A labelled document.
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) publisher: String,
    pub(crate) text: String,
    /// Roles of each line; one where the label is sure, none where nothing is known.
    pub(crate) roles: Vec<Vec<LineRole>>,
    pub(crate) is_article: bool,
    /// How much it counts.
    pub(crate) weight: f32,
    /// Measured on; what is derived or invented is only learnt from.
    pub(crate) measured: bool,
}

impl Document {
    /// Whether its labels were derived and leave some lines open.
    pub(crate) fn is_weak(&self) -> bool {
        self.roles.iter().any(|roles| roles.len() != 1)
    }

    /// What the model of lines learns from it; nothing when it is no article.
    pub(crate) fn sample(&self) -> Option<Sample> {
        if !self.is_article {
            return None;
        }
        if self.is_weak() {
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
    measured: bool,
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
            measured,
        });
    }
    Ok(documents)
}

/// Reads what a collection of pages says is no article, for the model of kinds alone; lines are not labelled. What other
/// collections call an article may be a guide or a shop's blog, so their articles are left out.
///
/// `page_type` is `article` or names another kind. Long texts are cut, as crawl samples are.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn read_kinds(path: &str, weight: f32) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    const LONG: usize = 3200;
    const CUT: usize = 2000;
    let mut documents = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        if record["page_type"] == "article" {
            continue;
        }
        let whole = record["text"].as_str().unwrap_or("");
        let cut = if whole.chars().count() > LONG { CUT } else { LONG };
        documents.push(Document {
            id: record["id"].as_str().unwrap_or("").to_owned(),
            publisher: publisher(&record),
            text: whole.chars().take(cut).collect(),
            roles: Vec::new(),
            is_article: false,
            weight,
            measured: false,
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
            publisher: path.display().to_string(),
            text: text.trim_start_matches('\u{feff}').to_owned(),
            roles: words.iter().map(role).collect(),
            is_article: expect.get("kind").and_then(toml::Value::as_str) != Some("not_article"),
            weight,
            measured: false,
        });
    }
    Ok(documents)
}

/// Host of an address without its last labels, or the file's path: pages of one publisher share it.
fn publisher(record: &serde_json::Value) -> String {
    let text = |key: &str| record[key].as_str().unwrap_or("");
    let host = text("url").split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("");
    if !host.is_empty() {
        let labels: Vec<&str> = host.split('.').collect();
        let public = ["com", "co", "org", "net", "gov", "ac", "or", "ne"];
        let keep = labels.iter().rev().take_while(|l| l.len() <= 2 || public.contains(l)).count() + 1;
        return labels[labels.len().saturating_sub(keep)..].join(".");
    }
    let file = text("path").rsplit('/').next().unwrap_or("");
    let stem: String = file.chars().take_while(|c| c.is_alphabetic()).collect();
    if stem.len() > 2 { stem } else { record["id"].to_string() }
}
