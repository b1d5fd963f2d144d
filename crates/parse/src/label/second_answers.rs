//! The possible answers to the questions of the second reading: name in the table, and words for `explain`, behind "it" or as they are.

/// Roles as answers; the last one is the edge of the document.
pub(super) const NEIGHBOURS: &[(&str, &str)] = &[
    ("headline", "is a headline"),
    ("kicker", "is a kicker"),
    ("standfirst", "is a standfirst"),
    ("source", "is a source line"),
    ("byline", "is a byline"),
    ("date", "is a date line"),
    ("meta", "is a mixed line"),
    ("dateline", "opens with a dateline"),
    ("paragraph", "is a paragraph"),
    ("crosshead", "is a crosshead"),
    ("caption", "is a caption"),
    ("credit", "is a credit"),
    ("list_item", "is a list item"),
    ("quote", "is a quote"),
    ("note", "is a note"),
    ("furniture", "is furniture"),
    ("edge", "is beyond the document"),
];

pub(super) const HEADLINE: &[(&str, &str)] = &[
    ("none", "no headline was found"),
    ("here", "it is the likeliest headline"),
    ("above1", "it stands right above the headline"),
    ("above2", "it stands two lines above the headline"),
    ("above3", "it stands above the headline"),
    ("below1", "it stands right under the headline"),
    ("below2", "it stands two lines under the headline"),
    ("below3", "it stands a few lines under the headline"),
    ("below6", "it stands far under the headline"),
];

pub(super) const BODY: &[(&str, &str)] = &[
    ("none", "no body was found"),
    ("above1", "it stands right above the body"),
    ("above2", "it stands two lines above the body"),
    ("above3", "it stands a few lines above the body"),
    ("above6", "it stands some lines above the body"),
    ("above13", "it stands far above the body"),
    ("first", "it opens the body"),
    ("second", "it is second or third in the body"),
    ("inside", "it stands inside the body"),
    ("last", "it closes the body"),
    ("below1", "it stands right under the body"),
    ("below2", "it stands two lines under the body"),
    ("below3", "it stands a few lines under the body"),
    ("below6", "it stands far under the body"),
];

pub(super) const ECHO: &[(&str, &str)] = &[
    ("unasked", "it was not compared with the headline"),
    ("none", "it shares no word with the headline"),
    ("some", "it shares a word with the headline"),
    ("half", "it shares half of the headline's words"),
    ("most", "it shares most of the headline's words"),
    ("same", "it has the headline's words"),
];

pub(super) const CLUTTER: &[(&str, &str)] = &[
    ("0", "the document holds no furniture"),
    ("10", "the document holds little furniture"),
    ("30", "a quarter of the lines is furniture"),
    ("60", "half of the lines are furniture"),
    ("85", "most lines are furniture"),
    ("all", "nearly all lines are furniture"),
];

/// Lines from the last prose and to the next: each 1, 2, 3 or 4, 5 to 9, more or never.
pub(super) const GAP: &[(&str, &str)] = &[
    ("1-1", "prose stands on both sides"),
    ("1-2", "prose stands before it and two lines behind"),
    ("1-3", "prose stands before it and a few lines behind"),
    ("1-5", "prose stands before it and some lines behind"),
    ("1-never", "prose stands before it and nowhere near behind"),
    ("2-1", "prose stands two lines before it and right behind"),
    ("2-2", "prose stands two lines away on both sides"),
    ("2-3", "prose stands two lines before it and a few lines behind"),
    ("2-5", "prose stands two lines before it and some lines behind"),
    ("2-never", "prose stands two lines before it and nowhere near behind"),
    ("3-1", "prose stands a few lines before it and right behind"),
    ("3-2", "prose stands a few lines before it and two lines behind"),
    ("3-3", "prose stands a few lines away on both sides"),
    ("3-5", "prose stands a few lines before it and some lines behind"),
    ("3-never", "prose stands a few lines before it and nowhere near behind"),
    ("5-1", "prose stands some lines before it and right behind"),
    ("5-2", "prose stands some lines before it and two lines behind"),
    ("5-3", "prose stands some lines before it and a few lines behind"),
    ("5-5", "prose stands some lines away on both sides"),
    ("5-never", "prose stands some lines before it and nowhere near behind"),
    ("never-1", "prose stands right behind it and nowhere near before"),
    ("never-2", "prose stands two lines behind it and nowhere near before"),
    ("never-3", "prose stands a few lines behind it and nowhere near before"),
    ("never-5", "prose stands some lines behind it and nowhere near before"),
    ("never-never", "no prose stands near it"),
];

pub(super) const RIVALS: &[(&str, &str)] = &[
    ("none", "no other line is surer of that role"),
    ("above", "a line above is surer of that role"),
    ("below", "a line below is surer of that role"),
    ("both", "lines above and below are surer of that role"),
];

