//! Shapes of dates by language. Every line is invented.

mod cjk;
mod context;
mod europe;
mod formats;
mod lookalikes;
mod properties;
mod scripts;

use super::*;

/// One line a date: label, value or what stands for it, doubts.
fn summary(line: &str, context: &Context) -> String {
    let dates: Vec<String> = scan(line, context).iter().map(date_summary).collect();
    dates.join("; ")
}

fn date_summary(date: &FoundDate) -> String {
    let mut words = Vec::new();
    match date.label {
        Some(Label::Published) => words.push("published".to_owned()),
        Some(Label::Updated) => words.push("updated".to_owned()),
        None => {}
    }
    let mut core = match (date.value, date.month_day, date.form) {
        (Some(value), ..) => value.to_string(),
        (None, Some((month, day)), _) => format!("--{month:02}-{day:02}"),
        (None, None, Form::Time) => "time".to_owned(),
        (None, None, Form::Relative) => "relative".to_owned(),
        (None, None, _) => date.alternatives.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"),
    };
    if let Some(offset) = &date.offset {
        core.push_str(&offset.to_string());
    }
    words.push(core);
    for doubt in &date.doubts {
        words.extend(match doubt {
            Doubt::Ambiguous => Some("ambiguous".to_owned()),
            Doubt::OutOfRange => Some("out-of-range".to_owned()),
            Doubt::WeekdayMismatch => Some("wrong-weekday".to_owned()),
            Doubt::CenturyAssumed => Some("century".to_owned()),
            Doubt::AmbiguousZone => Some("which-zone".to_owned()),
            // "relative" without a value says it.
            Doubt::RelativeUnresolved => None,
        });
    }
    words.retain(|w| !w.is_empty());
    words.join(" ")
}

/// Reads a line with nothing known beside it.
#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(summary(line, &Context::default()), expected, "in {line:?}");
}

/// Reads lines that all say the same.
#[track_caller]
fn all(expected: &str, lines: &[&str]) {
    let wrong: Vec<String> = lines
        .iter()
        .map(|line| (line, summary(line, &Context::default())))
        .filter(|(_, read)| read != expected)
        .map(|(line, read)| format!("{line:?} reads {read:?}"))
        .collect();
    assert!(wrong.is_empty(), "expected {expected:?}\n{}", wrong.join("\n"));
}
