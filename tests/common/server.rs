//! A server on this computer. The path of a request decides how it responds: well, badly, slowly, without end, or not
//! at all.

use std::io::{ErrorKind, Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A request that came in.
#[derive(Clone, Debug)]
pub struct Received {
    /// The address of this computer that it was sent to.
    pub at: IpAddr,
    /// Method and path: `POST /hook`.
    pub line: String,
    /// The header lines, in lower case.
    pub head: Vec<String>,
    /// Its body.
    pub body: String,
}

/// A server on port 80, on all addresses of this computer.
#[derive(Clone)]
pub struct Server {
    received: Arc<Mutex<Vec<Received>>>,
    connections: Arc<Mutex<Vec<IpAddr>>>,
}

impl Server {
    /// Starts it.
    pub fn start() -> Self {
        let server = Self { received: Arc::default(), connections: Arc::default() };
        let listener = TcpListener::bind("0.0.0.0:80").expect("port 80 is free in a network of one's own");
        let here = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let here = here.clone();
                thread::spawn(move || here.serve(stream));
            }
        });
        server
    }

    /// The received requests for a path.
    pub fn received(&self, path: &str) -> Vec<Received> {
        let received = self.received.lock().expect("the server is well");
        received.iter().filter(|request| request.line.ends_with(&format!(" {path}"))).cloned().collect()
    }

    /// The number of connections to this address of the computer.
    pub fn connections(&self, at: &str) -> usize {
        let at: IpAddr = at.parse().expect("an address");
        self.connections.lock().expect("the server is well").iter().filter(|address| **address == at).count()
    }

    fn serve(&self, mut stream: TcpStream) {
        let Ok(at) = stream.local_addr().map(|address| address.ip()) else { return };
        self.connections.lock().expect("the server is well").push(at);
        if at.to_string() == "127.0.0.9" {
            return; // It hangs up at once.
        }
        let Some(received) = read(&mut stream, at) else { return };
        let path = received.line.split(' ').nth(1).unwrap_or_default().to_owned();
        self.received.lock().expect("the server is well").push(received);
        // The client may have closed the connection.
        let _ = answer(&mut stream, &path);
    }
}

fn read(stream: &mut TcpStream, at: IpAddr) -> Option<Received> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head: Vec<String> = head.lines().map(str::to_owned).collect();
            let line = head[0].rsplit_once(' ')?.0.to_owned();
            let head: Vec<String> = head[1..].iter().map(|line| line.to_lowercase()).collect();
            let length = head.iter().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
            if body.len() >= length {
                return Some(Received { at, line, head, body: body.to_owned() });
            }
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&piece[..read]),
        }
    }
}

fn answer(stream: &mut TcpStream, path: &str) -> std::io::Result<()> {
    let plain = |status: &str, text: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{text}", text.len())
    };
    match path {
        "/200" => stream.write_all(plain("200 OK", "Thank you.\nIt was received.\n").as_bytes()),
        "/409" => stream.write_all(plain("409 Conflict", "known").as_bytes()),
        "/500" => stream.write_all(plain("500 Internal Server Error", "").as_bytes()),
        "/nothing" => stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n"),
        "/after-continue" => {
            stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
            stream.write_all(plain("200 OK", "now").as_bytes())
        }
        "/latin" => stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Length: 3\r\n\r\n\xe4\xf6\xfc",
        ),
        "/301" | "/302" | "/303" | "/307" | "/308" => {
            let head = format!("HTTP/1.1 {} Elsewhere\r\nLocation: http://127.0.0.1/followed\r\n", &path[1..]);
            stream.write_all(format!("{head}Content-Length: 0\r\n\r\n").as_bytes())
        }
        path if path.starts_with("/silent") => wait(stream),
        "/slow-head" => trickle(stream, b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        "/slow-text" => trickle(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nfirst", b"."),
        "/huge" => flood(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n", &[b'x'; 65536]),
        "/endless" => {
            let chunk = [b"10000\r\n".as_slice(), &[b'x'; 65536], b"\r\n"].concat();
            flood(stream, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", &chunk)
        }
        "/huge-head" => flood(stream, b"HTTP/1.1 200 OK\r\n", b"X-More: and more and more and more\r\n"),
        "/half" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"),
        "/half-head" => stream.write_all(b"HTTP/1.1 200 O"),
        "/ssh" => stream.write_all(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        "/zeroes" => stream.write_all(&[0; 20_000]),
        "/wrong-chunks" => stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno chunk\r\n"),
        "/hangs-up" => Ok(()),
        _ => stream.write_all(plain("404 Not Found", "").as_bytes()),
    }
}

/// Sends nothing until the client closes the connection.
fn wait(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.read(&mut [0; 1]).map(drop)
}

/// Sends a beginning, then a piece every 40 ms, for longer than any client should wait.
fn trickle(stream: &mut TcpStream, beginning: &[u8], piece: &[u8]) -> std::io::Result<()> {
    stream.write_all(beginning)?;
    let late = Instant::now() + Duration::from_secs(30);
    while Instant::now() < late {
        stream.write_all(piece)?;
        thread::sleep(Duration::from_millis(40));
    }
    Err(ErrorKind::TimedOut.into())
}

/// Sends a beginning, then a piece as fast as the client reads it, up to a gigabyte.
fn flood(stream: &mut TcpStream, beginning: &[u8], piece: &[u8]) -> std::io::Result<()> {
    stream.write_all(beginning)?;
    for _ in 0..(1 << 30) / piece.len() {
        stream.write_all(piece)?;
    }
    Ok(())
}
