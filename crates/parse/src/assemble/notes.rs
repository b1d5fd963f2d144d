//! What kind of note a note is.

use wirecopy_model::NoteKind;

/// Words that open or fill a correction, in small letters.
const CORRECTION: &[&str] = &[
    "correction",
    "corrects",
    "corrected",
    "clarification",
    "erratum",
    "korrektur",
    "berichtigung",
    "rectificatif",
    "corrección",
    "correção",
    "erramos",
    "rettifica",
    "correctie",
    "sprostowanie",
    "исправлен",
    "уточнение",
    "düzeltme",
    "rättelse",
    "rettelse",
    "oprava",
    "oikaisu",
    "ralat",
    "更正",
    "訂正",
    "おわび",
    "정정",
    "تصحيح",
    "earlier version",
    "previous version",
    "in einer früheren",
];

/// Words of a line that says who reported or can be reached.
const TAGLINE: &[&str] = &[
    "reporting by",
    "additional reporting",
    "contributed to",
    "contributed reporting",
    "can be reached",
    "follow him",
    "follow her",
    "is a reporter",
    "is a freelance",
    "writes for",
    "is the author",
    "mitarbeit",
    "avec ",
    "con información",
    "com informações",
    "记者",
    "記者",
    "기자",
    "@",
];

/// Words of the editors about the text.
const EDITOR: &[&str] = &[
    "editor",
    "edited",
    "editing",
    "this article",
    "this story",
    "developing story",
    "first published",
    "originally",
    "anmerkung",
    "redaktion",
    "note de la",
    "ndlr",
    "nota de",
    "nota del",
    "nota da",
    "redactie",
    "redakcj",
    "редак",
    "编辑",
    "編輯",
    "责编",
    "校对",
    "監修",
    "편집",
    "원문",
    "原标题",
    "translated",
    "disclaimer",
    "our standards",
    "produced by",
    "names have been changed",
    "name has been changed",
    "name geändert",
    "namen geändert",
    "化名",
    "仮名",
    "가명",
];

/// Labels before a colon with which the editors speak, in small letters.
const EDITOR_LABELS: &[&str] = &[
    "note",
    "nb",
    "n.b",
    "p.s",
    "hinweis",
    "anm. d. red",
    "nota",
    "not",
    "opmerking",
    "uwaga",
    "примечание",
    "注",
    "주",
];

/// All that is said of a text that has ended, without marks and in small letters.
#[rustfmt::skip]
const END_MARKS: &[&str] = &[
    "", "end", "ends", "ende", "fin", "fine", "fim", "slut", "koniec", "konec", "vége", "loppu", "einde", "son", "конец", "край",
    "кінець", "τελοσ", "τέλος", "끝", "完", "終", "终", "おわり", "終わり", "了", "30", "انتهى", "انتهی", "انتهایپیام", "پایانپیام",
    "پایان", "ختم", "סוף", "hết",
];

/// Judges a note by its words.
pub(crate) fn kind_of(note: &str) -> NoteKind {
    let lower = note.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let bare: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let label =
        lower.split_once([':', '：']).map(|(label, _)| label.trim_matches(|c: char| !c.is_alphanumeric()));
    if END_MARKS.contains(&bare.as_str()) {
        NoteKind::EndMark
    } else if has(CORRECTION) {
        NoteKind::Correction
    } else if has(TAGLINE) {
        NoteKind::Tagline
    } else if has(EDITOR) || label.is_some_and(|label| EDITOR_LABELS.contains(&label)) {
        NoteKind::EditorNote
    } else {
        NoteKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::kind_of;
    use wirecopy_model::NoteKind;

    #[test]
    fn kinds() {
        assert_eq!(kind_of("(END)"), NoteKind::EndMark);
        assert_eq!(kind_of("###"), NoteKind::EndMark);
        assert_eq!(kind_of("Correction: the bridge is 40 metres long."), NoteKind::Correction);
        assert_eq!(kind_of("Reporting by A. Roe; Editing by B. Lima"), NoteKind::Tagline);
        assert_eq!(kind_of("(Web editor: A. Roe)"), NoteKind::EditorNote);
        assert_eq!(kind_of("NOTE: Prices were collected on Monday."), NoteKind::EditorNote);
        assert_eq!(kind_of("(Produced by A. Roe)"), NoteKind::EditorNote);
        assert_eq!(kind_of("/ انتهى /"), NoteKind::EndMark);
        assert_eq!(kind_of("انتهای پیام"), NoteKind::EndMark);
        assert_eq!(kind_of("Ana Lima bakes bread in Northport."), NoteKind::Other);
    }
}
