//! Values of options: sizes, zones, days.

use chrono::{FixedOffset, NaiveDate};

/// Largest size that a document can have: spans are 32 bits wide.
const LARGEST: usize = u32::MAX as usize;

/// Reads `65536`, `512K`, `64M`, `64MiB`, `1G`; powers of 1024.
pub(crate) fn size(text: &str) -> Result<usize, String> {
    let digits_end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(digits_end);
    let shift = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return Err("write bytes or a number with K, M or G, such as 64M".to_owned()),
    };
    let number: usize = digits.parse().map_err(|_| "write a number, such as 64M".to_owned())?;
    let bytes = number.checked_mul(1 << shift).filter(|&bytes| bytes <= LARGEST);
    match bytes {
        None => Err("at most 4 GiB less one byte can be read".to_owned()),
        Some(0) => Err("nothing could be read with a limit of 0".to_owned()),
        Some(bytes) => Ok(bytes),
    }
}

/// A size in the words that [`size`] reads: `64M`.
pub(crate) fn size_words(bytes: usize) -> String {
    let units = [(30, "G"), (20, "M"), (10, "K")];
    let exact = units.into_iter().find(|&(shift, _)| bytes.is_multiple_of(1 << shift));
    exact.map_or_else(|| format!("{bytes} bytes"), |(shift, unit)| format!("{}{unit}", bytes >> shift))
}

/// Reads `+08:00`, `-0330`, `+8`, `UTC`, `Z`, `UTC+8`, `GMT-03:30`.
pub(crate) fn zone(text: &str) -> Result<FixedOffset, String> {
    let wrong = || "write an offset from UTC such as +08:00, -03:30 or UTC".to_owned();
    let upper = text.trim().to_ascii_uppercase().replace('\u{2212}', "-");
    let rest = upper
        .strip_prefix("UTC")
        .or_else(|| upper.strip_prefix("GMT"))
        .or_else(|| upper.strip_prefix('Z'))
        .unwrap_or(&upper);
    if rest.is_empty() && !upper.is_empty() {
        return FixedOffset::east_opt(0).ok_or_else(wrong);
    }
    let (sign, clock) = match rest.split_at_checked(1) {
        Some(("+", clock)) => (1, clock),
        Some(("-", clock)) => (-1, clock),
        _ => return Err(wrong()),
    };
    let (hours, minutes) = match clock.split_once(':') {
        Some(parts) => parts,
        None if clock.len() == 4 => clock.split_at_checked(2).ok_or_else(wrong)?,
        None => (clock, "0"),
    };
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse::<i32>().ok()).flatten().ok_or_else(wrong)
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    // No place on earth is further from UTC than 14 hours; 18 is what ISO 8601 users allow for.
    if hours > 18 || minutes > 59 {
        return Err(wrong());
    }
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60)).ok_or_else(wrong)
}

/// Reads `2018-07-14`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| "write an existing day as YYYY-MM-DD, such as 2018-07-14".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{day, size, size_words, zone};

    #[test]
    fn sizes_are_powers_of_1024() {
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("1kib"), Ok(1024));
        assert_eq!(size("17"), Ok(17));
        for wrong in ["", "M", "0", "-1", "4G", "1T", "99999999999999999999G", "6 4M"] {
            assert!(size(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_size_is_said_as_it_is_typed() {
        for words in ["64M", "1K", "3G"] {
            assert_eq!(size(words).map(size_words).as_deref(), Ok(words));
        }
        assert_eq!(size_words(1500), "1500 bytes");
    }

    #[test]
    fn zones_in_the_forms_people_type() {
        let seconds = |text| zone(text).map(|z| z.local_minus_utc());
        assert_eq!(seconds("+08:00"), Ok(8 * 3600));
        assert_eq!(seconds("-0330"), Ok(-(3 * 3600 + 30 * 60)));
        assert_eq!(seconds("utc"), Ok(0));
        assert_eq!(seconds("Z"), Ok(0));
        assert_eq!(seconds("GMT+8"), Ok(8 * 3600));
        for wrong in ["", "+", "8", "EST", "+25:00", "+08:61", "+1:2:3", "++8", "+é8"] {
            assert!(zone(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn days_exist() {
        assert!(day("2018-07-14").is_ok());
        assert!(day("2018-02-30").is_err());
    }
}
