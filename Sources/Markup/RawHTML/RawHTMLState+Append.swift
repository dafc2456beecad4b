extension RawHTMLState {
  /// The kind of a Markdown document's HTML node.
  public enum NodeKind: Sendable {
    /// An HTML block.
    case block
    /// A piece of HTML in running text.
    case inline
  }

  /// Passes one HTML node of a document to a sink: what is allowed as markup, the rest as text.
  ///
  /// - Parameters:
  ///   - html: the node's source.
  ///   - kind: whether the node is a block or stands in running text.
  ///   - insideLink: whether a Markdown link is open.
  ///   - decodeEntities: what decodes character references.
  ///   - sink: what receives the parts.
  public mutating func append(
    html: some Sequence<UInt8>, kind: NodeKind, insideLink: Bool = false,
    decodeEntities: @escaping HTMLTokenizer.EntityDecoder, to sink: inout some RawHTMLSink
  ) {
    let bytes = Array(html)
    let tokens = Array(HTMLTokenizer(bytes, decodeEntities: decodeEntities))
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let source = bytes[token.range]
      switch token.kind {
      case .startTag(let tag):
        if let end = endOfRawTextElement(tag, at: index, in: tokens) {
          if !end.isClosed { note(refused: tag.name) }
          let range = token.range.lowerBound..<tokens[end.index - 1].range.upperBound
          sink.stripped(bytes[range], reason: .rawTextElement, offset: range.lowerBound)
          index = end.index
          continue
        }
        let closes = tokens[(index + 1)...].closesRunningText(of: tag.name.element)
        start(
          tag, source: source, closesInNode: kind == .block && closes, insideLink: insideLink,
          to: &sink)
      case .endTag(let name): end(name, source: source, to: &sink)
      case .comment(let content): sink.comment(bytes[content], offset: token.range.lowerBound)
      case .text:
        guard source.contains(UInt8(ascii: "&")) else {
          sink.text(source)
          break
        }
        sink.text(decodeEntities(source)[...])
      case .rawText: sink.text(source)
      case .bogusComment, .doctype, .processingInstruction, .cdata, .unterminated:
        let reason = token.kind.refusal
        sink.stripped(source, reason: reason, offset: token.range.lowerBound)
      }
      index += 1
    }
    if kind == .block { write(closing: closeRunningTextBlocks(), to: &sink) }
  }

  /// Says that the innermost container ends, and writes the end tags that are due.
  public mutating func leaveContainer(to sink: inout some RawHTMLSink) {
    let closing = leaveContainer()
    if !closing.isEmpty { write(closing: closing, to: &sink) }
  }

  /// Writes end tags, innermost first.
  public func write(closing: [HTMLElement], to sink: inout some RawHTMLSink) {
    for element in closing {
      guard element != .a else {
        sink.linkClose()
        continue
      }
      sink.literal(Array("</\(element.rawValue)>".utf8)[...])
    }
  }

  // MARK: Tags

  private mutating func start(
    _ tag: HTMLTag, source: ArraySlice<UInt8>, closesInNode: Bool, insideLink: Bool,
    to sink: inout some RawHTMLSink
  ) {
    let offset = source.startIndex
    guard let element = tag.name.element else {
      note(refused: tag.name)
      return sink.stripped(source, reason: .elementNotAllowed, offset: offset)
    }
    let checked = HTMLPolicy.attributes(of: tag, on: element)
    if element == .img, checked.src == nil {
      return sink.stripped(source, reason: .imageWithoutSource, offset: offset)
    }
    let decision = startTag(
      element, isLink: checked.href != nil, insideLink: insideLink, closesInNode: closesInNode)
    switch decision {
    case .refused(let reason): sink.stripped(source, reason: reason, offset: offset)
    case .write(let written, let closing):
      write(closing: closing, to: &sink)
      for attribute in checked.dropped {
        sink.droppedAttribute(attribute.name[...], element: element, offset: attribute.offset)
      }
      write(written, for: element, checked, offset: offset, to: &sink)
      // `<a name="x"/>` is meant as an anchor that is complete.
      if element == .a, checked.href == nil, tag.isSelfClosing { _ = endTag(.element(.a)) }
    }
  }

  private mutating func write(
    _ written: HTMLElement, for element: HTMLElement, _ checked: CheckedAttributes, offset: Int,
    to sink: inout some RawHTMLSink
  ) {
    var attributes = checked.kept
    var others = claimedAnchors(checked, on: element, to: &sink)
    if element != .a || checked.href != nil, let first = others.first {
      attributes.insert(first, at: 0)
      others.removeFirst()
    }
    switch element {
    case .a:
      // An anchor without an address becomes an empty element of its own: it can then stand in a
      // link, and a link in it.
      for anchor in others { writeTag(.span, [anchor], andEnd: true, to: &sink) }
      guard let href = checked.href else { return }
      let link = RawHTMLLink(href: href.value, extraAttributes: attributes, offset: offset)
      if !sink.link(open: link) { unlinkLast() }
    case .img:
      guard let src = checked.src else { return }
      sink.image(RawHTMLImage(src: src.value, attributes: attributes, offset: offset))
    default: writeTag(written, attributes, andEnd: false, to: &sink)
    }
  }

  private func writeTag(
    _ element: HTMLElement, _ attributes: [AllowedAttribute], andEnd: Bool,
    to sink: inout some RawHTMLSink
  ) {
    var markup: [UInt8] = [UInt8(ascii: "<")]
    markup += element.rawValue.utf8
    for attribute in attributes { attribute.append(to: &markup) }
    markup.append(UInt8(ascii: ">"))
    if andEnd { markup += "</\(element.rawValue)>".utf8 }
    sink.literal(markup[...])
  }

  private func claimedAnchors(
    _ checked: CheckedAttributes, on element: HTMLElement, to sink: inout some RawHTMLSink
  ) -> [AllowedAttribute] {
    var claimed: [AllowedAttribute] = []
    for anchor in checked.anchors {
      if sink.anchor(anchor.value[...], offset: anchor.offset) {
        claimed.append(AllowedAttribute(name: .id, value: anchor.value))
      } else {
        sink.droppedAttribute(anchor.name[...], element: element, offset: anchor.offset)
      }
    }
    return claimed
  }

  private mutating func end(
    _ name: HTMLName, source: ArraySlice<UInt8>, to sink: inout some RawHTMLSink
  ) {
    switch endTag(name) {
    case .close(let closing): write(closing: closing, to: &sink)
    case .showAsText: sink.text(source)
    case .refused(let reason): sink.stripped(source, reason: reason, offset: source.startIndex)
    }
  }

  // MARK: Looking ahead

  /// Where a `script` or its like ends, as the index of the token behind it.
  private func endOfRawTextElement(
    _ tag: HTMLTag, at start: Int, in tokens: [HTMLToken]
  ) -> (index: Int, isClosed: Bool)? {
    guard case .other(let name) = tag.name, RawTextElement(name: name) != nil else { return nil }
    var index = start + 1
    if index < tokens.count, tokens[index].kind == .rawText { index += 1 }
    guard index < tokens.count else { return (index, false) }
    let isClosed = tokens[index].kind == .endTag(tag.name)
    return (isClosed ? index + 1 : index, isClosed)
  }
}

extension ArraySlice<HTMLToken> {
  /// Whether a `p` or a heading that begins before these tokens ends among them, before a block.
  ///
  /// The look stops at the next `p` or heading, so that all looks together are linear.
  fileprivate func closesRunningText(of element: HTMLElement?) -> Bool {
    guard let element, element == .p || element.isHeading else { return true }
    for token in self {
      switch token.kind {
      case .startTag(let tag):
        guard let next = tag.name.element else { continue }
        if next.isHeading || next == .p { return next.isHeading == element.isHeading }
        if element == .p, next.rule.isBlock { return false }
      case .endTag(let name):
        guard let next = name.element, next.rule.isBlock else { continue }
        return true
      default: continue
      }
    }
    return false
  }
}

extension HTMLToken.Kind {
  fileprivate var refusal: RawHTMLRefusal {
    switch self {
    case .bogusComment: .bogusComment
    case .doctype: .doctype
    case .processingInstruction: .processingInstruction
    case .cdata: .cdata
    default: .unterminated
    }
  }
}
