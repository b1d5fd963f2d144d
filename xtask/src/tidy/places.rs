//! Where files may stand.

/// Everything that may stand at the top.
const TOP: [&str; 16] = [
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".config",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    ".typos.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "crates",
    "seeds",
];

pub(super) fn check(files: &[String]) -> Vec<String> {
    let mut strangers: Vec<&str> = files
        .iter()
        .filter_map(|path| path.split('/').next())
        .filter(|top| !TOP.contains(top) && *top != "xtask")
        .collect();
    strangers.dedup();
    strangers
        .into_iter()
        .map(|top| format!("`{top}` may not stand at the top: put it beside its user, or list it in xtask/src/tidy/places.rs"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_at_the_top_is_caught_once() {
        let files =
            ["crates/shop/src/lib.rs", "notes/a.md", "notes/b.md", "seeds/a.txt", "xtask/src/main.rs"];
        let complaints = check(&files.map(str::to_owned));
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].starts_with("`notes` may not stand at the top"), "{complaints:?}");
    }
}
