use wirecopy_model::{LineRole as R, LineRole};

use crate::Parser;

/// Prose to stand under headers.
pub(super) const STORY: &str = "The council voted on Monday to close the old bridge for two years, a decision that had been expected since \
    engineers found rust in its towers last spring.\nTraffic will be sent over the new bridge, which is four miles to the north, \
    and buses will run every ten minutes, the council said in a statement on its plans.\nShopkeepers in the lower town said that \
    they had not been asked and that they would lose their customers to the mall.";

/// The roles that the second look gives to the lines of a text, of which `roles` were found by the chain.
pub(super) fn second(text: &str, roles: &[LineRole]) -> Vec<LineRole> {
    let page = crate::read::read_text(text);
    assert_eq!(page.lines.len(), roles.len());
    let observed = crate::label::observe::observe(text, &page);
    let parser = Parser::builder();
    let context = super::Context {
        text,
        page: &page,
        observed: &observed,
        roles,
        confidence: &vec![0.5; roles.len()],
        kind: wirecopy_model::Kind::Article,
        options: &parser,
        language: std::cell::OnceCell::new(),
    };
    super::roles(&context).0
}

/// Checks what becomes of header lines that the chain took for something else.
pub(super) fn check(header: &[(&str, LineRole, LineRole)]) {
    let mut text: String = header.iter().map(|(line, ..)| format!("{line}\n")).collect();
    text.push_str(STORY);
    let mut roles: Vec<LineRole> = header.iter().map(|(_, role, _)| *role).collect();
    roles.extend([R::Paragraph; 3]);
    let got = second(&text, &roles);
    let expected: Vec<LineRole> = header.iter().map(|(.., role)| *role).collect();
    assert_eq!(got[..header.len()], expected, "{header:?}");
}

pub(super) const HEADLINE: (&str, LineRole, LineRole) =
    ("Council votes to close the old bridge for two years", R::Headline, R::Headline);

#[test]
fn a_lead_word_makes_a_byline() {
    check(&[HEADLINE, ("By Ana Lima", R::Furniture, R::Byline)]);
    check(&[HEADLINE, ("Von Jutta Brandmoor", R::Crosshead, R::Byline)]);
    check(&[HEADLINE, ("By Ana Lima | May 3, 2021", R::Caption, R::Meta)]);
}

#[test]
fn a_bare_name_needs_company() {
    check(&[HEADLINE, ("Ana Lima", R::Furniture, R::Byline), ("May 3, 2021", R::Date, R::Date)]);
    check(&[
        HEADLINE,
        ("Ana Lima", R::Furniture, R::Byline),
        ("ana@northport.example", R::Furniture, R::Furniture),
    ]);
    check(&[HEADLINE, ("Share this story", R::Furniture, R::Furniture), ("May 3, 2021", R::Date, R::Date)]);
    check(&[
        HEADLINE,
        ("Crosswords", R::Furniture, R::Furniture),
        ("Ana Lima", R::Crosshead, R::Crosshead),
        ("Weather", R::Furniture, R::Furniture),
    ]);
}

#[test]
fn a_date_beside_the_headline_is_found() {
    check(&[HEADLINE, ("06. 01. 2026, 14:59 Uhr", R::Crosshead, R::Date)]);
    check(&[HEADLINE, ("Example Daily | May 3, 2021", R::Caption, R::Meta)]);
    check(&[
        HEADLINE,
        ("6 hours ago", R::Date, R::Date),
        ("Sale ends May 3, 2021", R::Furniture, R::Furniture),
    ]);
}

#[test]
fn papers_stand_next_to_the_headline() {
    check(&[HEADLINE, ("The Northport Chronicle", R::Crosshead, R::Source)]);
    check(&[HEADLINE, ("/ Source: COASTWIRE", R::Crosshead, R::Source)]);
    check(&[HEADLINE, ("Bron: 112 Noordhaven", R::Byline, R::Source)]);
    check(&[HEADLINE, ("Max Lowell, Northport Radio", R::Source, R::Byline)]);
    check(&[("* Northport Chronicle", R::Furniture, R::Furniture), HEADLINE]);
}

#[test]
fn a_picture_is_told_by_words_of_place_and_by_its_credit() {
    check(&[HEADLINE, ("Ana Lima (left) on the old bridge", R::Standfirst, R::Caption)]);
    check(&[HEADLINE, ("File photo of the old bridge in Northport.", R::Paragraph, R::Caption)]);
    check(&[HEADLINE, ("The old bridge in winter. Photo: Ana Lima", R::Furniture, R::Caption)]);
    check(&[
        HEADLINE,
        ("The old bridge seen from the lower town", R::Furniture, R::Caption),
        ("Image: Ana Lima", R::Furniture, R::Credit),
    ]);
    check(&[HEADLINE, ("Image 1 of 33", R::Caption, R::Furniture)]);
}

#[test]
fn the_second_copy_of_a_headline_is_one() {
    check(&[
        (
            "Council votes to close the old bridge for two years - Northport Chronicle",
            R::Headline,
            R::Headline,
        ),
        ("Home", R::Furniture, R::Furniture),
        ("Council votes to close the old bridge for two years", R::Furniture, R::Headline),
    ]);
}

