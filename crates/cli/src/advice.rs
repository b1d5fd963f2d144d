//! What to do about a doubt, in the words of the command line: the library does not know its options.

use std::borrow::Cow;

use wirecopy_model::{Code, Diagnostic};

/// The option that settles a kind of doubt.
static OPTIONS: &[(Code, &str)] = &[
    (Code::AMBIGUOUS_DATE, "settle it with --date-order day-first or --date-order month-first"),
    (Code::RELATIVE_DATE, "give the day on which the text was read with --reference-date YYYY-MM-DD"),
    (Code::AMBIGUOUS_ZONE, "name the zone with --assume-zone, such as --assume-zone +08:00"),
    (Code::ENCODING_GUESSED, "if it reads wrong, name the encoding with --encoding"),
    (Code::MALFORMED_BYTES, "if this is not the encoding of the text, name it with --encoding"),
    (Code::MOJIBAKE, "if it was UTF-8, put it right with --repair always"),
    (
        Code::MOJIBAKE_REPAIRED,
        "raw words and places are those of the text as it came; leave it so with --repair never",
    ),
];

/// The help to draw under a diagnostic.
pub(crate) fn help(doubt: &Diagnostic) -> Option<Cow<'_, str>> {
    let option = OPTIONS.iter().find(|(code, _)| *code == doubt.code).map(|&(_, words)| Cow::Borrowed(words));
    option.or_else(|| doubt.help.as_deref().map(Cow::Borrowed))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use wirecopy_model::{Code, Diagnostic};

    use super::{OPTIONS, help};
    use crate::args::Cli;

    #[test]
    fn every_option_named_exists() {
        let command = Cli::command();
        let parse = command.find_subcommand("parse").unwrap();
        for (code, words) in OPTIONS {
            let flags = words.split(' ').filter_map(|word| word.strip_prefix("--"));
            let flags: Vec<&str> = flags.map(|flag| flag.trim_end_matches(',')).collect();
            assert!(!flags.is_empty(), "{code}");
            for flag in flags {
                assert!(parse.get_arguments().any(|arg| arg.get_long() == Some(flag)), "--{flag}");
            }
        }
    }

    #[test]
    fn a_doubt_without_an_option_keeps_its_own_help() {
        let doubt = Diagnostic::new(Code::TRUNCATED, None, "cut off").with_help("look for the rest");
        assert_eq!(help(&doubt).as_deref(), Some("look for the rest"));
        assert_eq!(help(&Diagnostic::new(Code::NO_HEADLINE, None, "none")), None);
        let doubt = Diagnostic::new(Code::AMBIGUOUS_DATE, None, "two readings").with_help("set the order");
        assert!(help(&doubt).unwrap().contains("--date-order"));
    }
}
