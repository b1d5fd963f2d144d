//! Documents made of the pieces that news texts are made of, right and wrong ones, in any order.

use proptest::prelude::*;
use proptest::sample::select;

/// Lines as they stand in papers and on their pages, and lines that only look like them.
const LINES: &[&str] = &[
    // Headlines, kickers, decks.
    "Council closes bridge",
    "COUNCIL CLOSES BRIDGE",
    "Council closes bridge | The Northport Post",
    "World",
    "Top | Stories | Of | The | Day",
    "Rat schließt alte Brücke über den Fluss - Nordhafener Anzeiger",
    "市政府宣布关闭老桥",
    "Совет закрыл старый мост",
    "Residents fear a long way round while the new crossing is built over two winters",
    // Bylines, sources, mixed lines.
    "By Ana Lima",
    "By ANA LIMA and Tom Roe, Science Editor",
    "By",
    "By and",
    "Von unserem Redakteur Tom Roe",
    "Par AFP",
    "Ana Lima, Harbour Wire",
    "Ana Lima | 3 May 2021 | Politics",
    "Ana LimaThe Post",
    "Source: Northport Post",
    "Source:",
    "AFP",
    "本报记者 王某",
    "作者：李某",
    "(가온=한빛통신) 김서윤 기자 =",
    "بقلم: سامي خوري",
    "By Ana Lima, By Ana Lima, By Ana Lima",
    "ana.lima@post.example",
    // Dates.
    "Published: 3 May 2021",
    "Updated:2018-07-14 14:54:02",
    "03/04/2018",
    "31/02/2019",
    "Monday",
    "6 hours ago",
    "Stand: 12.03.2020, 08:15 Uhr",
    "2021年5月3日 10:05",
    "١٤ مايو ٢٠٢١",
    "May 3, 2021 at 5:11 p.m. EDT",
    "14 Tháng 5, 2021",
    "Published",
    "10:05",
    "date 2021-05-03 Council closes bridge",
    "date 2021-05-03",
    "1403/02/14",
    "May 2021",
    "99999999999999999999",
    "2021-05-03T10:05:00+18:30",
    "Mon, 3 May 2021 24:61 GMT",
    // Datelines.
    "NORTHPORT, May 3 (HW) - The council voted on Monday to close the old bridge. Work begins in May.",
    "NORTHPORT —",
    "Northport",
    "(Harbour Wire) -- The council voted on Monday.",
    "新华社北京5月3日电（记者 王某）市政府星期一宣布关闭老桥。",
    "ANKARA (AA) - Belediye köprüyü kapattı.",
    "NORDHAFEN. Der Rat stimmte am Montag für die Sperrung. Die Arbeiten beginnen im Mai.",
    // Prose.
    "The council voted on Monday to close the old bridge. Work on the new one begins in May, officials said.",
    "\"We have waited for years,\" said Tom Roe, who lives by the river. \"Now it is done.\"",
    "Der Rat hat am Montag für die Sperrung der alten Brücke gestimmt; die Arbeiten an der neuen beginnen im Mai.",
    "市政府星期一宣布关闭老桥，新桥将于五月开工。居民们对此表示欢迎，但也担心绕路的时间太长。",
    "أعلن المجلس يوم الاثنين إغلاق الجسر القديم، وستبدأ أعمال بناء الجسر الجديد في شهر مايو المقبل.",
    "สภาเมืองลงมติเมื่อวันจันทร์ให้ปิดสะพานเก่า และจะเริ่มก่อสร้างสะพานใหม่ในเดือนพฤษภาคม",
    "La mairie a décidé lundi de fermer le vieux pont ; les travaux du nouveau commencent en mai. (Avec AFP)",
    "Reporting by Ana Lima; Editing by Tom Roe",
    "The council voted on Monday to close the old bri",
    // Pictures.
    "A man crosses the old bridge in Northport on Monday. (Photo by Ana Lima/Harbour Wire)",
    "Photo: Ana Lima",
    "Photo/Xinhua",
    "[Photo: A. Lima",
    "Foto: dpa",
    "图为老桥。 王某 摄",
    "AFP/Getty Images",
    "Ana Lima | Harbour Wire",
    "(Photo)",
    "Photo by",
    "Legende: Die Brücke.",
    "1 of 12 |",
    // Body parts, notes.
    "Key Points",
    "- The bridge closes in May",
    "• A ferry is planned",
    "* Home",
    "1. The council",
    "What comes next",
    "\u{2022}",
    "-",
    "“Now it is done.”",
    "— Tom Roe, resident",
    "(END)",
    "###",
    "Correction: the bridge is 40 metres long.",
    "（责任编辑：李某）",
    "Ana Lima is a reporter at the Post.",
    // Furniture.
    "Home > News > Local",
    "Share",
    "Sign in",
    "Advertisement",
    "Read more",
    "Related: Ferry to start",
    "© 2021 The Northport Post. All rights reserved.",
    "Tags: bridge, river",
    "5 min read",
    "Follow us on",
    "****",
    "|",
    "________",
    "Accept cookies",
    "Skip to content",
    // Keys.
    "Headline: Council closes bridge",
    "Section: Local",
    "URL: https://post.example/1",
    "Page: 3",
    "Title:",
    "Author: Ana Lima",
    "Date: 3 May 2021",
    "Dateline: NORTHPORT",
    "Edition: City",
    "标题：老桥关闭",
];

