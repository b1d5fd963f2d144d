//! Twice the input, about twice the work.
//!
//! Each shape is read at a size at which reading takes a measurable time, and at four times that size. Work is the
//! processor time of this thread, which other programs on the machine hardly change, not the time on the wall. Linear
//! work gives a factor of four, quadratic work sixteen; [`MOST`] stands between with room for caches and memory. Since
//! the size is found by trying, the tests take the same time with and without optimisation, and see further with it.

#![expect(clippy::disallowed_methods, reason = "the rule is for the parser; its tests read a clock")]

use std::time::{Duration, Instant};

use wirecopy_parse::Parser;

/// How much longer four times the input may take.
const MOST: f64 = 4.0 * 2.2;
/// Time at which the size is large enough: ten ticks of the kernel's clock.
const ENOUGH: Duration = Duration::from_millis(40);
/// Largest size that is tried, in repetitions of a shape's part.
const LARGEST: usize = 1 << 22;
/// A measurement above the limit is taken again: something else may have had the caches.
const TRIES: usize = 4;

/// Processor time of this thread where the system tells it, else time on the wall.
fn clock(start: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|stat| stat.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn work(parser: &Parser, text: &str) -> Duration {
    let start = Instant::now();
    let before = clock(start);
    let parsed = parser.parse(text);
    let after = clock(start);
    assert!(parsed.articles().len() >= 1);
    after.saturating_sub(before)
}

fn linear(make: impl Fn(usize) -> String) {
    linear_in(work, make);
}

fn work_html(parser: &Parser, page: &str) -> Duration {
    let start = Instant::now();
    let before = clock(start);
    let parsed = parser.parse_html(page);
    let after = clock(start);
    assert!(parsed.articles().len() >= 1);
    after.saturating_sub(before)
}

fn linear_in(work: fn(&Parser, &str) -> Duration, make: impl Fn(usize) -> String) {
    let parser = Parser::new();
    // The models are unpacked at the first use.
    work(&parser, "Council closes bridge\n\nThe council voted on Monday to close the old bridge.");
    let mut n = 64;
    let mut small = work(&parser, &make(n));
    while small < ENOUGH && n < LARGEST {
        n *= 2;
        small = work(&parser, &make(n));
    }
    let (text, longer) = (make(n), make(4 * n));
    let mut large = work(&parser, &longer);
    for _ in 1..TRIES {
        if large.as_secs_f64() <= small.as_secs_f64() * MOST {
            return;
        }
        small = work(&parser, &text).max(small);
        large = work(&parser, &longer).min(large);
    }
    let factor = large.as_secs_f64() / small.as_secs_f64().max(1e-9);
    let (bytes, more) = (text.len(), longer.len());
    assert!(
        factor <= MOST,
        "{bytes} bytes take {small:?}, {more} bytes {large:?}: {factor:.1} times as long"
    );
}

macro_rules! shapes {
    ($($name:ident $make:expr;)*) => {
        $(#[test]
        fn $name() {
            linear($make);
        })*
    };
}

const PROSE: &str = "The council voted on Monday to close the old bridge over the river, and work on the new one begins in May. ";

/// A story with something in its middle, so that the document is read as an article.
fn in_story(inside: &str) -> String {
    let (head, tail) = (PROSE.repeat(3), PROSE.repeat(4));
    format!("Council closes bridge\n\nBy Ana Lima\n\n3 May 2021\n\n{head}\n\n{inside}\n\n{tail}\n\n{tail}\n")
}

/// A header that two keys name, so that a line has its role whatever it looks like.
fn keyed(key: &str, value: &str) -> String {
    format!("{key}: {value}\nSection: Local\n\n{}\n\n{}\n", PROSE.repeat(3), PROSE.repeat(3))
}

shapes! {
    blank_lines |n| "\n".repeat(n * 16);
    blank_lines_of_white_space |n| " \t \u{3000}\r\n".repeat(n * 4);
    lone_carriage_returns |n| "\r".repeat(n * 16) + "x";

    one_line_of_letters |n| "x".repeat(n * 64);
    one_line_of_words |n| "word ".repeat(n * 16);
    one_line_of_capitalised_words |n| "Ana Lima ".repeat(n * 8);
    one_line_of_brackets |n| "(".repeat(n * 16);
    one_line_of_bracket_pairs |n| "(a) [b] ".repeat(n * 4);
    one_line_of_nested_brackets |n| "([【".repeat(n * 4) + &"】])".repeat(n * 4);
    one_line_of_digits |n| "7".repeat(n * 16);
    one_line_of_numbers |n| "12 ".repeat(n * 8);
    one_line_of_lead_words |n| "By ".repeat(n * 8);
    one_line_of_spaces |n| "a".to_owned() + &" ".repeat(n * 64) + "b";
    one_line_of_quotes |n| "\"“«".repeat(n * 4);
    one_line_of_dates |n| "2021-05-03 ".repeat(n);
    one_line_of_month_names |n| "May ".repeat(n * 2);
    one_line_of_times |n| "10:05 Uhr, ".repeat(n);
    one_line_of_dashes |n| " - ".repeat(n * 8);
    one_line_of_bars |n| "A | ".repeat(n * 4);
    one_line_of_commas |n| "Ana, ".repeat(n * 4);
    one_line_of_colons |n| "a: ".repeat(n * 8);
    one_line_of_credits |n| "(Photo by Ana Lima/Harbour Wire) ".repeat(n);
    one_line_of_agencies |n| "AFP Reuters (AP) ".repeat(n * 2);
    one_line_of_end_credits |n| "Reporting by Ana Lima; Editing by Tom Roe. ".repeat(n);
    one_line_of_chinese |n| "市政府星期一宣布关闭老桥，新桥将于五月开工。".repeat(n);
    one_line_of_chinese_dates |n| "5月3日电（记者 王某）".repeat(n);
    one_line_of_arabic |n| "أعلن المجلس يوم الاثنين إغلاق الجسر القديم. ".repeat(n * 2);
    one_line_of_invisible_characters |n| "\u{200b}\u{ad}".repeat(n * 16) + "x";
    one_line_of_combining_marks |n| "e".to_owned() + &"\u{301}".repeat(n * 16);
    one_line_of_prose |n| PROSE.repeat(n);

    identical_short_lines |n| "Home\n".repeat(n / 4);
    different_short_lines |n| (0..n / 4).map(|i| format!("Item {i}\n")).collect();
    repeated_headlines |n| "Council closes old bridge over the river\n".repeat(n / 8);
    repeated_stories |n| in_story("A man crosses the bridge. (Photo by Ana Lima/HW)").repeat(n / 64);
    headlines_without_prose |n| (0..n / 8).map(|i| format!("Council closes old bridge number {i}\n\n")).collect();
    bullets |n| in_story(&"• The bridge closes in May\n".repeat(n / 8));
    different_bullets |n| in_story(&(0..n / 8).map(|i| format!("- Point {i} of the plan\n")).collect::<String>());
    paragraphs |n| in_story(&format!("{PROSE}\n\n").repeat(n / 8));
    wrapped_lines |n| in_story(&"The council voted on Monday to close the old bridge over the river and\n".repeat(n / 8));
    divided_words |n| in_story(&"The council voted on Monday to close the old bridge over the riv-\ner and ".repeat(n / 8));
    paragraphs_set_in |n| "    HARWICK, Feb 26 - The council voted to close the old bridge over\nthe river and\n".repeat(n / 8);
    stories_with_writers |n| format!("Council closes old bridge\n\nAna Lima\n\n{PROSE}\n\n").repeat(n / 8);
    marked_headings |n| "# Council closes bridge #\n## **Next**\n".repeat(n / 8);
    marked_links |n| "* [News](/news)\n[**Sport**](/sport)\n".repeat(n / 8);
    one_line_of_marks |n| "# * [".repeat(n * 8);
    bylines |n| in_story(&(0..n / 16).map(|i| format!("By Ana Lima{i} and Tom Roe{i}\n")).collect::<String>());
    date_lines |n| in_story(&(0..n / 8).map(|i| format!("Updated: 03/04/{} 10:05\n", 1990 + i % 30)).collect::<String>());
    ambiguous_dates |n| (0..n / 8).map(|i| format!("0{}/0{}/2021\n", i % 9 + 1, i / 9 % 9 + 1)).collect();
    captions |n| in_story(&(0..n / 16).map(|i| format!("A man crosses bridge {i}. (Photo by Ana Lima/HW)\n\n")).collect::<String>());
    credits |n| in_story(&"Photo: Ana Lima/Harbour Wire\n".repeat(n / 16));
    notes |n| in_story(&"Reporting by Ana Lima; Editing by Tom Roe\n\n".repeat(n / 16));

    a_headline_of_bars |n| keyed("Headline", &"Top News | ".repeat(n * 2));
    a_headline_of_dashes |n| keyed("Headline", &"Top News - ".repeat(n * 2));
    a_byline_of_names |n| keyed("Author", &"Ana Lima, ".repeat(n * 2));
    a_byline_of_different_names |n| keyed("Author", &(0..n).map(|i| format!("Ana{i} Lima{i} and ")).collect::<String>());
    a_date_of_dates |n| keyed("Date", &"03/04/2021 10:05, ".repeat(n));
    a_source_of_words |n| keyed("Source", &"Northport Post, ".repeat(n * 2));
    a_dateline_of_places |n| keyed("Dateline", &"NORTHPORT, May 3 (AP) - ".repeat(n));
}

macro_rules! pages {
    ($($name:ident $make:expr;)*) => {
        $(#[test]
        fn $name() {
            linear_in(work_html, $make);
        })*
    };
}

pages! {
    page_of_paragraphs |n| format!("<!doctype html><h1>Council closes bridge</h1>{}", format!("<p>{PROSE}</p>").repeat(n / 16));
    page_of_nested_blocks |n| format!("{}{PROSE}", "<div>".repeat(n * 4));
    page_of_nested_spans |n| format!("{}{PROSE}", "<span>".repeat(n * 4));
    page_of_nested_tables |n| format!("{}{PROSE}", "<table><tr><td>".repeat(n * 2));
    page_of_nested_templates |n| format!("{}{PROSE}", "<template>".repeat(n * 2));
    page_of_open_formatting |n| (0..n / 4).map(|i| format!("<font size={i}>")).collect::<String>() + &"<p>x".repeat(n / 4);
    page_of_misnested_formatting |n| "<b><p></b></p><i><div></i>".repeat(n / 4);
    page_of_attributes |n| format!("<p {}>{PROSE}", (0..n * 2).map(|i| format!("a{i}=1 ")).collect::<String>());
    page_of_class_names |n| format!("<p class=\"{}\">{PROSE}", "article-body ".repeat(n * 4));
    page_of_links |n| "<a href=/x>Home</a> ".repeat(n / 4);
    page_of_list_items |n| "<ul><li>Item</li></ul>".repeat(n / 8);
    page_of_line_breaks |n| "x<br>".repeat(n / 8);
    page_of_references |n| "&amp;&nbsp;&#8217;".repeat(n * 4);
    page_of_comments |n| "<!-- x --><!--".repeat(n * 8);
    page_of_tags_left_open |n| "<p <p \"".repeat(n * 4);
    page_of_statements |n| "<meta name=author content='Ana Lima'><meta property=og:title content=x>".repeat(n);
    page_of_linked_data |n| format!("<script type=application/ld+json>[{}]</script>", "{\"@type\":\"Article\",\"author\":{\"@id\":\"x\"}},".repeat(n));
}
