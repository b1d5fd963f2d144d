//! UTF-32, which the Encoding Standard leaves out and some databases write.

use std::borrow::Cow;

use super::{Decoded, malformed};

/// One unit in so many may be no letter: UTF-16 of a text that begins with a NUL has the same first bytes.
const BAD_UNITS: usize = 4;

/// Reads UTF-32 that opens with its byte order mark; `None` when it is none.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'static>> {
    let (encoding, read): (_, fn([u8; 4]) -> u32) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => ("UTF-32LE", u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, ..] => ("UTF-32BE", u32::from_be_bytes),
        _ => return None,
    };
    let mut text = String::with_capacity(bytes.len() / 4);
    let (mut bad, mut all) = (0, 0);
    for unit in bytes.get(4..)?.chunks(4) {
        let letter = unit.try_into().ok().and_then(|unit| char::from_u32(read(unit)));
        bad += usize::from(letter.is_none());
        all += 1;
        text.push(letter.unwrap_or('\u{fffd}'));
    }
    // A mark alone is that of UTF-16 and a NUL.
    if all == 0 || bad * BAD_UNITS > all {
        return None;
    }
    let diagnostics = if bad > 0 { vec![malformed(&text, encoding)] } else { Vec::new() };
    let mut decoded = Decoded { text: Cow::Owned(text), encoding, diagnostics };
    decoded.look_for_nul();
    Some(decoded)
}