/// Pieces that break words, lines and assumptions.
const BITS: &[&str] = &[
    "\u{0}",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{1b}[0m",
    "\u{1c}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{2060}",
    "\u{feff}",
    "\u{fffd}",
    "\u{3000}",
    "\u{301}",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "Σς",
    "𝟙",
    "👩\u{200d}🚒",
    "🇩🇪",
    "(",
    ")",
    "((",
    "]",
    "【",
    "】",
    "\"",
    "“",
    "«",
    "'",
    "’",
    "|",
    "/",
    "-",
    "–",
    "—",
    ":",
    "：",
    "·",
    "@",
    "#",
    ",",
    ".",
    "...",
    "…",
    "©",
    "By ",
    " and ",
    " 2021",
    " May ",
    "5",
    "٥",
    "五",
    "年",
    "月",
    "日",
    "摄",
    "AFP",
    "Photo: ",
    "(Photo by ",
    "Updated",
    "&amp;",
    "<b>",
    "{",
    "}",
    "\\",
    "http://",
    " ",
    "  ",
    "         ",
];

/// Ends of lines.
pub(crate) const LINE_ENDS: [&str; 3] = ["\n", "\r\n", "\r"];

/// A line of a newspaper, of rubbish, or of both.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(BITS).prop_map(str::to_owned),
        2 => select(LINES).prop_map(str::to_owned),
        1 => "[^\r\n]{0,12}",
        1 => "\\PC{0,8}",
    ];
    prop_oneof![
        8 => select(LINES).prop_map(str::to_owned),
        2 => (select(LINES), select(BITS)).prop_map(|(line, bit)| format!("{bit}{line}")),
        2 => (select(LINES), select(BITS), any::<prop::sample::Index>()).prop_map(|(line, bit, at)| {
            let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
            let at = ends[at.index(ends.len())];
            format!("{}{bit}{}", &line[..at], &line[at..])
        }),
        // Paragraphs of several sentences, as long as real ones.
        2 => prop::collection::vec(select(LINES), 2..6).prop_map(|lines| lines.join(" ")),
        2 => prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()),
    ]
    // Line ends are set by whoever joins the lines.
    .prop_map(|line| line.replace(['\r', '\n'], " "))
}

/// Lines with their indent and the number of blank lines after each: a document before its line ends are chosen.
pub(crate) fn lines() -> impl Strategy<Value = Vec<String>> {
    let indent = prop_oneof![6 => Just(""), 1 => Just("  "), 1 => Just("\t"), 1 => Just("\u{3000}\u{3000}")];
    let blank = prop_oneof![4 => Just(0usize), 4 => Just(1), 1 => Just(3)];
    let width = prop_oneof![6 => Just(None), 1 => (30usize..80).prop_map(Some)];
    (prop::collection::vec((line(), indent, blank), 0..24), width).prop_map(|(parts, width)| {
        let mut lines = Vec::new();
        for (line, indent, blank) in parts {
            match width {
                Some(width) => lines.extend(wrap(&line, width)),
                None => lines.push(format!("{indent}{line}")),
            }
            lines.extend(std::iter::repeat_n(String::new(), blank));
        }
        lines
    })
}

