import Testing

@testable import DevServer

/// What is read of a request, and who gets past the gate.
@Suite struct RequestTests {
  @Test func readsAHead() {
    let text =
      "GET /a%20b.html?x=1 HTTP/1.1\r\nHost: localhost:4000\r\nAccept:  text/html \r\n\r\nrest"
    let head = RequestHead(
      method: "GET", target: "/a%20b.html?x=1", isVersion11: true,
      fields: [("host", "localhost:4000"), ("accept", "text/html")])
    #expect(RequestHead.read(Array(text.utf8)[...]) == .head(head, size: text.utf8.count - 4))
  }

  @Test(arguments: ["", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "\r"])
  func waitsForTheRest(text: String) {
    #expect(RequestHead.read(Array(text.utf8)[...]) == .unfinished)
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "GET / HTTP/1.1\r\n : a\r\n\r\n", "G\u{1}T / HTTP/1.1\r\n\r\n", "\r\n\r\n",
  ])
  func refusesWhatIsNoHead(text: String) {
    #expect(RequestHead.read(Array(text.utf8)[...]) == .refused(.badRequest))
  }

  @Test func refusesHeadsThatAreTooLarge() {
    let long = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000)
    #expect(RequestHead.read(Array(long.utf8)[...]) == .refused(.headTooLarge))
    let many = "GET / HTTP/1.1\r\n" + String(repeating: "X: x\r\n", count: 200) + "\r\n"
    #expect(RequestHead.read(Array(many.utf8)[...]) == .refused(.headTooLarge))
  }

  // MARK: - The gate

  private static func examine(
    _ target: String, _ fields: [(String, String)] = [], method: String = "GET",
    host: String? = "localhost:4000"
  ) -> Result<RequestGate.Wish, RequestGate.Refusal> {
    RequestGate(port: 4000).examine(
      RequestHead(
        method: method, target: target, isVersion11: true,
        fields: (host.map { [("host", $0)] } ?? []) + fields))
  }

  @Test func letsItsOwnPagesAndReadersIn() {
    let page = RequestGate.Wish(path: "a b/c.html", query: "x=%20", isHead: false)
    #expect(Self.examine("/a%20b/c.html?x=%20") == .success(page))
    for host in ["127.0.0.1:4000", "[::1]:4000", "LOCALHOST:4000"] {
      #expect(Self.examine("/a%20b/c.html?x=%20", host: host) == .success(page))
    }
    let own = [("origin", "http://127.0.0.1:4000"), ("sec-fetch-site", "same-origin")]
    #expect(Self.examine("/a%20b/c.html?x=%20", own) == .success(page))
    let visit = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]
    #expect(Self.examine("/a%20b/c.html?x=%20", visit) == .success(page))
  }

  @Test(arguments: [
    "evil.example", "evil.example:4000", "localhost", "localhost:4001",
    "127.0.0.1.evil.example:4000",
    "localhost:4000.evil.example", "127.0.0.1:4000@evil.example", "0.0.0.0:4000", "127.0.0.2:4000",
    "",
  ])
  func refusesForeignHosts(host: String) {
    #expect(Self.examine("/", host: host) == .failure(.init(status: .misdirected)))
  }

  @Test func refusesRequestsWithoutOrWithTwoHosts() {
    #expect(Self.examine("/", host: nil) == .failure(.init(status: .misdirected)))
    let twice = [("host", "localhost:4000")]
    #expect(Self.examine("/", twice) == .failure(.init(status: .misdirected)))
  }

  @Test(arguments: [
    [("origin", "http://evil.example")], [("origin", "https://localhost:4000")],
    [("origin", "null")],
    [("origin", "http://localhost:4001")], [("sec-fetch-site", "cross-site")],
    [("sec-fetch-site", "same-site")],
    [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")],
    [("origin", "http://localhost:4000"), ("origin", "http://evil.example")],
  ])
  func refusesScriptsOfOtherSites(fields: [(String, String)]) {
    #expect(Self.examine("/", fields) == .failure(.init(status: .forbidden)))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"])
  func refusesOtherMethods(method: String) {
    #expect(Self.examine("/", method: method) == .failure(.init(status: .methodNotAllowed)))
  }

  @Test(arguments: [[("content-length", "5")], [("transfer-encoding", "chunked")]])
  func refusesBodies(fields: [(String, String)]) {
    #expect(Self.examine("/", fields) == .failure(.init(status: .badRequest)))
  }

  @Test(arguments: [
    "/../etc/passwd", "/a/../../etc/passwd", "/%2e%2e/etc/passwd", "/.%2E/x", "/a/%2e./x",
    "/..%2fetc/passwd", "/%2Fetc/passwd", "/a//b", "//etc/passwd", "/./a", "/a%00.html",
    "/a%0d%0ab",
    "/..\\x", "/%5c..%5cx", "/%", "/%2", "/%zz", "/%ff", "a", "http://localhost:4000/a", "*", "",
  ])
  func refusesPathsThatLeadElsewhere(target: String) {
    #expect(Self.examine(target) == .failure(.init(status: .badRequest)))
  }

  /// Decoded once, what was encoded twice is a name like any other, which no site has.
  @Test func decodesOnce() {
    #expect(
      Self.examine("/%252e%252e/etc/passwd")
        == .success(.init(path: "%2e%2e/etc/passwd", query: "", isHead: false)))
  }
}