#[test]
fn a_dateline_opens_the_story() {
    let text = format!("Council votes to close the old bridge\nNORTHPORT (AP) — {STORY}");
    let got = second(&text, &[R::Headline, R::Paragraph, R::Paragraph, R::Paragraph]);
    assert_eq!(got[1], R::Dateline);
    // A town that the story names again, before a mark that could be any.
    let story = STORY.replace("the lower town", "Gundelsheim");
    let text = format!("Rat schließt alte Brücke\nGundelsheim - {story}");
    let got = second(&text, &[R::Headline, R::Paragraph, R::Paragraph, R::Paragraph]);
    assert_eq!(got[1], R::Dateline);
    let text = format!("Council votes to close the old bridge\nNote - {STORY}");
    let got = second(&text, &[R::Headline, R::Paragraph, R::Paragraph, R::Paragraph]);
    assert_eq!(got[1], R::Paragraph);
}

#[test]
fn the_last_line_may_be_signed_by_the_paper() {
    let text = format!("Council votes to close the old bridge\n{STORY}\nCoastline");
    let got = second(&text, &[R::Headline, R::Paragraph, R::Paragraph, R::Paragraph, R::Furniture]);
    assert_eq!(got[4], R::Source);
    let text = format!("Council votes to close the old bridge\n{STORY}\nComments");
    let got = second(&text, &[R::Headline, R::Paragraph, R::Paragraph, R::Paragraph, R::Furniture]);
    assert_eq!(got[4], R::Furniture);
}

#[test]
fn a_credit_alone_has_its_caption_beside_it() {
    // Behind the byline the deck is over: what a credit follows is a caption.
    check(&[
        HEADLINE,
        ("By Ana Lima", R::Byline, R::Byline),
        ("The old bridge in the light of a winter morning", R::Standfirst, R::Caption),
        ("Foto: Tom Roe/Coastwire", R::Credit, R::Credit),
    ]);
    check(&[
        HEADLINE,
        ("A decision that had been expected since last spring", R::Standfirst, R::Standfirst),
        ("Foto: Tom Roe/Coastwire", R::Credit, R::Credit),
    ]);
    // Whom the picture shows.
    check(&[HEADLINE, ("Ana Lima", R::Kicker, R::Caption), ("Foto: Coastwire", R::Credit, R::Credit)]);
    // Some pages print the credit over the caption.
    check(&[
        HEADLINE,
        ("May 3, 2021", R::Date, R::Date),
        ("Bild: Tom Roe/Coastwire", R::Credit, R::Credit),
        ("The old bridge seen from the lower town", R::Furniture, R::Caption),
    ]);
    check(&[
        HEADLINE,
        ("May 3, 2021", R::Date, R::Date),
        ("Bild: Tom Roe/Coastwire", R::Credit, R::Credit),
        ("Share", R::Furniture, R::Furniture),
    ]);
    // A row of tags is none.
    check(&[
        HEADLINE,
        ("France Mali Chad Army Navy Kenya", R::Caption, R::Furniture),
        ("Foto: Tom Roe", R::Credit, R::Credit),
    ]);
}

#[test]
fn a_short_paragraph_over_a_credit_is_a_caption() {
    let text = format!(
        "Council votes to close the old bridge\n{STORY}\nWorkers look at the rusty towers.\n© Coastwire/Tom Roe\n{STORY}"
    );
    let mut roles = vec![R::Headline, R::Paragraph, R::Paragraph, R::Paragraph, R::Paragraph, R::Caption];
    roles.extend([R::Paragraph; 3]);
    let got = second(&text, &roles);
    assert_eq!(got[4..6], [R::Caption, R::Credit]);
    // Between the byline and the dateline nothing but a caption stands.
    let text = format!(
        "Council votes to close the old bridge\nBy Ana Lima\nThe old bridge was built in 1911.\nNORTHPORT (AP) — {STORY}"
    );
    let got = second(&text, &[R::Headline, R::Byline, R::Paragraph, R::Dateline, R::Paragraph, R::Paragraph]);
    assert_eq!(got[2], R::Caption);
}

#[test]
fn a_credit_without_a_label_is_told_by_its_person_and_house() {
    check(&[HEADLINE, ("The old bridge at dusk. (Tom Roe/Reuters)", R::Standfirst, R::Caption)]);
    check(&[HEADLINE, ("The bridge is closed for two years. (Reuters)", R::Standfirst, R::Standfirst)]);
    check(&[HEADLINE, ("bridge / Shutterstock", R::Furniture, R::Caption)]);
    check(&[HEADLINE, ("iStockphoto", R::Source, R::Credit)]);
    check(&[HEADLINE, ("Tom Roe / Reuters", R::Source, R::Byline)]);
    check(&[HEADLINE, ("By Ana Lima", R::Byline, R::Byline), ("Tom Roe / Reuters", R::Source, R::Credit)]);
    // Over the story such a line is the text's source.
    check(&[HEADLINE, ("The bridge at dusk", R::Caption, R::Caption), ("Quelle: dpa", R::Source, R::Source)]);
}

