//! The commands over an archive.

use serde_json::Value;

use crate::place::{Place, Ran, STORY};

const BRIDGE: &str = "news/bridge.txt";

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn import(place: &Place, paths: &[&str]) -> Ran {
    let mut args = vec!["import", "--archive", "archive", "--report", "report.jsonl"];
    args.extend(paths);
    place.run(&args)
}

/// A folder with two stories and a file that is none, imported.
fn imported() -> Place {
    let place = Place::new();
    place.write(BRIDGE, STORY);
    place.write("news/ferry.txt", STORY.replace("bridge", "ferry"));
    place.write("news/copy.txt", STORY);
    place.write("news/noise.txt", [0u8; 64]);
    let ran = import(&place, &["news"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("4 records seen: 2 stored, 0 unchanged, 0 updated, 1 duplicate, 1 rejected"),
        "{}",
        ran.stderr
    );
    place
}

fn stored(place: &Place, name: &str) -> String {
    let report = lines(&place.read("report.jsonl"));
    let line = report.iter().rfind(|line| line["place"].as_str().unwrap().ends_with(name)).unwrap();
    line["id"].as_str().unwrap().to_owned()
}

#[test]
fn every_record_is_reported() {
    let place = imported();
    let report = lines(&place.read("report.jsonl"));
    let outcomes: Vec<&str> = report.iter().map(|line| line["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["stored", "duplicate", "stored", "rejected"]);
    assert_eq!(report[3]["code"], "not_text");
    // Known by the folder that was named and the way from there, not by where that lies on this machine.
    assert_eq!(report[0]["place"], "news/bridge.txt");
    // Once more: nothing is new, and the report grows.
    let again = import(&place, &["news"]);
    assert!(
        again.stderr.contains("0 stored, 3 unchanged, 0 updated, 0 duplicates, 1 rejected"),
        "{}",
        again.stderr
    );
    assert_eq!(lines(&place.read("report.jsonl")).len(), 8);
    // From another folder it is the same document still.
    let ran = place.run(&["import", "--archive", "archive", "./news/../news/bridge.txt", "-q"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(place.run(&["changes", "--archive", "archive", "--since", "2"]).stdout.is_empty());
}

#[test]
fn an_article_is_shown_by_the_first_digits_of_its_id() {
    let place = imported();
    let id = stored(&place, "bridge.txt");
    let show = |args: &[&str]| {
        let mut all = vec!["show", "--archive", "archive"];
        all.extend(args);
        place.run(&all)
    };
    let json: Value = serde_json::from_str(&show(&[&id[..12]]).stdout).unwrap();
    assert_eq!(
        (json["id"].as_str(), json["headline"].as_str()),
        (Some(id.as_str()), Some("Council closes old bridge"))
    );
    assert_eq!(show(&[&id, "--source"]).stdout, STORY);
    assert!(show(&[&id, "--format", "markdown"]).stdout.contains("# Council closes old bridge"));
    assert!(show(&[&id, "--format", "pretty"]).stdout.contains("Council closes old bridge"));
    let none = show(&["ffffffffffff"]);
    assert!(
        none.code == Some(2) && none.stderr.contains("there is no article ffffffffffff"),
        "{}",
        none.stderr
    );
    assert!(show(&["ab"]).stderr.contains("too short for an id"));
}

#[test]
fn an_archive_comes_out_as_it_went_in() {
    let place = imported();
    let parsed = lines(&place.run(&["parse", "news/bridge.txt"]).stdout);
    let exported = lines(&place.run(&["export", "--archive", "archive"]).stdout);
    assert_eq!(exported.len(), 2);
    assert_eq!(exported[0]["body"], parsed[0]["body"]);
    assert_eq!(exported[0]["origin"]["sha256"], parsed[0]["origin"]["sha256"]);
    place.write(BRIDGE, STORY.replace("four years", "ten years"));
    import(&place, &[BRIDGE]);
    place.write("news/copy.txt", STORY.replace("four years", "five years"));
    import(&place, &["news/copy.txt"]);
    let changes = lines(&place.run(&["changes", "--archive", "archive", "--since", "2"]).stdout);
    let kinds: Vec<&str> = changes.iter().map(|line| line["change"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["stored", "stored", "deleted"]);
    let page = place.run(&["changes", "--archive", "archive", "--since", "2", "--limit", "1"]);
    assert_eq!(lines(&page.stdout), changes[..1]);
}

#[test]
fn figures_and_checks() {
    let place = imported();
    let stats: Value =
        serde_json::from_str(&place.run(&["stats", "--archive", "archive", "--format", "json"]).stdout)
            .unwrap();
    assert_eq!(
        (&stats["records"], &stats["rejects"], &stats["months"]["2018-07"]),
        (&2.into(), &1.into(), &2.into())
    );
    let drawn = place.run(&["stats", "--archive", "archive"]).stdout;
    assert!(drawn.contains("2 records from 2 documents") && drawn.contains("2018-07"), "{drawn}");
    let verified = place.run(&["verify", "--archive", "archive"]);
    assert_eq!(verified.code, Some(0), "{}{}", verified.stdout, verified.stderr);
    assert!(
        verified.stderr.contains("all is well: 2 records, 2 documents, 2 entries"),
        "{}",
        verified.stderr
    );
    assert_eq!(place.run(&["reindex", "--archive", "archive"]).code, Some(0));
}

#[test]
fn reading_again_with_the_same_version_changes_nothing() {
    let place = imported();
    let ran = place.run(&["reparse", "--archive", "archive"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("3 documents read again"), "{}", ran.stderr);
    assert!(ran.stderr.contains("0 stored, 3 unchanged, 0 updated"), "{}", ran.stderr);
    // Read otherwise, it does; unless it was only asked what would.
    let zone = ["reparse", "--archive", "archive", "--reference-date", "2020-01-01", "--dry-run"];
    assert!(place.run(&zone).stderr.contains("nothing was changed"));
    assert_eq!(place.run(&["verify", "--archive", "archive"]).code, Some(0));
}

#[test]
fn a_backup_is_restored_by_its_name() {
    let place = imported();
    assert_eq!(place.run(&["backup", "--archive", "archive", "copy.db"]).code, Some(0));
    let twice = place.run(&["backup", "--archive", "archive", "copy.db"]);
    assert!(twice.code == Some(2) && twice.stderr.contains("it is there already"), "{}", twice.stderr);
    std::fs::create_dir(place.path("restored")).unwrap();
    std::fs::rename(place.path("copy.db"), place.path("restored/archive.db")).unwrap();
    assert_eq!(place.run(&["verify", "--archive", "restored"]).code, Some(0));
    let one = place.run(&["export", "--archive", "archive"]).stdout;
    assert_eq!(place.run(&["export", "--archive", "restored"]).stdout, one);
}

#[test]
fn an_archive_in_the_folder_that_is_imported_is_no_input() {
    let place = Place::with_stories(3);
    for _ in 0..2 {
        let ran = place.run(&["import", "--archive", "news/kept", "news"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(ran.stderr.contains("3 records seen"), "{}", ran.stderr);
    }
}

#[test]
fn what_cannot_be_is_said() {
    let place = imported();
    let none = place.run(&["stats", "--archive", "nowhere"]);
    assert!(none.code == Some(2) && none.stderr.contains("no archive in nowhere"), "{}", none.stderr);
    let among = place.run(&["import", "--archive", "news", BRIDGE]);
    assert!(among.code == Some(2) && among.stderr.contains("it holds other things"), "{}", among.stderr);
    let missing = import(&place, &["gone.txt"]);
    assert!(missing.code == Some(2) && missing.stderr.contains("no such file"), "{}", missing.stderr);
    let mixed = import(&place, &["gone.txt", BRIDGE]);
    assert!(mixed.code == Some(1) && mixed.stderr.contains("1 record seen"), "{}", mixed.stderr);
}

#[test]
fn a_search_writes_rows_for_tables_and_records_for_programs() {
    let place = imported();
    let search = |args: &[&str]| place.run(&[&["search", "--archive", "archive"], args].concat());
    let csv = search(&["--format", "csv", "headline:ferry"]);
    let rows: Vec<&str> = csv.stdout.lines().collect();
    assert_eq!(
        rows[0],
        "headline,source,authors,published,updated,place,language,section,kind,word_count,id,url,path"
    );
    assert!(rows.len() == 2 && rows[1].contains("ferry"), "{}", csv.stdout);
    assert_eq!(
        search(&["--format", "tsv", "headline:ferry"]).stdout.lines().nth(1).unwrap().split('\t').count(),
        13
    );
    let found = lines(&search(&["ferry OR bridge"]).stdout);
    assert_eq!(found.len(), 2);
    let ids = search(&["--format", "ids", "headline:ferry"]).stdout;
    assert_eq!(ids.trim_end(), stored(&place, "ferry.txt"));
    let none = search(&["lighthouse"]);
    assert_eq!((none.code, none.stdout.as_str()), (Some(0), ""));
}

#[test]
fn a_mistake_in_a_query_is_drawn_at_its_place() {
    let place = imported();
    let search = |args: &[&str]| place.run(&[&["search", "--archive", "archive"], args].concat());
    let open = search(&["(ferry OR"]);
    assert!(open.code == Some(2) && open.stderr.contains("query:1:8"), "{}", open.stderr);
    // Only the search finds this one, in a query that has a date around it.
    let wide = search(&["a* ferry", "--after", "2018"]);
    assert!(wide.code == Some(2) && wide.stderr.contains("(a* ferry)"), "{}", wide.stderr);
    let facets = search(&["--facet", "source", "--format", "csv", "ferry"]);
    assert!(facets.code == Some(2) && facets.stderr.contains("--format pretty"), "{}", facets.stderr);
}
