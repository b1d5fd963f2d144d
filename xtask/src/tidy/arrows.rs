//! Which crate may know which.

use crate::workspace::Package;

/// Every crate of the workspace with the crates it may depend on, for its tests and build too.
const ARROWS: [(&str, &[&str]); 6] = [
    ("wirecopy-model", &[]),
    ("wirecopy-parse", &["wirecopy-model"]),
    ("wirecopy-archive", &["wirecopy-model"]),
    ("wirecopy-server", &["wirecopy-model", "wirecopy-parse", "wirecopy-archive"]),
    ("wirecopy", &["wirecopy-model", "wirecopy-parse", "wirecopy-archive", "wirecopy-server"]),
    ("xtask", &[]),
];

pub(super) fn check(packages: &[Package]) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in packages {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == package.name) else {
            complaints.push(format!(
                "crate `{}` is not in the table of arrows (xtask/src/tidy/arrows.rs): say there what it may know",
                package.name
            ));
            continue;
        };
        for arrow in package.arrows.iter().filter(|arrow| !allowed.contains(&arrow.as_str())) {
            let may =
                if allowed.is_empty() { "no crate of the workspace".to_owned() } else { allowed.join(", ") };
            complaints
                .push(format!("crate `{}` depends on `{arrow}`, but may know {may} only", package.name));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    fn package(name: &str, arrows: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            dir: std::path::PathBuf::new(),
            publish: true,
            features: Vec::new(),
            arrows: arrows.iter().map(|arrow| (*arrow).to_owned()).collect(),
        }
    }

    #[test]
    fn an_arrow_against_the_stream_is_caught() {
        let complaints = check(&[package("wirecopy-model", &["wirecopy-parse"])]);
        assert_eq!(
            complaints,
            [
                "crate `wirecopy-model` depends on `wirecopy-parse`, but may know no crate of the workspace only"
            ]
        );
        assert_eq!(check(&[package("wirecopy-archive", &["wirecopy-model", "wirecopy-parse"])]).len(), 1);
        assert_eq!(check(&[package("xtask", &["wirecopy"])]).len(), 1);
    }

    #[test]
    fn arrows_with_the_stream_are_fine() {
        assert!(check(&[package("wirecopy-parse", &["wirecopy-model"]), package("xtask", &[])]).is_empty());
    }

    #[test]
    fn a_crate_nobody_placed_is_caught() {
        assert!(check(&[package("wirecopy-cellar", &[])])[0].contains("not in the table of arrows"));
    }

    #[test]
    fn the_arrows_of_this_workspace_hold() {
        let workspace = Workspace::load().unwrap();
        assert!(workspace.packages.len() > 3, "{:?}", workspace.packages);
        assert_eq!(check(&workspace.packages), Vec::<String>::new());
    }
}
