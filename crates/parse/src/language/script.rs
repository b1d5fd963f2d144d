//! Which writing system a text is in. Most scripts settle the language by themselves.

/// Letters read from the head of a text. A page of prose settles the language long before; a bound makes
/// detection cost the same for a paragraph and for a book.
pub(crate) const MAX_LETTERS: usize = 1500;

/// Bytes looked at while collecting those letters, so that a table of numbers or a row of emoji with no end
/// costs no more than prose.
pub(crate) const MAX_BYTES: usize = 16 * 1024;

/// A writing system. Han with kana among it is [`Script::Japanese`], Han alone [`Script::Han`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Script {
    /// Latin with all its extensions; the only script with dozens of languages here.
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Hebrew,
    Bengali,
    Ethiopic,
    Greek,
    Han,
    Japanese,
    Hangul,
    Thai,
    Lao,
    Khmer,
    Myanmar,
    Georgian,
    Armenian,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Gujarati,
    Gurmukhi,
    Oriya,
    Sinhala,
    Tibetan,
    Thaana,
    /// A letter of a script that has no entry of its own.
    Other,
}

/// How many scripts there are.
const N_SCRIPTS: usize = Script::Other as usize + 1;

impl Script {
    const ALL: [Self; N_SCRIPTS] = [
        Self::Latin,
        Self::Cyrillic,
        Self::Arabic,
        Self::Devanagari,
        Self::Hebrew,
        Self::Bengali,
        Self::Ethiopic,
        Self::Greek,
        Self::Han,
        Self::Japanese,
        Self::Hangul,
        Self::Thai,
        Self::Lao,
        Self::Khmer,
        Self::Myanmar,
        Self::Georgian,
        Self::Armenian,
        Self::Tamil,
        Self::Telugu,
        Self::Kannada,
        Self::Malayalam,
        Self::Gujarati,
        Self::Gurmukhi,
        Self::Oriya,
        Self::Sinhala,
        Self::Tibetan,
        Self::Thaana,
        Self::Other,
    ];

    /// The script of one letter; `None` for digits, punctuation, symbols and marks without a script.
    #[inline]
    pub(crate) fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Self::Latin);
        }
        // The runs of letters that most text is made of come first, without a look into Unicode's tables.
        match u32::from(c) {
            0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F | 0x1E00..=0x1EFF => return Some(Self::Latin),
            0x400..=0x481 => return Some(Self::Cyrillic),
            0x386 | 0x388..=0x38A | 0x38E..=0x3A1 | 0x3A3..=0x3CE => return Some(Self::Greek),
            0x5D0..=0x5EA => return Some(Self::Hebrew),
            0x620..=0x63F | 0x641..=0x64A | 0x671..=0x6D3 => return Some(Self::Arabic),
            0x904..=0x94D => return Some(Self::Devanagari),
            0xE01..=0xE3A | 0xE40..=0xE46 => return Some(Self::Thai),
            0x3041..=0x3096 | 0x30A1..=0x30FA => return Some(Self::Japanese),
            0x3400..=0x4DBF | 0x4E00..=0x9FFF => return Some(Self::Han),
            0xAC00..=0xD7A3 => return Some(Self::Hangul),
            0x2000..=0x206F
            | 0x20A0..=0x20CF
            | 0x2190..=0x23FF
            | 0x2500..=0x2BFF
            | 0x3000..=0x3004
            | 0x3008..=0x3020
            | 0xFF01..=0xFF20
            | 0xFF3B..=0xFF40
            | 0xFF5B..=0xFF65 => {
                return None;
            }
            0x80..=0xA9 | 0xAB..=0xB4 | 0xB6..=0xB9 | 0xBB..=0xBF | 0xD7 | 0xF7 => return None,
            _ => {}
        }
        let script = match u32::from(c) {
            0xAA | 0xBA | 0x250..=0x2AF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF => Self::Latin,
            0xFF21..=0xFF3A | 0xFF41..=0xFF5A | 0xFB00..=0xFB06 => Self::Latin,
            0x370..=0x3FF | 0x1F00..=0x1FFF => Self::Greek,
            0x400..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Self::Cyrillic,
            0x531..=0x58F | 0xFB13..=0xFB17 => Self::Armenian,
            0x591..=0x5F4 | 0xFB1D..=0xFB4F => Self::Hebrew,
            0x620..=0x6FF | 0x750..=0x77F | 0x870..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Self::Arabic,
            0x780..=0x7BF => Self::Thaana,
            0x900..=0x963 | 0x970..=0x97F | 0xA8E0..=0xA8FF => Self::Devanagari,
            0x980..=0x9FF => Self::Bengali,
            0xA00..=0xA7F => Self::Gurmukhi,
            0xA80..=0xAFF => Self::Gujarati,
            0xB00..=0xB7F => Self::Oriya,
            0xB80..=0xBFF => Self::Tamil,
            0xC00..=0xC7F => Self::Telugu,
            0xC80..=0xCFF => Self::Kannada,
            0xD00..=0xD7F => Self::Malayalam,
            0xD80..=0xDFF => Self::Sinhala,
            0xE00..=0xE7F => Self::Thai,
            0xE80..=0xEFF => Self::Lao,
            0xF00..=0xFFF => Self::Tibetan,
            0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => Self::Myanmar,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Self::Georgian,
            0x1200..=0x139F | 0x2D80..=0x2DDF => Self::Ethiopic,
            0x1780..=0x17FF => Self::Khmer,
            0x1100..=0x11FF | 0x3131..=0x318E | 0xA960..=0xA97F | 0xD7A4..=0xD7FF => Self::Hangul,
            0x3097..=0x309F | 0x30FC..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9D => Self::Japanese,
            0x3005 | 0x3007 | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Self::Han,
            _ => Self::Other,
        };
        // Blocks hold digits, signs and unassigned places beside their letters; vowel signs count as letters.
        (c.is_alphabetic() && !c.is_numeric() || joins_letters(c)).then_some(script)
    }

    /// How much a letter of this script says about the text's language.
    ///
    /// Names of firms and people stand in Latin letters in any newspaper, while an English one prints a
    /// Russian word once a year. And a Han character stands for a word or half of one.
    fn weight(self) -> usize {
        match self {
            Self::Latin => 1,
            Self::Han | Self::Japanese | Self::Hangul => 4,
            _ => 2,
        }
    }
}

