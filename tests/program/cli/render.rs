//! `dripline render`: pictures without a display.

use crate::cli::{Ran, arg, dripline, folder, simulate};

fn render(folder: &tempfile::TempDir, out: &str, more: &[&str]) -> Ran {
    let (campaign, out) = (folder.path().join("campaign.ron"), folder.path().join(out));
    dripline(["render", arg(&campaign), "--out", arg(&out)].into_iter().chain(more.iter().copied()))
}

fn text(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("a picture")
}

/// Width and height of a PNG, from its header.
fn size(folder: &tempfile::TempDir, name: &str) -> (u32, u32) {
    let bytes = std::fs::read(folder.path().join(name)).expect("a picture");
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    (number(16), number(20))
}

#[test]
fn svg_shows_every_item_by_name_and_what_it_lacks() {
    let folder = folder();
    let ran = render(&folder, "a.svg", &[]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let svg = text(&folder, "a.svg");
    for name in [">Start<", ">Hello<", ">Wait<", ">Draft<", ">Note<", ">Alone<"] {
        assert!(svg.contains(name), "{name}");
    }
    assert!(svg.contains("3 days later"), "the timer's sentence");
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && !svg.contains("href"), "by itself");
    let again = render(&folder, "b.svg", &["--sequence", "Main"]);
    assert_eq!((again.status, text(&folder, "b.svg")), (0, svg));
}

#[test]
fn counts_of_a_report_stand_on_the_items() {
    let folder = folder();
    let report = folder.path().join("report.json");
    assert_eq!(simulate(&folder, &["--report", arg(&report), "--until", "2026-03-07T00:00"]).status, 0);
    assert_eq!(render(&folder, "plain.svg", &[]).status, 0);
    assert_eq!(render(&folder, "counted.svg", &["--report", arg(&report)]).status, 0);
    let badges = |name: &str| text(&folder, name).matches(">2</text>").count();
    assert_eq!(badges("plain.svg"), 0);
    assert!(badges("counted.svg") >= 2, "two entered, two wait");
    let has_legend = |name: &str| {
        ["ran", "waiting", "held", "skipped"]
            .iter()
            .all(|word| text(&folder, name).contains(&format!(">{word}</text>")))
    };
    assert!(has_legend("counted.svg") && !has_legend("plain.svg"), "the signs are explained where there are numbers");
}

#[test]
fn png_is_as_large_as_the_scale_says_and_transparent_if_wanted() {
    let folder = folder();
    for (name, more) in [("1.png", &[][..]), ("2.PNG", &["--scale", "2"]), ("t.png", &["--transparent", "--dark"])] {
        let ran = render(&folder, name, more);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{name}");
    }
    let ((w, h), double) = (size(&folder, "1.png"), size(&folder, "2.PNG"));
    assert!(w > 800 && h > 200 && double == (2 * w, 2 * h), "{w} × {h}, {double:?}");
    assert_eq!(size(&folder, "t.png"), (w, h));
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("a picture");
    assert_ne!(read("1.png"), read("t.png"));
}

#[test]
fn hostile_names_do_not_break_the_picture() {
    let folder = folder();
    let hostile = r#"</text><script>alert(1)</script> & \"x\" \u{0} \u{202E}é 漢字 👩‍👩‍👧"#;
    let campaign = crate::cli::CAMPAIGN.replace("name: \"Hello\"", &format!("name: \"{hostile}\""));
    assert_ne!(campaign, crate::cli::CAMPAIGN);
    std::fs::write(folder.path().join("campaign.ron"), campaign).expect("a file");
    assert_eq!(render(&folder, "a.svg", &[]).status, 0);
    let svg = text(&folder, "a.svg");
    assert!(!svg.contains("<script") && svg.contains("&lt;"), "{svg}");
    assert!(!svg.contains('\0'));
    // The PNG is made from the SVG, so this checks that the SVG is well-formed.
    let ran = render(&folder, "a.png", &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn pictures_that_would_be_too_large_name_the_scale_that_works() {
    let folder = folder();
    let campaign = crate::cli::CAMPAIGN.replace("position: (840.0, 80.0)", "position: (40000.0, 80.0)");
    std::fs::write(folder.path().join("campaign.ron"), campaign).expect("a file");
    let ran = render(&folder, "a.png", &[]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    let scale = ran.err.split("a scale of ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a scale");
    assert!(!folder.path().join("a.png").exists());
    let ran = render(&folder, "a.png", &["--scale", scale]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{scale}");
    assert_eq!(render(&folder, "a.svg", &[]).status, 0);
}

#[test]
fn wrong_pictures_have_their_status() {
    let folder = folder();
    for out in ["a.gif", "a", "svg", "a.svg.zip"] {
        let ran = render(&folder, out, &[]);
        assert_eq!(ran.status, 2, "{out}: {}", ran.err);
        assert!(ran.err.contains(".png, .svg or .pdf"), "{}", ran.err);
        assert!(!folder.path().join(out).exists());
    }
    for more in [["--sequence", "Nothing"], ["--scale", "0"], ["--scale", "NaN"], ["--scale", "-1"], ["--scale", "99"]]
    {
        assert_eq!(render(&folder, "a.svg", &more).status, 2, "{more:?}");
    }
    let report = |text: &str| {
        let path = folder.path().join("report.json");
        std::fs::write(&path, text).expect("a file");
        let ran = render(&folder, "a.svg", &["--report", arg(&path)]);
        assert!(ran.err.contains("report.json"), "{text}: {}", ran.err);
        ran.status
    };
    for text in [
        "",
        "[]",
        "{}",
        "{\"items\": {\"1\": {\"ran\": -1}}}",
        "{\"items\": {\"one\": {}}}",
        "{\"items\": {\"99\": {}}}",
    ] {
        assert_eq!(report(text), 3, "{text}");
    }
    assert_eq!(render(&folder, "a.svg", &["--report", "/nowhere/report.json"]).status, 3);
    let campaign = folder.path().join("campaign.ron");
    let ran = dripline(["render", arg(&campaign), "--out", "/nowhere/there/a.svg"]);
    assert_eq!(ran.status, 4, "{}", ran.err);
    let out = folder.path().join("b.svg");
    assert_eq!(dripline(["render", "/nowhere/c.ron", "--out", arg(&out)]).status, 3);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert_eq!(left.len(), 3, "no half-written files: {left:?}");
}
