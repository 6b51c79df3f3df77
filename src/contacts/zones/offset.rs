//! Offsets from UTC: `UTC+2`, `GMT-05:00`, `+05:30`, `-5`, `(UTC+02:00)`.

/// Farthest offsets, in seconds: those of the earth's zones.
const FARTHEST: std::ops::RangeInclusive<i32> = -12 * 3600..=14 * 3600;

/// Names of zero before an offset.
const ZERO_NAMES: [&str; 3] = ["utc", "gmt", "z"];

/// An offset that a whole text says, in seconds east of UTC. `GMT` alone is a word, and isn't read here.
pub(super) fn whole_offset(text: &str) -> Option<i32> {
    let inner = text.strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']'])).unwrap_or(text);
    let (seconds, rest) = leading_offset(inner)?;
    rest.is_empty().then_some(seconds)
}

/// An offset at the start of a text, and what comes after it: `(GMT-05:00) Eastern`, `UTC -04:00 US Eastern`,
/// `(GMT) London`.
pub(super) fn leading_offset(text: &str) -> Option<(i32, &str)> {
    let text = text.trim();
    if let Some(open) = text.strip_prefix(['(', '[']) {
        let (inner, rest) = open.split_once([')', ']'])?;
        let (seconds, left) = bare_offset(inner)?;
        return left.trim().is_empty().then(|| (seconds, rest.trim()));
    }
    let (seconds, rest) = bare_offset(text)?;
    // `GMT-5x` isn't an offset; neither is the IANA name `GMT0`.
    let ends = rest.is_empty() || rest.starts_with(|letter: char| !letter.is_alphanumeric());
    ends.then(|| (seconds, rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":-–—|,".contains(letter))))
}

/// An offset at the end of a text, and what comes before it: `Berlin (UTC+1)`, `Eastern Time UTC-5`.
pub(super) fn trailing_offset(text: &str) -> Option<(&str, i32)> {
    let text = text.trim();
    let at = match text.strip_suffix([')', ']']) {
        Some(_) => text.rfind(['(', '['])?,
        None => {
            let lower = text.to_ascii_lowercase();
            ZERO_NAMES[..2].iter().filter_map(|name| lower.rfind(name)).max()?
        }
    };
    let (before, offset) = (text.get(..at)?, text.get(at..)?);
    (!before.trim().is_empty()).then_some(())?;
    Some((before.trim(), whole_offset(offset)?))
}

/// `UTC+2…`, `GMT…`, `+05:30…`: the offset and the rest, which may follow without a blank.
fn bare_offset(text: &str) -> Option<(i32, &str)> {
    let text = text.trim();
    let name = ZERO_NAMES.iter().find(|name| text.get(..name.len()).is_some_and(|top| top.eq_ignore_ascii_case(name)));
    let after = name.map_or(text, |name| &text[name.len()..]);
    let signed = after.trim_start();
    let Some((sign, digits)) = sign_of(signed) else {
        // Zero itself, before a name: `(GMT) London`. Without brackets, `GMT London` is found as a list.
        return (name.is_some() && after.is_empty()).then_some((0, ""));
    };
    let (seconds, rest) = clock_of(digits.trim_start())?;
    let seconds = sign * seconds;
    FARTHEST.contains(&seconds).then_some((seconds, rest))
}

/// The sign at the start of a text. Web pages write true minus signs and dashes.
fn sign_of(text: &str) -> Option<(i32, &str)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    match first {
        '+' | '＋' | '±' => Some((1, rest)),
        '-' | '−' | '–' | '‐' | '－' => Some((-1, rest)),
        _ => None,
    }
}

/// `5`, `05`, `05:30`, `0530`, `5.5`, `05:30:00`: the seconds, and the rest of the text.
fn clock_of(text: &str) -> Option<(i32, &str)> {
    let (whole, rest) = digits_of(text);
    let number: i32 = whole.parse().ok()?;
    match whole.len() {
        1 | 2 => {}
        // `0530`.
        3 | 4 => return minutes_checked(number / 100, number % 100).map(|seconds| (seconds, rest)),
        _ => return None,
    }
    let sign = rest.chars().next().filter(|sign| ":.,h".contains(*sign));
    let Some((sign, after)) = sign.map(|sign| (sign, &rest[sign.len_utf8()..])) else {
        return Some((number * 3600, rest));
    };
    let (part, after) = digits_of(after);
    match (sign, part.len(), part.parse::<i32>().ok()) {
        (_, 0, _) => Some((number * 3600, rest)),
        // A fraction of an hour: `5.5`, `5,75`. Two digits after a dot that are minutes of a zone are minutes: `5.30`.
        ('.' | ',', 1, Some(tenths)) => Some((number * 3600 + tenths * 360, after)),
        ('.' | ',', 2, Some(hundredths)) if !matches!(hundredths, 0 | 30 | 45) => {
            Some((number * 3600 + hundredths * 36, after))
        }
        (_, 2, Some(minutes)) => Some((minutes_checked(number, minutes)?, after.strip_prefix(":00").unwrap_or(after))),
        _ => None,
    }
}

fn minutes_checked(hours: i32, minutes: i32) -> Option<i32> {
    (minutes < 60).then_some(hours * 3600 + minutes * 60)
}

fn digits_of(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}
