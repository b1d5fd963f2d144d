//! What the names that a page gives its parts (`class`, `id`, `itemprop`, `role`) say about them.

/// What names may say, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Words(pub(super) u32);

macro_rules! words {
    ($($name:ident $bit:literal $word:literal)*) => {
        impl Words {
            $(pub(super) const $name: Words = Words(1 << $bit);)*

            /// Every word with its name in the table of the prior.
            pub(super) const ALL: &[(Words, &'static str)] = &[$((Words::$name, $word)),*];
        }
    };
}

words! {
    BODY 0 "body"
    CONTENT 1 "content"
    NAV 2 "nav"
    SHARE 3 "share"
    RELATED 4 "related"
    COMMENT 5 "comment"
    ADVERT 6 "advert"
    LEGAL 7 "legal"
    SIGNUP 8 "signup"
    AUTHOR 9 "author"
    DATE 10 "date"
    META 11 "meta"
    CAPTION 12 "caption"
    CREDIT 13 "credit"
    DEK 14 "dek"
    TITLE 15 "title"
    KICKER 16 "kicker"
    TAGS 17 "tags"
    UNSEEN 18 "unseen"
    MEDIA 19 "media"
    QUOTE 20 "quote"
    BOX 21 "box"
    SIDE 22 "side"
    HEADER 23 "header"
    FOOTER 24 "footer"
    TEASER 25 "teaser"
    BIO 26 "bio"
    PARAGRAPH 27 "paragraph"
    NOTE 28 "note"
}

impl Words {
    pub(super) fn has(self, other: Words) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }
}

/// Words of names, sorted, with what they say. A name is cut at its signs and before its capitals.
static TABLE: &[(&str, Words)] = &[
    ("abo", Words::SIGNUP),
    ("about", Words::BIO),
    ("abstract", Words::DEK),
    ("ad", Words::ADVERT),
    ("ads", Words::ADVERT),
    ("adslot", Words::ADVERT),
    ("advert", Words::ADVERT),
    ("advertisement", Words::ADVERT),
    ("affiliate", Words::ADVERT),
    ("also", Words::RELATED),
    ("anzeige", Words::ADVERT),
    ("article", Words::CONTENT),
    ("articlebody", Words::BODY),
    ("articletext", Words::BODY),
    ("artikel", Words::CONTENT),
    ("aside", Words::SIDE),
    ("author", Words::AUTHOR),
    ("authors", Words::AUTHOR),
    ("autor", Words::AUTHOR),
    ("banner", Words::ADVERT),
    ("bio", Words::BIO),
    ("biography", Words::BIO),
    ("blockquote", Words::QUOTE),
    ("body", Words::BODY),
    ("bottom", Words::FOOTER),
    ("box", Words::BOX),
    ("breadcrumb", Words::NAV),
    ("breadcrumbs", Words::NAV),
    ("byline", Words::AUTHOR),
    ("callout", Words::BOX),
    ("caption", Words::CAPTION),
    ("captions", Words::CAPTION),
    ("card", Words::TEASER),
    ("cards", Words::TEASER),
    ("carousel", Words::RELATED),
    ("category", Words::KICKER),
    ("chapeau", Words::DEK),
    ("comment", Words::COMMENT),
    ("commentlist", Words::COMMENT),
    ("comments", Words::COMMENT),
    ("consent", Words::LEGAL),
    ("content", Words::CONTENT),
    ("contributor", Words::AUTHOR),
    ("cookie", Words::LEGAL),
    ("cookies", Words::LEGAL),
    ("copy", Words::CONTENT),
    ("copyright", Words::CREDIT),
    ("correction", Words::NOTE),
    ("credit", Words::CREDIT),
    ("credits", Words::CREDIT),
    ("crumb", Words::NAV),
    ("crumbs", Words::NAV),
    ("cta", Words::SIGNUP),
    ("date", Words::DATE),
    ("dateline", Words::DATE),
    ("datetime", Words::DATE),
    ("datum", Words::DATE),
    ("deck", Words::DEK),
    ("dek", Words::DEK),
    ("description", Words::DEK),
    ("disclaimer", Words::LEGAL),
    ("disqus", Words::COMMENT),
    ("donate", Words::SIGNUP),
    ("download", Words::BOX),
    ("dropdown", Words::NAV),
    ("editor", Words::AUTHOR),
    ("embed", Words::MEDIA),
    ("entry", Words::CONTENT),
    ("excerpt", Words::TEASER),
    ("eyebrow", Words::KICKER),
    ("facebook", Words::SHARE),
    ("factbox", Words::BOX),
    ("facts", Words::BOX),
    ("featured", Words::RELATED),
    ("figcaption", Words::CAPTION),
    ("figure", Words::MEDIA),
    ("follow", Words::SHARE),
    ("foot", Words::FOOTER),
    ("footer", Words::FOOTER),
    ("footnote", Words::NOTE),
    ("footnotes", Words::NOTE),
    ("gallery", Words::MEDIA),
    ("gdpr", Words::LEGAL),
    ("head", Words::HEADER),
    ("header", Words::HEADER),
    ("heading", Words::TITLE),
    ("headline", Words::TITLE),
    ("hidden", Words::UNSEEN),
    ("image", Words::MEDIA),
    ("info", Words::META),
    ("infobox", Words::BOX),
    ("intro", Words::DEK),
    ("invisible", Words::UNSEEN),
    ("kicker", Words::KICKER),
    ("latest", Words::RELATED),
    ("lead", Words::DEK),
    ("lede", Words::DEK),
    ("legal", Words::LEGAL),
    ("legend", Words::CAPTION),
    ("login", Words::SIGNUP),
    ("main", Words::CONTENT),
    ("media", Words::MEDIA),
    ("menu", Words::NAV),
    ("meta", Words::META),
    ("metadata", Words::META),
    ("modal", Words::SIGNUP),
    ("more", Words::RELATED),
    ("most", Words::RELATED),
    ("nav", Words::NAV),
    ("navbar", Words::NAV),
    ("navigation", Words::NAV),
    ("news", Words::CONTENT),
    ("newsletter", Words::SIGNUP),
    ("newsletters", Words::SIGNUP),
    ("note", Words::NOTE),
    ("outbrain", Words::RELATED),
    ("overlay", Words::SIGNUP),
    ("overline", Words::KICKER),
    ("pager", Words::NAV),
    ("pagination", Words::NAV),
    ("paragraph", Words::PARAGRAPH),
    ("paywall", Words::SIGNUP),
    ("photo", Words::MEDIA),
    ("photographer", Words::CREDIT),
    ("piano", Words::SIGNUP),
    ("picture", Words::MEDIA),
    ("player", Words::MEDIA),
    ("popular", Words::RELATED),
    ("popup", Words::SIGNUP),
    ("post", Words::CONTENT),
    ("posted", Words::DATE),
    ("premium", Words::SIGNUP),
    ("print", Words::SHARE),
    ("profile", Words::BIO),
    ("promo", Words::RELATED),
    ("promoted", Words::ADVERT),
    ("prose", Words::BODY),
    ("pubdate", Words::DATE),
    ("publish", Words::DATE),
    ("published", Words::DATE),
    ("pullquote", Words::QUOTE),
    ("quote", Words::QUOTE),
    ("rail", Words::SIDE),
    ("rating", Words::META),
    ("read", Words::RELATED),
    ("reader", Words::UNSEEN),
    ("recirc", Words::RELATED),
    ("recommend", Words::RELATED),
    ("recommendation", Words::RELATED),
    ("recommendations", Words::RELATED),
    ("recommended", Words::RELATED),
    ("related", Words::RELATED),
    ("reply", Words::COMMENT),
    ("respond", Words::COMMENT),
    ("richtext", Words::BODY),
    ("rte", Words::BODY),
    ("search", Words::NAV),
    ("section", Words::KICKER),
    ("share", Words::SHARE),
    ("shariff", Words::SHARE),
    ("sharing", Words::SHARE),
    ("sidebar", Words::SIDE),
    ("signature", Words::AUTHOR),
    ("signup", Words::SIGNUP),
    ("skip", Words::UNSEEN),
    ("slideshow", Words::MEDIA),
    ("social", Words::SHARE),
    ("source", Words::CREDIT),
    ("sponsor", Words::ADVERT),
    ("sponsored", Words::ADVERT),
    ("sr", Words::UNSEEN),
    ("standfirst", Words::DEK),
    ("story", Words::CONTENT),
    ("storybody", Words::BODY),
    ("strapline", Words::DEK),
    ("subhead", Words::DEK),
    ("subheadline", Words::DEK),
    ("submenu", Words::NAV),
    ("subscribe", Words::SIGNUP),
    ("subscription", Words::SIGNUP),
    ("subtitle", Words::DEK),
    ("summary", Words::DEK),
    ("taboola", Words::RELATED),
    ("tag", Words::TAGS),
    ("tags", Words::TAGS),
    ("teaser", Words::TEASER),
    ("teasers", Words::TEASER),
    ("text", Words::BODY),
    ("time", Words::DATE),
    ("timestamp", Words::DATE),
    ("title", Words::TITLE),
    ("toc", Words::NAV),
    ("toolbar", Words::SHARE),
    ("tools", Words::SHARE),
    ("topbar", Words::NAV),
    ("topic", Words::TAGS),
    ("topics", Words::TAGS),
    ("trending", Words::RELATED),
    ("twitter", Words::SHARE),
    ("updated", Words::DATE),
    ("video", Words::MEDIA),
    ("visually", Words::UNSEEN),
    ("vorspann", Words::DEK),
    ("whatsapp", Words::SHARE),
    ("widget", Words::SIDE),
    ("widgets", Words::SIDE),
    ("writer", Words::AUTHOR),
];

/// Longest name that is looked at, in bytes: beyond it stand the rules of a style sheet, not names.
const LONGEST: usize = 400;

/// What a name says.
pub(super) fn of(name: &str) -> Words {
    let mut words = Words::default();
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let name = &name[..end];
    let mut start = 0;
    let bytes = name.as_bytes();
    for at in 0..=bytes.len() {
        let ends = at == bytes.len()
            || !bytes[at].is_ascii_alphabetic()
            || (bytes[at].is_ascii_uppercase() && at > 0 && bytes[at - 1].is_ascii_lowercase());
        if !ends {
            continue;
        }
        if at > start {
            words = words.with(look_up(&name[start..at]));
        }
        start = if at < bytes.len() && bytes[at].is_ascii_alphabetic() { at } else { at + 1 };
    }
    words
}

fn look_up(word: &str) -> Words {
    const LONGEST_WORD: usize = 15;
    if word.len() > LONGEST_WORD {
        return Words::default();
    }
    let mut small = [0; LONGEST_WORD];
    let small = &mut small[..word.len()];
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    TABLE
        .binary_search_by(|(known, _)| known.as_bytes().cmp(small))
        .map_or(Words::default(), |at| TABLE[at].1)
}

#[cfg(test)]
mod tests {
    use super::{TABLE, Words, of};

    #[test]
    fn the_table_is_sorted() {
        assert!(TABLE.windows(2).all(|two| two[0].0 < two[1].0), "sort it");
    }

    #[test]
    fn names_are_cut_into_words() {
        assert_eq!(of("article__body"), Words::CONTENT.with(Words::BODY));
        assert_eq!(of("relatedStories"), Words::RELATED);
        assert_eq!(of("c-Byline  x2 "), Words::AUTHOR);
        assert_eq!(of("adept shadow"), Words::default());
        assert_eq!(of(""), Words::default());
    }
}
