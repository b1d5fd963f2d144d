//! Whose page a document is: pages of one publisher are never parted between learning and measuring.

/// Parts of the documents, each measured with what was learnt from the others.
pub(crate) const FOLDS: u64 = 5;
/// One publisher in so many is kept aside: its errors are not read.
const ASIDE: u64 = 5;

/// The name of a document's publisher: of the host of its address without what is common to many hosts (`www`, `co.uk`), else
/// of its file, which is often called like its host.
pub(crate) fn publisher(record: &serde_json::Value) -> String {
    let text = |key: &str| record[key].as_str().unwrap_or("");
    let host = text("url").split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("");
    let file = text("path").rsplit('/').next().unwrap_or("");
    let name = if host.is_empty() { of_file(file) } else { of_host(host) };
    if name.len() > 1 && name.chars().any(char::is_alphabetic) { name } else { record["id"].to_string() }
}

/// The fold of a publisher.
pub(crate) fn fold(publisher: &str) -> u64 {
    (hash(publisher) >> 20) % FOLDS
}

/// Whether a publisher is kept aside.
pub(crate) fn is_aside(publisher: &str) -> bool {
    (hash(publisher) >> 40).is_multiple_of(ASIDE)
}

fn hash(publisher: &str) -> u64 {
    publisher
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether a label of a host stands behind the publisher's name.
fn is_common(label: &str) -> bool {
    const COMMON: [&str; 9] = ["com", "org", "net", "gov", "edu", "info", "news", "example", "html"];
    label.len() <= 2 || COMMON.contains(&label)
}

fn of_host(host: &str) -> String {
    let mut labels: Vec<&str> = host.trim_start_matches("www.").split('.').collect();
    while labels.len() > 1 && labels.last().is_some_and(|label| is_common(label)) {
        labels.pop();
    }
    labels.last().copied().unwrap_or("").to_lowercase()
}

/// A file that is called `paper.co.uk-story.html`, or else by words the first of which may be the paper's.
fn of_file(file: &str) -> String {
    let mut host: Vec<&str> = Vec::new();
    for label in file.split('.') {
        let first = label.split('-').next().unwrap_or("");
        if !host.is_empty() && is_common(first) {
            host.push(first);
            if first != label {
                break;
            }
        } else if host.iter().skip(1).any(|label| is_common(label)) {
            break;
        } else {
            host.push(label);
        }
    }
    if host.iter().skip(1).any(|label| is_common(label) && *label != "html") {
        return of_host(&host.join("."));
    }
    file.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase()
}
