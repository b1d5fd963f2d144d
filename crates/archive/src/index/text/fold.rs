use unicode_normalization::char::{compose, decompose_compatible};

/// Adds a letter to a word, folded: case, accents, vowel points and widths make no difference, digits of all scripts are
/// the same digits.
///
/// Signs of scripts in which they spell rather than point (Devanagari vowels, Cyrillic й) stay.
pub(super) fn push_letter(c: char, word: &mut String) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    for c in c.to_lowercase() {
        push_lower(c, word);
    }
}

fn push_lower(c: char, word: &mut String) {
    if let Some(digit) = digit(c) {
        word.push(digit);
        return;
    }
    match c {
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'þ' => word.push_str("th"),
        'ø' => word.push('o'),
        'đ' | 'ð' => word.push('d'),
        'ł' => word.push('l'),
        'ħ' => word.push('h'),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        'ё' => word.push('е'),
        // Breve over и: another letter, not an accent.
        '\u{306}' if word.ends_with('и') => {
            word.pop();
            word.push('й');
        }
        '\u{400}'..='\u{52f}' => word.push(c),
        'ى' | 'ی' => word.push('ي'),
        'ة' | 'ہ' | 'ە' => word.push('ه'),
        'ک' => word.push('ك'),
        'ٱ' => word.push('ا'),
        _ => decompose_compatible(c, |part| {
            if !is_point(part) {
                word.push(part);
            }
        }),
    }
}

/// Accents of Latin and Greek, points of Hebrew, vowels and the stretching stroke of Arabic.
fn is_point(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}'
            | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Zeros of the scripts whose digits stand in news.
static ZEROS: &[u32] = &[
    0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
    0x0f20, 0x1040, 0x17e0, 0xff10,
];

fn digit(c: char) -> Option<char> {
    let c = u32::from(c);
    ZEROS.iter().find_map(|&zero| char::from_digit(c.checked_sub(zero).filter(|&d| d < 10)?, 10))
}

/// A character of a script without spaces in its usual width and form.
pub(super) fn wide(c: char) -> char {
    match u32::from(c) {
        0xff66..=0xff9f | 0xf900..=0xfaff | 0x2f800..=0x2fa1f => {
            let mut first = None;
            decompose_compatible(c, |part| first = first.or(Some(part)));
            first.unwrap_or(c)
        }
        _ => c,
    }
}

/// The character that two make together: kana with a voicing mark, the parts of a Korean syllable.
pub(super) fn joined(first: char, second: char) -> Option<char> {
    let second = match second {
        '\u{ff9e}' => '\u{3099}',
        '\u{ff9f}' => '\u{309a}',
        '\u{3099}' | '\u{309a}' | '\u{1160}'..='\u{11ff}' => second,
        _ => return None,
    };
    compose(first, second)
}

#[cfg(test)]
mod tests {
    use super::push_letter;

    fn folded(text: &str) -> String {
        let mut word = String::new();
        text.chars().for_each(|c| push_letter(c, &mut word));
        word
    }

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (one, other) in [
            ("Élysée", "elysee"),
            ("E\u{301}lyse\u{301}e", "elysee"),
            ("Straße", "STRASSE"),
            ("ＮＨＫ２０１８", "nhk2018"),
            ("Ångström", "angstrom"),
            ("ΟΔΟΣ", "οδος"),
            ("Королёв", "королев"),
            ("и\u{306}", "й"),
            ("الحُكُومَة", "الحكومه"),
            ("إيران", "ايران"),
            ("ایران", "ايران"),
            ("٢٠١٨", "2018"),
            ("שָׁלוֹם", "שלום"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn letters_that_spell_stay() {
        assert_ne!(folded("май"), folded("маи"));
        assert_eq!(folded("हिन्दी"), "हिन्दी");
    }
}
