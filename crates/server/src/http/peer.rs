//! Who is asking.

use std::net::IpAddr;

use axum::http::HeaderMap;

/// Address at the other end of the connection, put into each request by the one who accepts connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The one to whom limits apply.
///
/// `X-Forwarded-For` is read only behind a trusted proxy, and of it only the last address: that one the proxy wrote itself,
/// all before it anyone may have made up.
pub(crate) fn client(peer: Option<Peer>, headers: &HeaderMap, trusted_proxy: bool) -> Option<IpAddr> {
    let direct = peer.map(|Peer(address)| address.to_canonical());
    if !trusted_proxy {
        return direct;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back()?;
    let last = forwarded.to_str().ok()?.rsplit(',').next()?.trim();
    last.parse().map(|address: IpAddr| address.to_canonical()).ok().or(direct)
}

/// The address as limits count it: of IPv6 the first 64 bits, which is what one customer gets.
pub(crate) fn bucket(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => (v6.to_bits() >> 64) << 64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_forged_address_is_not_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "10.1.1.1, 192.0.2.7".parse().unwrap());
        let peer = Some(Peer(address("127.0.0.1")));
        assert_eq!(client(peer, &headers, false), Some(address("127.0.0.1")));
        assert_eq!(client(peer, &headers, true), Some(address("192.0.2.7")));
        headers.append("x-forwarded-for", "nonsense".parse().unwrap());
        assert_eq!(client(peer, &headers, true), Some(address("127.0.0.1")));
    }

    #[test]
    fn neighbours_in_one_network_share_a_bucket() {
        assert_eq!(bucket(address("2001:db8::1")), bucket(address("2001:db8::ffff:2")));
        assert_ne!(bucket(address("2001:db8:0:1::1")), bucket(address("2001:db8::1")));
        assert_ne!(bucket(address("192.0.2.1")), bucket(address("192.0.2.2")));
    }
}
