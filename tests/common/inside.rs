//! An isolated network with only this computer, where tests can use ports 80 and 443.
//!
//! Needs `unshare` and `mount` (packages util-linux and mount) and `ip` (iproute2), and root or user namespaces.

use std::process::Command;

use crate::common::tools::works;

/// The variable that tells a test program that it runs in the isolated network.
pub const INSIDE: &str = "DRIPLINE_TEST_INSIDE";

/// The words before a command that make it run in a separate network, with separate mounts; `None` if the machine can't
/// do that.
pub fn network() -> Option<Vec<&'static str>> {
    let ways = [vec!["unshare", "-nm"], vec!["unshare", "-rnm"]];
    let tries: Vec<Vec<&str>> = ways.iter().map(|way| [way, &["ip", "link", "set", "lo", "up"][..]].concat()).collect();
    works(&tries).map(|place| ways[place].clone())
}

/// Whether this program runs in the isolated network.
pub fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Runs one test of this program again, in an isolated network in which this computer can be reached. Proxies are set
/// in its environment, and must not be used. Returns its output.
#[track_caller]
pub fn again(test: &str) -> Option<String> {
    let network = network()?;
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new(network[0]);
    command.args(&network[1..]).args(["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]).arg(program);
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(INSIDE, "1");
    for proxy in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(proxy, "http://127.0.0.7:80");
    }
    let output = command.output().expect("it starts");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    println!("{said}");
    Some(said)
}
