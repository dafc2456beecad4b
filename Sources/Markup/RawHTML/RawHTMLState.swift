/// Which elements raw HTML has opened in a document, so that the page is always nested properly.
///
/// The renderer brackets each Markdown container with `enterContainer` and `leaveContainer`. For a
/// document without raw HTML that is all that happens, and it costs two additions.
public struct RawHTMLState: Sendable {
  /// What a Markdown container holds.
  public enum Container: Sendable {
    /// Blocks: the document, a list item, a block quote; also a table cell, in which HTML allows
    /// blocks although Markdown does not.
    case block
    /// Running text: a paragraph, a heading, emphasis, a link.
    case inline
  }

  /// What to do with a start tag.
  public enum StartDecision: Equatable, Sendable {
    /// Write the end tags of `closing`, innermost first, then this element.
    ///
    /// It may be another element than the tag's: a paragraph that is to hold Markdown blocks is
    /// written as `div`. `a` among the closing ones stands for the end of a link.
    case write(HTMLElement, closing: [HTMLElement])
    /// Show the tag as text and report it.
    case refused(RawHTMLRefusal)
  }

  /// What to do with an end tag.
  public enum EndDecision: Equatable, Sendable {
    /// Write these end tags, innermost first; `a` stands for the end of a link.
    case close([HTMLElement])
    /// Show the tag as text: it belongs to a start tag that was refused and reported.
    case showAsText
    /// Show the tag as text and report it.
    case refused(RawHTMLRefusal)
  }

  struct OpenElement: Sendable {
    let element: HTMLElement
    /// What the page has; nil for an `a` that is no link.
    var written: HTMLElement?
    let depth: Int
  }

  private struct RefusedElement: Sendable {
    let name: HTMLName
    let depth: Int
    /// How many elements were open when it was refused.
    var openCount: Int
  }

  private var depth = 0
  private var inlineDepth = 0
  private(set) var open: [OpenElement] = []
  private var refused: [RefusedElement] = []

  /// Starts a document.
  public init() {}

  // MARK: Containers

  /// Says that a Markdown container begins.
  public mutating func enterContainer(_ container: Container) {
    depth += 1
    // Markdown has no blocks inside running text, so one counter is enough.
    if container == .inline || inlineDepth > 0 { inlineDepth += 1 }
  }

  /// Says that the innermost container ends; answers what to close first, innermost first.
  public mutating func leaveContainer() -> [HTMLElement] {
    let level = depth
    depth -= 1
    if inlineDepth > 0 { inlineDepth -= 1 }
    guard !open.isEmpty || !refused.isEmpty else { return [] }
    refused.removeAll { $0.depth >= level }
    return close(downTo: open.firstIndex { $0.depth >= level } ?? open.count)
  }

  // MARK: Questions

  /// Whether a `<p>` is open, in which a Markdown paragraph would be a paragraph in a paragraph.
  public var hasOpenParagraph: Bool { open.contains { $0.written == .p } }

  /// Whether a link is open, in which a Markdown link must not become another.
  public var hasOpenLink: Bool { open.contains { $0.element == .a && $0.written != nil } }

  /// Whether text may stand here, which it may not directly in `table`, `tr`, `ul` and the like.
  public var acceptsText: Bool {
    guard let last = open.last, last.depth == depth else { return true }
    return last.element.rule.content != .structure
  }

  /// How many elements are open.
  public var openCount: Int { open.count }

  /// Closes what cannot hold text, such as a `table` outside its cells; innermost first.
  ///
  /// For the renderer to call before a Markdown block when `acceptsText` is false.
  public mutating func closeUntilTextIsAccepted() -> [HTMLElement] {
    var count = open.count
    while count > 0, open[count - 1].depth == depth,
      open[count - 1].element.rule.content == .structure
    {
      count -= 1
    }
    return close(downTo: count)
  }

  // MARK: Tags

  /// Takes a start tag.
  ///
  /// - Parameters:
  ///   - element: the element.
  ///   - isLink: whether it is an `a` with an address.
  ///   - insideLink: whether a Markdown link is open.
  ///   - closesInNode: whether its end tag comes in the same HTML node; a `p` or a heading of
  ///     which it does not is written as `div`.
  /// - Returns: what to write.
  public mutating func startTag(
    _ element: HTMLElement, isLink: Bool = false, insideLink: Bool = false,
    closesInNode: Bool = true
  ) -> StartDecision {
    let count = countAfterImpliedEndTags(of: element)
    let nestsLink = isLink && (insideLink || hasOpenLink)
    if let reason = nestsLink ? .nestedLink : refusal(of: element, over: count) {
      note(refused: .element(element))
      return .refused(reason)
    }
    let closing = close(downTo: count)
    guard element.rule.content != .void else { return .write(element, closing: closing) }
    let becomesDiv = !closesInNode && (element == .p || element.isHeading)
    let written = becomesDiv ? .div : element
    open.append(
      OpenElement(
        element: element, written: element == .a && !isLink ? nil : written, depth: depth))
    return .write(written, closing: closing)
  }

