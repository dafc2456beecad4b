internal import Bytes
internal import CLive

/// Answers requests that have passed the gate: files of the site, and what pages need to stay current.
struct Responder {
  let site: PreviewedSite

  /// The folder of what the server itself has; no site can have it, since its files are not hidden.
  static let ownFolder = ".sitegen/"

  /// What to do about a request.
  enum Reaction {
    case answer(Answer)
    /// Keep the connection, and tell it what happens to a page.
    case stream(page: String)
  }

  func react(to wish: RequestGate.Wish) -> Reaction {
    if wish.path.hasPrefix(Self.ownFolder) { return own(wish) }
    var answer = file(at: wish.path)
    answer.isHead = wish.isHead
    return .answer(answer)
  }

  /// The bytes of a page as it is sent, without the script; nil where there is none.
  func page(at path: String) -> [UInt8]? { site.bytes(path) }

  // MARK: - Files

  private func file(at path: String) -> Answer {
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let bytes = site.bytes(name) {
      return Answer(status: .ok, type: Answer.type(of: name), body: live(bytes, name))
    }
    if !name.hasSuffix("/index.html"), site.bytes("\(name)/index.html") != nil {
      var answer = Answer.plain(.movedPermanently)
      answer.location = "/\(name.escaped(allBut: .unreservedAndSlash))/"
      return answer
    }
    guard let missing = site.bytes("404.html") else { return .plain(.notFound) }
    return Answer(
      status: .notFound, type: Answer.type(of: "404.html"), body: live(missing, "404.html"))
  }

  /// A page with the script that keeps it current; any other file as it is.
  private func live(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    guard name.hasSuffix(".html"), let head = bytes.firstOffset(of: Array("</head>".utf8)) else {
      return bytes
    }
    return bytes[..<head]
      + Array("<script src=\"/\(Self.ownFolder)live.js\" defer></script>\n".utf8) + bytes[head...]
  }

  // MARK: - The server's own

  private func own(_ wish: RequestGate.Wish) -> Reaction {
    switch wish.path.dropFirst(Self.ownFolder.count) {
    case "live.js":
      return .answer(Self.embedded(sitegen_live_script, type: "js", isHead: wish.isHead))
    case "live.css":
      return .answer(Self.embedded(sitegen_live_style, type: "css", isHead: wish.isHead))
    case "events" where !wish.isHead:
      guard wish.query.hasPrefix("page="),
        let page = RequestGate.decoded("/" + wish.query.dropFirst(5))
      else { return .answer(.plain(.badRequest)) }
      return .stream(page: page)
    default:
      return .answer(.plain(.notFound))
    }
  }

  private static func embedded(
    _ file: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?, type: String, isHead: Bool
  ) -> Answer {
    var size = 0
    let bytes = file(&size).map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
    return Answer(
      status: .ok, type: Answer.type(of: "x.\(type)"), body: bytes, isHead: isHead)
  }
}
