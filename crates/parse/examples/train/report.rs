//! What the cross-validation found, line by line.

use std::collections::BTreeMap;

use wirecopy_parse::model::LineRole;

#[expect(clippy::print_stdout, clippy::cast_precision_loss, reason = "a program, not part of the library")]
pub(crate) fn report(confusion: &BTreeMap<(LineRole, LineRole), usize>) {
    let sum = |f: &dyn Fn(LineRole, LineRole) -> bool| -> usize {
        confusion.iter().filter(|((a, b), _)| f(*a, *b)).map(|(_, n)| n).sum()
    };
    let (mut macro_sum, mut n) = (0.0, 0);
    for role in LineRole::ALL {
        let (hit, gold, got) =
            (sum(&|a, b| a == role && b == role), sum(&|a, _| a == role), sum(&|_, b| b == role));
        let f1 = 2.0 * hit as f64 / (gold + got).max(1) as f64;
        println!("{:11} F1 {f1:.3} n {gold}", role.as_str());
        macro_sum += f1;
        n += 1;
    }
    let prose = |r: LineRole| r.is_prose();
    let header = |r: LineRole| r.is_header();
    let group = |f: &dyn Fn(LineRole) -> bool| {
        2.0 * sum(&|a, b| f(a) && f(b)) as f64 / (sum(&|a, _| f(a)) + sum(&|_, b| f(b))).max(1) as f64
    };
    println!(
        "macro {:.3} accuracy {:.3} body {:.3} header {:.3}",
        macro_sum / f64::from(n),
        sum(&|a, b| a == b) as f64 / sum(&|_, _| true) as f64,
        group(&prose),
        group(&header)
    );
    let mut wrong: Vec<_> = confusion.iter().filter(|((a, b), _)| a != b).collect();
    wrong.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
    let words: Vec<String> =
        wrong.iter().take(24).map(|((a, b), n)| format!("{}>{} {n}", a.as_str(), b.as_str())).collect();
    println!("{}", words.join("; "));
}

/// How well the model of kinds parts articles from the rest: errors at the threshold, the loss, and how often an
/// article scores above what is none.
#[expect(clippy::print_stdout, clippy::cast_precision_loss, reason = "a program, not part of the library")]
pub(crate) fn kinds(scores: &[(bool, f32)]) {
    let missed = scores.iter().filter(|(article, score)| *article && *score < 0.0).count();
    let taken = scores.iter().filter(|(article, score)| !*article && *score >= 0.0).count();
    let loss = |(article, score): &(bool, f32)| {
        let margin = if *article { *score } else { -*score };
        f64::from((-margin).exp().ln_1p())
    };
    let mean = scores.iter().map(loss).sum::<f64>() / scores.len().max(1) as f64;
    let of =
        |wanted: bool| scores.iter().filter(move |(article, _)| *article == wanted).map(|(_, score)| *score);
    let pairs = of(true).count() * of(false).count();
    let right: usize = of(true).map(|score| of(false).filter(|other| *other < score).count()).sum();
    let ordered = right as f64 / pairs.max(1) as f64;
    println!("kinds: {missed} articles missed, {taken} others taken, loss {mean:.4}, ordered {ordered:.4}");
}