  /// Takes an end tag.
  public mutating func endTag(_ name: HTMLName) -> EndDecision {
    let match = name.element.flatMap(indexOfOpen)
    if let index = refused.lastIndex(where: { $0.name == name && $0.depth == depth }),
      refused[index].openCount > match ?? -1
    {
      refused.remove(at: index)
      return .showAsText
    }
    guard let match else { return .refused(.unmatchedEndTag) }
    return .close(close(downTo: match))
  }

  /// Remembers that a start tag is shown as text, so that its end tag is not reported again.
  public mutating func note(refused name: HTMLName) {
    guard !name.isVoid, refused.count < HTMLPolicy.depthLimit else { return }
    refused.append(RefusedElement(name: name, depth: depth, openCount: open.count))
  }

  /// Forgets that the element opened last is a link, since the renderer wrote none.
  mutating func unlinkLast() {
    guard let last = open.indices.last, open[last].element == .a else { return }
    open[last].written = nil
  }

  /// Closes a `p` or a heading of this container that is still open at the end of its node.
  mutating func closeRunningTextBlocks() -> [HTMLElement] {
    let index = open.firstIndex { isOpenHere($0) { $0 == .p || $0.isHeading } }
    guard let index else { return [] }
    return close(downTo: index)
  }

  // MARK: Rules

  private func refusal(of element: HTMLElement, over count: Int) -> RawHTMLRefusal? {
    let rule = element.rule
    if inlineDepth > 0, rule.isBlock { return .blockInInline }
    let isContained = count > 0 && open[count - 1].depth == depth
    guard rule.mayStand(in: isContained ? open[count - 1].element : nil) else {
      return .misplaced
    }
    if element.isHeading, open[..<count].contains(where: { isOpenHere($0, \.isHeading) }) {
      return .nestedHeading
    }
    return rule.content != .void && count >= HTMLPolicy.depthLimit ? .tooDeep : nil
  }

  /// Whether the page has such an element open in this container.
  private func isOpenHere(_ candidate: OpenElement, _ test: (HTMLElement) -> Bool) -> Bool {
    guard candidate.depth == depth, let written = candidate.written else { return false }
    return test(written)
  }

  /// How many elements stay open when this one begins; browsers end the others without a tag.
  private func countAfterImpliedEndTags(of element: HTMLElement) -> Int {
    switch element {
    case .li: return index { $0 == .li } ?? open.count
    case .dt, .dd: return index { $0 == .dt || $0 == .dd } ?? open.count
    case .p: return index { $0 == .p } ?? open.count
    case .caption, .thead, .tbody, .tfoot: return innermostTable.map { $0 + 1 } ?? open.count
    case .tr:
      guard let table = innermostTable else { return open.count }
      switch elementAt(table + 1) {
      case .thead, .tbody, .tfoot: return table + 2
      default: return table + 1
      }
    case .td, .th:
      guard let table = innermostTable else { return open.count }
      if elementAt(table + 1) == .tr { return table + 2 }
      return elementAt(table + 2) == .tr ? table + 3 : open.count
    default:
      guard element.rule.isBlock, let index = index(of: { $0 == .p }), open[index].written == .p
      else { return open.count }
      return index
    }
  }

  /// The innermost such element in this container, looking through paragraphs and running text.
  private func index(of isWanted: (HTMLElement) -> Bool) -> Int? {
    for index in open.indices.reversed() {
      let element = open[index].element
      guard open[index].depth == depth else { return nil }
      if isWanted(element) { return index }
      guard !element.rule.isBlock || element == .p else { return nil }
    }
    return nil
  }

  private var innermostTable: Int? {
    open.lastIndex { $0.depth == depth && $0.element == .table }
  }

  private func elementAt(_ index: Int) -> HTMLElement? {
    index < open.count ? open[index].element : nil
  }

  /// The open element of this container that an end tag of this name closes.
  private func indexOfOpen(_ element: HTMLElement) -> Int? {
    for index in open.indices.reversed() {
      let candidate = open[index]
      guard candidate.depth == depth else { return nil }
      if candidate.element == element || (element.isHeading && candidate.element.isHeading) {
        return index
      }
      if Self.stops(candidate.element, endTagOf: element) { return nil }
    }
    return nil
  }

  /// Whether an end tag does not reach through an open element.
  private static func stops(_ barrier: HTMLElement, endTagOf element: HTMLElement) -> Bool {
    switch barrier {
    case .table: return true
    case .caption, .td, .th:
      switch element {
      case .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th: return false
      default: return true
      }
    case .ul, .ol: return element == .li
    case .dl: return element == .dt || element == .dd
    default: return false
    }
  }

  private mutating func close(downTo count: Int) -> [HTMLElement] {
    guard count < open.count else { return [] }
    let closing = open[count...].reversed().compactMap(\.written)
    open.removeSubrange(count...)
    for index in refused.indices { refused[index].openCount = min(refused[index].openCount, count) }
    return closing
  }
}
