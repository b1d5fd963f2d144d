use super::*;

#[test]
fn first() {
    for line in [
        "May 3, 2021",
        "03.05.2021 14:20 Uhr",
        "Publié le 18 juil. 2024 à 08:01Mis à jour le 18 juil. 2024 à 09:06",
    ] {
        let found = scan(line, &Context::default());
        assert!(!found.is_empty(), "{line}");
    }
}
