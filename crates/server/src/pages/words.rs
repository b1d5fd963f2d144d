//! Names, figures and dates as people read them.

use std::borrow::Borrow;

use chrono::{Datelike, NaiveDate, Timelike};
use wirecopy_model::{OffsetBasis, Precision, PublishedAt, Stamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Languages with their English name, by code.
static LANGUAGES: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("as", "Assamese"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("bo", "Tibetan"),
    ("br", "Breton"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fo", "Faroese"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gd", "Scottish Gaelic"),
    ("gl", "Galician"),
    ("gu", "Gujarati"),
    ("ha", "Hausa"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("ht", "Haitian Creole"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("ig", "Igbo"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("kk", "Kazakh"),
    ("km", "Khmer"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("ky", "Kyrgyz"),
    ("la", "Latin"),
    ("lb", "Luxembourgish"),
    ("lg", "Ganda"),
    ("lo", "Lao"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mg", "Malagasy"),
    ("mi", "Māori"),
    ("mk", "Macedonian"),
    ("ml", "Malayalam"),
    ("mn", "Mongolian"),
    ("mr", "Marathi"),
    ("ms", "Malay"),
    ("mt", "Maltese"),
    ("my", "Burmese"),
    ("nb", "Norwegian"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("ny", "Nyanja"),
    ("or", "Odia"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("rw", "Kinyarwanda"),
    ("sd", "Sindhi"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sn", "Shona"),
    ("so", "Somali"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("st", "Sotho"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("tg", "Tajik"),
    ("th", "Thai"),
    ("ti", "Tigrinya"),
    ("tl", "Tagalog"),
    ("tn", "Tswana"),
    ("tr", "Turkish"),
    ("ts", "Tsonga"),
    ("ug", "Uyghur"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("xh", "Xhosa"),
    ("yi", "Yiddish"),
    ("yo", "Yoruba"),
    ("zh", "Chinese"),
    ("zu", "Zulu"),
];

/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// The English name of a language; the code itself when it is not known.
pub(super) fn language(code: &str) -> &str {
    let base = code.split('-').next().unwrap_or(code);
    LANGUAGES.iter().find(|(known, _)| *known == base).map_or(code, |(_, name)| name)
}

/// The direction in which a text of a language runs; where it is not known, the text itself tells.
pub(super) fn direction(language: Option<&str>) -> &'static str {
    match language {
        Some(code) if RIGHT_TO_LEFT.contains(&code.split('-').next().unwrap_or(code)) => "rtl",
        Some(_) => "ltr",
        None => "auto",
    }
}

/// `12345` as `12,345`.
pub(super) fn figure(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 article`, `2,000 articles`.
pub(super) fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", figure(n), if n == 1 { one } else { many })
}

/// The same of a length. Templates pass references where they please.
pub(super) fn counted_len(n: impl Borrow<usize>, one: &str, many: &str) -> String {
    counted(*n.borrow() as u64, one, many)
}

/// The same of a count.
pub(super) fn counted_u64(n: impl Borrow<u64>, one: &str, many: &str) -> String {
    counted(*n.borrow(), one, many)
}

/// The same of a small count.
pub(super) fn counted_u32(n: impl Borrow<u32>, one: &str, many: &str) -> String {
    counted((*n.borrow()).into(), one, many)
}

/// A count of words, grouped.
pub(super) fn counted_words(n: impl Borrow<u32>) -> String {
    figure((*n.borrow()).into())
}

/// `1.5 MB`: thousands, as disks are sold.
pub(super) fn bytes(n: u64) -> String {
    let mut unit = "bytes";
    let mut tenths = n.saturating_mul(10);
    for larger in ["kB", "MB", "GB", "TB"] {
        if tenths < 10_000 {
            break;
        }
        tenths = (tenths + 500) / 1000;
        unit = larger;
    }
    if unit == "bytes" {
        counted(n, "byte", "bytes")
    } else if tenths < 100 {
        format!("{}.{} {unit}", tenths / 10, tenths % 10)
    } else {
        format!("{} {unit}", figure((tenths + 5) / 10))
    }
}

/// A share of a whole in per cent; what is there is never shown as nothing, what is missing never as all.
pub(super) fn percent(part: u64, whole: u64) -> u64 {
    if whole == 0 || part == 0 {
        return 0;
    }
    if part >= whole {
        return 100;
    }
    (part.saturating_mul(200).saturating_add(whole) / whole.saturating_mul(2)).clamp(1, 99)
}

/// `14 July 2018, 14:54 (UTC+01:00, assumed)`; the words that were read when they settle no value.
pub(super) fn stamp(stamp: &Stamp) -> String {
    let Some(value) = stamp.value else { return stamp.raw.clone() };
    let mut words = published(value);
    if let (PublishedAt::Moment { .. }, Some(offset)) = (value, &stamp.offset) {
        let assumed = if offset.basis == OffsetBasis::Assumed { ", assumed" } else { "" };
        words.push_str(&format!(" (UTC{offset}{assumed})"));
    }
    words
}

/// `14 July 2018, 14:54`, with the precision that was written.
pub(super) fn published(value: PublishedAt) -> String {
    match value {
        PublishedAt::Year(year) => year.to_string(),
        PublishedAt::Month { year, month } => format!("{} {year}", month_name(month)),
        PublishedAt::Day(date) => day(date),
        PublishedAt::Moment { local, precision: Precision::Hour } => {
            format!("{}, {:02} h", day(local.date()), local.hour())
        }
        PublishedAt::Moment { local, .. } => {
            format!("{}, {:02}:{:02}", day(local.date()), local.hour(), local.minute())
        }
    }
}

fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

pub(super) fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or("?")
}

/// `2018`, `2018-07` and `2018-07-14` as `2018`, `July 2018` and `14 July 2018`.
pub(super) fn period(label: &str) -> String {
    label.parse().map_or_else(|_| label.to_owned(), published)
}

/// Seconds since 1970 as a day.
pub(super) fn stored_day(seconds: impl Borrow<i64>) -> String {
    chrono::DateTime::from_timestamp(*seconds.borrow(), 0)
        .map_or_else(String::new, |moment| day(moment.date_naive()))
}

/// The first characters of a text, on one line, with `…` where something is missing.
pub(super) fn excerpt(text: &str, characters: usize) -> String {
    let mut cut = String::new();
    let mut taken = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if taken + length > characters {
            // A text without spaces is cut inside its one word.
            if taken == 0 {
                cut.extend(word.chars().take(characters));
            }
            cut.push('…');
            return cut;
        }
        if taken > 0 {
            cut.push(' ');
        }
        cut.push_str(word);
        taken += length + 1;
    }
    cut
}

/// `list_item` as `list item`.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_and_shares_are_honest() {
        assert_eq!((figure(7).as_str(), figure(1234567).as_str()), ("7", "1,234,567"));
        assert_eq!(counted(1, "article", "articles"), "1 article");
        assert_eq!(
            [bytes(1), bytes(999), bytes(1500), bytes(12_345_678)],
            ["1 byte", "999 bytes", "1.5 kB", "12 MB"]
        );
        assert_eq!([percent(0, 9), percent(1, 1000), percent(999, 1000), percent(9, 9)], [0, 1, 99, 100]);
    }

    #[test]
    fn a_date_keeps_its_precision() {
        let words = |iso: &str| period(iso);
        assert_eq!(words("2018"), "2018");
        assert_eq!(words("2018-07"), "July 2018");
        assert_eq!(words("2018-07-14T14:54"), "14 July 2018, 14:54");
        assert_eq!(words("no date"), "no date");
    }

    #[test]
    fn an_excerpt_ends_at_a_word_or_inside_a_text_without_spaces() {
        assert_eq!(excerpt("the old \n bridge", 20), "the old bridge");
        assert_eq!(excerpt("the old bridge", 9), "the old…");
        assert_eq!(excerpt("市议会关闭旧桥", 3), "市议会…");
    }

    #[test]
    fn direction_follows_the_language() {
        assert_eq!([direction(Some("fa")), direction(Some("de")), direction(None)], ["rtl", "ltr", "auto"]);
        assert_eq!((language("pt-BR"), language("tlh")), ("Portuguese", "tlh"));
    }
}
