//! Which addresses are not on the open internet: this computer, its network, and reserved ranges.
//!
//! The ranges are those of IANA's registries of special-purpose addresses. Of IPv6, the open internet uses only
//! 2000::/3, so everything else is special.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

const THIS_COMPUTER: &str = "this computer itself";
const PRIVATE: &str = "a private network";
const LINK: &str = "an address that this computer gave itself";
const SHARED: &str = "an internet provider's internal network";
const GROUP: &str = "a group of computers";
const EXAMPLE: &str = "an address for examples only";
const NOBODY: &str = "an address that no computer has";

/// What an address is, if it is not on the open internet: `this computer itself`, `a private network`.
pub fn special(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => special_v4(address),
        IpAddr::V6(address) => special_v6(address),
    }
}

fn special_v4(address: Ipv4Addr) -> Option<&'static str> {
    match address.octets() {
        // Connecting to 0.0.0.0 reaches this computer.
        [0 | 127, ..] => Some(THIS_COMPUTER),
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => Some(PRIVATE),
        [100, 64..=127, ..] => Some(SHARED),
        // Cloud providers have their metadata service at 169.254.169.254.
        [169, 254, ..] => Some(LINK),
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => Some(EXAMPLE),
        // Protocol assignments, former 6to4 relays, benchmarks, and reserved addresses.
        [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..] | [240..=255, ..] => Some(NOBODY),
        [224..=239, ..] => Some(GROUP),
        _ => None,
    }
}

fn special_v6(address: Ipv6Addr) -> Option<&'static str> {
    if let Some(within) = embedded(address) {
        return special_v4(within);
    }
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => Some(THIS_COMPUTER),
        [0xfc00..=0xfdff, ..] => Some(PRIVATE),
        // The second range is the former site-local one.
        [0xfe80..=0xfebf, ..] => Some(LINK),
        [0xfec0..=0xfeff, ..] => Some(PRIVATE),
        [0xff00..=0xffff, ..] => Some(GROUP),
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => Some(EXAMPLE),
        // Protocol assignments, including Teredo, whose embedded address can't be trusted.
        [0x2001, 0..=0x1ff, ..] => Some(NOBODY),
        [0x2000..=0x3fff, ..] => None,
        _ => Some(NOBODY),
    }
}

/// The IPv4 address that is embedded in an IPv6 address: mapped, translated (NAT64), or of a 6to4 network.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            Some(of(high, low))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(addresses: &str, what: Option<&str>) {
        for text in addresses.split_whitespace() {
            let address: IpAddr = text.parse().expect("an address");
            assert_eq!(special(address), what, "{text}");
        }
    }

    #[test]
    fn addresses_of_the_open_internet_are_not_special() {
        all("1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 99.255.255.255 100.63.255.255 100.128.0.0", None);
        all(
            "126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0",
            None,
        );
        all("192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 203.0.112.255 203.0.114.0 223.255.255.255", None);
        all("2000:: 2001:200:: 2606:2800:220:1::1 2a00:1450::1 3fff:1000:: 2001:db7:: 2001:db9::", None);
        // IPv6 addresses that embed 8.8.8.8.
        all("::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1", None);
    }

    #[test]
    fn this_computer_and_its_networks_are_known() {
        all("127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 ::1 ::", Some(THIS_COMPUTER));
        all("10.0.0.1 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.1 192.168.255.255", Some(PRIVATE));
        all("fc00:: fd12:3456::1 fdff:ffff::1 fec0::1", Some(PRIVATE));
        all("169.254.0.1 169.254.169.254 fe80::1 febf::1", Some(LINK));
        all("100.64.0.0 100.127.255.255", Some(SHARED));
        all("224.0.0.1 239.255.255.255 ff02::1", Some(GROUP));
    }

    #[test]
    fn what_nobody_has_is_known() {
        all("192.0.2.1 198.51.100.7 203.0.113.9 2001:db8::1 3fff:fff::1", Some(EXAMPLE));
        all("192.0.0.8 192.88.99.1 198.18.0.1 198.19.255.255 240.0.0.1 255.255.255.255", Some(NOBODY));
        all("::7f00:1 100::1 2001::1 2001:2::1 2001:1ff::1 64:ff9b:1::1 5f00::1 4000::1 1fff::1", Some(NOBODY));
    }

    #[test]
    fn an_address_within_another_is_the_one_that_counts() {
        all("::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ::ffff:0.0.0.0", Some(THIS_COMPUTER));
        all("::ffff:10.1.2.3 64:ff9b::a01:203 2002:a01:203::1", Some(PRIVATE));
        all("::ffff:169.254.169.254 64:ff9b::a9fe:a9fe", Some(LINK));
    }
}
