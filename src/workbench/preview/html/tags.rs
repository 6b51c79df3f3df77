//! What the tags of HTML do to a text.

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagEffect {
    /// Begins a new block.
    Block,
    /// Begins a heading of this level.
    Heading(u8),
    /// Begins a new line.
    Line,
    /// A line across the page.
    Rule,
    /// Gives its text a style.
    Style(TagStyle),
    Link,
    Image,
    Bullets,
    Numbers,
    Entry,
    Quote,
    Preformatted,
    Row,
    Cell,
    HeadCell,
    /// Does nothing that is seen here; its text is shown.
    Transparent,
    /// Its text is never shown to readers.
    Unseen,
    /// Isn't simple: shown as source.
    Source,
}

impl TagEffect {
    /// Whether what follows is in a block of its own.
    pub(super) fn begins_block(self) -> bool {
        match self {
            TagEffect::Block
            | TagEffect::Heading(_)
            | TagEffect::Rule
            | TagEffect::Bullets
            | TagEffect::Numbers
            | TagEffect::Entry
            | TagEffect::Quote
            | TagEffect::Preformatted
            | TagEffect::Row
            | TagEffect::Cell
            | TagEffect::HeadCell => true,
            TagEffect::Line
            | TagEffect::Style(_)
            | TagEffect::Link
            | TagEffect::Image
            | TagEffect::Transparent
            | TagEffect::Unseen
            | TagEffect::Source => false,
        }
    }
}

/// The style of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagStyle {
    Bold,
    Italic,
    Underlined,
    Struck,
    Code,
}

/// What the tag of this name does, in lower case.
pub(super) fn effect(name: &str) -> TagEffect {
    use TagEffect as E;
    match name {
        "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav" | "center" | "address"
        | "figure" | "figcaption" | "table" | "thead" | "tbody" | "tfoot" | "caption" | "dl" | "dt" | "dd" => E::Block,
        "h1" => E::Heading(1),
        "h2" => E::Heading(2),
        "h3" => E::Heading(3),
        "h4" | "h5" | "h6" => E::Heading(4),
        "br" => E::Line,
        "hr" => E::Rule,
        "b" | "strong" => E::Style(TagStyle::Bold),
        "i" | "em" | "cite" | "dfn" => E::Style(TagStyle::Italic),
        "u" | "ins" => E::Style(TagStyle::Underlined),
        "s" | "strike" | "del" => E::Style(TagStyle::Struck),
        "code" | "kbd" | "samp" | "tt" => E::Style(TagStyle::Code),
        "a" => E::Link,
        "img" => E::Image,
        "ul" => E::Bullets,
        "ol" => E::Numbers,
        "li" => E::Entry,
        "blockquote" => E::Quote,
        "pre" => E::Preformatted,
        "tr" => E::Row,
        "td" => E::Cell,
        "th" => E::HeadCell,
        "html" | "head" | "body" | "span" | "font" | "meta" | "link" | "base" | "small" | "big" | "sup" | "sub"
        | "abbr" | "acronym" | "label" | "wbr" | "nobr" | "col" | "colgroup" | "mark" | "time" | "q" | "o:p" => {
            E::Transparent
        }
        "style" | "title" => E::Unseen,
        _ => E::Source,
    }
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "meta" | "link" | "base" | "col" | "wbr" | "input" | "area" | "embed" | "source"
    )
}

/// Whether the text of an element is not HTML.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "iframe" | "noembed" | "noframes" | "xmp")
}

/// Whether a text has a tag of simple HTML, so that it is meant to be HTML. Only its beginning is looked at.
pub(super) fn has_tag(text: &str) -> bool {
    tag_names(text)
        .any(|name| effect(&name) != TagEffect::Source || matches!(name.as_str(), "script" | "form" | "iframe" | "svg"))
}

/// The names of tags in a text, in lower case, known or not. Only its beginning is looked at.
pub(super) fn tag_names(text: &str) -> impl Iterator<Item = String> {
    const LOOKED_AT: usize = 200_000;
    let text = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    memchr::memchr_iter(b'<', text).filter_map(|at| {
        let rest = &text[at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        let length = rest.iter().take(12).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let is_ended =
            rest.get(length).is_some_and(|after| matches!(after, b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r'));
        is_ended.then(|| String::from_utf8_lossy(&rest[..length]).to_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tag_makes_html() {
        for html in ["<p>Hi</p>", "a<BR>b", "x </a >", "<img\nsrc='a'>", "<br/>", "<script>x</script>"] {
            assert!(has_tag(html), "{html}");
        }
        for plain in ["", "<", "a < b > c", "I <3 you", "<ana@example.com>", "<pear>", "<p", "&lt;p&gt;"] {
            assert!(!has_tag(plain), "{plain}");
        }
    }
}
