//! Whom a text speaks to: news reports what others said, shops and manuals speak to the reader, forums of themselves.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::measure::Measure;
use super::voice_words::{ACTORS, GUIDE, WHEN};
use crate::folded::{ByLetter, Lengths, Slots, hash, is_letter_or_number, lowered};
use crate::lines::Line;

/// Words that address the reader, in small letters.
const YOU: &[&str] = &[
    "you",
    "your",
    "yours",
    "you're",
    "you'll",
    "du",
    "dein",
    "deine",
    "dir",
    "ihr",
    "ihre",
    "ihnen",
    "vous",
    "votre",
    "vos",
    "tu",
    "tes",
    "usted",
    "tu",
    "tus",
    "tú",
    "te",
    "você",
    "seu",
    "sua",
    "seus",
    "voi",
    "tuo",
    "tua",
    "vostro",
    "jij",
    "je",
    "jouw",
    "uw",
    "twój",
    "twoje",
    "ci",
    "państwo",
    "вы",
    "вас",
    "вам",
    "ваш",
    "ваши",
    "ви",
    "вам",
    "ваш",
    "siz",
    "sizin",
    "size",
    "du",
    "din",
    "ditt",
    "deg",
    "dig",
    "vy",
    "vás",
    "váš",
    "sinä",
    "sinun",
    "anda",
    "kamu",
    "bạn",
    "أنت",
    "لك",
    "شما",
    "आप",
    "आपके",
    "εσείς",
    "σας",
    "dvs",
    "вие",
    "te",
    "ön",
];

/// Words of somebody who writes of himself.
const I: &[&str] = &[
    "i",
    "my",
    "me",
    "i'm",
    "i've",
    "i'd",
    "mine",
    "myself",
    "ich",
    "mein",
    "meine",
    "mir",
    "mich",
    "je",
    "j'ai",
    "mon",
    "ma",
    "mes",
    "yo",
    "mi",
    "mis",
    "eu",
    "meu",
    "minha",
    "io",
    "mio",
    "mia",
    "ik",
    "mijn",
    "ja",
    "mój",
    "moja",
    "я",
    "мой",
    "моя",
    "мне",
    "меня",
    "мені",
    "ben",
    "benim",
    "jag",
    "min",
    "mitt",
    "jeg",
    "mig",
    "meg",
    "já",
    "můj",
    "minä",
    "minun",
    "saya",
    "aku",
    "tôi",
    "أنا",
    "من",
    "मैं",
    "मेरा",
];

/// Words of a house that speaks of itself.
const WE: &[&str] = &[
    "we",
    "our",
    "us",
    "we're",
    "we've",
    "wir",
    "unser",
    "unsere",
    "uns",
    "nous",
    "notre",
    "nos",
    "nosotros",
    "nuestro",
    "nuestra",
    "nuestros",
    "nós",
    "nosso",
    "nossa",
    "noi",
    "nostro",
    "nostra",
    "wij",
    "we",
    "ons",
    "onze",
    "my",
    "nasz",
    "nasze",
    "мы",
    "наш",
    "наши",
    "нас",
    "ми",
    "наша",
    "biz",
    "bizim",
    "vi",
    "vår",
    "våra",
    "vores",
    "náš",
    "naše",
    "me",
    "meidän",
    "kami",
    "kita",
    "chúng",
    "نحن",
    "ما",
    "हम",
    "हमारे",
];

/// Words with which news reports speech and action.
const SAID: &[&str] = &[
    "said",
    "says",
    "told",
    "according",
    "announced",
    "added",
    "reported",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "police",
    "minister",
    "president",
    "government",
    "officials",
    "sagte",
    "erklärte",
    "teilte",
    "laut",
    "zufolge",
    "sprecher",
    "sprecherin",
    "polizei",
    "déclaré",
    "selon",
    "affirmé",
    "indiqué",
    "annoncé",
    "ministre",
    "dijo",
    "según",
    "señaló",
    "aseguró",
    "informó",
    "gobierno",
    "disse",
    "segundo",
    "afirmou",
    "governo",
    "detto",
    "secondo",
    "spiegato",
    "zei",
    "volgens",
    "zegt",
    "powiedział",
    "poinformował",
    "według",
    "сказал",
    "сообщил",
    "заявил",
    "словам",
    "сказав",
    "повідомив",
    "заявив",
    "словами",
    "dedi",
    "söyledi",
    "açıkladı",
    "göre",
    "säger",
    "sade",
    "enligt",
    "sier",
    "sa",
    "ifølge",
    "siger",
    "sagde",
    "řekl",
    "uvedl",
    "podle",
    "sanoo",
    "kertoo",
    "mukaan",
    "kata",
    "ujar",
    "menurut",
    "nói",
    "theo",
    "cho",
    "biết",
    "قال",
    "وقال",
    "أكد",
    "وأضاف",
    "گفت",
    "افزود",
    "कहा",
    "बताया",
    "είπε",
    "δήλωσε",
    "אמר",
    "spus",
    "declarat",
    "каза",
    "заяви",
];

