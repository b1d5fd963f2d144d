//! What `cargo metadata` says about the workspace.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The workspace: where it is and what is in it.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// Sorted by name.
    pub(crate) packages: Vec<Package>,
}

/// One crate of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) dir: PathBuf,
    /// Whether it may be published at all.
    pub(crate) publish: bool,
    /// Features, `default` among them when there is one; sorted.
    pub(crate) features: Vec<String>,
    /// Names of the workspace crates it depends on in any way; sorted.
    pub(crate) arrows: Vec<String>,
}

impl Workspace {
    /// Asks cargo, for the workspace that this program was built in.
    pub(crate) fn load() -> Result<Self> {
        let manifest_dir =
            std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let sh = Shell::new()?;
        sh.change_dir(&manifest_dir);
        let json = cmd!(sh, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
        Self::from_metadata(&json)
    }

    /// Reads the answer of `cargo metadata --no-deps`.
    pub(crate) fn from_metadata(json: &str) -> Result<Self> {
        let metadata: Value = serde_json::from_str(json).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).with_context(|| format!("cargo metadata has no {key}"))
        };
        let mut packages = items(&metadata["packages"]).map(package).collect::<Result<Vec<_>>>()?;
        packages.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")?, packages })
    }

    /// A shell that stands in the root of the workspace.
    pub(crate) fn shell(&self) -> Result<Shell> {
        let sh = Shell::new()?;
        sh.change_dir(&self.root);
        Ok(sh)
    }

    /// The path below the root, with `/` between folders.
    pub(crate) fn relative(&self, path: &std::path::Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }
}

fn package(value: &Value) -> Result<Package> {
    let text = |key: &str| value[key].as_str().with_context(|| format!("a package without {key}"));
    let manifest = PathBuf::from(text("manifest_path")?);
    // Only path dependencies are arrows; cargo gives those of every kind, also for tests and builds.
    let mut arrows: Vec<String> = items(&value["dependencies"])
        .filter(|dependency| dependency["path"].is_string())
        .filter_map(|dependency| dependency["name"].as_str())
        .map(str::to_owned)
        .collect();
    arrows.sort();
    arrows.dedup();
    let mut features: Vec<String> =
        value["features"].as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default();
    features.sort();
    Ok(Package {
        name: text("name")?.to_owned(),
        version: text("version")?.to_owned(),
        dir: manifest.parent().context("a manifest without a folder")?.to_path_buf(),
        publish: value["publish"].as_array().is_none_or(|registries| !registries.is_empty()),
        features,
        arrows,
    })
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{
        "workspace_root": "/w", "target_directory": "/w/target",
        "packages": [
            {"name": "shop", "version": "0.2.0", "manifest_path": "/w/crates/shop/Cargo.toml", "publish": null,
             "features": {"tls": [], "default": ["tls"]},
             "dependencies": [{"name": "goods", "path": "/w/crates/goods"}, {"name": "serde", "source": "x"}]},
            {"name": "goods", "version": "0.1.0", "manifest_path": "/w/crates/goods/Cargo.toml", "publish": [],
             "features": {}, "dependencies": []}
        ]}"#;

    #[test]
    fn metadata_is_read() {
        let workspace = Workspace::from_metadata(METADATA).unwrap();
        let [goods, shop] = workspace.packages.as_slice() else { panic!("{workspace:?}") };
        assert_eq!(shop.arrows, ["goods"]);
        assert_eq!(shop.features, ["default", "tls"]);
        assert!(shop.publish);
        assert!(!goods.publish);
        assert_eq!(workspace.relative(&goods.dir), "crates/goods");
    }
}
