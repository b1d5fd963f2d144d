//! Habits of pages and papers that a second look knows, each with examples of its own.

use wirecopy_model::{LineRole as R, LineRole};

use super::tests::{HEADLINE, STORY, check, check_end, second};

const COPY: &str = HEADLINE.0;

#[test]
fn the_way_to_a_page_says_its_headline() {
    let menu = ("Menu", R::Furniture, R::Furniture);
    for link in [
        format!("* {COPY}"),
        format!("> {COPY}"),
        format!("3. {COPY}"),
        format!("Home / News / {COPY}"),
        format!("Share this story: {COPY}"),
        format!("Du bist hier: {COPY}"),
    ] {
        check(&[menu, (&link, R::Headline, R::Furniture), HEADLINE]);
    }
    // The first line is the title of the window, and a copy is one.
    check(&[
        ("Northport: Council votes to close the old bridge for two years", R::Headline, R::Headline),
        HEADLINE,
    ]);
    check(&[menu, (COPY, R::Headline, R::Headline), HEADLINE]);
}

#[test]
fn the_last_numbered_step_is_no_headline() {
    check(&[
        ("1. Home", R::Furniture, R::Furniture),
        ("2. News", R::Furniture, R::Furniture),
        ("3. Old bridge closes", R::Headline, R::Furniture),
        (COPY, R::Standfirst, R::Headline),
    ]);
    check(&[("Home", R::Furniture, R::Furniture), ("3. Liga: Northport wins", R::Headline, R::Headline)]);
}

#[test]
fn a_section_alone_over_the_headline_is_its_kicker() {
    check(&[("Subscribe", R::Furniture, R::Furniture), ("Politics", R::Furniture, R::Kicker), HEADLINE]);
    check(&[("Weather", R::Furniture, R::Furniture), ("Politik", R::Furniture, R::Kicker), HEADLINE]);
    check(&[("Sports", R::Furniture, R::Furniture), ("Politics", R::Furniture, R::Furniture), HEADLINE]);
    check(&[("Subscribe", R::Furniture, R::Furniture), ("* Politics", R::Furniture, R::Furniture), HEADLINE]);
}

#[test]
fn the_label_of_a_lost_date() {
    for label in ["Publisert", "PUBLISHED: | UPDATED:", "Uppdaterad", "publié le , mis à jour à"] {
        check(&[HEADLINE, (label, R::Dateline, R::Date)]);
        check(&[HEADLINE, (label, R::Crosshead, R::Date)]);
    }
    check(&[HEADLINE, ("Publishers", R::Crosshead, R::Crosshead)]);
}

#[test]
fn a_byline_with_a_paper_or_a_place_is_mixed() {
    for line in [
        "Ana Lima - Example Daily",
        "Por Ana Lima, Rádio Norte — Porto Novo",
        "한가람 기자 | 나루일보",
        "Von Jutta Brandmoor, Seldmar",
    ] {
        check(&[HEADLINE, (line, R::Byline, R::Meta)]);
    }
    for line in [
        "By Ana Lima | Staff Writer",
        "Ana Lima - Tom Roe",
        "By Ana Lima, Dietitian",
        "By Ana Lima",
        "Ana Lima | ana@x.example",
    ] {
        check(&[HEADLINE, (line, R::Byline, R::Byline)]);
    }
}

#[test]
fn a_date_and_what_the_page_says_of_itself() {
    for line in
        ["May 3, 2021 - 11 minutes", "Mon, May 3, 2021 page1", "03. 05. 2021, 14:59 Uhr Lesedauer: 4 Minuten"]
    {
        check(&[HEADLINE, (line, R::Meta, R::Date)]);
    }
    check(&[HEADLINE, ("May 3, 2021 | Example Daily", R::Meta, R::Meta)]);
}

#[test]
fn letters_for_the_picture_of_a_writer() {
    check(&[HEADLINE, ("AL", R::Byline, R::Furniture), ("By Ana Lima", R::Byline, R::Byline)]);
    check(&[HEADLINE, ("TR", R::Byline, R::Byline), ("By Ana Lima", R::Byline, R::Byline)]);
}

#[test]
fn a_desk_in_the_header() {
    let date = ("May 3, 2021", R::Date, R::Date);
    check(&[HEADLINE, date, ("Newsdesk", R::Furniture, R::Byline)]);
    check(&[HEADLINE, date, ("NC Correspondent", R::Furniture, R::Byline)]);
    check(&[HEADLINE, date, ("Share", R::Furniture, R::Furniture)]);
    check(&[HEADLINE, date, ("Newsdesk", R::Furniture, R::Furniture), ("By Ana Lima", R::Byline, R::Byline)]);
}

