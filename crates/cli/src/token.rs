//! `wirecopy token`: who may read and write through a server.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;
use wirecopy_archive::{Archive, Token};
use wirecopy_server::{Scope, new_token, token_hash};

use crate::archive::failed;
use crate::args::{TokenAdd, TokenCommand, TokenList, TokenRevoke};
use crate::failure::{Failure, Outcome};
use crate::output;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Digits of a token's hash that name it. It is the hash of 256 random bits: they tell nothing of the token.
const NAME: usize = 12;

/// Runs the command.
pub(crate) fn run(command: &TokenCommand) -> Result<Outcome, Failure> {
    match command {
        TokenCommand::Add(args) => add(args),
        TokenCommand::List(args) => list(args),
        TokenCommand::Revoke(args) => revoke(args),
    }
}

fn add(args: &TokenAdd) -> Result<Outcome, Failure> {
    let archive = Archive::open_or_create(&args.archive.folder()?).map_err(failed)?;
    let secret = new_token().map_err(|e| Failure::caused("the system gave no random bytes", e))?;
    let mut scopes: Vec<Scope> = args.scope.iter().copied().map(Scope::from).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let scopes: Vec<&str> = scopes.into_iter().map(Scope::as_str).collect();
    let created = now();
    let token = Token {
        hash: token_hash(&secret),
        scopes: scopes.join(" "),
        created,
        expires: args.days.map(|days| created + i64::from(days) * DAY),
        note: args.note.clone().unwrap_or_default(),
    };
    archive.token_add(&token).map_err(failed)?;
    output::print(&format!("{secret}\n"))?;
    let name = name(&token);
    output::note(&format!(
        "{name}: keep it well, it is not shown again; to take it back: wirecopy token revoke {name}\n"
    ));
    Ok(Outcome::Fine)
}

fn list(args: &TokenList) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    let mut out = String::new();
    for token in archive.tokens().map_err(failed)? {
        let until = token.expires.map_or("never".to_owned(), day);
        let expired = if token.expires.is_some_and(|expires| expires <= now()) { " (expired)" } else { "" };
        let note = crate::terminal::escape(&token.note);
        let line = format!(
            "{}  {:10}  made {}  ends {until}{expired}  {note}",
            name(&token),
            token.scopes,
            day(token.created)
        );
        out.push_str(line.trim_end());
        out.push('\n');
    }
    output::print(&out)?;
    Ok(Outcome::Fine)
}

fn revoke(args: &TokenRevoke) -> Result<Outcome, Failure> {
    let archive = args.archive.open()?;
    let tokens = archive.tokens().map_err(failed)?;
    let meant: Vec<&Token> = tokens.iter().filter(|token| name(token).starts_with(&args.name)).collect();
    match meant.as_slice() {
        [] => {
            Err(Failure::new(format!("no token is named {}", args.name))
                .hint("their names: wirecopy token list"))
        }
        [token] => {
            archive.token_revoke(&token.hash).map_err(failed)?;
            output::note(&format!("{} is taken back; servers refuse it within a second\n", name(token)));
            Ok(Outcome::Fine)
        }
        _ => Err(Failure::new(format!("{} tokens have names that begin with {}", meant.len(), args.name))
            .hint("give more of its digits")),
    }
}

/// The first digits of a token's hash.
fn name(token: &Token) -> String {
    let digits: String = token.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.chars().take(NAME).collect()
}

fn day(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).map_or_else(String::new, |at| at.format("%Y-%m-%d").to_string())
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
