//! Trains the line model and measures it by cross-validation over publishers.
//!
//! `cargo run --release -p wirecopy-parse --features train --example train -- [--cv OUT.jsonl] [--write FOLDER] GOLD.jsonl…`

use std::collections::BTreeMap;
use std::io::Write;

use wirecopy_parse::lab::{Chain, KindSample, Kinds, Sample, Settings};
use wirecopy_parse::model::LineRole;

const FOLDS: u64 = 5;

struct Document {
    id: String,
    publisher: String,
    text: String,
    /// Roles of each line; one where the label is sure, none where nothing is known.
    roles: Vec<Vec<LineRole>>,
    is_article: bool,
    /// Labels derived from other gold: learnt from, never measured on.
    weak: bool,
}

impl Document {
    fn sample(&self, weak_weight: f32) -> Option<Sample> {
        if !self.is_article {
            return None;
        }
        if self.weak {
            return Sample::weak(&self.text, &self.roles, weak_weight);
        }
        let sure: Vec<LineRole> = self.roles.iter().filter_map(|roles| roles.first().copied()).collect();
        Sample::new(&self.text, &sure, 1.0)
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

fn fold(publisher: &str) -> u64 {
    let hash = publisher
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) % FOLDS
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut settings = Settings::default();
    let (mut weak, mut weak_weight) = (Vec::new(), 0.3);
    let (mut cv, mut write, mut files, mut kind_pull) = (None, None, Vec::new(), 1.0);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--cv" => cv = Some(value()?),
            "--write" => write = Some(value()?),
            "--epochs" => settings.epochs = value()?.parse()?,
            "--rate" => settings.rate = value()?.parse()?,
            "--pull" => settings.pull = value()?.parse()?,
            "--kind-pull" => kind_pull = value()?.parse()?,
            "--weak" => {
                let file = value()?;
                weak.push(file.clone());
                files.push(file);
            }
            "--weak-weight" => weak_weight = value()?.parse()?,
            _ => files.push(arg),
        }
    }
    let mut documents = Vec::new();
    for file in &files {
        for line in std::fs::read_to_string(file)?.lines() {
            let record: serde_json::Value = serde_json::from_str(line)?;
            let classes = record["line_classes"].as_array().map(Vec::as_slice).unwrap_or_default();
            documents.push(Document {
                id: record["id"].as_str().unwrap_or("").to_owned(),
                publisher: publisher(&record),
                text: record["text"].as_str().unwrap_or("").to_owned(),
                roles: classes.iter().map(|c| roles_of(c.as_str().unwrap_or(""))).collect(),
                weak: weak.contains(file),
                is_article: record["fields"]["is_article"].as_bool().unwrap_or(true),
            });
        }
    }
    let samples: Vec<Option<Sample>> = documents.iter().map(|d| d.sample(weak_weight)).collect();
    println!("{} documents, {} samples", documents.len(), samples.iter().flatten().count());
    let of = |d: &Document| fold(&d.publisher);
    // One model a fold, that saw no page of the fold's publishers.
    let chains: Vec<Chain> = (0..FOLDS)
        .map(|held_out| {
            let training = documents.iter().zip(&samples).filter(|(d, _)| of(d) != held_out);
            let training: Vec<&Sample> = training.filter_map(|(_, s)| s.as_ref()).collect();
            Chain::learn(&training, settings)
        })
        .collect();
    let chain_of = |d: &Document| &chains[usize::try_from(of(d)).unwrap_or(0)];
    // The model of kinds learns from courses of lines that are as uncertain as those of unseen pages.
    let seen: Vec<KindSample> = documents
        .iter()
        .map(|d| chain_of(d).observe(&d.text, d.is_article, if d.weak { weak_weight } else { 1.0 }))
        .collect();
    if let Some(path) = cv {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        let mut confusion: BTreeMap<(LineRole, LineRole), usize> = BTreeMap::new();
        for held_out in 0..FOLDS {
            let training: Vec<&KindSample> =
                documents.iter().zip(&seen).filter(|(d, _)| of(d) != held_out).map(|(_, s)| s).collect();
            let (kinds, _) = Kinds::learn(&training, kind_pull);
            for document in documents.iter().filter(|d| of(d) == held_out && !d.weak) {
                let parsed = chain_of(document).read(&document.text, &kinds);
                let lines = &parsed.layout().lines;
                if document.is_article {
                    let roles = chain_of(document).roles(&document.text);
                    for (gold, got) in document.roles.iter().zip(&roles) {
                        let gold = gold.first().copied().unwrap_or(LineRole::Furniture);
                        *confusion.entry((gold, *got)).or_default() += 1;
                    }
                }
                let lines: Vec<serde_json::Value> = lines
                    .iter()
                    .map(|l| serde_json::json!({"n": l.number, "role": l.role, "confidence": l.confidence}))
                    .collect();
                let articles: Vec<_> = parsed.articles().collect();
                let layout = parsed.layout().kind;
                let path = format!("{}.txt", document.id);
                let line =
                    serde_json::json!({"path": path, "layout": layout, "lines": lines, "articles": articles});
                writeln!(out, "{line}")?;
            }
        }
        report(&confusion);
    }
    if let Some(folder) = write {
        let all: Vec<&Sample> = samples.iter().flatten().collect();
        std::fs::write(format!("{folder}/weights.tsv"), Chain::learn(&all, settings).table())?;
        let all: Vec<&KindSample> = seen.iter().collect();
        std::fs::write(format!("{folder}/kind.tsv"), Kinds::learn(&all, kind_pull).1)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, clippy::cast_precision_loss, reason = "a program, not part of the library")]
fn report(confusion: &BTreeMap<(LineRole, LineRole), usize>) {
    let sum = |f: &dyn Fn(LineRole, LineRole) -> bool| -> usize {
        confusion.iter().filter(|((a, b), _)| f(*a, *b)).map(|(_, n)| n).sum()
    };
    let (mut macro_sum, mut n) = (0.0, 0);
    for role in LineRole::ALL {
        let (hit, gold, got) =
            (sum(&|a, b| a == role && b == role), sum(&|a, _| a == role), sum(&|_, b| b == role));
        let f1 = 2.0 * hit as f64 / (gold + got).max(1) as f64;
        println!("{:11} F1 {f1:.3} n {gold}", role.as_str());
        macro_sum += f1;
        n += 1;
    }
    let prose = |r: LineRole| r.is_prose();
    let header = |r: LineRole| r.is_header();
    let group = |f: &dyn Fn(LineRole) -> bool| {
        2.0 * sum(&|a, b| f(a) && f(b)) as f64 / (sum(&|a, _| f(a)) + sum(&|_, b| f(b))).max(1) as f64
    };
    println!(
        "macro {:.3} accuracy {:.3} body {:.3} header {:.3}",
        macro_sum / f64::from(n),
        sum(&|a, b| a == b) as f64 / sum(&|_, _| true) as f64,
        group(&prose),
        group(&header)
    );
    let mut wrong: Vec<_> = confusion.iter().filter(|((a, b), _)| a != b).collect();
    wrong.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
    let words: Vec<String> =
        wrong.iter().take(24).map(|((a, b), n)| format!("{}>{} {n}", a.as_str(), b.as_str())).collect();
    println!("{}", words.join("; "));
}
