//! Lines beside a story that are told by how they begin: what the newsroom says of it, what leads to other stories, and in
//! what words a page keeps its rights.

use super::tidy_words::{ASKS, CALLS, LEADS_AWAY, REMARKS, RESERVED};
use crate::folded::{ByLetters, Pairs, is_letter_or_number, plain_lower};

/// Whether a line begins as the newsroom's remarks on a story do.
pub(super) fn is_remark(line: &str) -> bool {
    const LONGEST: usize = 40;
    let line = line.trim_start_matches(|c: char| !is_letter_or_number(c));
    const OPENINGS: Pairs = Pairs::of(REMARKS);
    if !OPENINGS.may_open(line) {
        return false;
    }
    // In capitals or not, and with either apostrophe.
    let letters = || line.chars().map(plain_lower);
    static BY_LETTER: ByLetters = ByLetters::new();
    let begins = |remark: &str| {
        let mut letters = letters();
        remark.len() <= LONGEST && remark.chars().all(|c| letters.next() == Some(c))
    };
    BY_LETTER.among(letters(), REMARKS.iter().map(|remark| remark.chars())).any(|i| begins(REMARKS[i]))
}

/// `Read also: …`, `MIRA: …`, `FUNDA OLUNYE UDABA LAPHA | …`, `Lue myös:`
pub(super) fn leads_away(line: &str) -> bool {
    const LONGEST: usize = 80;
    const WORDS: usize = 3;
    let bare = line.trim_start_matches(|c: char| !is_letter_or_number(c));
    let Some(at) = bare.find([':', '：', '|', '｜']).filter(|at| *at <= LONGEST) else { return false };
    let (head, rest) = (bare[..at].trim_end(), &bare[at..]);
    let words = rest.split_whitespace().filter(|word| word.contains(is_letter_or_number)).count();
    if CALLS.contains(&head) {
        return words >= WORDS && !rest.ends_with(['.', '。', '।']);
    }
    is_lead(head)
}

/// `Read more: Sheep found on school roof`: such words and a colon.
pub(super) fn leads_on(line: &str) -> bool {
    line.split_once([':', '：']).is_some_and(|(head, _)| is_lead(head.trim()))
}

/// `También lea`, `Read also`: the words alone.
pub(crate) fn is_lead(words: &str) -> bool {
    const LONGEST: usize = 60;
    const OPENINGS: Pairs = Pairs::of(LEADS_AWAY);
    words.len() <= LONGEST && OPENINGS.may_open(words) && {
        let head: String = words.chars().map(plain_lower).collect();
        LEADS_AWAY.contains(&head.trim_end_matches([':', ' ']))
    }
}

/// `Get the news delivered to your inbox.`, `You can unsubscribe at any time.`, `Abonnez-vous à notre lettre.`
pub(super) fn asks(line: &str) -> bool {
    const OPENINGS: Pairs = Pairs::of(ASKS);
    // Nearly every word ends at the gate, nearly every other at its two first bytes.
    let opens = |rest: &str| {
        OPENINGS.may_open(rest) && {
            let head = rest.as_bytes();
            let same =
                |words: &[u8], at: usize| head.get(at).map(|b| b | 0x20) == words.get(at).map(|b| b | 0x20);
            ASKS.iter().any(|words| {
                same(words.as_bytes(), 0) && same(words.as_bytes(), 1) && same(words.as_bytes(), 2) && {
                    let mut letters = rest.chars().map(plain_lower);
                    words.chars().all(|c| letters.next() == Some(c))
                }
            })
        }
    };
    let mut at = 0;
    line.split_inclusive([' ', '\u{a0}']).any(|word| {
        let start = at;
        at += word.len();
        opens(&line[start..])
    })
}

/// `(Copyright 2021 Coastwire. All rights reserved.)`
pub(super) fn reserves(line: &str) -> bool {
    let lower = line.to_lowercase();
    RESERVED.iter().any(|words| lower.contains(words))
}

#[cfg(test)]
mod tests {
    use super::{asks, is_remark, leads_away, reserves};

    #[test]
    fn lines_that_lead_to_other_stories() {
        for line in [
            "Read also: Sheep found on school roof",
            "Voir aussi : Des moutons sur le toit",
            "MIRA: Hallan ovejas en el techo de la escuela",
            "READ | Sheep found on the roof of a school",
            "(MORE: Sheep found on school roof)",
            "FUNDA OLUNYE UDABA LAPHA | Izimvu ophahleni",
            "Lue myös:",
            "延伸閱讀：學校屋頂發現羊",
        ] {
            assert!(leads_away(line), "{line}");
        }
        for line in [
            "Photos: Northport Zoo",
            "VIDEO: Ana Lima",
            "MORE: that is what all need.",
            "More: a life",
            "Related work: none",
            "Read",
            "",
        ] {
            assert!(!leads_away(line), "{line}");
        }
    }

    #[test]
    fn what_a_page_asks_of_its_readers() {
        for line in [
            "Get the best of the Chronicle delivered to your inbox.",
            "You can unsubscribe from this service at any time.",
            "Chaque soir, l’essentiel de l’actualité dans votre boîte mail.",
            "Die markierten Links sind Affiliate-Links.",
        ] {
            assert!(asks(line), "{line}");
        }
        assert!(!asks("The council voted on its policy on cookies in schools."));
    }

    #[test]
    fn rights_are_no_note() {
        assert!(reserves("(Copyright (c) 2021 Coastwire. All Rights Reserved.)"));
        assert!(reserves("<저작권자(c) 한빛통신, 무단 전재-재배포 금지>"));
        assert!(!reserves("The council reserves its rights in the matter."));
    }

    #[test]
    fn remarks_of_the_newsroom() {
        for line in [
            "(Reporting by A B; Editing by C D)",
            "责任编辑：王某",
            "CORRECTION: an earlier version",
            "Editor’s note: x",
        ] {
            assert!(is_remark(line), "{line}");
        }
        assert!(
            !is_remark("Reporting byte by byte") && !is_remark("Corrections officers said") && !is_remark("")
        );
    }
}