#[test]
fn sources_that_are_none() {
    check(&[HEADLINE, ("Polisen ber om tips", R::Source, R::Standfirst)]);
    check(&[("Give today", R::Source, R::Furniture), HEADLINE]);
    check(&[HEADLINE, ("Northport Chronicle", R::Source, R::Source)]);
}

#[test]
fn a_place_alone_under_the_deck() {
    let text = format!(
        "{COPY}\nEngineers found rust in its towers last spring and told the council so.\nMadrid-\n{STORY}"
    );
    let mut roles = vec![R::Headline, R::Paragraph, R::Crosshead];
    roles.extend([R::Paragraph; 3]);
    assert_eq!(second(&text, &roles)[1..3], [R::Standfirst, R::Dateline]);
}

#[test]
fn what_stands_between_headline_and_dateline() {
    let dateline = format!("NORTHPORT (AP) — {STORY}");
    let of = |line: &str, role: LineRole| {
        let text = format!("{COPY}\n{line}\n{dateline}");
        second(&text, &[R::Headline, role, R::Dateline, R::Paragraph, R::Paragraph])[1]
    };
    assert_eq!(of("Shopkeepers of the lower town fear for their trade", R::Caption), R::Standfirst);
    assert_eq!(of("The old bridge at dusk. (Tom Roe/Reuters)", R::Caption), R::Caption);
    assert_eq!(of("Workers, left, on the old bridge", R::Caption), R::Caption);
}

#[test]
fn a_credit_has_one_caption() {
    let lines = [
        "Workers look at the towers of the bridge",
        "Image: Tom Roe",
        "The towers have to come down in spring.",
        "The council will vote on that in March, and nobody in the lower town or in the upper one knows how that vote will end.",
    ];
    let text = format!("{COPY}\n{STORY}\n{}", lines.join("\n"));
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph];
    roles.extend([R::Caption, R::Credit, R::Caption, R::Paragraph]);
    assert_eq!(second(&text, &roles)[4..], [R::Caption, R::Credit, R::Paragraph, R::Paragraph]);
}

#[test]
fn under_the_button_that_shows_the_picture() {
    check(&[
        HEADLINE,
        ("click to enlarge", R::Byline, R::Furniture),
        ("Lowell Bar & Kitchen", R::Byline, R::Credit),
        ("The seafood tower is among the dishes of the house.", R::Paragraph, R::Caption),
    ]);
}

#[test]
fn a_piece_of_the_story_set_apart() {
    let said = "They would lose their customers to the mall in the north";
    let text = format!(
        "{COPY}\n{STORY}\n{said}\nAna Lima, mayor\nThe mayor told the council that they would lose their customers to the mall in the north.\n\
         Nobody answered her, and the vote was taken before noon on that day."
    );
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph];
    roles.extend([R::Furniture, R::Crosshead, R::Paragraph, R::Paragraph]);
    let got = second(&text, &roles);
    assert_eq!(got[4..], [R::Quote, R::Quote, R::Paragraph, R::Paragraph]);
    // A heading under a paragraph is none.
    let text = text.replace("Ana Lima, mayor", "Old bridges and new");
    assert_eq!(second(&text, &roles)[5], R::Crosshead);
}

#[test]
fn a_post_that_the_story_shows() {
    let text = format!(
        "{COPY}\n{STORY}\nWhat a day for the town!\n— Northport FC (@northportfc) May 3, 2021\nThe club has a field beside the bridge, and it will be closed for as long."
    );
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph];
    roles.extend([R::Furniture, R::Meta, R::Paragraph]);
    assert_eq!(second(&text, &roles)[4..6], [R::Quote, R::Quote]);
}

#[test]
fn a_sentence_with_a_signature_is_a_paragraph() {
    let head = [(COPY, R::Headline)];
    check_end(&head, &[("The police now look for witnesses. (jmu)", R::Byline, R::Paragraph)]);
    check_end(
        &head,
        &[("据了解，大桥将于八月重新开放通行，届时公交线路恢复。（完）", R::Note, R::Paragraph)],
    );
    check_end(&head, &[("(jmu)", R::Note, R::Note)]);
}

#[test]
fn who_the_writer_is() {
    let head = [(COPY, R::Headline)];
    check_end(
        &head,
        &[(
            "Wren Hollis writes features and covers the harbour for the Northport Chronicle.",
            R::Paragraph,
            R::Note,
        )],
    );
    check_end(
        &head,
        &[("The council writes to all who live in the lower town.", R::Paragraph, R::Paragraph)],
    );
}