pub(super) const LENGTH: &[(&str, &str)] = &[
    ("tiny", "it is tiny beside the paragraphs"),
    ("short", "it is short beside the paragraphs"),
    ("less", "it is shorter than the paragraphs"),
    ("like", "it is as long as the paragraphs"),
    ("long", "it is longer than the paragraphs"),
    ("tiny.", "it is tiny beside the paragraphs and ends like a sentence"),
    ("short.", "it is short beside the paragraphs and ends like a sentence"),
    ("less.", "it is shorter than the paragraphs and ends like a sentence"),
    ("like.", "it is as long as the paragraphs and ends like a sentence"),
    ("long.", "it is longer than the paragraphs and ends like a sentence"),
];

pub(super) const SURE: &[(&str, &str)] = &[
    ("unsure", "the first reading was unsure"),
    ("likely", "the first reading found that likely"),
    ("sure", "the first reading was sure"),
    ("certain", "the first reading was certain"),
];

pub(super) const HAS: &[(&str, &str)] = &[
    ("none", "no other line is one"),
    ("above", "another line above is one"),
    ("below", "another line below is one"),
];

/// Lines of the article above.
pub(super) const ORDER: &[(&str, &str)] = &[
    ("0", "it is the first line of the article"),
    ("1", "it is the second line of the article"),
    ("2", "it is the third line of the article"),
    ("3", "a few lines of the article stand above"),
    ("6", "many lines of the article stand above"),
];

/// How much of its words the paragraph beside it has.
pub(super) const SAYS: &[(&str, &str)] = &[
    ("unasked", "it was not compared with the paragraph beside it"),
    ("none", "the paragraph beside it has none of its words"),
    ("some", "the paragraph beside it has some of its words"),
    ("half", "the paragraph beside it has many of its words"),
    ("most", "the paragraph beside it has most of its words"),
    ("all", "the paragraph beside it has its words"),
];

/// The stretch of prose that it belongs to.
pub(super) const STRETCH: &[(&str, &str)] = &[
    ("none", "it is no prose"),
    ("main", "it belongs to the longest stretch of prose"),
    ("before", "it belongs to a short stretch before the longest"),
    ("before+", "it belongs to a long stretch before the longest"),
    ("after", "it belongs to a short stretch after the longest"),
    ("after+", "it belongs to a long stretch after the longest"),
];

pub(super) const DONE: &[(&str, &str)] = &[
    ("0", "no prose stands above"),
    ("1", "hardly any prose stands above"),
    ("10", "a tenth of the prose stands above"),
    ("30", "a third of the prose stands above"),
    ("60", "most of the prose stands above"),
];

pub(super) const LEFT: &[(&str, &str)] = &[
    ("0", "no prose is to come"),
    ("1", "hardly any prose is to come"),
    ("10", "a tenth of the prose is to come"),
    ("30", "a third of the prose is to come"),
    ("60", "most of the prose is to come"),
];

/// Lines to the next furniture or the edge above and below: 1, 2, 3 to 5, more.
pub(super) const CLEAR: &[(&str, &str)] = &[
    ("1-1", "furniture stands on both sides"),
    ("1-2", "furniture stands above it and two lines below"),
    ("1-3", "furniture stands above it and a few lines below"),
    ("1-6", "furniture stands above it and nowhere near below"),
    ("2-1", "furniture stands two lines above it and right below"),
    ("2-2", "furniture stands two lines away on both sides"),
    ("2-3", "furniture stands two lines above it and a few lines below"),
    ("2-6", "furniture stands two lines above it and nowhere near below"),
    ("3-1", "furniture stands a few lines above it and right below"),
    ("3-2", "furniture stands a few lines above it and two lines below"),
    ("3-3", "furniture stands a few lines away on both sides"),
    ("3-6", "furniture stands a few lines above it and nowhere near below"),
    ("6-1", "furniture stands right below it and nowhere near above"),
    ("6-2", "furniture stands two lines below it and nowhere near above"),
    ("6-3", "furniture stands a few lines below it and nowhere near above"),
    ("6-6", "no furniture stands near it"),
];

/// Its length beside that of the line before and of the line after.
pub(super) const SIZES: &[(&str, &str)] = &[
    ("none-none", "it stands alone"),
    ("none-less", "it is the first line and much shorter than the next"),
    ("none-like", "it is the first line and about as long as the next"),
    ("none-more", "it is the first line and much longer than the next"),
    ("less-none", "it is the last line and much shorter than the one before"),
    ("less-less", "it is much shorter than both its neighbours"),
    ("less-like", "it is much shorter than the line before and like the next"),
    ("less-more", "it is much shorter than the line before and longer than the next"),
    ("like-none", "it is the last line and about as long as the one before"),
    ("like-less", "it is like the line before and much shorter than the next"),
    ("like-like", "it is about as long as both its neighbours"),
    ("like-more", "it is like the line before and much longer than the next"),
    ("more-none", "it is the last line and much longer than the one before"),
    ("more-less", "it is much longer than the line before and shorter than the next"),
    ("more-like", "it is much longer than the line before and like the next"),
    ("more-more", "it is much longer than both its neighbours"),
];

/// Other lines that were read as the same role.
pub(super) const ALIKE: &[(&str, &str)] = &[
    ("0", "no other line is one"),
    ("1", "one other line is one"),
    ("2", "two or three other lines are"),
    ("4", "some other lines are"),
    ("10", "many other lines are"),
];
