//! The Test button's request against a server on this computer, in an isolated network. Responses are good, bad, slow,
//! endless or missing. The limits hold, and requests go only to the addresses that were shown.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use dripline::http_test::answer::{HttpResponse, MOST_READ, Truncation};
use dripline::http_test::lookup::look_up;
use dripline::http_test::send::PreparedRequest;
use dripline::http_test::trouble::RequestError;
use dripline::workbench::post_test::filled::Filled;
use dripline::workbench::post_test::outcome::TestOutcome;
use dripline::workbench::post_test::{PostTest, Stage};

use crate::common::inside::{again, is_inside};
use crate::common::server::Server;
use crate::common::tools::works;

/// The timeout of requests in most tests.
const SHORT: Duration = Duration::from_secs(1);

#[test]
fn the_request_keeps_to_its_limits_whatever_a_server_does() {
    if is_inside() {
        all();
    } else if let Some(said) = again("network::posts::the_request_keeps_to_its_limits_whatever_a_server_does") {
        assert_eq!(said.matches(": well").count(), SCENES.len(), "{said}");
    }
}

type Scene = (&'static str, fn(&Server));

const SCENES: &[Scene] = &[
    ("answers", answers),
    ("what is sent", what_is_sent),
    ("redirects", redirects),
    ("slow answers", slow_answers),
    ("the default time", default_time),
    ("answers without end", endless_answers),
    ("answers that break off", broken_answers),
    ("what is not HTTP", no_http),
    ("nobody there", nobody_there),
    ("permission", permission),
    ("IPv6", version_6),
    ("secure connections", secure),
    ("names", names),
    ("stopping", stopping),
    ("the workbench", workbench),
];

/// Runs all scenes at the same time, since most of them mainly wait.
fn all() {
    let server = Server::start();
    let scenes: Vec<_> = SCENES
        .iter()
        .map(|(name, scene)| {
            (
                name,
                thread::spawn({
                    let server = server.clone();
                    move || scene(&server)
                }),
            )
        })
        .collect();
    let failed =
        scenes.into_iter().filter(|(name, _)| !name.is_empty()).filter_map(|(name, scene)| match scene.join() {
            Ok(()) => {
                println!("{name}: well");
                None
            }
            Err(_) => Some(*name),
        });
    let failed: Vec<&str> = failed.collect();
    assert_eq!(failed, [""; 0]);
    // The environment names this address as a proxy.
    assert_eq!(server.connections("127.0.0.7"), 0, "a proxy was asked");
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Sends one request, which may go to this computer.
fn post(url: &str) -> Result<HttpResponse, RequestError> {
    let addressed = look_up(url, pairs(&[("name", "Ann")]), SHORT)?;
    PreparedRequest::new(addressed, true, SHORT)?.run()
}

/// Sends one request as [`post`] does, and measures its time.
fn format_time(url: &str) -> (Result<HttpResponse, RequestError>, Duration) {
    let begun = Instant::now();
    (post(url), begun.elapsed())
}

fn answers(_: &Server) {
    let answer = |path: &str| post(&format!("http://127.0.0.1{path}")).expect("an answer");
    let well = answer("/200");
    assert_eq!((well.status, well.called, well.cut), (200, "OK", None));
    assert_eq!(well.text, "Thank you.\nIt was received.\n");
    assert_eq!((answer("/409").status, answer("/409").text.as_str()), (409, "known"));
    assert_eq!((answer("/500").status, answer("/500").text.as_str()), (500, ""));
    assert_eq!((answer("/nothing").status, answer("/unknown").status), (204, 404));
    assert_eq!((answer("/after-continue").status, answer("/after-continue").text.as_str()), (200, "now"));
    assert_eq!(answer("/latin").text, "äöü");
}

fn what_is_sent(server: &Server) {
    let fields = pairs(&[("Name", "Ann & Söhne"), ("note", "50 % = a+b\r\nX: y"), ("", "ä"), ("Name", "")]);
    let addressed = look_up("http://127.0.0.1/sent?a=b", fields, SHORT).expect("an address");
    assert_eq!(server.received("/sent?a=b").len(), 0, "nothing is sent while it is looked up");
    let sending = PreparedRequest::new(addressed, true, SHORT).expect("a permission");
    assert_eq!(server.received("/sent?a=b").len(), 0, "nothing is sent before it is run");
    sending.run().expect("an answer");
    let received = server.received("/sent?a=b");
    let [request] = received.as_slice() else { panic!("one request, not {received:?}") };
    assert_eq!(request.line, "POST /sent?a=b");
    let body = "Name=Ann+%26+S%C3%B6hne&note=50+%25+%3D+a%2Bb%0D%0AX%3A+y&=%C3%A4&Name=";
    assert_eq!(request.body, body);
    let has =
        |line: &str| assert!(request.head.iter().any(|head| head.starts_with(line)), "{line}: {:?}", request.head);
    has("host: 127.0.0.1");
    has("content-type: application/x-www-form-urlencoded");
    has("user-agent: dripline/");
    has(&format!("content-length: {}", body.len()));
    assert!(request.head.len() <= 7, "{:?}", request.head);
}

fn redirects(server: &Server) {
    for status in [301, 302, 303, 307, 308] {
        let answer = post(&format!("http://127.0.0.1/{status}")).expect("an answer");
        assert_eq!((answer.status, answer.sends_on.as_deref()), (status, Some("http://127.0.0.1/followed")));
        assert_eq!(server.received(&format!("/{status}")).len(), 1);
    }
    assert_eq!(server.received("/followed").len(), 0);
}

fn slow_answers(server: &Server) {
    for path in ["/silent", "/slow-head"] {
        let (answer, took) = format_time(&format!("http://127.0.0.1{path}"));
        assert_eq!(answer, Err(RequestError::TooLong { host: "127.0.0.1".to_owned(), seconds: 1 }), "{path}");
        assert!(took >= SHORT, "{path}: {took:?}");
        assert_eq!(server.received(path).len(), 1, "{path} is asked for once");
    }
    let (answer, took) = format_time("http://127.0.0.1/slow-text");
    let answer = answer.expect("its head came in time");
    assert_eq!((answer.status, answer.cut), (200, Some(Truncation::TooSlow)));
    assert!(answer.text.starts_with("first."), "{}", answer.text);
    assert!(took >= SHORT, "{took:?}");
}

fn default_time(_: &Server) {
    let begun = Instant::now();
    let outcome = through("http://127.0.0.1/silent?default", true);
    assert_eq!(outcome.headline, "Timed out: needs a look");
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(10), "{took:?}");
}

fn endless_answers(_: &Server) {
    for path in ["/huge", "/endless"] {
        let answer = post(&format!("http://127.0.0.1{path}")).expect("an answer");
        assert_eq!(
            (answer.status, answer.text.len() as u64, answer.cut),
            (200, MOST_READ, Some(Truncation::TooLong)),
            "{path}"
        );
    }
    let answer = post("http://127.0.0.1/huge-head");
    assert!(matches!(answer, Err(RequestError::NotHttp { .. })), "{answer:?}");
}

fn broken_answers(server: &Server) {
    let closed = Err(RequestError::Closed { host: "127.0.0.1".to_owned() });
    assert_eq!(post("http://127.0.0.1/hangs-up"), closed);
    assert_eq!(post("http://127.0.0.1/half-head"), closed);
    assert_eq!(server.received("/hangs-up").len(), 1, "it is not tried again");
    assert_eq!(post("http://127.0.0.9/"), Err(RequestError::Closed { host: "127.0.0.9".to_owned() }));
    assert_eq!(server.connections("127.0.0.9"), 1, "it is not tried again");
    let half = post("http://127.0.0.1/half").expect("its head is whole");
    assert_eq!((half.status, half.text.as_str(), half.cut), (200, "half", Some(Truncation::BrokenOff)));
    let chunks = post("http://127.0.0.1/wrong-chunks").expect("its head is whole");
    assert_eq!((chunks.status, chunks.cut), (200, Some(Truncation::BrokenOff)));
}

fn no_http(_: &Server) {
    for path in ["/ssh", "/zeroes"] {
        let answer = post(&format!("http://127.0.0.1{path}"));
        assert!(matches!(answer, Err(RequestError::NotHttp { .. })), "{path}: {answer:?}");
    }
}

fn nobody_there(_: &Server) {
    assert_eq!(post("https://127.0.0.5/"), Err(RequestError::Refused { host: "127.0.0.5".to_owned() }));
    assert!(
        matches!(post("http://10.1.2.3/"), Err(RequestError::Unreachable { .. })),
        "{:?}",
        post("http://10.1.2.3/")
    );
    assert!(matches!(
        post("http://nowhere.invalid/"),
        Err(RequestError::NoAddress { .. } | RequestError::LookUpTooLong { .. })
    ));
    assert_eq!(post("http://127.0.0.1:8080/200"), Err(RequestError::Port(8080)));
}

fn permission(server: &Server) {
    for url in ["http://127.0.0.4/200", "http://0x7f.4/200", "http://[::ffff:127.0.0.4]/200"] {
        let addressed = look_up(url, Vec::new(), SHORT).expect("an address");
        let refused = PreparedRequest::new(addressed, false, SHORT).expect_err("this computer");
        assert!(matches!(refused, RequestError::NotAllowed { what: "this computer itself", .. }), "{url}: {refused:?}");
    }
    assert_eq!(server.connections("127.0.0.4"), 0);
    assert_eq!(post("http://127.0.0.4/200").expect("allowed").status, 200);
}

fn version_6(_: &Server) {
    // A kernel without IPv6 doesn't have this address.
    let Ok(listener) = std::net::TcpListener::bind("[::1]:80") else { return println!("there is no IPv6 here") };
    let answers = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody comes");
        std::io::Write::write_all(&mut stream, b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n6").expect("answered");
        // The connection would be reset if it were closed before everything was read.
        let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
        thread::sleep(Duration::from_millis(200));
    });
    assert_eq!(post("http://[::1]/").expect("an answer").text, "6");
    answers.join().expect("answered");
}