#[test]
fn a_date_under_another_headline_is_not_ours() {
    let head = [(COPY, R::Headline)];
    check_end(
        &head,
        &[
            ("More", R::Furniture, R::Furniture),
            ("Sheep found on the roof of a school", R::Note, R::Furniture),
            ("3 May 2021", R::Date, R::Furniture),
        ],
    );
    check_end(&head, &[("3 May 2021", R::Date, R::Date)]);
}

#[test]
fn a_town_and_a_full_stop_open_a_report_in_german() {
    let of = |opening: &str| {
        let text = format!(
            "{COPY}\n{opening} ist nach einem Unfall am frühen Donnerstag wieder in beiden Richtungen frei.\n{STORY}"
        );
        let mut roles = vec![R::Headline, R::Paragraph];
        roles.extend([R::Paragraph; 3]);
        second(&text, &roles)[1]
    };
    assert_eq!(of("Neustadt. Die A77"), R::Dateline);
    assert_eq!(of("Seldheim. Am Montag"), R::Dateline);
    assert_eq!(of("Endlich. Die A77"), R::Paragraph);
}

#[test]
fn a_paper_and_its_place() {
    let date = ("May 3, 2021", R::Date, R::Date);
    check(&[HEADLINE, date, ("The Guardian, Northport", R::Furniture, R::Meta)]);
    check(&[HEADLINE, date, ("Northport, Sunday", R::Furniture, R::Furniture)]);
}

#[test]
fn a_writer_and_a_house_in_brackets() {
    check(&[HEADLINE, ("[田中宏昌，ITmedia]", R::Furniture, R::Byline)]);
}

#[test]
fn the_first_paragraph_may_be_the_deck() {
    let deck = "The council voted on Monday to close the old bridge, as engineers found rust in its towers.";
    check(&[HEADLINE, (deck, R::Paragraph, R::Standfirst)]);
    check(&[
        HEADLINE,
        (
            "Shopkeepers in the lower town fear for their trade, and nobody knows what it will cost.",
            R::Paragraph,
            R::Standfirst,
        ),
        ("By Ana Lima", R::Byline, R::Byline),
    ]);
    check(&[
        HEADLINE,
        (
            "Nobody in the lower town of the port knows what it is going to cost them.",
            R::Paragraph,
            R::Paragraph,
        ),
    ]);
}

#[test]
fn a_box_in_the_story_leads_elsewhere() {
    let text = format!(
        "{COPY}\n{STORY}\nTambién lea\nOvejas en el tejado de la escuela\nWren Hollis\n3 de mayo de 2021\nNobody answered them, and the vote was taken before noon on that day."
    );
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph];
    roles.extend([R::Crosshead, R::Furniture, R::Byline, R::Date, R::Paragraph]);
    assert_eq!(second(&text, &roles)[4..8], [R::Furniture; 4]);
}

#[test]
fn the_times_of_a_live_text() {
    let entry = "The council has begun its talks on the old bridge, and the hall is full of people from the lower town.";
    let text = format!("{COPY}\n{STORY}\n18:30\n{entry}\n17:05\n{entry}\n09:05\n{entry}");
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph];
    roles.extend([R::Date, R::Paragraph, R::Date, R::Paragraph, R::Furniture, R::Paragraph]);
    assert_eq!(second(&text, &roles)[8], R::Date);
}

#[test]
fn numbers_and_lengths_are_no_dates() {
    for line in ["1537", "Word count: 212", "Durée de l'audio 4:22"] {
        check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), (line, R::Date, R::Furniture)]);
    }
    for line in ["6 hours ago", "Updated: 9.45pm", "15:04"] {
        check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), (line, R::Date, R::Date)]);
    }
}

#[test]
fn paths_numbers_and_buttons_are_no_names() {
    check(&[("گروه : یزد » یزد", R::Headline, R::Furniture), HEADLINE]);
    check(&[HEADLINE, ("کد خبر : ۷۳۴۹۹۲۶", R::Source, R::Furniture)]);
    check(&[HEADLINE, ("【字体：大 中 小】", R::Source, R::Furniture)]);
    check(&[HEADLINE, ("minute read", R::Byline, R::Furniture)]);
}

#[test]
fn writers_of_other_stories() {
    let by = [(COPY, R::Headline), ("By Ana Lima", R::Byline)];
    let links = |role: LineRole| {
        [
            ("Most read", R::Furniture, R::Furniture),
            ("Sheep on the roof", R::Furniture, R::Furniture),
            ("A hundred ways home", R::Furniture, R::Furniture),
            ("Two schools in one", R::Furniture, R::Furniture),
            ("By Wren Hollis", R::Byline, role),
        ]
    };
    check_end(&by, &links(R::Furniture));
    check_end(&by[..1], &links(R::Byline));
}