/// The same for scripts without spaces: what tells by standing anywhere, and its list in the order of [`Voice`].
const UNSPACED: &[(&str, usize)] = &[
    ("您", 0),
    ("你", 0),
    ("あなた", 0),
    ("당신", 0),
    ("คุณ", 0),
    ("我的", 1),
    ("私は", 1),
    ("僕", 1),
    ("저는", 1),
    ("제가", 1),
    ("ฉัน", 1),
    ("ผม", 1),
    ("我们", 2),
    ("我們", 2),
    ("弊社", 2),
    ("当社", 2),
    ("저희", 2),
    ("เรา", 2),
    ("表示", 3),
    ("说", 3),
    ("說", 3),
    ("报道", 3),
    ("報導", 3),
    ("述べ", 3),
    ("という", 3),
    ("によると", 3),
    ("밝혔다", 3),
    ("말했다", 3),
    ("전했다", 3),
    ("กล่าว", 3),
    ("เปิดเผย", 3),
    ("昨日", 4),
    ("昨天", 4),
    ("日电", 4),
    ("日電", 4),
    ("曜日", 4),
    ("어제", 4),
    ("วันจันทร์", 4),
    ("เมื่อวาน", 4),
    ("政府", 5),
    ("警方", 5),
    ("警察", 5),
    ("总统", 5),
    ("總統", 5),
    ("大統領", 5),
    ("首相", 5),
    ("部长", 5),
    ("정부", 5),
    ("경찰", 5),
    ("대통령", 5),
    ("รัฐบาล", 5),
    ("ตำรวจ", 5),
    ("下载", 6),
    ("点击", 6),
    ("价格", 6),
    ("购买", 6),
    ("商品", 6),
    ("価格", 6),
    ("購入", 6),
    ("送料", 6),
    ("가격", 6),
    ("구매", 6),
    ("ราคา", 6),
    ("สินค้า", 6),
];

/// Counts over the head of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Voice {
    pub(crate) you: u32,
    pub(crate) i: u32,
    pub(crate) we: u32,
    pub(crate) said: u32,
    pub(crate) when: u32,
    pub(crate) actors: u32,
    pub(crate) guide: u32,
    pub(crate) words: u32,
}

/// Every word of the lists with the lists that it is on, so that a word of the text is looked up once.
struct Listed {
    words: Vec<(&'static str, u8)>,
    slots: Slots,
    lengths: Lengths,
}

impl Listed {
    fn words() -> &'static Self {
        static LISTED: OnceLock<Listed> = OnceLock::new();
        LISTED.get_or_init(|| {
            let mut on: BTreeMap<&str, u8> = BTreeMap::new();
            for (list, words) in [YOU, I, WE, SAID, WHEN, ACTORS, GUIDE].into_iter().enumerate() {
                for word in words {
                    *on.entry(word).or_default() |= 1 << list;
                }
            }
            let words: Vec<(&str, u8)> = on.into_iter().collect();
            let slots = Slots::of(words.iter().map(|(word, _)| hash(word.chars())));
            let lengths = Lengths::of(words.iter().map(|(word, _)| *word));
            Self { words, slots, lengths }
        })
    }

    /// Bits of the lists that a word is on, in the order of [`Voice`].
    fn lists_of(&self, word: &str) -> u8 {
        if word.is_ascii() {
            if !self.lengths.may_hold(word) {
                return 0;
            }
            let letters = word.bytes().map(|b| char::from(b.to_ascii_lowercase()));
            let found =
                self.slots.find(hash(letters), |entry| self.words[entry].0.eq_ignore_ascii_case(word));
            return found.map_or(0, |entry| self.words[entry].1);
        }
        let letters = || lowered(word).map(|c| if c == '’' { '\'' } else { c });
        let found = self.slots.find(hash(letters()), |entry| self.words[entry].0.chars().eq(letters()));
        found.map_or(0, |entry| self.words[entry].1)
    }
}

/// Bytes of longer lines that are listened to.
const HEAD: usize = 2500;

/// Listens to the longer lines of a document.
pub(crate) fn listen(text: &str, lines: &[Line], measures: &[Measure]) -> Voice {
    let mut voice = Voice::default();
    let mut read = 0;
    for (line, _) in lines.iter().zip(measures).filter(|(_, m)| m.units >= 40) {
        if read > HEAD {
            break;
        }
        let part = &text[line.trimmed.range()];
        let end = (0..=part.len().min(HEAD)).rev().find(|at| part.is_char_boundary(*at)).unwrap_or(0);
        read += end;
        voice.hear(&part[..end]);
    }
    voice
}

impl Voice {
    fn hear(&mut self, text: &str) {
        let listed = Listed::words();
        let mut counts = [
            &mut self.you,
            &mut self.i,
            &mut self.we,
            &mut self.said,
            &mut self.when,
            &mut self.actors,
            &mut self.guide,
        ];
        for word in text.split(|c: char| {
            !is_letter_or_number(c) && !matches!(c, '\'' | '’' | '\u{94d}' | '\u{93e}'..='\u{94c}')
        }) {
            if word.is_empty() {
                continue;
            }
            self.words += 1;
            if word.len() > 24 {
                continue;
            }
            let lists = listed.lists_of(word);
            if lists != 0 {
                for (list, count) in counts.iter_mut().enumerate() {
                    **count += u32::from(lists >> list & 1);
                }
            }
        }
        // Scripts without spaces: the same, by what stands anywhere. In UTF-8 their letters open with these bytes, those
        // of most other scripts do not.
        if !text.bytes().any(|b| matches!(b, 0xe0 | 0xe3..=0xed)) {
            return;
        }
        static BY_LETTER: ByLetter = ByLetter::new();
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            for entry in BY_LETTER.among(Some(c), UNSPACED.iter().map(|(word, _)| word.chars().next())) {
                let (word, list) = UNSPACED[entry];
                *counts[list] += u32::from(text[at..].starts_with(word));
            }
        }
    }

    /// Count in a thousand words.
    pub(crate) fn rate(&self, count: u32) -> u32 {
        count * 1000 / self.words.max(20)
    }
}
