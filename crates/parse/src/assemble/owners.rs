//! Who is credited for a picture: the credits of a record confirm each other, and its other fields confirm them.

use std::collections::BTreeSet;

use wirecopy_model::{Article, BylineKind, Credit, CreditKind};

use super::clean::key;
use crate::fields::names::looks_like_name;
use crate::fields::source::names_paper;

/// Words behind the name of a house that say what of it is printed: `HP Photo` is HP's.
const OF_HOUSE: &[&str] =
    &["photo", "photos", "foto", "fotos", "pictures", "images", "pool", "graphic", "graphics", "video"];

/// How much a name that is a person's looks like one, 0 to 1.
const PERSON: f32 = 0.75;

/// Settles which of the credited names are houses: a name that is the source of the record, the agency of its dateline or
/// of another credit, or a writer's paper, is no photographer's; a name that is a writer's is no house.
pub(super) fn settle(article: &mut Article) {
    if article.figures.iter().all(|figure| figure.credit.is_none()) {
        return;
    }
    let mut houses: BTreeSet<String> = BTreeSet::new();
    houses.extend(
        article.source.iter().map(|source| source.name.as_str()).filter(|name| is_house(name)).map(key),
    );
    houses.extend(article.dateline.iter().filter_map(|line| line.agency.as_deref()).map(key));
    for byline in &article.bylines {
        houses.extend(byline.affiliation.as_deref().map(key));
        if byline.kind == BylineKind::Agency {
            houses.insert(key(&byline.name));
        }
    }
    let credits = || article.figures.iter().filter_map(|figure| figure.credit.as_ref());
    // Behind a slash stands the house of the photographer before it.
    let beside = credits().filter(|c| c.person.is_some()).filter_map(|c| c.agency.as_deref());
    houses.extend(beside.filter(|name| is_house(name)).map(key));
    let people: BTreeSet<String> = article
        .bylines
        .iter()
        .filter(|byline| byline.kind.is_person())
        .map(|byline| byline.name.as_str())
        .chain(credits().filter(|c| c.agency.is_some()).filter_map(|c| c.person.as_deref()))
        .map(key)
        .filter(|name| !houses.contains(name))
        .collect();
    houses.retain(|name| !name.is_empty() && !people.contains(name));
    for figure in &mut article.figures {
        if let Some(credit) = &mut figure.credit {
            of_house(credit, &houses);
            if credit.agency.is_none()
                && credit.person.as_deref().is_some_and(|who| houses.contains(&key(who)))
            {
                credit.agency = credit.person.take();
            } else if credit.person.is_none()
                && credit.agency.as_deref().is_some_and(|who| people.contains(&key(who)))
            {
                credit.person = credit.agency.take();
            }
        }
    }
}

/// Whether a name may be a house's: a photographer who signs the page's rights is its source, and a person still.
fn is_house(name: &str) -> bool {
    looks_like_name(name) < PERSON || names_paper(name)
}

/// `HP Photo`, where HP is a house of the record: its name and what is credited.
fn of_house(credit: &mut Credit, houses: &BTreeSet<String>) {
    let Some((house, word)) = credit.agency.as_deref().and_then(|name| name.rsplit_once(' ')) else { return };
    let word = word.to_lowercase();
    if !OF_HOUSE.contains(&word.as_str()) || !houses.contains(&key(house)) {
        return;
    }
    let kind = match word.as_str() {
        "graphic" | "graphics" => CreditKind::Graphic,
        "video" => CreditKind::Video,
        _ => CreditKind::Photo,
    };
    credit.kind.get_or_insert(kind);
    credit.agency = Some(house.to_owned());
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Byline, Credit, CreditKind, Figure, Source};

    use super::settle;

    /// Credits as `person / agency`, before and after, of a record of Harbour Press by Ana Lima.
    fn check(credits: &[(&str, &str)], expected: &[(&str, &str)]) {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut article = Article::new();
        article.source = Some(Source { name: "Harbour Press".to_owned() });
        article.bylines.push(Byline { name: "Ana Lima".to_owned(), ..Byline::default() });
        for (person, agency) in credits {
            let credit = Credit { person: some(person), agency: some(agency), ..Credit::default() };
            article.figures.push(Figure { caption: None, credit: Some(credit) });
        }
        settle(&mut article);
        let got: Vec<_> = article.figures.iter().filter_map(|figure| figure.credit.clone()).collect();
        let expected: Vec<_> = expected.iter().map(|(p, a)| (some(p), some(a))).collect();
        assert_eq!(got.iter().map(|c| (c.person.clone(), c.agency.clone())).collect::<Vec<_>>(), expected);
        assert!(got.iter().all(|c| c.kind.is_none_or(|kind| kind == CreditKind::Photo)));
    }

    #[test]
    fn fields_confirm_each_other() {
        check(&[("Harbour Press", "")], &[("", "Harbour Press")]);
        check(&[("Tom Roe", "Blue Lens"), ("Blue Lens", "")], &[("Tom Roe", "Blue Lens"), ("", "Blue Lens")]);
        check(&[("Tom Roe", "Harbour Press Photo")], &[("Tom Roe", "Harbour Press")]);
        check(&[("", "Ana Lima")], &[("Ana Lima", "")]);
        check(&[("Tom Roe", "")], &[("Tom Roe", "")]);
    }
}