/// Virama and nukta, at the same place in each Indic block: marks in the middle of a word that Unicode does
/// not call alphabetic.
fn joins_letters(c: char) -> bool {
    matches!(u32::from(c), 0x900..=0xD7F) && matches!(u32::from(c) & 0x7F, 0x3C | 0x4D)
}

/// The script that most of a text's head is written in, with its share of all letters there (0 to 1).
///
/// `None` when there is no letter in it.
pub(crate) fn main_script(text: &str) -> Option<(Script, f32)> {
    let mut counts = [0usize; N_SCRIPTS];
    let mut letters = 0;
    let mut at = 0;
    while letters < MAX_LETTERS && at < MAX_BYTES {
        // ASCII by the dozen, its letters all of one script.
        if let Some(plain) = text.as_bytes()[at..].first_chunk::<16>().filter(|chunk| chunk.is_ascii())
            && letters + plain.len() <= MAX_LETTERS
        {
            let latin = plain.iter().fold(0_u8, |n, byte| n + u8::from(byte.is_ascii_alphabetic()));
            let latin = usize::from(latin);
            counts[Script::Latin as usize] += latin * Script::Latin.weight();
            letters += latin;
            at += plain.len();
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if let Some(script) = Script::of(c) {
            counts[script as usize] += script.weight();
            letters += 1;
        }
        at += c.len_utf8();
    }
    // Japanese mixes both. In its prose a third to a half is kana; a Chinese text quotes a kana word at most.
    let (han, kana) = (counts[Script::Han as usize], counts[Script::Japanese as usize]);
    if kana * 12 >= han {
        counts[Script::Japanese as usize] += han;
        counts[Script::Han as usize] = 0;
    } else {
        counts[Script::Han as usize] += kana;
        counts[Script::Japanese as usize] = 0;
    }
    let total: usize = counts.iter().sum();
    let mut best = Script::Latin;
    for script in Script::ALL {
        if counts[script as usize] > counts[best as usize] {
            best = script;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^24")]
    (total > 0).then(|| (best, counts[best as usize] as f32 / total as f32))
}
