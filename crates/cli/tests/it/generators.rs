use serde_json::Value;

use crate::place::{Place, STORY};

#[test]
fn the_schema_names_itself_and_its_fields() {
    let schema: Value = serde_json::from_str(&Place::new().run(&["schema"]).ends_with(0).stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["$id"].is_string() && schema["title"].is_string());
    let fields = schema["properties"].as_object().unwrap();
    let place = Place::new();
    place.write("a.txt", STORY);
    for field in place.run(&["parse", "a.txt"]).records()[0].as_object().unwrap().keys() {
        assert!(fields.contains_key(field), "{field} is not in the schema");
    }
}

#[test]
fn the_schema_can_be_written_to_a_file() {
    let place = Place::new();
    place.run(&["schema", "-o", "schema.json"]).ends_with(0);
    assert_eq!(place.read("schema.json"), place.run(&["schema"]).stdout);
    assert_eq!(place.names("."), ["schema.json"]);
}

#[test]
fn every_shell_gets_its_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Place::new().run(&["completions", shell]);
        assert!(ran.ends_with(0).stdout.contains("assume-zone"), "{shell}");
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let place = Place::new();
    assert!(place.run(&["man"]).ends_with(0).stdout.contains(".TH WIRECOPY 1"));
    place.run(&["man", "pages/man1"]).ends_with(0);
    let names = place.names("pages/man1");
    for name in ["wirecopy.1", "wirecopy-parse.1", "wirecopy-explain.1", "wirecopy-schema.1"] {
        assert!(names.iter().any(|n| n == name), "{names:?}");
    }
    assert!(place.read("pages/man1/wirecopy-parse.1").contains("assume\\-zone"));
}
