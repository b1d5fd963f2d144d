//! What keeping costs without parsing: text files become plain records, which are stored with their bytes.
//!
//! `cargo run --release --example keep -- ARCHIVE TEXTS [TIMES]` puts every file of the folder TEXTS into a new archive, TIMES
//! times with another first line, and prints records a second of processor time of the thread that keeps them (Linux), and
//! what the archive weighs against the text. The index is written by threads of its own, which do not count.
#![expect(clippy::print_stdout, reason = "a program, not part of the library")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use wirecopy_archive::{Archive, Incoming};
use wirecopy_model::{Article, Block, BlockKind, Origin, Source, Span};

/// Documents between two saves.
const BATCH: usize = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().collect();
    let [_, archive, texts, times @ ..] = args.as_slice() else {
        return Err("usage: keep ARCHIVE TEXTS [TIMES]".into());
    };
    let times: usize = times.first().map_or(Ok(1), |times| times.parse())?;
    let mut files = Vec::new();
    list(Path::new(texts), &mut files)?;
    let documents: Vec<String> = files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    let archive = Archive::open_or_create(Path::new(archive))?;
    let mut writer = archive.writer()?;
    let (mut spent, mut bytes, mut waiting) = (0, 0, 0);
    for time in 0..times {
        for (n, text) in documents.iter().enumerate() {
            // Reading and taking apart is not what is measured.
            let incoming = document(text, &format!("/texts/{time}/{n}.txt"), time);
            bytes += incoming.bytes.len();
            let before = busy();
            writer.add(incoming)?;
            waiting += 1;
            if waiting == BATCH {
                waiting = 0;
                writer.save()?;
            }
            spent += busy() - before;
        }
    }
    let before = busy();
    writer.save()?;
    spent += busy() - before;
    let receipt = writer.receipt();
    writer.finish()?;
    let stats = archive.stats()?;
    let share = |part: u64| part * 100 / u64::try_from(bytes).unwrap_or(1).max(1);
    println!("{receipt:?}");
    println!("{} records a second of processor time", receipt.seen * 1_000_000_000 / spent.max(1));
    println!("{bytes} bytes of text; store {} ({} %)", stats.store_bytes, share(stats.store_bytes));
    println!("index {} ({} %)", stats.index_bytes, share(stats.index_bytes));
    Ok(())
}

/// Nanoseconds of processor time of this thread; 0 where the system does not tell.
fn busy() -> u64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or(0)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

/// A record as a parser would make it: a headline, paragraphs, and where each of them stands.
fn document(text: &str, place: &str, time: usize) -> Incoming {
    let bytes = format!("Edition {time}. {text}").into_bytes();
    let text = String::from_utf8_lossy(&bytes);
    let mut article = Article::new();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    article.headline = lines.next().map(str::to_owned);
    article.source = Some(Source { name: format!("Paper {}", text.len() % 300) });
    article.language = Some("en".to_owned());
    let mut at = article.headline.as_ref().map_or(0, String::len);
    for (n, line) in lines.enumerate() {
        let end = at + line.len();
        article.evidence.add(format!("body[{n}]"), Span::from_range(at..end));
        at = end + 1;
        article.body.push(Block { kind: BlockKind::Paragraph, text: line.to_owned() });
    }
    article.origin = Some(Origin {
        path: Some(place.to_owned()),
        format: "text".to_owned(),
        encoding: Some("UTF-8".to_owned()),
        sha256: Some("0123456789abcdef".repeat(4)),
    });
    drop(text);
    Incoming { place: Some(place.to_owned()), bytes, records: vec![article], ..Incoming::default() }
}
