//! Folders: which files of a folder are news texts, in an order that never changes.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::failure::Problem;
use crate::inputs::{Found, Source, SourceKind, shown};
use crate::tally::SkipKind;

/// Extensions of files that stand beside news texts and are none. What is not listed is opened and judged by its first
/// bytes.
static NOT_NEWS: &[&[&str]] = &[
    // Notes, settings and records.
    &["toml", "md", "markdown", "rst", "adoc", "ini", "cfg", "conf", "log", "lock", "bak", "tmp"],
    // Tables and data.
    &["json", "jsonl", "ndjson", "csv", "tsv", "yaml", "yml", "xml", "parquet", "sqlite", "db"],
    // What stands beside web pages, and archives of them.
    &["mhtml", "css", "js", "warc", "wet", "wat"],
    // Programs.
    &["rs", "py", "sh", "c", "h", "cpp", "java", "go", "rb", "pl", "php", "ts", "r", "ipynb", "sql"],
    // Packed files.
    &["zip", "gz", "bz2", "xz", "zst", "tar", "tgz", "7z", "rar"],
    // Pictures, sound, film.
    &[
        "png", "jpg", "jpeg", "gif", "webp", "svg", "tif", "tiff", "bmp", "ico", "heic", "mp3", "wav", "mp4",
        "mov",
    ],
    // Office documents.
    &["pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "epub"],
];

/// Files without an extension that every project has.
static SIDE_NAMES: &[&str] = &[
    "license",
    "licence",
    "copying",
    "notice",
    "readme",
    "changelog",
    "authors",
    "contributors",
    "makefile",
    "dockerfile",
    "manifest",
    "sha256sums",
    "md5sums",
];

/// How a file of a folder is treated, by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Read,
    /// Read when its first bytes look like text.
    Sniff,
    Skip(SkipKind),
}

/// Walks a folder: files in the order of their names, links followed.
pub(crate) fn walk(root: &Path, avoid: Option<PathBuf>) -> Walk {
    let entries = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    Walk { root: root.to_path_buf(), entries, avoid }
}

/// The files of a folder, as an iterator: a folder of a million files is never held as a whole.
pub(crate) struct Walk {
    root: PathBuf,
    entries: walkdir::IntoIter,
    /// The file or the archive that is being written: it is no input, even if it lies in the folder.
    avoid: Option<PathBuf>,
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let entry = match self.entries.next()? {
                Ok(entry) => entry,
                Err(error) => return Some(Found::Problem(self.problem(&error))),
            };
            let name = entry.file_name().to_string_lossy();
            let hidden = entry.depth() > 0 && name.starts_with('.');
            let kind = entry.file_type();
            if kind.is_dir() {
                if hidden {
                    self.entries.skip_current_dir();
                    return Some(Found::Skipped(SkipKind::HiddenFolder));
                }
                if self.is_avoided(entry.path()) {
                    self.entries.skip_current_dir();
                    return Some(Found::Skipped(SkipKind::Archive));
                }
                continue;
            }
            let verdict = if hidden {
                Verdict::Skip(SkipKind::HiddenFile)
            } else if !kind.is_file() {
                Verdict::Skip(SkipKind::Special)
            } else if self.is_avoided(entry.path()) {
                Verdict::Skip(SkipKind::Output)
            } else {
                judge(&name)
            };
            let sniff = match verdict {
                Verdict::Skip(kind) => return Some(Found::Skipped(kind)),
                Verdict::Read => false,
                Verdict::Sniff => true,
            };
            return Some(Found::Source(Source {
                path: entry.into_path(),
                kind: SourceKind::Walked { sniff },
            }));
        }
    }
}

impl Walk {
    fn is_avoided(&self, path: &Path) -> bool {
        self.avoid.as_ref().is_some_and(|avoid| {
            path.file_name() == avoid.file_name() && path.canonicalize().is_ok_and(|real| real == *avoid)
        })
    }

    fn problem(&self, error: &walkdir::Error) -> Problem {
        let path = shown(error.path().unwrap_or(&self.root));
        if let Some(ancestor) = error.loop_ancestor() {
            return Problem::new(
                path,
                format!("link that leads back to {}, a folder above it", shown(ancestor)),
            )
            .hint("remove the link, or name the folders to read one by one");
        }
        match error.io_error() {
            // The folder lists it, yet it is not there: a link whose target is gone, or a file removed meanwhile.
            Some(io) if io.kind() == std::io::ErrorKind::NotFound => {
                if error.path().is_some_and(Path::is_symlink) {
                    Problem::new(path, "link that leads nowhere")
                        .hint("remove the link, or restore its target")
                } else {
                    Problem::new(path, "vanished while the folder was read")
                }
            }
            Some(io) => Problem::from_io(path, io),
            None => Problem::new(path, error.to_string()),
        }
    }
}

/// What a system error about a path means, a link without a target told apart.
pub(crate) fn missing(path: &Path, error: &std::io::Error) -> Problem {
    if path.is_symlink() && error.kind() == std::io::ErrorKind::NotFound {
        return Problem::new(shown(path), "link that leads nowhere")
            .hint("remove the link, or restore its target");
    }
    Problem::from_io(shown(path), error)
}

fn judge(name: &str) -> Verdict {
    let path = Path::new(name);
    let Some(extension) = path.extension() else {
        let side = SIDE_NAMES.iter().any(|side| name.eq_ignore_ascii_case(side));
        return if side { Verdict::Skip(SkipKind::Project) } else { Verdict::Sniff };
    };
    let extension = extension.to_string_lossy().to_ascii_lowercase();
    if extension == "txt" || extension == "text" {
        return Verdict::Read;
    }
    if name.ends_with('~') {
        return Verdict::Skip(SkipKind::Backup);
    }
    let known = NOT_NEWS.iter().copied().flatten().find(|known| **known == extension);
    known.map_or(Verdict::Sniff, |known| Verdict::Skip(SkipKind::Extension(known)))
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::tally::SkipKind;

    #[test]
    fn names_are_judged_by_their_extension() {
        assert_eq!(judge("council.txt"), Verdict::Read);
        assert_eq!(judge("COUNCIL.TXT"), Verdict::Read);
        assert_eq!(judge("council"), Verdict::Sniff);
        assert_eq!(judge("2018-07-14.ans"), Verdict::Sniff);
        assert_eq!(judge("council.toml"), Verdict::Skip(SkipKind::Extension("toml")));
        assert_eq!(judge("LICENSE"), Verdict::Skip(SkipKind::Project));
        assert_eq!(judge("bridge.JPG"), Verdict::Skip(SkipKind::Extension("jpg")));
        assert_eq!(judge("page.html"), Verdict::Sniff);
        assert_eq!(judge("PAGE.HTM"), Verdict::Sniff);
        assert_eq!(judge("page.css"), Verdict::Skip(SkipKind::Extension("css")));
    }
}
