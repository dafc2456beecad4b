internal import Glibc

extension DocumentRenderer {
  mutating func enterText(_ node: SyntaxNode) -> Descent {
    let literal = node.literal
    if style == .site, let base = literal.baseAddress,
      memchr(base, Int32(UInt8(ascii: "[")), literal.count) != nil
    {
      appendBracketed(node)
      return .skip
    }
    html.text(literal)
    plain.append(contentsOf: literal)
    return .skip
  }

  // MARK: - Links

  /// Stands for a link that is written without a tag: nested too deep, or within another.
  static var hiddenLink: Int { -1 }
  /// Stands for a link whose address is refused: its text is shown in a span.
  static var refusedLink: Int { -2 }

  mutating func enterLink(_ node: SyntaxNode) -> Descent {
    if isTooDeep { reportDepth() }
    let destination = String(decoding: node.address, as: UTF8.self)
    let isHidden = isTooDeep || raw.hasOpenLink
    var place = place(of: node)
    var kind = Link.Kind.link
    if node.line == 0 {
      kind = .autolink
    } else if isAutolink(node, at: place) {
      kind = .autolink
      place.column = autolinkColumn(of: node, at: place)
    } else {
      place = mended(place, expecting: UInt8(ascii: "["))
    }
    openLinks.append(
      isHidden
        ? Self.hiddenLink
        : openLink(
          destination, kind: kind, title: String(decoding: node.title, as: UTF8.self),
          place: place))
    if !isTooDeep { raw.enterContainer(.inline) }
    return .children
  }

  mutating func leaveLink() {
    if !isTooDeep { leaveRawContainer() }
    guard let index = openLinks.popLast() else { return }
    if index == Self.refusedLink { html.markup("</span>") }
    closeLink(index)
  }

  /// Writes a link's start, or leaves a hole for it; `refusedLink` where its address is refused.
  mutating func openLink(
    _ destination: String, kind: Link.Kind, title: String = "", attributes: HTML = HTML(),
    place: (line: Int, column: Int)
  ) -> Int {
    let reach = Address.Reach(of: destination)
    if reach == .refused {
      report(.addressRefused, destination, line: place.line, column: place.column)
      html.markup("<span class=\"refused-address\">")
      return Self.refusedLink
    }
    let isExternal = reach == .external
    let link = Link(
      kind: kind, destination: destination, isExternal: isExternal, title: title, alternative: "",
      attributes: attributes, line: place.line + lineOffset, column: place.column,
      addressColumn: isExternal ? place.column : addressColumn(of: destination, at: place),
      label: plain.count..<plain.count, section: document.headings.count - 1)
    let index = document.links.count
    document.links.append(link)
    if isExternal {
      html.markup(
        style == .site ? "<a class=\"external\" rel=\"noreferrer\" href=\"" : "<a href=\"")
      html.address(destination)
      html.markup("\"")
      if !title.isEmpty { html.attribute("title", title) }
      html.html(attributes)
      html.markup(">")
    } else {
      document.holes.append(
        Hole(offset: Int32(html.count), link: Int32(index), part: .open))
    }
    return index
  }

  /// Writes a link's end, or leaves a hole for it.
  mutating func closeLink(_ index: Int) {
    guard index >= 0 else { return }
    document.links[index].endLabel(at: plain.count)
    if document.links[index].isExternal {
      html.markup("</a>")
    } else {
      document.holes.append(
        Hole(offset: Int32(html.count), link: Int32(index), part: .close))
    }
  }

  /// True where a link's text is its own address, as `<…>` and bare addresses make it.
  private mutating func isAutolink(
    _ node: SyntaxNode, at place: (line: Int, column: Int)
  ) -> Bool {
    guard let text = node.firstChild, text.next == nil, text.kind == .text,
      Self.ends(node.address, with: text.literal)
    else { return false }
    findLines()
    return byte(at: place) != UInt8(ascii: "[")
  }

  /// Where `<…>` begins; cmark's columns are off behind bare addresses.
  private mutating func autolinkColumn(
    of node: SyntaxNode, at place: (line: Int, column: Int)
  ) -> Int {
    guard let text = node.firstChild?.literal else { return place.column }
    let written = "<\(String(decoding: text, as: UTF8.self))>"
    return addressColumn(of: written, at: place)
  }

  private static func ends(
    _ address: UnsafeBufferPointer<UInt8>, with text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    address.count >= text.count && address.suffix(text.count).elementsEqual(text)
  }

  // MARK: - Pictures

  mutating func enterImage(_ node: SyntaxNode) -> Descent {
    let alternative = Self.plainText(of: node, withImages: true)
    appendImage(
      String(decoding: node.address, as: UTF8.self), kind: .image,
      alternative: String(decoding: alternative, as: UTF8.self),
      title: String(decoding: node.title, as: UTF8.self), attributes: HTML(),
      place: mended(place(of: node), expecting: UInt8(ascii: "!")))
    return .skip
  }

  /// Leaves a hole for a picture, or writes one from elsewhere.
  mutating func appendImage(
    _ source: String, kind: Link.Kind, alternative: String, title: String, attributes: HTML,
    place: (line: Int, column: Int)
  ) {
    let reach = Address.Reach(of: source)
    guard reach != .refused else {
      report(.addressRefused, source, line: place.line, column: place.column)
      html.text(alternative)
      plain.append(contentsOf: alternative.utf8)
      return
    }
    let isExternal = reach == .external
    let start = plain.count
    plain.append(contentsOf: alternative.utf8)
    document.holes.append(
      Hole(offset: Int32(html.count), link: Int32(document.links.count), part: .image))
    document.links.append(
      Link(
        kind: kind, destination: source, isExternal: isExternal, title: title,
        alternative: alternative, attributes: attributes, line: place.line + lineOffset,
        column: place.column,
        addressColumn: isExternal ? place.column : addressColumn(of: source, at: place),
        label: start..<plain.count, section: document.headings.count - 1))
  }

  /// The text below a node, as cmark makes it for alternative texts.
  static func plainText(of node: SyntaxNode, withImages: Bool) -> [UInt8] {
    var result: [UInt8] = []
    guard var each = node.firstChild else { return result }
    while true {
      var descends = true
      switch each.kind {
      case .text, .code: result.append(contentsOf: each.literal)
      case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
      case .image: descends = withImages
      default: break
      }
      if descends, let child = each.firstChild {
        each = child
        continue
      }
      while each.next == nil {
        guard let parent = each.parent, parent != node else { return result }
        each = parent
      }
      guard let next = each.next else { return result }
      each = next
    }
  }
}
