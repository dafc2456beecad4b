import Markup

/// A renderer as small as can be: a page, and what was reported while it was written.
struct TestPage: RawHTMLSink {
  private(set) var bytes: [UInt8] = []
  private(set) var findings: [String] = []
  private(set) var comments: [String] = []
  private var ids: Set<[UInt8]> = []
  private var state = RawHTMLState()

  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// A page of HTML blocks that stand side by side.
  init(blocks: [String] = []) {
    state.enterContainer(.block)
    for block in blocks { add(block) }
  }

  mutating func add(_ html: some Sequence<UInt8>, inline: Bool = false, insideLink: Bool = false) {
    // The state is taken out, since it writes to the page that it belongs to.
    var state = self.state
    state.append(
      html: html, kind: inline ? .inline : .block, insideLink: insideLink,
      decodeEntities: { decodeEntities($0) }, to: &self)
    self.state = state
  }

  mutating func add(_ html: String, inline: Bool = false, insideLink: Bool = false) {
    add(Array(html.utf8), inline: inline, insideLink: insideLink)
  }

  /// A Markdown container with its own tags.
  mutating func container(
    _ kind: RawHTMLState.Container, _ tag: String, _ body: (inout TestPage) -> Void
  ) {
    bytes += "<\(tag)>".utf8
    state.enterContainer(kind)
    body(&self)
    leave()
    bytes += "</\(tag)>".utf8
  }

  mutating func leave() {
    var state = self.state
    state.leaveContainer(to: &self)
    self.state = state
  }

  mutating func closeStructures() {
    var state = self.state
    state.write(closing: state.closeUntilTextIsAccepted(), to: &self)
    self.state = state
  }

  func finished() -> TestPage {
    var page = self
    page.leave()
    return page
  }

  // MARK: Sink

  mutating func text(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): self.bytes += "&amp;".utf8
      case UInt8(ascii: "<"): self.bytes += "&lt;".utf8
      case UInt8(ascii: ">"): self.bytes += "&gt;".utf8
      case UInt8(ascii: "\""): self.bytes += "&quot;".utf8
      default: self.bytes.append(byte)
      }
    }
  }

  mutating func literal(_ bytes: ArraySlice<UInt8>) { self.bytes += bytes }

  mutating func link(open link: RawHTMLLink) -> Bool {
    if case .refused = Address(written: link.href) {
      findings.append("address at \(link.offset)")
      return false
    }
    bytes += "<a href=\"".utf8
    bytes += escaped(link.href)
    bytes += "\"".utf8
    for attribute in link.extraAttributes { attribute.append(to: &bytes) }
    bytes += ">".utf8
    return true
  }

  private func escaped(_ address: [UInt8]) -> [UInt8] {
    var html = HTML()
    address.withUnsafeBufferPointer { html.address($0) }
    return html.bytes
  }

  mutating func linkClose() { bytes += "</a>".utf8 }

  mutating func image(_ image: RawHTMLImage) {
    if case .refused = Address(written: image.src) {
      findings.append("address at \(image.offset)")
      return text(image.alt[...])
    }
    bytes += "<img src=\"".utf8
    bytes += escaped(image.src)
    bytes += "\"".utf8
    for attribute in image.attributes { attribute.append(to: &bytes) }
    bytes += ">".utf8
  }

  mutating func comment(_ content: ArraySlice<UInt8>, offset: Int) {
    comments.append("\(offset):\(String(decoding: content, as: UTF8.self))")
  }

  mutating func stripped(_ original: ArraySlice<UInt8>, reason: RawHTMLRefusal, offset: Int) {
    findings.append("\(reason) at \(offset)")
    text(original)
  }

  mutating func droppedAttribute(_ name: ArraySlice<UInt8>, element: HTMLElement, offset: Int) {
    findings.append("\(element) \(String(decoding: name, as: UTF8.self)) at \(offset)")
  }

  mutating func anchor(_ id: ArraySlice<UInt8>, offset: Int) -> Bool {
    ids.insert(Array(id)).inserted
  }
}

/// A small and generous decoder: it reads references without their semicolon too.
func decodeEntities(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "Tab": "\t", "NewLine": "\n",
    "colon": ":", "nbsp": "\u{A0}", "lpar": "(", "sol": "/", "bsol": "\\",
  ]
  var result: [UInt8] = []
  var rest = bytes
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "&") else {
      result.append(byte)
      continue
    }
    let isNumber = rest.first == UInt8(ascii: "#")
    let body = (isNumber ? rest.dropFirst() : rest).prefix { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    let word = String(decoding: body, as: UTF8.self)
    var replacement = names[word]
    if isNumber {
      let isHex = word.first == "x" || word.first == "X"
      let value = isHex ? UInt32(word.dropFirst(), radix: 16) : UInt32(word)
      replacement = value.map { String(Unicode.Scalar($0).map(Character.init) ?? "\u{FFFD}") }
    }
    guard let replacement else {
      result.append(byte)
      continue
    }
    result += replacement.utf8
    rest = rest[body.endIndex...]
    if rest.first == UInt8(ascii: ";") { rest.removeFirst() }
  }
  return result
}
