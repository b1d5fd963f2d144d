//! Which lines belong to which article, when a document holds several.

use wirecopy_model::LineRole;

/// Splits the lines into records: indices of the lines of each, furniture left out. At least one record.
///
/// A new article begins with a headline after prose, if prose follows it before the next one. Its header may stand
/// over that headline (kicker, date, byline without a gap of prose or furniture).
pub(crate) fn split(
    roles: &[LineRole],
    blank_before: &[u32],
    copies: &dyn Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    // Lines of prose before each line: a page of headlines is not to be read once for each of them.
    let mut prose = vec![0usize];
    prose.extend(roles.iter().scan(0, |n, role| {
        *n += usize::from(role.is_prose());
        Some(*n)
    }));
    let prose_at = |range: std::ops::Range<usize>| prose[range.end] > prose[range.start];
    let heads: Vec<usize> = (0..roles.len())
        .filter(|&i| roles[i] == LineRole::Headline && (i == 0 || roles[i - 1] != LineRole::Headline))
        .collect();
    let mut starts = vec![0];
    for (k, &head) in heads.iter().enumerate() {
        let end = heads.get(k + 1).copied().unwrap_or(roles.len());
        let begin = starts.last().copied().unwrap_or(0);
        if !prose_at(begin..head) || !prose_at(head..end) {
            continue;
        }
        // What stands above the first headline is teasers of the page; and a page may print its headline over the
        // pictures and once more over the story.
        let of_this = heads[..k].iter().find(|above| **above >= begin);
        if of_this.is_none_or(|above| copies(*above, head)) {
            continue;
        }
        let above = |i: usize| {
            matches!(roles[i], LineRole::Kicker | LineRole::Date | LineRole::Source)
                && (i + 1 == head || blank_before[i + 1] == 0)
        };
        let mut start = head;
        while start > begin && above(start - 1) {
            start -= 1;
        }
        starts.push(start);
    }
    if starts.len() == 1 {
        starts.extend(reviewed(roles, &prose));
    }
    starts.push(roles.len());
    starts
        .windows(2)
        .map(|pair| (pair[0]..pair[1]).filter(|&i| roles[i] != LineRole::Furniture).collect())
        .collect()
}

/// Where the sections of a review of the press begin, but for the first: each is prose right under the name of a
/// paper, and something parts it from the section above. Two further ones are asked for: one name in the middle of a
/// text may be that of a picture's agency.
fn reviewed(roles: &[LineRole], prose: &[usize]) -> Vec<usize> {
    let heads = (0..roles.len())
        .filter(|&i| roles[i] == LineRole::Source && roles.get(i + 1).is_some_and(|next| next.is_prose()));
    let heads: Vec<usize> = heads.collect();
    let first_is_headed = heads.first().is_some_and(|&i| prose[i] == 0);
    let parted = heads.iter().skip(1).all(|&i| roles[i - 1] == LineRole::Furniture);
    if heads.len() > 2 && first_is_headed && parted { heads[1..].to_vec() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::split;
    use wirecopy_model::LineRole::{self, Date, Furniture, Headline, Kicker, Paragraph, Source};

    fn check(roles: &[LineRole], expected: &[&[usize]]) {
        assert_eq!(split(roles, &vec![1; roles.len()], &|_, _| false), expected);
    }

    #[test]
    fn one_article_with_its_headline_twice() {
        check(&[Headline, Furniture, Headline, Paragraph, Paragraph], &[&[0, 2, 3, 4]]);
        check(&[Paragraph, Paragraph, Headline], &[&[0, 1, 2]]);
        check(&[], &[&[]]);
    }

    #[test]
    fn several_articles() {
        check(
            &[Headline, Date, Paragraph, Furniture, Kicker, Headline, Paragraph],
            &[&[0, 1, 2], &[4, 5, 6]],
        );
    }

    #[test]
    fn a_copy_over_the_story_begins_no_article() {
        let roles = [Headline, Paragraph, Headline, Paragraph];
        assert_eq!(split(&roles, &[1; 4], &|a, b| (a, b) == (0, 2)), [vec![0, 1, 2, 3]]);
        check(&roles, &[&[0, 1], &[2, 3]]);
        check(&[Paragraph, Headline, Paragraph], &[&[0, 1, 2]]);
    }

    #[test]
    fn a_review_of_the_press() {
        check(
            &[Source, Paragraph, Furniture, Source, Paragraph, Furniture, Source, Paragraph],
            &[&[0, 1], &[3, 4], &[6, 7]],
        );
        check(&[Source, Paragraph, Furniture, Source, Paragraph], &[&[0, 1, 3, 4]]);
    }
}