/// An untrusted certificate, or a server without TLS, ends the connection before anything is sent.
fn secure(_: &Server) {
    let plain = std::net::TcpListener::bind("127.0.0.8:443").expect("a port");
    let answers = thread::spawn(move || {
        let (mut stream, _) = plain.accept().expect("somebody comes");
        std::io::Write::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n").expect("answered");
        let mut sent = Vec::new();
        let _ = std::io::Read::read_to_end(&mut stream, &mut sent);
        sent
    });
    let answer = post("https://127.0.0.8/");
    assert!(matches!(answer, Err(RequestError::NotSecure { .. })), "{answer:?}");
    let sent = answers.join().expect("answered");
    assert!(!String::from_utf8_lossy(&sent).contains("Ann"), "the pairs were sent in the clear");

    if works(&[vec!["openssl", "version"]]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let openssl = |words: &str| {
        let mut command = Command::new("openssl");
        command.args(words.split(' ')).current_dir(folder.path()).stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let make = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=shop -addext \
                subjectAltName=IP:127.0.0.6 -addext basicConstraints=critical,CA:FALSE";
    assert!(openssl(make).status().expect("it starts").success());
    let mut server =
        openssl("s_server -accept 127.0.0.6:443 -cert cert.pem -key key.pem -www").spawn().expect("it starts");
    let late = Instant::now() + Duration::from_secs(10);
    let mut answer = post("https://127.0.0.6/");
    while matches!(answer, Err(RequestError::Refused { .. })) && Instant::now() < late {
        thread::sleep(Duration::from_millis(50));
        answer = post("https://127.0.0.6/");
    }
    server.kill().expect("ended");
    server.wait().expect("gone");
    let Err(RequestError::NotSecure { why, .. }) = &answer else { panic!("{answer:?}") };
    assert!(why.contains("UnknownIssuer"), "{why}");
}

/// A name is looked up only once. If it gets another address later, this has no effect on the request.
fn names(server: &Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let hosts = folder.path().join("hosts");
    fs::write(&hosts, "127.0.0.2 shop.example\n127.0.0.5 shop.example\n").expect("written");
    // This program runs in a separate mount namespace.
    let mounted = Command::new("mount").arg("--bind").arg(&hosts).arg("/etc/hosts").status().expect("it starts");
    assert!(mounted.success());
    let addressed = look_up("http://shop.example/named", Vec::new(), SHORT).expect("an address");
    let places: Vec<String> = addressed.places().into_iter().map(|place| place.address).collect();
    assert_eq!(places, ["127.0.0.2:80", "127.0.0.5:80"]);
    fs::write(&hosts, "127.0.0.3 shop.example\n").expect("written");
    let answer = PreparedRequest::new(addressed, true, SHORT).and_then(PreparedRequest::run).expect("an answer");
    assert_eq!(answer.status, 404);
    let received = server.received("/named");
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].at.to_string(), "127.0.0.2");
    assert!(received[0].head.contains(&"host: shop.example".to_owned()), "{:?}", received[0].head);
    assert_eq!(server.connections("127.0.0.3"), 0);
    // A new lookup finds the new address.
    assert_eq!(
        look_up("http://shop.example/", Vec::new(), SHORT).expect("an address").places()[0].address,
        "127.0.0.3:80"
    );
}

