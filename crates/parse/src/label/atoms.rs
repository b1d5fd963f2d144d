//! What is seen of a line, as yes-or-no observations ("atoms") that the model weighs.

/// A set of atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct AtomSet([u64; N_WORDS]);

const N_WORDS: usize = 4;

impl AtomSet {
    pub(crate) fn add(&mut self, atom: Atom) {
        let at = atom as usize;
        self.0[at / 64] |= 1 << (at % 64);
    }

    pub(crate) fn add_if(&mut self, condition: bool, atom: Atom) {
        if condition {
            self.add(atom);
        }
    }

    pub(crate) fn remove(&mut self, atom: Atom) {
        let at = atom as usize;
        self.0[at / 64] &= !(1 << (at % 64));
    }

    pub(crate) fn has(&self, atom: Atom) -> bool {
        let at = atom as usize;
        self.0[at / 64] & (1 << (at % 64)) != 0
    }

    /// Calls with the number of each atom in the set, in increasing order.
    #[inline]
    pub(crate) fn each(self, mut call: impl FnMut(usize)) {
        for (word, bits) in self.0.into_iter().enumerate() {
            let mut rest = bits;
            while rest != 0 {
                call(word * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }
}

macro_rules! atoms {
    ($($name:ident $words:literal)*) => {
        /// One observation on one line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Atom { $(#[doc = $words] $name,)* }

        /// Name and meaning of every atom, in order.
        pub(crate) const ATOMS: &[(&str, &str)] = &[$((stringify!($name), $words)),*];
    };
}

atoms! {
    Bias "any line"
    First "is the first line"
    Second "is the second line"
    Near "is among lines 3 to 5"
    Upper "is among lines 6 to 12"
    Middle "is among lines 13 to 40"
    Far "is beyond line 40"
    Last "is the last line"
    NearLast "is among the last four lines"
    FewLines "the document has at most 6 lines"
    SomeLines "the document has 7 to 20 lines"
    ManyLines "the document has more than 60 lines"
    NoZone "no run of prose was found"
    Before1 "stands right before the run of prose"
    Before2 "stands two lines before the run of prose"
    Before3 "stands three lines before the run of prose"
    Before4to6 "stands 4 to 6 lines before the run of prose"
    Before7to12 "stands 7 to 12 lines before the run of prose"
    BeforeFar "stands far before the run of prose"
    InZone "stands in the run of prose"
    ZoneFirst "opens the run of prose"
    ZoneLast "closes the run of prose"
    After1 "stands right after the run of prose"
    After2 "stands two lines after the run of prose"
    After3to5 "stands 3 to 5 lines after the run of prose"
    AfterFar "stands far after the run of prose"
    ThinZone "the run of prose is short"
    Hole1 "stands one line after prose, inside the run"
    NextProse "the next line is prose"
    LayoutBlank "paragraphs are set apart by blank lines"
    LayoutSingle "every line is a paragraph"
    LayoutIndent "paragraphs are indented"
    LayoutWrapped "lines are wrapped at a fixed width"
    LayoutOneLine "the document is one line"
    Blank0 "follows without a blank line"
    Blank1 "follows one blank line"
    Blank2 "follows two or more blank lines"
    BlankNext0 "is followed without a blank line"
    BlankNext1 "is followed by one blank line"
    BlankNext2 "is followed by two or more blank lines"
    Indented "is indented"
    BodyIndent "has the indent of most long lines"
    DeeperIndent "is indented deeper than most long lines"
    Shallower "is indented less than most long lines"
    IdeographicIndent "opens with an ideographic space"
    Full "is as wide as lines are wrapped"
    Units3 "is up to 3 characters long"
    Units8 "is 4 to 8 characters long"
    Units15 "is 9 to 15 characters long"
    Units25 "is 16 to 25 characters long"
    Units40 "is 26 to 40 characters long"
    Units60 "is 41 to 60 characters long"
    Units85 "is 61 to 85 characters long"
    Units120 "is 86 to 120 characters long"
    Units180 "is 121 to 180 characters long"
    Units300 "is 181 to 300 characters long"
    UnitsMore "is more than 300 characters long"
    Words1 "is one word"
    Words2 "is two words"
    Words4 "has 3 or 4 words"
    Words7 "has 5 to 7 words"
    Words12 "has 8 to 12 words"
    Words20 "has 13 to 20 words"
    Words40 "has 21 to 40 words"
    WordsMore "has more than 40 words"
    Sentences0 "has no sentence mark"
    Sentences1 "has one sentence"
    Sentences2 "has two sentences"
    SentencesMore "has three sentences or more"
    EndPeriod "ends with a full stop"
    EndQuestion "ends with a question mark"
    EndExclaim "ends with an exclamation mark"
    EndColon "ends with a colon"
    EndComma "ends with a comma"
    EndEllipsis "ends with an ellipsis"
    EndQuote "ends with a quotation mark"
    EndBracket "ends with a bracket"
    EndPipe "ends with a bar"
    EndDash "ends with a dash"
    EndLetter "ends without a mark"
    EndDigit "ends with a digit"
    StartSmall "begins with a small letter"
    StartCapital "begins with a capital"
    StartDigit "begins with a digit"
    StartQuote "begins with a quotation mark"
    StartBullet "begins with a bullet"
    StartDash "begins with a dash"
    StartBracket "begins with a bracket"
    StartPipe "begins with a bar"
    StartHash "begins with a hash"
    StartOther "begins with another sign"
    NumberedItem "begins with a number and a dot or bracket"
    AllCaps "is in capitals"
    TitleCase "has a capital on nearly every word"
    SentenceCase "has small words like a sentence"
    NoCase "is in a script without capitals"
    SomeCaps "holds words in capitals"
    HasDigit "holds digits"
    MostlyDigits "is mostly digits"
    HasUrl "holds an address"
    HasEmail "holds an e-mail address"
    HasHandle "holds a handle or a hashtag"
    HasPipe "holds a bar"
    ManyPipes "holds several bars"
    HasMiddot "holds a middle dot"
    HasCrumb "holds a crumb mark"
    HasSlash "holds a slash"
    HasDash "holds a dash set apart"
    EarlyColon "has a colon after a few words"
    HasColon "holds a colon"
    HasCurrency "holds a currency sign"
    HasPercent "holds a percent sign"
    HasQuotes "holds quoted words"
    HasMarkup "holds left-over markup"
    HasPictogram "holds a pictogram"
    HasBrackets "holds round brackets"
    HasSquare "holds square brackets"
    HasCopyright "holds a copyright sign"
    HasDoubleSpace "holds a double space"
    ManyCommas "holds three commas or more"
    NoLetters "holds no letters"
    DateOnly "is only a date"
    DateMixed "holds a date among other words"
    DateStart "begins with a date"
    DateEnd "ends with a date"
    DateLabelled "holds a date with a label"
    DateDay "holds a full date"
    DateRelative "holds a relative date"
    DateTimeOnly "holds a time of day without a date"
    DateNoYear "holds a date without a year"
    DateLoneLabel "is a label whose date was lost"
    DateTwo "holds two dates"
    BylineLead "begins like a byline"
    NameHigh "reads like a person's name"
    NameMid "could be a person's name"
    RoleWord "names a newsroom role"
    EndCredit "ends with who reported"
    EmptiedByline "is a byline whose name was lost"
    Agency "is an agency's or paper's name"
    SourceLabel "begins with a source label"
    AgencyAtStart "begins with an agency"
    AgencyAtEnd "ends with an agency"
    DatelineStrong "opens with a certain dateline"
    DatelineMid "opens with a likely dateline"
    DatelineWeak "could open with a dateline"
    DatelineAlone "could be a dateline alone"
    CreditStrong "holds a certain picture credit"
    CreditMid "holds a likely picture credit"
    CreditWeak "could hold a picture credit"
    CreditOnly "is only a picture credit"
    LexNav "uses words of navigation"
    LexShare "uses words of sharing"
    LexRelated "uses words of related stories"
    LexAdvert "uses words of advertising"
    LexComment "uses words of a comment box"
    LexRights "uses words of copyright"
    LexPaywall "uses words of subscription or consent"
    LexLetter "uses words of a newsletter box"
    LexSection "uses the name of a section"
    LexNote "uses words of an editor's note"
    LexPhoto "uses words of a picture"
    LexRole "uses words of the newsroom"
    LexTags "uses words of a tag list"
    LexShop "uses words of a shop"
    LexForum "uses words of a forum"
    LexDocs "uses words of a manual"
    LexReadTime "uses words of a reading time or counter"
    LexPlayer "uses words of a player or gallery"
    LexPoints "uses words over key points"
    LexAuthorBox "uses words of an author box"
    StartNav "begins with a word of navigation"
    StartShare "begins with a word of sharing"
    StartRelated "begins with words of related stories"
    StartAdvert "begins with a word of advertising"
    StartComment "begins with a word of a comment box"
    StartRights "begins with a word of copyright"
    StartPaywall "begins with a word of subscription or consent"
    StartLetter "begins with a word of a newsletter box"
    StartSection "begins with the name of a section"
    StartNote "begins with words of an editor's note"
    StartPhoto "begins with a word of a picture"
    StartRole "begins with a word of the newsroom"
    StartTags "begins with a word of a tag list"
    StartPlayer "begins with a word of a player or gallery"
    LexAll "is made of give-away words only"
    LexMost "is mostly made of give-away words"
    EchoNone "shares no word with the prose"
    EchoLow "shares few words with the prose"
    EchoMid "shares half of its words with the prose"
    EchoHigh "shares most of its words with the prose"
    Repeats "stands in the document again"
    RepeatsEarlier "stood in the document before"
    Extends "is another line with a suffix"
    ExtendedBy "stands again with a suffix"
    Nearby "is repeated by a neighbour"
    InProse "stands word for word in the prose"
    ShortRun1 "is a short line on its own"
    ShortRun3 "is one of a few short lines"
    ShortRun8 "is in a run of short lines"
    ShortRun20 "is in a long run of short lines"
    ShortRunMore "is in a very long run of short lines"
    RunStart "opens a run of short lines"
    RunEnd "closes a run of short lines"
    BulletRun "is in a run of bullets"
    EchoBest "shares more words with the prose than any line before it"
    TopHead "is the first long line before the prose"
    CutEnd "is cut off at the end of the document"
    Biography "tells who the writer is"
    Hint "has a key that names its field"
}

const _: () = assert!(ATOMS.len() <= N_WORDS * 64);

#[cfg(test)]
mod tests {
    use super::{Atom, AtomSet};

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let mut set = AtomSet::default();
        for atom in [Atom::Hint, Atom::Bias, Atom::EndPeriod] {
            set.add(atom);
        }
        let expected = [Atom::Bias as usize, Atom::EndPeriod as usize, Atom::Hint as usize];
        let mut got = Vec::new();
        set.each(|atom| got.push(atom));
        assert_eq!(got, expected);
        assert!(set.has(Atom::Hint) && !set.has(Atom::First));
    }
}
