/// What is sent back: a status, fields, and bytes.
struct Answer {
  var status: Status
  var type: String
  var body: [UInt8]
  /// Where to go instead, as the value of a field.
  var location: String?
  /// True where only the head is sent.
  var isHead = false

  /// An answer of a few words.
  static func plain(_ status: Status) -> Answer {
    Answer(
      status: status, type: "text/plain; charset=utf-8", body: Array("\(status.phrase)\n".utf8))
  }

  /// The bytes on the wire.
  func bytes(keepsConnection: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    head += Self.protection
    if let location { head += "Location: \(location)\r\n" }
    if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
    head += keepsConnection ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n"
    return Array(head.utf8) + (isHead ? [] : body)
  }

  /// The head of an event stream, which stays open.
  static let streamHead = Array(
    ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + protection
      + "Connection: keep-alive\r\n\r\nretry: 500\n\n").utf8)

  /// Nothing is kept, guessed, framed or read by others.
  private static let protection = """
    Cache-Control: no-store\r
    X-Content-Type-Options: nosniff\r
    X-Frame-Options: SAMEORIGIN\r
    Referrer-Policy: no-referrer\r
    Cross-Origin-Resource-Policy: same-origin\r
    Cross-Origin-Opener-Policy: same-origin\r

    """

  /// The type of a file, by the ending of its name.
  static func type(of path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "xml": "application/xml", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "pdf": "application/pdf",
    "graphml": "application/xml", "wasm": "application/wasm",
  ]
}