/// A whole document with one kind of line end.
pub(crate) fn document() -> impl Strategy<Value = String> {
    (lines(), select(&LINE_ENDS[..]), any::<bool>()).prop_map(|(lines, end, closed)| {
        let mut text = lines.join(end);
        if closed {
            text.push_str(end);
        }
        text
    })
}

fn wrap(line: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let last = lines.last_mut().unwrap();
        if !last.is_empty() && last.chars().count() + word.chars().count() >= width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

/// Documents that no generator is likely to hit, each of them an idea of how a reader of text breaks.
pub(crate) fn nasty() -> Vec<String> {
    let mut all: Vec<String> = [
        "", "\n", "\r", "\r\n", "\n\r", "\r\r\n", "\u{feff}", "\u{feff}\u{feff}x", "\0", " ", "x", "\u{2028}", "\u{301}", "\u{200d}", "|", "-", ":",
        "：", "By", "By\nBy\nBy", "(", ")", "Photo:", "©", "date 2021-05-03 ", "date 2021-05-03 x", "date 2021-13-99 x", "date ٢٠٢١-٠٥-٠٣ x", "5月", "年",
        "Headline:\nTitle:", "Headline: \u{200b}\nTitle: \u{feff}", "Headline: A | B | C | D\nSection: B\n\nThe council voted on Monday.",
        "Headline: Council closes bridge | Post\nTitle: Council closes bridge\nHeadline: Council closes bridge\nPage: \u{3000}3\u{3000}",
        "Headline: |||||||||||||\nSection: ||\nAuthor: ,,,,\nDate: ////", "Title： 老桥关闭\nSection： \u{3000}本地\u{3000}\n\n市政府星期一宣布关闭老桥。",
        "İİİİİİİİ İstanbul'da köprü kapandı\n\nİSTANBUL (AA) - Belediye köprüyü kapattı.",
        "ﬁﬂﬃ ǅ ŉ ΐ ΰ\n\nẞ By ŉame ﬁne, 3 May 2021", "Photo by İ/ŉ", "By İsmail ŉ, ǅ", "ẞẞẞ: 2021", "Updated İ 2021-05-03",
        "99999999999-99-99 99:99:99\n\n0000-00-00\n\n1/1/1\n\n٩٩٩٩٩٩٩٩٩٩/٩٩/٩٩", "May 99999999999999999999, 99999999999999999999",
        "NORTHPORT, May 99999999999 (HW) - Yes.", "31 December 9999 23:59:60 +99:99", "1 January -1", "29 February 1900\n\nFebruary 30",
        "昭和99999999999年5月3日", "民國一百一十年五月三日", "令和三年五月三日", "۱۴۰۳/۱۲/۳۱",
        "(((((((((((((((((((", "【【【【】】】】【", "\"\"\"\"\"\"\"", "“”“”“«»«‹›",
        "Reporting by ; Editing by", "Reporting by Reporting by Reporting by", "(Reporting by)", "（记者）", "（记者 ）", "记者", "摄", "图/", "文/",
        "\u{202e}egdirb sesolc licnuoC\u{202c}\n\n\u{2067}By Ana Lima\u{2069}",
    ]
    .map(str::to_owned)
    .to_vec();
    let story = "Council closes bridge\nBy Ana Lima\n3 May 2021\nNORTHPORT, May 3 (HW) - The council voted on Monday to close the old bridge. Work \
                 begins in May.\nA man crosses the bridge. (Photo by Ana Lima/HW)\nResidents had asked for a ferry, but none will come this year.\n";
    all.push(story.repeat(12));
    all.push(story.replace('\n', "\u{2028}"));
    all.push(story.replace(' ', "\u{a0}"));
    all.push(story.replace(' ', "\u{3000}"));
    all.push(story.replace(' ', "\u{200b} "));
    all.push(story.replace("", "\u{ad}"));
    all.push(story.replace("", "\u{301}"));
    // Cut at every character: what comes before, and what comes after.
    all.extend((1..story.len()).step_by(3).map(|at| story[..at].to_owned()));
    all.extend((1..story.len()).step_by(7).map(|at| story[at..].to_owned()));
    all
}