#[test]
fn words_of_place_between_commas() {
    check(&[HEADLINE, ("Ana Lima, left, and Tom Roe on the old bridge", R::Standfirst, R::Caption)]);
    check(&[HEADLINE, ("Workers (file photo) on the bridge", R::Crosshead, R::Caption)]);
    check(&[HEADLINE, ("The council left, and the bridge closed", R::Standfirst, R::Standfirst)]);
}

#[test]
fn files_buttons_and_addresses_are_no_pictures() {
    check(&[HEADLINE, ("old-bridge-closed.jpg", R::Caption, R::Furniture)]);
    check(&[HEADLINE, ("Share Facebook Twitter LinkedIn", R::Caption, R::Furniture)]);
    check(&[HEADLINE, ("Contact: desk@northport.example", R::Credit, R::Furniture)]);
}

#[test]
fn who_is_named_in_the_line_of_the_source() {
    check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), ("Wren Hollis", R::Source, R::Byline)]);
    check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), ("Northport Chronicle", R::Source, R::Source)]);
    check(&[HEADLINE, ("Par AFP", R::Dateline, R::Byline)]);
    check(&[HEADLINE, ("Ana Lima|Published 3 hours ago", R::Furniture, R::Meta)]);
}

#[test]
fn a_time_under_its_day() {
    check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), ("15:11", R::Furniture, R::Date)]);
    check(&[HEADLINE, ("May 3, 2021", R::Date, R::Date), ("15 comments", R::Furniture, R::Furniture)]);
    check(&[
        HEADLINE,
        ("NORTHPORT - Ana Lima (Northport Chronicle) - May 3, 2021 - 12:00am", R::Dateline, R::Meta),
    ]);
}

/// Checks what becomes of the lines under the story.
pub(super) fn check_end(header: &[(&str, LineRole)], ends: &[(&str, LineRole, LineRole)]) {
    let mut text: String = header.iter().map(|(line, _)| format!("{line}\n")).collect();
    text.push_str(STORY);
    let mut roles: Vec<LineRole> = header.iter().map(|(_, role)| *role).collect();
    roles.extend([R::Paragraph; 3]);
    for (line, role, _) in ends {
        text.push('\n');
        text.push_str(line);
        roles.push(*role);
    }
    let got = second(&text, &roles);
    let expected: Vec<LineRole> = ends.iter().map(|(.., role)| *role).collect();
    assert_eq!(got[header.len() + 3..], expected, "{ends:?}");
}

#[test]
fn a_last_paragraph_on_the_writer_is_a_note() {
    let by = [("Council votes to close the old bridge", R::Headline), ("By Ana Lima", R::Byline)];
    check_end(&by, &[("Ana Lima's book of essays is published in May.", R::Paragraph, R::Note)]);
    check_end(&by, &[("Ana Lima — journalist in Northport.", R::Paragraph, R::Note)]);
    check_end(&by, &[("Ana Limatto said that the bridge was old.", R::Paragraph, R::Paragraph)]);
    check_end(&by, &[("Ana Lima: The bridge is old.", R::Paragraph, R::Paragraph)]);
    check_end(&by, &[("Thursday: what the bridge meant to the farms.", R::Paragraph, R::Note)]);
    check_end(&by[..1], &[("Ana Lima said that the bridge was old.", R::Paragraph, R::Paragraph)]);
}

#[test]
fn what_closes_a_report_or_a_release() {
    let head = [("Council votes to close the old bridge", R::Headline), ("Nordbureauet", R::Source)];
    check_end(&head, &[("/Nordbureauet/", R::Furniture, R::Source)]);
    check_end(&head, &[("/Tern Quay/", R::Furniture, R::Furniture)]);
    check_end(&head, &[("- 30 -", R::Furniture, R::Note)]);
    check_end(
        &head,
        &[
            ("Statements in this release are forward-looking and may not come true.", R::Paragraph, R::Note),
            ("Media Contact:", R::Furniture, R::Furniture),
            ("SOURCE Tidewell Pumps Inc.", R::Furniture, R::Source),
        ],
    );
    check_end(&head, &[("\"It was old,\" she said. \"It had to go.\"", R::Furniture, R::Paragraph)]);
    check_end(
        &head,
        &[
            ("Read also", R::Crosshead, R::Furniture),
            ("Sheep found on school roof", R::Paragraph, R::Furniture),
        ],
    );
}

#[test]
fn rows_of_links_and_halves_of_headlines() {
    check(&[("Northfold Weekly About Contact", R::Source, R::Furniture), HEADLINE]);
    check(&[
        ("AGRICOLTURA", R::Kicker, R::Kicker),
        ("Olio, il raccolto si dimezza:", R::Kicker, R::Headline),
        ("«Mai così poche olive dal dopoguerra»", R::Headline, R::Headline),
    ]);
    check(&[("Interview:", R::Kicker, R::Kicker), ("«Mai così poche olive»", R::Headline, R::Headline)]);
}
