//! Accuracy on pages of HTML whose article is known, beside other extractors when they are asked for.
//!
//! Two thirds of the pages, chosen by their publishers, may be looked at; the rest shows what is not learnt by heart.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::flags::ScoreHtml;
use crate::workspace::Workspace;
use crate::{run as process, tools};

/// Sets of pages by the start of their names, and what is known of them.
const SETS: [&str; 3] = ["fundus", "wcxb", "dates"];

/// Versions of the other extractors.
const PEERS: &str = "crates/parse/tools/score-html/peers.txt";

/// One page of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Page {
    id: String,
    address: String,
    file: String,
}

/// Runs the measurement.
pub(crate) fn run(workspace: &Workspace, options: &ScoreHtml) -> Result<bool> {
    let shared = workspace.root.parent().context("the workspace has no folder around it")?.join("shared");
    let corpus = options.corpus.clone().unwrap_or_else(|| shared.join("corpora").join("html"));
    let corpus = corpus.canonicalize().with_context(|| {
        format!("pages of known content should be at {}: give their folder with --corpus", corpus.display())
    })?;
    let scorer = shared.join("tools").join("score_html.py");
    ensure!(scorer.is_file(), "the scorer should be at {}", scorer.display());
    let index = corpus.join("index.tsv");
    let pages =
        pages(&fs::read_to_string(&index).with_context(|| format!("no index at {}", index.display()))?)?;
    let home = workspace.target.join("score").join("html");
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    let documents = home.join("pages");
    fs::create_dir_all(&documents)?;
    let mut n_bytes = 0;
    for page in &pages {
        n_bytes += unpack(&corpus.join(&page.file), &documents.join(format!("{}.html", page.id)))?;
    }

    let sh = workspace.shell()?;
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let records = home.join("records.jsonl");
    let began = Instant::now();
    // Exit code 1 means that some inputs had problems; what it could read is scored all the same.
    process::run(cmd!(sh, "{program} parse --quiet --jobs 1 --format jsonl {documents} -o {records}"))?;
    let seconds = began.elapsed().as_secs_f64();
    println!("wirecopy: {:.1} MB/s on one thread, records written", n_bytes as f64 / 1e6 / seconds);
    let mut answers = vec![home.join("wirecopy.jsonl")];
    fs::write(&answers[0], predictions(&fs::read_to_string(&records)?)?)?;
    if options.peers {
        answers.extend(peers(workspace, &sh, &index, &corpus, &home)?);
    }
    let gold = corpus.join("gold");
    let mut good = true;
    for (name, held) in [("two thirds, which may be looked at", false), ("the third that is held back", true)]
    {
        if held && options.open_only {
            continue;
        }
        for set in SETS {
            let ids: Vec<&str> = pages
                .iter()
                .filter(|page| is_held(page) == held && page.id.starts_with(set))
                .map(|page| page.id.as_str())
                .collect();
            let list = home.join(format!("{set}-{}.txt", if held { "held" } else { "open" }));
            fs::write(&list, ids.join("\n"))?;
            println!("==> {set}, {name}");
            let mut command = cmd!(sh, "python3 {scorer} {gold}").args(&answers).arg("--pages").arg(&list);
            if let Some(worst) = options.worst.filter(|_| !held) {
                command = command.args(["--worst".to_owned(), worst.to_string()]);
            }
            good &= process::run(command)?;
        }
    }
    if options.keep {
        println!("kept in {}", workspace.relative(&home));
    } else {
        fs::remove_dir_all(&home)?;
    }
    Ok(good)
}

/// The pages of an index: name, address, file.
fn pages(index: &str) -> Result<Vec<Page>> {
    index
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            let (Some(id), Some(address), Some(file)) = (cells.next(), cells.next(), cells.next()) else {
                anyhow::bail!("a line of the index without name, address and file: {line}");
            };
            let fit = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
            ensure!(id.chars().all(fit), "`{id}` is not fit for a file name");
            ensure!(!file.split(['/', '\\']).any(|part| part == ".."), "`{file}` climbs out of the corpus");
            Ok(Page { id, address, file })
        })
        .collect()
}

/// Whether a page is held back: one publisher in three, all of whose pages are.
fn is_held(page: &Page) -> bool {
    let host = page.address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(&page.id);
    let host = host.strip_prefix("www.").unwrap_or(host);
    // FNV-1a: the same on every machine.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in host.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    // Its low bits follow the last letter too closely.
    (hash >> 32).is_multiple_of(3)
}

/// Unpacks a page; says how many bytes it has.
fn unpack(packed: &Path, to: &Path) -> Result<u64> {
    let file = fs::File::create(to)?;
    let status = std::process::Command::new("gzip")
        .arg("-dc")
        .arg(packed)
        .stdout(file)
        .status()
        .context("cannot start `gzip`")?;
    ensure!(status.success(), "{} cannot be unpacked", packed.display());
    Ok(fs::metadata(to)?.len())
}