fn stopping(_: &Server) {
    let addressed = look_up("http://127.0.0.1/silent?stopped", Vec::new(), SHORT).expect("an address");
    let sending = PreparedRequest::new(addressed, true, Duration::from_secs(20)).expect("allowed");
    let stopper = sending.stopper();
    let stops = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        stopper.stop();
    });
    assert_eq!(sending.run(), Err(RequestError::Stopped));
    stops.join().expect("stopped");
}

/// Sends a request through the workbench, with or without the permission, and returns the outcome.
fn through(url: &str, may_be_special: bool) -> TestOutcome {
    let mut test = waiting(url);
    test.send(may_be_special);
    loop {
        match test.follow() {
            Stage::Over(outcome) => return outcome.clone(),
            _ => thread::sleep(Duration::from_millis(5)),
        }
    }
}

/// A test that waits for the user to agree.
fn waiting(url: &str) -> PostTest {
    let filled = Filled { url: url.to_owned(), pairs: pairs(&[("a", "b")]), person: String::new() };
    let mut test = PostTest::start(filled, || ()).expect("a thread");
    let late = Instant::now() + Duration::from_secs(5);
    while *test.follow() == Stage::LookingUp && Instant::now() < late {
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(test.stage(), &Stage::Asks);
    test
}

fn workbench(server: &Server) {
    let test = waiting("http://127.0.0.10/200");
    assert_eq!(test.places()[0].special, Some("this computer itself"));
    thread::sleep(Duration::from_millis(100));
    drop(test);
    let refused = through("http://127.0.0.10/200", false);
    assert_eq!(refused.headline, "Nothing was sent");
    assert_eq!(server.connections("127.0.0.10"), 0, "nothing is sent without a yes and a permission");
    let headline = |path: &str| through(&format!("http://127.0.0.10{path}"), true).headline;
    assert_eq!(headline("/200"), "200 OK: received");
    assert_eq!(headline("/409"), "409 Conflict: the person may already have a CustomerHub member record");
    assert_eq!(headline("/302"), "302 Found: needs a look");
    assert_eq!(headline("/hangs-up"), "No answer");
    assert_eq!(server.connections("127.0.0.10"), 4, "one connection each");
    // The user's agreement is for one request only.
    let mut test = waiting("http://127.0.0.11/200");
    for _ in 0..3 {
        test.send(true);
    }
    while !matches!(test.follow(), Stage::Over(_)) {
        thread::sleep(Duration::from_millis(5));
    }
    test.send(true);
    assert_eq!(server.connections("127.0.0.11"), 1);
    // A cancelled request reports this immediately.
    let mut test = waiting("http://127.0.0.1/silent?workbench");
    test.send(true);
    thread::sleep(Duration::from_millis(100));
    test.stop();
    let Stage::Over(outcome) = test.stage() else { panic!("it goes on") };
    assert_eq!(outcome.headline, "Stopped");
}
