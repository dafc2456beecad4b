extension DocumentRenderer: RawHTMLSink {
  /// Passes an HTML node through the allow-list.
  mutating func appendRaw(_ node: SyntaxNode, kind: RawHTMLState.NodeKind) {
    rawPlace = place(of: node)
    let literal = node.literal
    // The state writes to this renderer, so it is taken out for the while.
    var state = raw
    state.append(
      html: literal, kind: kind, insideLink: !openLinks.isEmpty,
      decodeEntities: { CMark.decodeEntities($0) }, to: &self)
    raw = state
  }

  /// Closes what raw HTML left open in the container that ends.
  mutating func leaveRawContainer() {
    let closing = raw.leaveContainer()
    guard !closing.isEmpty else { return }
    let state = raw
    state.write(closing: closing, to: &self)
  }

  /// Closes raw lists and tables in which a Markdown block could not stand.
  mutating func closeRawStructures() {
    var state = raw
    state.write(closing: state.closeUntilTextIsAccepted(), to: &self)
    raw = state
  }

  mutating func text(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { html.text($0) }
    plain.append(contentsOf: bytes)
  }

  mutating func literal(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { html.trusted($0) }
    if style == .site, bytes.first == UInt8(ascii: "<"), bytes.starts(with: "<br".utf8) {
      mark(.lineBreak)
      plain.append(UInt8(ascii: " "))
    }
  }

  mutating func link(open link: RawHTMLLink) -> Bool {
    let address = String(decoding: link.href, as: UTF8.self)
    let place = rawPlace(at: link.offset)
    guard Address.Reach(of: address) != .refused else {
      // Only the text between the tags is left.
      report(.addressRefused, address, line: place.line, column: place.column)
      return false
    }
    openRawLinks.append(
      openLink(
        address, kind: .rawLink, attributes: Self.attributes(link.extraAttributes), place: place))
    return true
  }

  mutating func linkClose() {
    guard let index = openRawLinks.popLast() else { return }
    closeLink(index)
  }

  mutating func image(_ image: RawHTMLImage) {
    let shown = image.attributes.filter {
      $0.name != .alt && $0.name != .title && $0.name != .width && $0.name != .height
    }
    let index = document.links.count
    appendImage(
      String(decoding: image.src, as: UTF8.self), kind: .rawImage,
      alternative: String(decoding: image.alt, as: UTF8.self),
      title: image.title.map { String(decoding: $0, as: UTF8.self) } ?? "",
      attributes: Self.attributes(shown), place: rawPlace(at: image.offset))
    guard index < document.links.count else { return }
    document.links[index].resize(
      width: Self.number(image.width), height: Self.number(image.height))
  }

  private static func number(_ digits: [UInt8]?) -> Int {
    digits.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
  }

  mutating func comment(_ content: ArraySlice<UInt8>, offset: Int) {
    let place = rawPlace(at: offset)
    if outlines { recordComment(content, at: place) }
    guard content.drop(while: { $0 <= 0x20 }).starts(with: "sitegen-".utf8) else { return }
    document.comments.append(
      Comment(
        text: String(decoding: content, as: UTF8.self), line: place.line + lineOffset,
        column: place.column))
  }

  mutating func stripped(_ original: ArraySlice<UInt8>, reason: RawHTMLRefusal, offset: Int) {
    let place = rawPlace(at: offset)
    let firstLine = original.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(60)
    report(
      reason == .unmatchedEndTag ? .htmlUnbalanced : .htmlRefused,
      String(decoding: firstLine, as: UTF8.self), line: place.line, column: place.column)
    html.markup(style == .site ? "<code class=\"stripped\">" : "")
    original.withUnsafeBufferPointer { html.text($0) }
    html.markup(style == .site ? "</code>" : "")
    plain.append(contentsOf: original)
  }

  mutating func droppedAttribute(_ name: ArraySlice<UInt8>, element: HTMLElement, offset: Int) {
    let place = rawPlace(at: offset)
    report(
      .attributeRefused, "\(String(decoding: name, as: UTF8.self)) on \(element.rawValue)",
      line: place.line, column: place.column)
  }

  mutating func anchor(_ id: ArraySlice<UInt8>, offset: Int) -> Bool {
    let name = String(decoding: id, as: UTF8.self)
    guard !document.rawAnchors.contains(name) else { return false }
    document.rawAnchors.append(name)
    return true
  }

  private static func attributes(_ attributes: [AllowedAttribute]) -> HTML {
    var bytes: [UInt8] = []
    for attribute in attributes { attribute.append(to: &bytes) }
    return HTML(trusted: bytes)
  }

  /// The place of an offset in the HTML node that is being read.
  private mutating func rawPlace(at offset: Int) -> (line: Int, column: Int) {
    guard offset > 0, rawPlace.line > 0 else { return rawPlace }
    findLines()
    guard let line = lineRange(rawPlace.line) else { return rawPlace }
    let start = line.lowerBound + max(0, rawPlace.column - 1)
    let end = min(start + offset, source.count)
    var lines = 0
    var lineStart = line.lowerBound
    for index in start..<max(start, end) where source[index] == 0x0A {
      lines += 1
      lineStart = index + 1
    }
    return (rawPlace.line + lines, end - lineStart + 1)
  }
}
