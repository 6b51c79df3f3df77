//! A strict scanner of HTML. It accepts only what this program's pages need, and reads that as a browser does. A page
//! that it accepts can't run, load or link to anything.

/// The allowed elements; none of them fetches, runs or submits anything.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "dl", "dt", "dd", "section",
    "table", "thead", "tbody", "tr", "th", "td", "figure", "footer", "i", "b", "small", "bdi", "br", "div", "span",
    "ul", "li", "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "defs", "clipPath", "desc", "pattern",
];

/// The allowed attributes; none of them is a script or an address.
const ATTRIBUTES: &[&str] = &[
    "xmlns",
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "scope",
    "id",
    "style",
    "role",
    "aria-label",
    "aria-hidden",
    "viewBox",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "d",
    "points",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "opacity",
    "transform",
    "clip-path",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "dominant-baseline",
    "direction",
    "unicode-bidi",
    "xml:space",
    "patternUnits",
    "patternTransform",
    "patternContentUnits",
    "textLength",
    "lengthAdjust",
    "shape-rendering",
    "preserveAspectRatio",
    "colspan",
    "dir",
    "title",
];

/// The policy for browsers: nothing is fetched, and no script runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What is in a page.
#[derive(Default)]
pub struct Markup {
    /// The texts between tags, with entities resolved.
    pub texts: Vec<String>,
    open: Vec<String>,
    has_policy: bool,
}

impl Markup {
    /// Scans a page. The error says what is not allowed.
    pub fn scan(html: &str) -> Result<Self, String> {
        let mut rest = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
        let mut markup = Self::default();
        while let Some(at) = rest.find('<') {
            markup.text(&rest[..at])?;
            let behind = &rest[at + 1..];
            let end = behind.find('>').ok_or("a tag without an end")?;
            markup.tag(&behind[..end])?;
            rest = &behind[end + 1..];
        }
        markup.text(rest)?;
        match (markup.open.as_slice(), markup.has_policy) {
            ([], true) => Ok(markup),
            (open, _) => Err(format!("{open:?} are never closed, or there is no policy")),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        if self.open.last().is_some_and(|element| element == "style") {
            let lower = text.to_lowercase();
            let loads = ["url(", "@import", "expression(", "\\"].into_iter().find(|part| lower.contains(part));
            return loads.map_or(Ok(()), |part| Err(format!("a style with {part}")));
        }
        self.texts.push(plain(text)?);
        Ok(())
    }

    fn tag(&mut self, tag: &str) -> Result<(), String> {
        if let Some(name) = tag.strip_prefix('/') {
            return match self.open.pop() {
                Some(open) if open == name => Ok(()),
                open => Err(format!("</{name}> closes {open:?}")),
            };
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        if !ELEMENTS.contains(&name.as_str()) {
            return Err(format!("<{tag}>"));
        }
        let attributes = attributes(&tag[name.len()..])?;
        let get = |wanted: &str| attributes.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
        if get("http-equiv") == Some("Content-Security-Policy") {
            // The policy must come before any text of a user.
            let is_first = self.texts.iter().all(|text| text.trim().is_empty());
            self.has_policy = is_first && get("content") == Some(POLICY) && self.open == ["html", "head"];
        } else if get("http-equiv").is_some() {
            return Err(format!("<{tag}>"));
        }
        if !is_closed {
            self.open.push(name);
        }
        Ok(())
    }
}

/// The attributes of a tag, each a name and a value in double quotes.
fn attributes(mut rest: &str) -> Result<Vec<(String, String)>, String> {
    let mut found: Vec<(String, String)> = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n']);
        if rest.is_empty() {
            return Ok(found);
        }
        let wrong = || format!("an attribute where it can't be: {rest}");
        let (name, behind) = rest.split_once("=\"").ok_or_else(wrong)?;
        let (value, behind) = behind.split_once('"').ok_or_else(wrong)?;
        if !ATTRIBUTES.contains(&name) || found.iter().any(|(known, _)| known == name) {
            return Err(format!("the attribute {name}"));
        }
        let value = plain(value)?;
        let lower: String = value.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_free = name == "aria-label" || name == "title";
        if !is_free && ["javascript:", "data:", "url(http", "expression("].iter().any(|part| lower.contains(part)) {
            return Err(format!("{name}=\"{value}\""));
        }
        found.push((name.to_owned(), value));
        rest = behind;
        if !rest.is_empty() && !rest.starts_with([' ', '\n']) {
            return Err(format!("no blank behind {name}"));
        }
    }
}

/// A text with its entities resolved. Only the few entities that pages need are allowed.
fn plain(text: &str) -> Result<String, String> {
    if text.contains(['<', '>']) {
        return Err(format!("a bracket in {text:?}"));
    }
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, behind) = part.split_once(';').ok_or_else(|| format!("an open entity in {text:?}"))?;
        plain.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "apos" => '\'',
            "#160" => '\u{A0}',
            _ => return Err(format!("the entity {entity:?}")),
        });
        plain.push_str(behind);
    }
    Ok(plain)
}

#[test]
fn the_scanner_lets_nothing_through_that_could_run() {
    let around = |inside: &str| {
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" \
             content=\"{POLICY}\"/></head><body>{inside}</body></html>"
        )
    };
    assert!(Markup::scan(&around("<p class=\"a\">x &lt;script&gt;</p>")).is_ok());
    for bad in [
        "<script>1</script>",
        "<p onclick=\"1\">x</p>",
        "<p class=a>x</p>",
        "<p class=\"a\" class=\"b\">x</p>",
        "<p>x",
        "x</p>",
        "<svg><a/></svg>",
        "<svg><use href=\"#a\"/></svg>",
        "<p style=\"background:url(http://a.example)\">x</p>",
        "<!-- x -->",
        "&nbsp;",
        "a & b",
        "a > b",
        "<P>x</P>",
        "<style>@import 'a'</style>",
        "<meta http-equiv=\"refresh\" content=\"0\"/>",
    ] {
        assert!(Markup::scan(&around(bad)).is_err(), "{bad}");
    }
    assert!(Markup::scan("<!DOCTYPE html><html lang=\"en\"></html>").is_err(), "without a policy");
}
