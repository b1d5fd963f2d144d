use std::ops::Range;

/// Article with the particles that are written together with it, longest first.
static ARTICLES: &[&str] = &["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
/// Endings of plurals and feminines, longest first; folded, so that ة is ه.
static ENDINGS: &[&str] = &["ات", "ون", "ين", "ها", "يه", "ه"];
/// Particles of one letter that are written together with the next word.
static PARTICLES: &[&str] = &["و", "ب", "ل", "ف", "ك"];
/// Letters that must be left: fewer are no word, and `الله` is no article with its noun.
const MIN_LEFT: usize = 3;

/// The part of a folded word that stays when article and ending are taken off; all of it for another script.
///
/// Single particles stay: `وزير` (minister) begins with the letter of `and`. A query asks for them instead, see
/// [`proclitics`].
pub(super) fn stem(word: &str) -> Range<usize> {
    if !is_arabic(word) {
        return 0..word.len();
    }
    let left = |text: &str| text.chars().count() >= MIN_LEFT;
    let start = ARTICLES
        .iter()
        .find(|article| word.strip_prefix(**article).is_some_and(left))
        .map_or(0, |article| article.len());
    let rest = word.get(start..).unwrap_or(word);
    let cut = ENDINGS
        .iter()
        .find(|ending| rest.strip_suffix(**ending).is_some_and(left))
        .map_or(0, |ending| ending.len());
    start..word.len() - cut
}

/// The same word with a particle before it, and without the one it may begin with.
pub(crate) fn proclitics(stem: &str) -> Vec<String> {
    if !is_arabic(stem) {
        return Vec::new();
    }
    let mut others: Vec<String> = PARTICLES.iter().map(|particle| format!("{particle}{stem}")).collect();
    let bare = PARTICLES.iter().find_map(|particle| stem.strip_prefix(particle));
    others.extend(bare.filter(|bare| bare.chars().count() >= MIN_LEFT).map(str::to_owned));
    others
}

fn is_arabic(word: &str) -> bool {
    word.starts_with(|c| ('\u{620}'..='\u{6ff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{proclitics, stem};

    #[test]
    fn article_and_ending_come_off() {
        for (word, expected) in [
            ("الحكومه", "حكوم"),
            ("حكومه", "حكوم"),
            ("وبالحكومات", "حكوم"),
            ("للوزير", "وزير"),
            ("وزير", "وزير"),
            ("الله", "الل"),
            ("البنك", "بنك"),
            ("council", "council"),
        ] {
            assert_eq!(&word[stem(word)], expected, "{word}");
        }
    }

    #[test]
    fn a_query_asks_for_particles() {
        assert!(proclitics("بنك").contains(&"وبنك".to_owned()));
        assert!(proclitics("وحكوم").contains(&"حكوم".to_owned()));
        assert!(!proclitics("وزير").contains(&"ير".to_owned()));
        assert!(proclitics("bank").is_empty());
    }
}