/// Records as the scorer wants them; of a page with several articles the first.
fn predictions(records: &str) -> Result<String> {
    let mut lines = String::new();
    for line in records.lines().filter(|line| !line.trim().is_empty()) {
        let record: Value = serde_json::from_str(line).context("a record is not JSON")?;
        if record["record"].as_u64().is_some_and(|number| number > 1) {
            continue;
        }
        lines.push_str(&prediction(&record)?.to_string());
        lines.push('\n');
    }
    Ok(lines)
}

fn prediction(record: &Value) -> Result<Value> {
    let path = record["origin"]["path"].as_str().context("a record without the path of its page")?;
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let body: Vec<String> =
        list(&record["body"]).iter().filter_map(|block| Some(block["text"].as_str()?.to_owned())).collect();
    // Houses and desks too: where they stand for the writer, they are the authors that the pages name.
    let authors: Vec<Value> =
        list(&record["bylines"]).into_iter().map(|byline| byline["name"].clone()).collect();
    let images: Vec<Value> = list(&record["figures"])
        .iter()
        .map(|figure| json!({"caption": figure["caption"], "credit": figure["credit"]["raw"]}))
        .collect();
    let stamp = &record["published"];
    let offset = stamp["offset"].as_str().unwrap_or("");
    let published = stamp["value"].as_str().map(|value| {
        if value.contains('T') && !value.ends_with(offset) {
            format!("{value}{offset}")
        } else {
            value.to_owned()
        }
    });
    Ok(json!({
        "id": name.strip_suffix(".html").unwrap_or(name), "body": body.join("\n\n"), "title": record["headline"],
        "authors": authors, "published": published, "images": images,
    }))
}

/// What other extractors answer, in an environment of their own with the versions that are pinned.
fn peers(
    workspace: &Workspace,
    sh: &Shell,
    index: &Path,
    corpus: &Path,
    home: &Path,
) -> Result<Vec<PathBuf>> {
    let venv = workspace.target.join("tools").join("extractors");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let pins = workspace.root.join(PEERS);
    let receipt = venv.join("pins.txt");
    if fs::read(&receipt).ok() != Some(fs::read(&pins)?) {
        let system = tools::python();
        cmd!(sh, "{system} -m venv --clear {venv}").run().context("no virtual environment can be made")?;
        // An old pip does not understand how two of them ask for the same package.
        cmd!(sh, "{python} -m pip install --quiet --upgrade pip").run()?;
        cmd!(sh, "{python} -m pip install --quiet -r {pins}")
            .run()
            .context("the other extractors cannot be installed")?;
        fs::copy(&pins, &receipt)?;
    }
    let script = workspace.root.join("crates/parse/tools/score-html/peers.py");
    ensure!(
        process::run(cmd!(sh, "{python} -W ignore {script} {index} {corpus} {home}"))?,
        "the other extractors failed"
    );
    let names = fs::read_to_string(&pins)?;
    Ok(names
        .lines()
        .map(|pin| home.join(format!("{}.jsonl", pin.split("==").next().unwrap_or(pin))))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read() {
        let read =
            pages("a_1\thttps://www.post.example/x\thtml/a_1.html.gz\n\nb\t\thtml/b.html.gz\n").unwrap();
        assert_eq!((read.len(), read[0].id.as_str(), read[1].address.as_str()), (2, "a_1", ""));
        assert!(pages("../a\thttps://x.example/\tx.gz").is_err());
        assert!(pages("a\thttps://x.example/\t../x.gz").is_err());
        assert!(pages("a").is_err());
    }

    #[test]
    fn pages_of_one_publisher_are_on_one_side() {
        let page =
            |address: &str| Page { id: "x".to_owned(), address: address.to_owned(), file: String::new() };
        assert_eq!(is_held(&page("https://www.post.example/1")), is_held(&page("http://post.example/2?x")));
        let held = (0..300).filter(|n| is_held(&page(&format!("https://paper{n}.example/")))).count();
        assert!((70..130).contains(&held), "{held}");
    }

    #[test]
    fn a_record_becomes_a_prediction() {
        let record = json!({
            "headline": "Ferry sinks", "bylines": [{"name": "Ana Lima"}, {"name": "Desk", "kind": "desk"}],
            "published": {"raw": "x", "value": "2021-05-03T10:00", "offset": "+02:00"},
            "figures": [{"caption": "The pier.", "credit": {"raw": "HP"}}],
            "body": [{"kind": "paragraph", "text": "One."}, {"kind": "paragraph", "text": "Two."}],
            "origin": {"path": "some/where/a_1.html"}
        });
        let expected = json!({
            "id": "a_1", "body": "One.\n\nTwo.", "title": "Ferry sinks", "authors": ["Ana Lima", "Desk"],
            "published": "2021-05-03T10:00+02:00", "images": [{"caption": "The pier.", "credit": "HP"}]
        });
        assert_eq!(prediction(&record).unwrap(), expected);
        let lines = predictions("{\"record\":2}\n\n{\"origin\":{\"path\":\"b.html\"}}\n").unwrap();
        assert!(lines.contains("\"id\":\"b\"") && lines.lines().count() == 1);
    }
}
