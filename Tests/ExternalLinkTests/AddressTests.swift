import Glibc
import Testing

@testable import ExternalLinks

@Suite struct AddressTests {
  @Test(
    arguments: [
      ("http://Example.org", "http://example.org/", nil),
      (
        " https://example.org:443/a/../b/./c?x=1&y#Part%20one ", "https://example.org/b/c?x=1&y",
        "Part one"
      ),
      ("http://example.org:8080?q", "http://example.org:8080/?q", nil),
      ("http://example.org/ü b\"<>", "http://example.org/%C3%BC%20b%22%3C%3E", nil),
      ("http://example.org/a/..", "http://example.org/", nil),
      ("http://example.org/../../x", "http://example.org/x", nil),
      ("http://[2001:DB8::1]:81/x", "http://[2001:db8::1]:81/x", nil),
      ("http://example.org\\@evil.example/", "http://example.org/@evil.example/", nil),
      ("http://example.org#@evil.example/", "http://example.org/", "@evil.example/"),
      ("http://example.org/?#", "http://example.org/?", ""),
    ] as [(String, String, String?)])
  func isTakenApart(text: String, page: String, fragment: String?) throws {
    let address = try WebAddress(text)
    #expect(address.description == page && address.fragment == fragment)
    #expect(try WebAddress(page).description == page)
  }

  @Test(arguments: [
    ("ftp://a.b/", WebAddress.Fault.scheme), ("//a.b/", .scheme), ("file:///etc/passwd", .scheme),
    ("http:a.b", .scheme), ("http:///a", .host), ("http://", .host), ("http://a b/", .host),
    ("http://ex%61mple.org/", .host), ("http://exämple.org/", .host), ("http://[::1/", .host),
    ("http://[a.b]/", .host), ("http://u:p@a.b/", .user), ("http://a.b@c.d/", .user),
    ("http://a.b:0/", .port), ("http://a.b:65536/", .port), ("http://a.b:8x/", .port),
    ("http://[::1]x/", .port),
  ])
  func isRefused(text: String, fault: WebAddress.Fault) {
    #expect(throws: fault) { try WebAddress(text) }
  }

  @Test(
    arguments: [
      ("c", "http://a.b/x/c"), ("./c?d", "http://a.b/x/c?d"), ("../c", "http://a.b/c"),
      ("/c#f", "http://a.b/c"), ("?q", "http://a.b/x/y?q"), ("//c.d/e", "http://c.d/e"),
      ("https://c.d", "https://c.d/"), ("HTTP://c.d/", "http://c.d/"), ("c:d", nil),
      ("a/b:c", "http://a.b/x/a/b:c"),
      ("javascript:x", nil), ("", "http://a.b/x/"),
    ] as [(String, String?)])
  func leadsOn(location: String, end: String?) throws {
    let found = try? WebAddress("http://a.b/x/y?z").following(location).description
    #expect(found == end)
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff:0::1", "100::1",
  ])
  func isNotPublic(address: String) throws {
    #expect(try !network(address).isPublic)
  }

  @Test(arguments: [
    "1.1.1.1", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "198.20.0.1",
    "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1", "64:ff9b::101:101",
  ])
  func isPublic(address: String) throws {
    #expect(try network(address).isPublic)
  }

  private func network(_ text: String) throws -> NetworkAddress {
    let isV6 = text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isV6 ? 16 : 4)
    try #require(inet_pton(isV6 ? AF_INET6 : AF_INET, text, &bytes) == 1)
    return NetworkAddress(bytes: bytes)
  }
}
