//! Styles and scripts, built into the program.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// One file as it is served.
pub(crate) struct Asset {
    /// Name behind `/assets/`.
    pub(crate) name: &'static str,
    /// Media type.
    pub(crate) media_type: &'static str,
    /// What is in it.
    pub(crate) body: &'static str,
}

static ASSETS: [Asset; 9] = [
    style("site.css", include_str!("../../assets/site.css")),
    style("reading.css", include_str!("../../assets/reading.css")),
    style("docs.css", include_str!("../../assets/docs.css")),
    style("source.css", include_str!("../../assets/source.css")),
    script("theme.js", include_str!("../../assets/theme.js")),
    script("search.js", include_str!("../../assets/search.js")),
    script("source.js", include_str!("../../assets/source.js")),
    script("try.js", include_str!("../../assets/try.js")),
    Asset { name: "icon.svg", media_type: "image/svg+xml", body: include_str!("../../assets/icon.svg") },
];

/// A digest over all files: an address that holds it may be kept for ever.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for asset in &ASSETS {
        digest.update(asset.name.as_bytes());
        digest.update([0]);
        digest.update(asset.body.as_bytes());
        digest.update([0]);
    }
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

const fn style(name: &'static str, body: &'static str) -> Asset {
    Asset { name, media_type: "text/css; charset=utf-8", body }
}

const fn script(name: &'static str, body: &'static str) -> Asset {
    Asset { name, media_type: "text/javascript; charset=utf-8", body }
}

/// The file of a name.
pub(crate) fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// What the files of this build are told apart by.
pub(crate) fn version() -> &'static str {
    &VERSION
}

#[cfg(test)]
mod tests {
    use super::{ASSETS, version};

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        for asset in &ASSETS {
            let elsewhere = asset.body.replace("http://www.w3.org/2000/svg", "");
            assert!(!elsewhere.contains("://") && !elsewhere.contains("url(//"), "{}", asset.name);
        }
        assert_eq!(version().len(), 12);
    }
}
